/** The rights ledger: what may be done with the copy of a source and with a picture, and what in an article is not so. */
import { oc } from '@orpc/contract';
import { z } from 'zod';
import { idSchema, instantSchema } from './common.ts';
import { contractErrors } from './errors.ts';
import { allowedUsesSchema } from './wire-sources.ts';

const mediaId = z.string().regex(/^[0-9a-f]{64}$/);

/** `open`: nobody has said. `archive-only`: it may be kept, and not be published. */
export const pictureUsesSchema = z.enum(['open', 'publish', 'archive-only']);

const pictureFacts = {
  /** Whom it has to be credited to; empty where nobody says. */
  credit: z.string().trim().max(300),
  /** From this instant on it may not be published any more; null where it has no end. */
  expires: instantSchema.nullable(),
  uses: pictureUsesSchema,
  /** Terms in words. */
  notice: z.string().trim().max(2000),
};

export const pictureRightsSchema = z.object({
  mediaId,
  fileName: z.string(),
  ...pictureFacts,
  /** Who says so: the picture's own file, or the desk; `nobody` where nothing is known of it. */
  from: z.enum(['file', 'desk', 'nobody']),
});
export type PictureRights = z.output<typeof pictureRightsSchema>;

/** Something in an article that is not as it was agreed. It is answered as findings of fidelity are, by its key. */
export const rightsFindingSchema = z.object({
  key: z.string(),
  /** `checks.reason.<code>` has the words. */
  code: z.enum([
    'rights-credit-missing',
    'rights-credit-other',
    'rights-source-ended',
    'rights-share',
    'rights-picture-credit-missing',
    'rights-picture-credit-other',
    'rights-picture-ended',
    'rights-picture-archive',
  ]),
  /** Name of the source, or of the picture's file. */
  about: z.string(),
  /** What stands in the article; empty where there is nothing to show. */
  ours: z.string(),
  /** What was agreed, or the notice; empty where there is nothing to show. */
  theirs: z.string(),
  parameters: z.record(z.string(), z.string()),
  /** Milliseconds since 1970 from which on it is so; null: whenever it is published. */
  since: z.number().nullable(),
  /** The credit line that would be right; null where only a person can mend it. */
  credit: z.string().nullable(),
});
export type RightsFinding = z.output<typeof rightsFindingSchema>;

export const licensedSourceSchema = z.object({
  sourceId: idSchema,
  name: z.string(),
  credit: z.string(),
  allowedUses: allowedUsesSchema,
  licenceEnds: instantSchema.nullable(),
  shareOfCopyPercent: z.int().nullable(),
  notice: z.string(),
});
export type LedgerSource = z.output<typeof licensedSourceSchema>;

export const ledgerFilterSchema = z.enum(['all', 'ended', 'soon']);
export type LedgerFilter = z.output<typeof ledgerFilterSchema>;

const base = oc.errors(contractErrors);

export const rightsContract = {
  /** What of the stored working copy would not be as agreed on the day `at` (now, where it is left out). NOT_FOUND. */
  findings: base
    .input(z.object({ articleId: idSchema, at: instantSchema.optional() }))
    .output(z.array(rightsFindingSchema)),
  /** Every source and every picture: those that end first before all others, of the others the newest. */
  ledger: base
    .input(z.object({ filter: ledgerFilterSchema, cursor: z.string().nullable().default(null) }))
    .output(
      z.object({
        sources: z.array(licensedSourceSchema),
        pictures: z.array(pictureRightsSchema),
        cursor: z.string().nullable(),
      }),
    ),
  /** `from` is `nobody` where nothing is known. NOT_FOUND where there is no such picture. */
  picture: base.input(z.object({ mediaId })).output(pictureRightsSchema),
  /** What the desk says of a picture takes the place of what its file says. NOT_FOUND. */
  setPicture: base.input(z.object({ mediaId, ...pictureFacts })).output(pictureRightsSchema),
};
