/** Posts as they stand at a target: to be taken in as articles, or beside an article where somebody changed one there. */
import { z } from 'zod';
import { documentSchema } from '../document/vocabulary.ts';
import { articleFieldsSchema } from './articles.ts';
import { idSchema, instantSchema } from './common.ts';
import { correctionKindSchema } from './corrections.ts';

/** Posts that stand at a target. */
export const postListSchema = z.object({
  rows: z.array(
    z.object({
      remoteId: z.string(),
      title: z.string(),
      url: z.string().nullable(),
      visibility: z.enum(['public', 'scheduled', 'hidden', 'trashed']),
      modifiedAt: instantSchema.nullable(),
      /** From when on readers (will) see it. */
      publicAt: instantSchema.nullable(),
      /** The article of ours that it is already. */
      articleId: idSchema.nullable(),
    }),
  ),
  more: z.boolean(),
});
export type PostList = z.output<typeof postListSchema>;

/** What of a foreign block has no place in a plain one; the interface has words for each (`editor.foreign.lost.<code>`). */
export const plainLossSchema = z.enum(['words', 'links', 'pictures', 'look', 'block']);

const versionSchema = z.object({ fields: articleFieldsSchema, document: documentSchema });

/** An article beside what somebody made of it at a target. */
export const publishingConflictSchema = z.object({
  deliveryId: idSchema,
  articleId: idSchema,
  targetName: z.string(),
  url: z.string().nullable(),
  /** Stamp of the post as it was read for this; the decision goes with it. */
  seen: z.string(),
  /** When it was last changed at the target; null where that is not told. */
  changedAt: instantSchema.nullable(),
  /** Number of the working copy that `ours` is. */
  workingBase: z.int(),
  /** The revision that was sent last: what both sides began from; null where the desk went back and does not know it. */
  sent: versionSchema.nullable(),
  ours: versionSchema,
  theirs: versionSchema,
  /** What the house has said of the story and its readers there have not got yet: it goes out with the decision. */
  waiting: z.array(correctionKindSchema),
});
export type PublishingConflict = z.output<typeof publishingConflictSchema>;
