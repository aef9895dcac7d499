/**
 * The core as a value: no globals, so two can run in one process. Here the slices are made and introduced to each
 * other; they never import one another.
 */
import { join } from 'node:path';
import { createExportFile } from './articles/export/export-file.ts';
import { createImportFile } from './articles/import/import-file.ts';
import { articlesRouter } from './articles/rpc.ts';
import { createArticlesService } from './articles/service.ts';
import { createWritingWindows } from './articles/writing-window.ts';
import { checksRouter } from './checks/rpc.ts';
import { createChecksService } from './checks/service.ts';
import { correctionsRouter } from './corrections/rpc.ts';
import { createCorrectionsService } from './corrections/service.ts';
import { commentsRouter } from './comments/rpc.ts';
import { createCommentsService } from './comments/service.ts';
import type { Core } from './core.ts';
import { checkFiles } from './database/check.ts';
import { openDeskDatabase, openWireDatabase, wireFile } from './database/open.ts';
import {
  markRunning,
  markStopped,
  markWireUnsound,
  prepareDataFolder,
  stoppedUncleanly,
} from './database/recovery.ts';
import { createEventBus } from './events.ts';
import { frontsRouter } from './fronts/rpc.ts';
import { createFrontsService } from './fronts/service.ts';
import { createHouseCopy } from './house-copy.ts';
import { impactRouter } from './impact/rpc.ts';
import { createImpactService } from './impact/service.ts';
import { createJobQueue } from './jobs/queue.ts';
import { mediaRouter } from './media/rpc.ts';
import { createMediaService } from './media/service.ts';
import { createSmallPictures } from './media/small-pictures.ts';
import { notificationsRouter } from './notifications/rpc.ts';
import { createNotificationsService } from './notifications/service.ts';
import { createNotices } from './notices.ts';
import { peopleRouter } from './people/rpc.ts';
import { createPeopleService } from './people/service.ts';
import { placesRouter } from './places/rpc.ts';
import { createPlacesService } from './places/service.ts';
import type { CoreProviders } from './providers.ts';
import { provenanceRouter } from './provenance/rpc.ts';
import { createProvenanceService } from './provenance/service.ts';
import { publishingRouter } from './publishing/rpc.ts';
import { createPublishingService } from './publishing/service.ts';
import { recordRouter } from './record/rpc.ts';
import { createRecordService } from './record/service.ts';
import { rightsRouter } from './rights/rpc.ts';
import { createRightsService } from './rights/service.ts';
import { createRouter } from './router.ts';
import { watchVault } from './watch-vault.ts';
import { sampleRouter } from './sample/rpc.ts';
import { rulesRouter } from './rules/rpc.ts';
import { createRulesService } from './rules/service.ts';
import { tryOut } from './rules/try-out.ts';
import { createSampleService } from './sample/service.ts';
import { createServer } from './serve.ts';
import { settingsRouter } from './settings/rpc.ts';
import { createSettingsService } from './settings/service.ts';
import { checkEverything } from './system/check.ts';
import { exportEverything } from './system/export.ts';
import { systemRouter } from './system/rpc.ts';
import { createSystemService } from './system/service.ts';
import { createUpkeep } from './system/upkeep.ts';
import { createWire } from './wire/create-wire.ts';
import { wireRouter } from './wire/rpc.ts';
import { fetchPicture } from './media/fetch-picture.ts';
import { fetchPage } from './network/fetch-page.ts';
import { runImportWorker } from './articles/import/run-import-worker.ts';
import { offsetOfIndonesianZone } from '../../shared/domain/indonesian-dates.ts';

/** An article's deliveries among which one that has just changed is found. */
const deliveriesLookedAt = 50;

/**
 * Opens the data folder (which must be ours alone) and makes the core. A restore that was asked for is carried out
 * first; damaged files are kept aside and something sound takes their place.
 * Throws DatabaseFromTheFutureError, or what SQLite says where the folder cannot be used at all.
 */
