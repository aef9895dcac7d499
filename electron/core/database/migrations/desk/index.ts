import type { Migration } from '../../migrate.ts';
import { articles } from './0001-articles.ts';
import { jobsAndSources } from './0002-jobs-and-sources.ts';
import { publishing } from './0003-publishing.ts';
import { outbox } from './0004-outbox.ts';
import { people } from './0005-people.ts';
import { comments } from './0006-comments.ts';
import { assignments } from './0007-assignments.ts';
import { schedule } from './0008-schedule.ts';
import { wentBack } from './0009-went-back.ts';
import { places } from './0010-places.ts';
import { ignoredFindings } from './0011-ignored-findings.ts';
import { storyMarks } from './0012-story-marks.ts';
import { fronts } from './0013-fronts.ts';
import { houseTrail } from './0014-house-trail.ts';
import { notifications } from './0015-notifications.ts';
import { headlines } from './0016-headlines.ts';
import { sourceMemory } from './0017-source-memory.ts';
import { foldDecisions } from './0018-fold-decisions.ts';
import { rules } from './0019-rules.ts';
import { savedSearches } from './0020-saved-searches.ts';
import { articleSources } from './0021-article-sources.ts';
import { acceptedFindings } from './0022-accepted-findings.ts';
import { corrections } from './0023-corrections.ts';
import { impact } from './0024-impact.ts';
import { impactReminders } from './0025-impact-reminders.ts';
import { removedSources } from './0026-removed-sources.ts';
import { ruleOrder } from './0027-rule-order.ts';
import { agreedFindings } from './0028-agreed-findings.ts';
import { publicationRecord } from './0029-publication-record.ts';
import { pictureRights } from './0030-picture-rights.ts';
import { rightsInOrder } from './0031-rights-in-order.ts';
import { addresses } from './0033-addresses.ts';
import { barePictures } from './0032-bare-pictures.ts';

/** desk.db: what people did. Append only; a step that has shipped is never edited. */
export const deskMigrations: readonly Migration[] = [
  articles,
  jobsAndSources,
  publishing,
  outbox,
  people,
  comments,
  assignments,
  schedule,
  wentBack,
  places,
  ignoredFindings,
  storyMarks,
  fronts,
  houseTrail,
  notifications,
  headlines,
  sourceMemory,
  foldDecisions,
  rules,
  savedSearches,
  articleSources,
  acceptedFindings,
  corrections,
  impact,
  impactReminders,
  removedSources,
  ruleOrder,
  agreedFindings,
  publicationRecord,
  pictureRights,
  rightsInOrder,
  barePictures,
  addresses,
];
