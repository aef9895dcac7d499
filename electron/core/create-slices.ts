/** The slices, made one after another and introduced to each other here; they never import one another. */
import { offsetOfIndonesianZone } from '../../shared/domain/indonesian-dates.ts';
import { createArticleFiles } from './article-files.ts';
import { runImportWorker } from './articles/import/run-import-worker.ts';
import { createArticlesService } from './articles/service.ts';
import { createChecksService } from './checks/service.ts';
import { createCommentsService } from './comments/service.ts';
import { createCorrectionsService } from './corrections/service.ts';
import type { Database } from './database/open.ts';
import type { EventBus } from './events.ts';
import { createFrontsService } from './fronts/service.ts';
import { createHouseCopy } from './house-copy.ts';
import { createImpactService } from './impact/service.ts';
import type { JobQueue } from './jobs/queue.ts';
import { createMediaService } from './media/service.ts';
import { fetchPage } from './network/fetch-page.ts';
import { createNotificationsService } from './notifications/service.ts';
import { createPeopleService } from './people/service.ts';
import { createPlacesService } from './places/service.ts';
import { createProvenanceService } from './provenance/service.ts';
import type { CoreProviders } from './providers.ts';
import { createPublishingService } from './publishing/service.ts';
import { createRecordService } from './record/service.ts';
import { createRightsService } from './rights/service.ts';
import { createRulesService } from './rules/service.ts';
import { tryOut } from './rules/try-out.ts';
import { createSampleService } from './sample/service.ts';
import { createSettingsService } from './settings/service.ts';
import { createWire } from './wire/create-wire.ts';

/** An article's deliveries among which one that has just changed is found. */
const deliveriesLookedAt = 50;

/** What every slice may stand on; each takes of it what its own options name. */
export interface Ground extends Pick<CoreProviders, 'dataFolder' | 'clock' | 'log' | 'vault'> {
  database: Database;
  events: EventBus;
  jobs: JobQueue;
}

export type Slices = Awaited<ReturnType<typeof createSlices>>;

/**
 * Makes every slice. What a slice needs of one that is made after it is handed over as a function, which is not called
 * before all are made.
 */
