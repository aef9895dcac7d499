/** Where the sentences of an article came from, and what of it is not as its sources have it. */
import { oc } from '@orpc/contract';
import { z } from 'zod';
import { checkedBlockSchema, findingSchema } from './checks.ts';
import { idSchema, instantSchema } from './common.ts';
import { contractErrors } from './errors.ts';

export const ALIGNMENT_KINDS = ['verbatim', 'edited', 'rewritten', 'new'] as const;

export const alignedSentenceSchema = z.object({
  kind: z.enum(ALIGNMENT_KINDS),
  /** 0 to 1. */
  similarity: z.number(),
  /** Best first; `sentence` is a position in the source's sentences. Empty where it is new. */
  sources: z.array(
    z.object({
      sourceId: z.string(),
      sentence: z.int().min(0),
      kind: z.enum(['verbatim', 'edited', 'rewritten']),
      similarity: z.number(),
    }),
  ),
  /** Position of its text in the block, and its place in it (UTF-16 units, white space behind it included). */
  segment: z.int().min(0),
  start: z.int().min(0),
  end: z.int().min(0),
});
export type AlignedSentence = z.output<typeof alignedSentenceSchema>;

export const sourceCopySchema = z.object({
  sourceId: z.string(),
  name: z.string(),
  headline: z.string(),
  /** `withheld`: withdrawn, withheld or under embargo. */
  standing: z.enum(['usable', 'withheld']),
  language: z.enum(['id', 'en']),
  /** Without dateline and footers; none where the version is not kept any more. */
  sentences: z.array(z.object({ text: z.string(), paragraph: z.int().min(0) })),
});
export type SourceOfSentences = z.output<typeof sourceCopySchema>;

/** A finding somebody decided to leave as it is, with the reason. */
export const acceptedFindingSchema = z.object({
  key: z.string(),
  note: z.string(),
  personId: idSchema,
  personName: z.string(),
  acceptedAt: instantSchema,
});
export type AcceptedFinding = z.output<typeof acceptedFindingSchema>;

const base = oc.errors(contractErrors);
const article = z.object({ articleId: idSchema });
const answer = article.extend({ key: z.string().min(1).max(500) });
/** The same for as long as the sources, their versions and what may be taken from them are the same; empty: there are none. */
const stamp = z.string();

export const provenanceContract = {
  /**
   * Holds blocks of the article against its sources: for every sentence where it came from, and what is not as they have
   * it. NOT_FOUND; INVALID `checks-failed` where the worker gave up on it.
   */
  check: base.input(article.extend({ blocks: z.array(checkedBlockSchema).max(400) })).output(
    z.object({
      stamp,
      blocks: z.array(
        z.object({
          id: z.string(),
          findings: z.array(findingSchema),
          sentences: z.array(alignedSentenceSchema),
        }),
      ),
    }),
  ),
  /** The sources sentence by sentence. NOT_FOUND; INVALID `checks-failed`. */
  sources: base.input(article).output(z.object({ stamp, sources: z.array(sourceCopySchema) })),
  accepted: {
    list: base.input(article).output(z.array(acceptedFindingSchema)),
    /** In the name of who sits here. Accepting again changes the note. NOT_FOUND. */
    add: base.input(answer.extend({ note: z.string().trim().min(1).max(2000) })),
    /** It is open again. */
    remove: base.input(answer),
  },
};
