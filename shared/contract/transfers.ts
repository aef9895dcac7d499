/** Files on their way to a target, while they are. */
import { z } from 'zod';
import { idSchema, instantSchema } from './common.ts';

const partSchema = z.object({ done: z.number(), of: z.number() });

export const transferSchema = z.object({
  targetId: idSchema,
  targetName: z.string(),
  startedAt: instantSchema,
  /** When it was last heard of. */
  at: instantSchema,
  files: partSchema,
  bytes: partSchema,
});
export type Transfer = z.output<typeof transferSchema>;
