/** The core as a value: no globals, so two can run in one process. How it begins, what runs meanwhile, how it ends. */
import { join } from 'node:path';
import type { Core } from './core.ts';
import { createSlices } from './create-slices.ts';
import { runAfterCommit } from './database/after-commit.ts';
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
import { createJobQueue } from './jobs/queue.ts';
import { createSmallPictures } from './media/small-pictures.ts';
import { createNotices } from './notices.ts';
import type { CoreProviders } from './providers.ts';
import { createRouter } from './router.ts';
import { createServer } from './serve.ts';
import { checkEverything } from './system/check.ts';
import { exportEverything } from './system/export.ts';
import { systemRouter } from './system/rpc.ts';
import { createSystemService } from './system/service.ts';
import { createUpkeep } from './system/upkeep.ts';
import { watchVault } from './watch-vault.ts';

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

  const events = createEventBus(
    (error) => log.error('event listener failed', { error: String(error) }),
    runAfterCommit(database),
  );
  const notices = createNotices({
    known: preparation.notices,
    events,
    log,
    notify: (news) => slices.notifications.add(news),
  });
  const vault = watchVault(providers.vault, (isClosed) => notices.tell('vault-closed', isClosed ? '' : null));
  const jobs = createJobQueue({ database, clock, log });
  const slices = await createSlices({ database, dataFolder, events, jobs, clock, log, vault }, providers);
  const { wire, articles, publishing, fronts, people, comments, rules, impact } = slices;
  notices.noteKnown();

  const upkeep = createUpkeep({
    database,
    dataFolder,
    clock,
    log,
    tidy() {
      articles.tidy();
      slices.places.tidy();
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
    workplace: people.workplace,
    recovery: preparation.recovery,
    onSettled: () => started && begin(),
    reopen: providers.reopen ?? (() => {}),
  });

  const facts = {
    version,
    dataFolder,
    wireStories: wire.queries.total,
    sourcesFailing: wire.sources.failing,
    intakePaused: wire.sources.allPaused,
    deliveriesWaiting: () => publishing.counts().waiting,
    secretsKeptBy: vault.keptBy,
    notices: notices.list,
    readLog: providers.readLog,
  };
  const tasks = {
    check: (signal: AbortSignal) => checkEverything(database, dataFolder, slices.record.verify, signal),
    export(folder: string, withWire: boolean, signal: AbortSignal) {
      const settings = slices.settings.current();
      const createdAt = new Date(clock.now()).toISOString();
      return exportEverything(folder, { dataFolder, withWire, version, settings, createdAt }, signal);
    },
  };
  const router = createRouter(slices, systemRouter(facts, system, tasks, events), log);

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
    slices.notifications.stop();
    await jobs.stop();
    await wire.close();
    await rules.stop();
    await impact.stop();
    await slices.checks.stop();
    await slices.provenance.stop();
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
      media: slices.media,
      smallPictures: createSmallPictures({
        media: slices.media,
        folder: join(dataFolder, 'cache', 'pictures'),
      }),
      renderPreview: publishing.renderPreview,
    }),
  };
}