export async function createCore(providers: CoreProviders): Promise<Core> {
  const { dataFolder, clock, log, version } = providers;
  const unclean = stoppedUncleanly(dataFolder);
  const preparation = await prepareDataFolder(dataFolder, clock.now());
  openWireDatabase(dataFolder).close();
  const database = openDeskDatabase(dataFolder);
  markRunning(dataFolder);

  const events = createEventBus((error) => log.error('event listener failed', { error: String(error) }));
  const notices = createNotices({
    known: preparation.notices,
    events,
    log,
    notify: (news) => notifications.add(news),
  });
  const vault = watchVault(providers.vault, (isClosed) => notices.tell('vault-closed', isClosed ? '' : null));
  const jobs = createJobQueue({ database, clock, log });
  const settings = createSettingsService({
    store: providers.settingsStore,
    events,
    log,
    onHouseChanged: () => workplace.record({ kind: 'house-changed' }),
  });
  const people = createPeopleService({ database, events, clock, firstPerson: settings.formerPerson });
  const { workplace } = people;
  const media = createMediaService({
    database,
    dataFolder,
    clock,
    onRights: (mediaId, credit, terms) => rights.noteFromFile(mediaId, { credit, ...terms }),
  });

  const offsetMinutes = () => offsetOfIndonesianZone(settings.current().house.timeZone);
  const wire = createWire({
    database,
    dataFolder,
    jobs,
    vault,
    events,
    clock,
    log,
    workplace,
    settings: settings.current,
    rules: () => rules.inForce(),
    onMet: () => void rules.actOnMatches(),
  });
  const houseCopy = createHouseCopy({ wire, settings: settings.current, workplace });

  const articles = createArticlesService({
    database,
    events,
    clock,
    workplace,
    draftFromWire: houseCopy.take,
    liveTargets: (articleIds) => publishing.liveTargets(articleIds),
    writing: () => settings.current().writing,
    sourceNeeds: { storyVersion: wire.queries.version, fetchPage, readFile: runImportWorker },
    creditInStep: houseCopy.creditInStep,
  });

  const rights = createRightsService({
    database,
    events,
    clock,
    workplace,
    needs: {
      sourcesOf: articles.sources.sourcesOf,
      licenceOf: wire.sources.licenceOf,
      ledgerSources: wire.sources.ledger,
      hasPicture: (mediaId) => media.find(mediaId) !== null,
      creditPattern: () => settings.current().house.creditPattern,
    },
  });

  const record = createRecordService({
    database,
    clock,
    log,
    workplace,
    program: version,
    needs: {
      ...articles.forRecord,
      accepted: (articleId) => provenance.accepted(articleId),
      ignored: (articleId) => checks.ignoredBy(articleId),
      holdAgainst: (...copy) => provenance.holdAgainst(...copy),
      rightsFindings: (copy) => rights.findingsOf(copy),
      zone: () => ({ name: settings.current().house.timeZone, offsetMinutes: offsetMinutes() }),
    },
  });

  const importFile = createImportFile({
    addPicture: media.add,
    fetchPicture,
    create: articles.createFrom,
  });
  const exportFile = createExportFile({
    article: articles.get,
    findPicture: media.find,
    readPicture: media.read,
    addresses: (articleIds) =>
      new Map(
        [...publishing.liveTargets(articleIds)].flatMap(([articleId, targets]) => {
          const url = targets.find((target) => target.url !== null)?.url;
          return url ? [[articleId, url] as const] : [];
        }),
      ),
    language: () => settings.current().interface.language,
  });

  const publishing = createPublishingService({
    database,
    jobs,
    events,
    vault,
    clock,
    log,
    dataFolder,
    house: () => settings.current().house,
    language: () => settings.current().interface.language,
    workplace,
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
    corrections: { carriedBy: (articleId, revisionId) => corrections.carriedBy(articleId, revisionId) },
    record,
    mayPublish: wire.sources.mayPublish,
    pictures: media,
    fronts: {
      launched: (targetId) => fronts.forPublishing.launched(targetId),
      stateOf: (frontId, state) => fronts.forPublishing.stateOf(frontId, state),
    },
  });

  const corrections = createCorrectionsService({
    database,
    events,
    clock,
    workplace,
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
    database,
    jobs,
    events,
    clock,
    house: () => settings.current().house,
    workplace,
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
    events,
    clock,
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

  const comments = createCommentsService({
    database,
    jobs,
    events,
    clock,
    sites: publishing.commentSites,
    workplace,
  });

  const rules = createRulesService({
    database,
    events,
    clock,
    log,
    workplace,
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

  const places = createPlacesService({ database, clock });
  const checks = await createChecksService({
    database,
    dataFolder,
    events,
    clock,
    log,
    settings: settings.current,
    workplace,
  });

  const provenance = createProvenanceService({
    database,
    events,
    clock,
    log,
    workplace,
    offsetMinutes,
    needs: {
      article: articles.forPublishing.stored,
      revision: articles.forPublishing.revision,
      sourcesOf: articles.sources.sourcesOf,
      ignored: checks.ignored,
      rightsFindings: rights.findingsOf,
    },
  });

  const notifications = createNotificationsService({
    database,
    events,
    clock,
    workplace,
    newestStories: wire.newestStories,
    deliveriesOf: (articleId) => publishing.deliveries(articleId, null, deliveriesLookedAt).rows,
    sentArticle(articleId) {
      const { fields, assignment } = articles.get(articleId);
      return { headline: fields.headline, assignment };
    },
  });
  notices.noteKnown();

  const impact = createImpactService({
    database,
    events,
    clock,
    log,
    workplace,
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

  const upkeep = createUpkeep({
    database,
    dataFolder,
    clock,
    log,
    tidy() {
      articles.tidy();
      places.tidy();
      fronts.tidy();
    },
    onMoved: () => notices.tell('folder-moved', dataFolder),
    onBackup: (failure) => notices.tell('backup-failed', failure === null ? null : dataFolder),
  });

  const system = createSystemService({
    database,
    dataFolder,
    clock,
    events,
    workplace,
    recovery: preparation.recovery,
    onSettled: () => started && begin(),
    reopen: providers.reopen ?? (() => {}),
  });

  const router = createRouter(
    {
      wire: wireRouter(wire),
      articles: articlesRouter(articles, { importFile, exportFile }, createWritingWindows()),
      media: mediaRouter(media, fetchPicture),
      people: peopleRouter(people),
      places: placesRouter(places),
      publishing: publishingRouter(publishing, provenance.gate),
      fronts: frontsRouter(fronts),
      comments: commentsRouter(comments),
      checks: checksRouter(checks),
      provenance: provenanceRouter(provenance),
      record: recordRouter(record),
      rights: rightsRouter(rights, provenance.alignedCopy),
      corrections: correctionsRouter(corrections),
      impact: impactRouter(impact),
      notifications: notificationsRouter(notifications),
      rules: rulesRouter(rules, (condition, signal) =>
        tryOut(
          { dataFolder, condition: rules.readUsable(condition) },
          clock.now(),
          wire.sources.nameOf,
          signal,
        ),
      ),
      settings: settingsRouter(settings),
      sample: sampleRouter(sample),
      system: systemRouter(
        {
          version,
          dataFolder,
          wireStories: wire.queries.total,
          sourcesFailing: wire.sources.failing,
          intakePaused: wire.sources.allPaused,
          deliveriesWaiting: () => publishing.counts().waiting,
          secretsKeptBy: vault.keptBy,
          notices: notices.list,
          readLog: providers.readLog,
        },
        system,
        {
          check: (signal) => checkEverything(database, dataFolder, record.verify, signal),
          export: (folder, withWire, signal) =>
            exportEverything(
              folder,
              {
                dataFolder,
                withWire,
                version,
                settings: settings.current(),
                createdAt: new Date(clock.now()).toISOString(),
              },
              signal,
            ),
        },
        events,
      ),
    },
    log,
  );

  let started = false;
  let stopped: Promise<void> | null = null;

  /** Background work rests while a person has yet to say which copy of a damaged desk to go on with. */
  function begin(): void {
    wire.start();
    comments.start();
    jobs.start();
    rules.start();
    impact.start();
    upkeep.start();
    if (preparation.wentBack) void upkeep.lastBackup();
  }

  async function stop(): Promise<void> {
    wire.stop();
    upkeep.stop();
    notifications.stop();
    await jobs.stop();
    await wire.close();
    await rules.stop();
    await impact.stop();
    await checks.stop();
    await provenance.stop();
    if (providers.background && system.recovery() === null) await upkeep.lastBackup();
    database.close();
    markStopped(dataFolder);
  }

  /** After an unclean stop `wire.db` is checked behind everybody's back; an unsound one is salvaged at the next start. */
  async function checkWire(): Promise<void> {
    const [check] = await checkFiles([wireFile(dataFolder)]);
    if (check?.sound !== false) return;
    log.error('wire.db did not pass its check', { problem: check.problems[0] });
    markWireUnsound(dataFolder);
    notices.tell('wire-unsound', 'wire.db');
  }

  wire.sources.ensureManualSource();
  publishing.ownTargets.atStart();
  articles.ensureIndexed();
  if (unclean || preparation.wentBack) {
    publishing.fronts.distrust();
    fronts.followSoon();
  }
  if (preparation.wentBack) publishing.distrustRecords();
  if (preparation.restored !== null) {
    people.recordRestore(preparation.restored.askedBy, preparation.restored.backup);
  }

  return {
    router,
    async start() {
      if (!providers.background || started) return;
      started = true;
      if (system.recovery() === null) begin();
      if (unclean) {
        void checkWire().catch((error: unknown) => log.error('wire check failed', { error: String(error) }));
      }
    },
    startSending() {
      if (system.recovery() === null) jobs.start('publishing');
    },
    stop: () => (stopped ??= stop()),
    serve: createServer({
      media,
      smallPictures: createSmallPictures({ media, folder: join(dataFolder, 'cache', 'pictures') }),
      renderPreview: publishing.renderPreview,
    }),
  };
}
