/** The words of the interface and of what it writes, in Indonesian and English. */
import { messages as alerts } from './messages/alerts.ts';
import { messages as articles } from './messages/articles.ts';
import { messages as articleSources } from './messages/article-sources.ts';
import { messages as assignments } from './messages/assignments.ts';
import { messages as checks } from './messages/checks.ts';
import { messages as cli } from './messages/cli.ts';
import { messages as comments } from './messages/comments.ts';
import { messages as copyIn } from './messages/copy-in.ts';
import { messages as corrections } from './messages/corrections.ts';
import { messages as correctionsSettings } from './messages/corrections-settings.ts';
import { messages as correctionsSite } from './messages/corrections-site.ts';
import { messages as desktop } from './messages/desktop.ts';
import { messages as editor } from './messages/editor.ts';
import { messages as errors } from './messages/errors.ts';
import { messages as frontsCards } from './messages/fronts-cards.ts';
import { messages as frontsCollections } from './messages/fronts-collections.ts';
import { messages as frontsWarnings } from './messages/fronts-warnings.ts';
import { messages as frontsFigures } from './messages/fronts-figures.ts';
import { messages as frontsHistory } from './messages/fronts-history.ts';
import { messages as frontsLaunches } from './messages/fronts-launches.ts';
import { messages as fronts } from './messages/fronts.ts';
import { messages as ghost } from './messages/ghost.ts';
import { messages as health } from './messages/health.ts';
import { messages as duplicates } from './messages/duplicates.ts';
import { messages as impact } from './messages/impact.ts';
import { messages as importProgress } from './messages/import-progress.ts';
import { messages as lifeCycle } from './messages/life-cycle.ts';
import { messages as notes } from './messages/notes.ts';
import { messages as houseTrail } from './messages/house-trail.ts';
import { messages as notifications } from './messages/notifications.ts';
import { messages as partners } from './messages/partners.ts';
import { messages as people } from './messages/people.ts';
import { messages as provenance } from './messages/provenance.ts';
import { messages as publishing } from './messages/publishing.ts';
import { messages as publishingDifferences } from './messages/publishing-differences.ts';
import { messages as publishingErrors } from './messages/publishing-errors.ts';
import { messages as publishingPosts } from './messages/publishing-posts.ts';
import { messages as publishingRefusals } from './messages/publishing-refusals.ts';
import { messages as record } from './messages/record.ts';
import { messages as revisions } from './messages/revisions.ts';
import { messages as rights } from './messages/rights.ts';
import { messages as rightsLedger } from './messages/rights-ledger.ts';
import { messages as rightsGate } from './messages/rights-gate.ts';
import { messages as rules } from './messages/rules.ts';
import { messages as safety } from './messages/safety.ts';
import { messages as schedule } from './messages/schedule.ts';
import { messages as searches } from './messages/searches.ts';
import { messages as settings } from './messages/settings.ts';
import { messages as sftpSite } from './messages/sftp-site.ts';
import { messages as shell } from './messages/shell.ts';
import { messages as site } from './messages/site.ts';
import { messages as siteConflict } from './messages/site-conflict.ts';
import { messages as serverTrust } from './messages/server-trust.ts';
import { messages as sourceHealth } from './messages/source-health.ts';
import { messages as sourceErrors } from './messages/source-errors.ts';
import { messages as sources } from './messages/sources.ts';
import { messages as start } from './messages/start.ts';
import { messages as storyTypes } from './messages/story-types.ts';
import { messages as targetKinds } from './messages/target-kinds.ts';
import { messages as targetSettings } from './messages/target-settings.ts';
import { messages as transfers } from './messages/transfers.ts';
import { messages as wire } from './messages/wire.ts';
import { messages as writingKeys } from './messages/writing-keys.ts';
import { messages as writingTools } from './messages/writing-tools.ts';

export type Language = 'id' | 'en';

type KeyOf<Area extends { id: object }> = keyof Area['id'] & string;

