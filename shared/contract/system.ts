/** The workstation itself: state of the data folder, backups, events. */
import { eventIterator, oc } from '@orpc/contract';
import { z } from 'zod';
import { instantSchema } from './common.ts';
import { contractErrors } from './errors.ts';
import { coreEventSchema } from './events.ts';

export const backupSchema = z.object({
  name: z.string(),
  createdAt: instantSchema,
  bytes: z.int(),
  good: z.boolean(),
});
export type Backup = z.output<typeof backupSchema>;

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
      /** What went wrong when the data was opened, told once: a damaged file set aside, a backup restored … */
      notices: z.array(z.object({ code: z.string(), detail: z.string() })),
    }),
  ),
  backups: base.output(z.array(backupSchema)),
  backUpNow: base.output(backupSchema),
  /** Everything that changes, as it changes; ids only. */
  events: base.output(eventIterator(coreEventSchema)),
};
