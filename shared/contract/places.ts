/** Where a window was: what was on screen, and in each article the caret, the scrolling and the open tab. */
import { oc } from '@orpc/contract';
import { z } from 'zod';
import { idSchema } from './common.ts';
import { contractErrors } from './errors.ts';

/** A point in the copy: the positions of the nodes on the way down from the root, and the character in the last one. */
const copyPointSchema = z.object({
  path: z.array(z.int().min(0)).max(20),
  offset: z.int().min(0),
});

/** What is selected, from where it was begun to where the caret is. */
export const copySelectionSchema = z.object({ anchor: copyPointSchema, focus: copyPointSchema });
export type CopySelection = z.output<typeof copySelectionSchema>;

export const articlePlaceSchema = z.object({
  /** Null where nothing of the copy was selected. */
  selection: copySelectionSchema.nullable(),
  /** Whether the keys went into the running text of the copy. */
  focused: z.boolean(),
  /**
   * The field that had the focus, and what was selected in it; null where none had. One around the copy has no block; one in
   * it (a caption) the position of its block.
   */
  field: z
    .object({
      name: z.string().max(40),
      block: z.int().min(0).nullable().default(null),
      start: z.int().min(0),
      end: z.int().min(0),
    })
    .nullable()
    .default(null),
  /**
   * The block of the copy at the top, and how many pixels of it are scrolled away (negative: room above it); null where
   * nothing is scrolled.
   */
  scroll: z.object({ block: z.int().min(0), offset: z.number() }).nullable(),
  /** The open tab of the inspector. */
  tab: z.string().max(40),
});
export type ArticlePlace = z.output<typeof articlePlaceSchema>;

const base = oc.errors(contractErrors);

export const placesContract = {
  /** Keeps where a window is: the part of its address after `#`, and the place in the article it shows. */
  keep: base.input(
    z.object({
      screen: z
        .string()
        .max(500)
        .regex(/^#[\w/%.-]*$/),
      article: z.object({ articleId: idSchema, place: articlePlaceSchema }).optional(),
    }),
  ),
  /** What was on screen last; null on a new desk. */
  lastScreen: base.output(z.object({ screen: z.string().nullable() })),
  /** Where one was in an article; null where it was never open. */
  ofArticle: base
    .input(z.object({ articleId: idSchema }))
    .output(z.object({ place: articlePlaceSchema.nullable() })),
};
