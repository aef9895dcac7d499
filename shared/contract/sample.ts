/** The sample newsroom: synthetic wire copy that ships with the program, to try every screen with, offline. */
import { oc } from '@orpc/contract';
import { z } from 'zod';
import { idSchema } from './common.ts';
import { contractErrors } from './errors.ts';

export const sampleStateSchema = z.object({
  loaded: z.boolean(),
  stories: z.int(),
  /** Drafts written from its stories that nobody worked on: they leave with it. */
  untouchedArticles: z.int(),
  /** Articles written from its stories that somebody worked on: they stay, unless asked otherwise. */
  ownArticles: z.array(z.object({ articleId: idSchema, headline: z.string() })),
});
export type SampleState = z.output<typeof sampleStateSchema>;

const base = oc.errors(contractErrors);

export const sampleContract = {
  state: base.output(sampleStateSchema),
  /** Brings the sample newsroom in; does nothing where it is in already. */
  load: base.output(sampleStateSchema),
  /** Takes it out: its sources, its stories, its untouched drafts. `trash` puts the articles people worked on in the bin. */
  remove: base
    .input(z.object({ ownArticles: z.enum(['keep', 'trash']).default('keep') }))
    .output(z.object({ stories: z.int(), erasedArticles: z.int(), ownArticles: z.int() })),
};