export type MessageKey =
  | KeyOf<typeof alerts>
  | KeyOf<typeof articles>
  | KeyOf<typeof articleSources>
  | KeyOf<typeof assignments>
  | KeyOf<typeof checks>
  | KeyOf<typeof cli>
  | KeyOf<typeof comments>
  | KeyOf<typeof copyIn>
  | KeyOf<typeof corrections>
  | KeyOf<typeof correctionsSettings>
  | KeyOf<typeof correctionsSite>
  | KeyOf<typeof desktop>
  | KeyOf<typeof editor>
  | KeyOf<typeof errors>
  | KeyOf<typeof fronts>
  | KeyOf<typeof ghost>
  | KeyOf<typeof frontsCards>
  | KeyOf<typeof frontsWarnings>
  | KeyOf<typeof frontsCollections>
  | KeyOf<typeof frontsFigures>
  | KeyOf<typeof frontsHistory>
  | KeyOf<typeof frontsLaunches>
  | KeyOf<typeof health>
  | KeyOf<typeof duplicates>
  | KeyOf<typeof impact>
  | KeyOf<typeof importProgress>
  | KeyOf<typeof lifeCycle>
  | KeyOf<typeof notes>
  | KeyOf<typeof houseTrail>
  | KeyOf<typeof notifications>
  | KeyOf<typeof partners>
  | KeyOf<typeof people>
  | KeyOf<typeof provenance>
  | KeyOf<typeof publishing>
  | KeyOf<typeof publishingDifferences>
  | KeyOf<typeof publishingErrors>
  | KeyOf<typeof publishingPosts>
  | KeyOf<typeof publishingRefusals>
  | KeyOf<typeof record>
  | KeyOf<typeof revisions>
  | KeyOf<typeof rights>
  | KeyOf<typeof rightsLedger>
  | KeyOf<typeof rightsGate>
  | KeyOf<typeof rules>
  | KeyOf<typeof safety>
  | KeyOf<typeof schedule>
  | KeyOf<typeof searches>
  | KeyOf<typeof settings>
  | KeyOf<typeof sftpSite>
  | KeyOf<typeof shell>
  | KeyOf<typeof site>
  | KeyOf<typeof siteConflict>
  | KeyOf<typeof serverTrust>
  | KeyOf<typeof sourceHealth>
  | KeyOf<typeof sourceErrors>
  | KeyOf<typeof sources>
  | KeyOf<typeof start>
  | KeyOf<typeof storyTypes>
  | KeyOf<typeof targetKinds>
  | KeyOf<typeof targetSettings>
  | KeyOf<typeof transfers>
  | KeyOf<typeof wire>
  | KeyOf<typeof writingKeys>
  | KeyOf<typeof writingTools>;

export type MessageParameters = Readonly<Record<string, string | number>>;

const areas = [
  alerts,
  articles,
  articleSources,
  assignments,
  checks,
  cli,
  comments,
  copyIn,
  corrections,
  correctionsSettings,
  correctionsSite,
  desktop,
  editor,
  errors,
  fronts,
  ghost,
  frontsCards,
  frontsWarnings,
  frontsCollections,
  frontsFigures,
  frontsHistory,
  frontsLaunches,
  health,
  duplicates,
  impact,
  importProgress,
  lifeCycle,
  notes,
  houseTrail,
  notifications,
  partners,
  people,
  provenance,
  publishing,
  publishingDifferences,
  publishingErrors,
  publishingPosts,
  publishingRefusals,
  record,
  revisions,
  rights,
  rightsLedger,
  rightsGate,
  rules,
  safety,
  schedule,
  searches,
  settings,
  sftpSite,
  shell,
  site,
  siteConflict,
  serverTrust,
  sourceHealth,
  sourceErrors,
  sources,
  start,
  storyTypes,
  targetKinds,
  targetSettings,
  transfers,
  wire,
  writingKeys,
  writingTools,
];

function collect(language: Language): Readonly<Record<string, string>> {
  return Object.assign({}, ...areas.map((area) => area[language]));
}

const catalogues: Record<Language, Readonly<Record<string, string>>> = {
  id: collect('id'),
  en: collect('en'),
};

const numberFormats: Record<Language, Intl.NumberFormat> = {
  id: new Intl.NumberFormat('id-ID'),
  en: new Intl.NumberFormat('en-GB'),
};

/** A whole or decimal number as the language writes it: `1.204.118` in Indonesian, `1,204,118` in English. */
export function formatNumber(language: Language, value: number): string {
  return numberFormats[language].format(value);
}

/** Tells whether a key (one put together at run time) has words. */
export function isMessageKey(key: string): key is MessageKey {
  return Object.hasOwn(catalogues.id, key);
}

/**
 * The message in the language, its parameters filled in (see `defineMessages` for the notation). Numbers are written
 * as the language writes them; a parameter that is not given stays visible as `{name}`.
 */
export function translate(language: Language, key: MessageKey, parameters: MessageParameters = {}): string {
  const message = catalogues[language][key] ?? key;
  return message.replaceAll(/\{(\w+)(?:\|([^|}]*)\|([^}]*))?\}/g, (whole, name: string, one, other) => {
    const value = parameters[name];
    if (value === undefined) return whole;
    if (one !== undefined) return String(value === 1 ? one : other);
    return typeof value === 'number' ? formatNumber(language, value) : value;
  });
}
