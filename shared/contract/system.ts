/** The workstation itself: state of the data folder, backups, recovery, export, events. */
import { eventIterator, oc } from '@orpc/contract';
import { z } from 'zod';
import { instantSchema } from './common.ts';
import { contractErrors } from './errors.ts';
import { coreEventSchema } from './events.ts';

/** Why a backup was made: by the clock, by a person, before another was restored, out of a damaged file. */
export const backupKindSchema = z.enum(['rolling', 'by-hand', 'before-restore', 'salvaged']);
export type BackupKind = z.output<typeof backupKindSchema>;

export const backupSchema = z.object({
  /** File name in `backups/`. */
  name: z.string(),
  kind: backupKindSchema,
  createdAt: instantSchema,
  bytes: z.int(),
  /** It passes SQLite's check now. */
  good: z.boolean(),
  /** How many migrations it has seen; one with more than this program knows cannot be restored here. */
  version: z.int().nullable(),
  articles: z.int().nullable(),
  /** When an article in it was last changed. */
  changedAt: instantSchema.nullable(),
});
export type Backup = z.output<typeof backupSchema>;

export const salvagedTableSchema = z.object({ name: z.string(), saved: z.int() });
export type SalvagedTable = z.output<typeof salvagedTableSchema>;

/** `desk.db` was found damaged at a start, and nobody has yet said which copy to go on with. */
export const recoverySchema = z.object({
  foundAt: instantSchema,
  /** Where the damaged file is kept, from the data folder on. */
  damagedFile: z.string(),
  /** Backup that is open now; null where there was no sound one and an empty database is open. */
  openedBackup: z.string().nullable(),
  /** Backup made of what could still be read of the damaged file; null where nothing could. */
  salvagedBackup: z.string().nullable(),
  salvaged: z.array(salvagedTableSchema),
});
export type Recovery = z.output<typeof recoverySchema>;

export const checkPartSchema = z.enum(['desk', 'wire', 'record', 'media', 'backups']);
export type CheckPart = z.output<typeof checkPartSchema>;

/** What a check of one part found. `problems` are technical lines, at most twenty; `examined` counts files, of `record` its entries. */
export const checkedPartSchema = z.object({
  part: checkPartSchema,
  examined: z.int(),
  sound: z.boolean(),
  problems: z.array(z.string()),
});
export type CheckedPart = z.output<typeof checkedPartSchema>;

export const exportProgressSchema = z.discriminatedUnion('kind', [
  /** `of`: how many there are of what is being written now. */
  z.object({
    kind: z.literal('progress'),
    part: z.enum(['articles', 'tables', 'wire', 'media']),
    done: z.int(),
    of: z.int(),
  }),
  z.object({ kind: z.literal('done'), folder: z.string(), files: z.int(), bytes: z.int() }),
]);
export type ExportProgress = z.output<typeof exportProgressSchema>;

export const logLevelSchema = z.enum(['info', 'warn', 'error']);

/** A line of the log: names, counts and errors, never copy. */
export const logEntrySchema = z.object({
  time: instantSchema,
  level: logLevelSchema,
  message: z.string(),
  details: z.record(z.string(), z.string()),
});
export type LogEntry = z.output<typeof logEntrySchema>;

const base = oc.errors(contractErrors);

export const systemContract = {
  status: base.output(
    z.object({
      version: z.string(),
      dataFolder: z.string(),
      wireStories: z.int(),
      sourcesFailing: z.int(),
      /** Whether all sources are paused; see `wire.sources.pauseAll`. */
      intakePaused: z.boolean(),
      deliveriesWaiting: z.int(),
      /** What passwords and keys are sealed by on this computer. */
      secretsKeptBy: z.enum(['keychain', 'key-file']),
      /** What is amiss with the data folder since it was opened; `detail` is a file or folder. */
      notices: z.array(z.object({ code: z.string(), detail: z.string() })),
    }),
  ),
  /** All backups, newest first, each checked now. */
  backups: base.output(z.array(backupSchema)),
  backUpNow: base.output(backupSchema),
  /**
   * Puts a backup in the place of `desk.db`. What stands there now is kept as a backup first; then the core is closed
   * and opened again, so the connection breaks. NOT_FOUND, or INVALID (`backup-damaged`, `backup-from-the-future`),
   * where it cannot be; nothing is changed then.
   * `keptAs` is where the present state is kept, from the data folder on.
   */
  restore: base
    .input(z.object({ name: z.string() }))
    .output(z.object({ restored: backupSchema, keptAs: z.string() })),
  /** The choice that waits after `desk.db` was found damaged. Feeds and deliveries rest until it is made. */
  recovery: base.output(recoverySchema.nullable()),
  /** The choice is made: on with what is open now. */
  settleRecovery: base,
  /**
   * Reads what can be read of a damaged `desk.db` into a backup. `file` is a name in `damaged/`. NOT_FOUND where there is
   * none; `salvagedBackup` is null where no article could be read.
   */
  salvage: base
    .input(z.object({ file: z.string() }))
    .output(recoverySchema.pick({ salvaged: true, salvagedBackup: true })),
  /** Checks both databases, every picture and every backup, one part after the other. */
  check: base.output(eventIterator(checkedPartSchema)),
  /**
   * Writes everything into a new folder inside `folder` (docs/export.md has the layout) and tells how far it is. Ending
   * the iteration cancels the export and takes away what it had written.
   */
  export: base
    .input(z.object({ folder: z.string().min(1), withWire: z.boolean().default(true) }))
    .output(eventIterator(exportProgressSchema)),
  /** The newest lines of the log that are at least as grave as `level`, newest first. */
  log: base
    .input(
      z
        .object({
          level: logLevelSchema.default('info'),
          limit: z.int().min(1).max(1000).default(300),
        })
        .prefault({}),
    )
    .output(z.array(logEntrySchema)),
  /** Everything that changes, as it changes; ids only. */
  events: base.output(eventIterator(coreEventSchema)),
};
