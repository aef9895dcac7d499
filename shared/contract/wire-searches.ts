/** Saved searches of the wire: each is a line beside the sources, and a ticker in a pane or a window of its own. */
import { oc } from '@orpc/contract';
import { z } from 'zod';
import { idSchema } from './common.ts';
import { contractErrors } from './errors.ts';

const searchFactsSchema = z.object({
  name: z.string().trim().min(1).max(60),
  /** As shared/domain/wire-query.ts reads it. */
  query: z.string().trim().min(1).max(500),
});

export const savedSearchSchema = searchFactsSchema.extend({ searchId: idSchema });
export type SavedSearch = z.output<typeof savedSearchSchema>;

const base = oc.errors(contractErrors);

export const wireSearchesContract = {
  /** In the order in which they were saved. */
  list: base.output(z.array(savedSearchSchema)),
  /** Without an id a new one, at the end. INVALID `too-many` beyond fifty, NOT_FOUND. */
  save: base
    .input(searchFactsSchema.extend({ searchId: idSchema.nullable().default(null) }))
    .output(savedSearchSchema),
  remove: base.input(z.object({ searchId: idSchema })),
};