export async function createSlices(
  ground: Ground,
  { settingsStore, version }: Pick<CoreProviders, 'settingsStore' | 'version'>,
) {
  const settings = createSettingsService({
    ...ground,
    store: settingsStore,
    onHouseChanged: () => workplace.record({ kind: 'house-changed' }),
  });
  const people = createPeopleService({ ...ground, firstPerson: settings.formerPerson });
  const { workplace } = people;
  const desk = { ...ground, workplace };
  const media = createMediaService({
    ...ground,
    onRights: (mediaId, credit, terms) => rights.noteFromFile(mediaId, { credit, ...terms }),
  });

  const offsetMinutes = () => offsetOfIndonesianZone(settings.current().house.timeZone);
  const wire = createWire({
    ...desk,
    settings: settings.current,
    rules: () => rules.inForce(),
    onMet: () => void rules.actOnMatches(),
  });
  const houseCopy = createHouseCopy({ wire, settings: settings.current, workplace });

  const articles = createArticlesService({
    ...desk,
    draftFromWire: houseCopy.take,
    liveTargets: (articleIds) => publishing.liveTargets(articleIds),
    writing: () => settings.current().writing,
    sourceNeeds: { storyVersion: wire.queries.version, fetchPage, readFile: runImportWorker },
    creditInStep: houseCopy.creditInStep,
  });

  const rights = createRightsService({
    ...desk,
    needs: {
      sourcesOf: articles.sources.sourcesOf,
      licenceOf: wire.sources.licenceOf,
      ledgerSources: wire.sources.ledger,
      creditPattern: () => settings.current().house.creditPattern,
    },
  });

  const record = createRecordService({
    ...desk,
    program: version,
    needs: {
      ...articles.forRecord,
      accepted: (articleId) => provenance.accepted(articleId),
      ignored: (articleId) => checks.ignoredBy(articleId),
      holdAgainst: (...copy) => provenance.holdAgainst(...copy),
      rightsFindings: (copy) => rights.findingsOf(copy),
      arrivals: (articleId) => publishing.arrivals(articleId),
      zone: () => ({ name: settings.current().house.timeZone, offsetMinutes: offsetMinutes() }),
    },
  });

  const articleFiles = createArticleFiles({
    articles,
    media,
    liveTargets: (articleIds) => publishing.liveTargets(articleIds),
    tiesOf: (articleId) => corrections.tiesOf(articleId),
    language: () => settings.current().interface.language,
  });

  const publishing = createPublishingService({
    ...desk,
    house: () => settings.current().house,
    language: () => settings.current().interface.language,
    articles: {
      ...articles.forPublishing,
      cutRevision: record.cutRevision,
      flaws: (articleId, copy) => checks.flaws(articleId, copy),
      forbidsAi: (articleId) =>
        articles.forPublishing.sources(articleId).some(({ storyId }) => wire.sources.forbidsAi(storyId)),
      findings: {
        ofCopy: (...copy) => provenance.gate.ofCopy(...copy),
        ofRevision: (...revision) => provenance.gate.ofRevision(...revision),
        agree: (revisionId, keys) => provenance.gate.agree(revisionId, keys),
      },
    },
    corrections: {
      carriedBy: (articleId, revisionId) => corrections.carriedBy(articleId, revisionId),
      correctedBy: (articleId) => corrections.correctedBy(articleId),
    },
    record,
    mayPublish: wire.sources.mayPublish,
    pictures: media,
    fronts: {
      launched: (targetId) => fronts.forPublishing.launched(targetId),
      stateOf: (frontId, state) => fronts.forPublishing.stateOf(frontId, state),
    },
  });

  const corrections = createCorrectionsService({
    ...desk,
    settings: () => settings.current().corrections,
    house: () => settings.current().house,
    neighbours: {
      articles: {
        ...articles.forPublishing,
        cutRevision: record.cutRevision,
        createFrom: articles.createFrom,
      },
      publishing: publishing.corrections,
    },
  });

  const fronts = createFrontsService({
    ...desk,
    house: () => settings.current().house,
    neighbours: {
      listArticles: articles.list,
      sources: articles.forPublishing.sources,
      clusterOf: wire.queries.headOf,
      deliver: publishing.fronts.deliver,
      refresh: publishing.fronts.refresh,
      siteFigures: publishing.fronts.figures,
    },
  });

  const sample = createSampleService({
    ...ground,
    wire: {
      knowsSource: wire.sources.knows,
      ensureSource: wire.sources.ensure,
      deliver: wire.service.importFile,
      storiesOf: wire.queries.storiesOfSources,
      forget: wire.sources.forget,
      uriOf: (storyId) => wire.queries.story(storyId)?.uri ?? null,
    },
    articles: {
      writeFromWire(storyId, { section, state }) {
        const isOurs = settings.current().house.sections.some(({ slug }) => slug === section);
        return articles.writeFromWire(storyId, undefined, {
          section: isOurs ? section : '',
          state,
          storyType: '',
        });
      },
      writtenFrom: articles.writtenFrom,
      erase: articles.erase,
      trash: (articleId) => articles.setTrashed(articleId, true),
    },
    site: { ...publishing.sampleSite, ensure: publishing.ownTargets.ensureSample },
    forget(storyIds, articleIds) {
      notifications.forget(storyIds, articleIds);
      fronts.forgetArticles(articleIds);
      rules.forget(storyIds);
      record.forgetExercises();
    },
  });

  const comments = createCommentsService({ ...desk, sites: publishing.commentSites });

  const rules = createRulesService({
    ...desk,
    offsetMinutes,
    sourcesNamed: wire.service.sourcesNamed,
    hasSection: (slug) => settings.current().house.sections.some((section) => section.slug === slug),
    story(storyId) {
      const found = wire.queries.story(storyId);
      const version = found === null ? null : wire.queries.version(found.newestVersionId);
      if (found === null || version === null) return null;
      return { headline: version.story.headline ?? '', status: found.effectiveStatus };
    },
    hands: {
      ...wire.marking.byRule,
      draft: (storyId, versionId) => articles.writeFromWire(storyId, versionId).articleId,
      notify: (news) => notifications.add([news]),
    },
  });

  /** The dry run of a condition over the last week's stories. */
  const tryCondition = (condition: string, signal: AbortSignal) =>
    tryOut(
      { dataFolder: ground.dataFolder, condition: rules.readUsable(condition) },
      ground.clock.now(),
      wire.sources.nameOf,
      signal,
    );

  const places = createPlacesService(ground);

  const checks = await createChecksService({ ...desk, settings: settings.current });

  const provenance = createProvenanceService({
    ...desk,
    offsetMinutes,
    needs: {
      article: articles.forPublishing.stored,
      revision: articles.forPublishing.revision,
      sourcesOf: articles.sources.versionsOf,
      ignored: checks.ignored,
      rightsFindings: rights.findingsOf,
    },
  });

  const notifications = createNotificationsService({
    ...desk,
    newestStories: wire.newestStories,
    deliveriesOf: (articleId) => publishing.deliveries(articleId, null, deliveriesLookedAt).rows,
    sentArticle(articleId) {
      const { fields, assignment } = articles.get(articleId);
      return { headline: fields.headline, assignment };
    },
  });

  const impact = createImpactService({
    ...desk,
    neighbours: {
      wire: wire.queries,
      houseCopy: houseCopy.ofVersion,
      articles: articles.forImpact,
      liveTargets: publishing.liveTargets,
      schedulesOf: publishing.schedulesOf,
      slotsOf: fronts.slotsOf,
      notify: notifications.add,
      withdrawalOf: corrections.withdrawalOf,
    },
  });

  return {
    settings,
    people,
    media,
    wire,
    articles,
    articleFiles,
    rights,
    record,
    publishing,
    corrections,
    fronts,
    sample,
    comments,
    rules,
    tryCondition,
    places,
    checks,
    provenance,
    notifications,
    impact,
  };
}
