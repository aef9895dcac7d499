/** The one way into the core. Hosts serve it, the renderer and the command line call it. */
import { articlesContract, mediaContract } from './articles.ts';
import { checksContract } from './checks.ts';
import { commentsContract } from './comments.ts';
import { correctionsContract } from './corrections.ts';
import { frontsContract } from './fronts.ts';
import { impactContract } from './impact.ts';
import { notificationsContract } from './notifications.ts';
import { peopleContract } from './people.ts';
import { placesContract } from './places.ts';
import { provenanceContract } from './provenance.ts';
import { publishingContract } from './publishing.ts';
import { recordContract } from './record.ts';
import { rightsContract } from './rights.ts';
import { rulesContract } from './rules.ts';
import { sampleContract } from './sample.ts';
import { settingsContract } from './settings.ts';
import { systemContract } from './system.ts';
import { wireContract } from './wire.ts';

export const contract = {
  wire: wireContract,
  articles: articlesContract,
  media: mediaContract,
  people: peopleContract,
  places: placesContract,
  publishing: publishingContract,
  fronts: frontsContract,
  comments: commentsContract,
  corrections: correctionsContract,
  checks: checksContract,
  provenance: provenanceContract,
  record: recordContract,
  rights: rightsContract,
  impact: impactContract,
  notifications: notificationsContract,
  rules: rulesContract,
  settings: settingsContract,
  system: systemContract,
  sample: sampleContract,
};
export type Contract = typeof contract;
