/** What an article was made from: wire stories with the version that was used, and pages and files kept as they were read. */
import { oc } from '@orpc/contract';
import { z } from 'zod';
import { documentSchema } from '../document/vocabulary.ts';
import { idSchema, instantSchema, pubStatusSchema, rowIdSchema } from './common.ts';
import { contractErrors } from './errors.ts';

/** A wire story (and the very version) an article was written from. */
export const articleSourceSchema = z.object({
  storyId: rowIdSchema,
  /** The version copy was taken from last. */
  versionId: rowIdSchema,
  uri: z.string(),
  headline: z.string(),
  sourceName: z.string(),
  creditName: z.string(),
  effectiveStatus: pubStatusSchema,
  /** Why its source withdrew it, in the source's words; null where it is not withdrawn or gave no reason. */
  withdrawalReason: z.string().nullable(),
  embargoed: instantSchema.nullable(),
  /** True where the story has a version nobody has decided about yet. */
  outdated: z.boolean(),
});
export type ArticleSource = z.output<typeof articleSourceSchema>;

/** A page of the web or a file that an article was made from, kept as text; it never changes. */
export const articleReferenceSchema = z.object({
  referenceId: idSchema,
  kind: z.enum(['web', 'document']),
  /** Headline of the page, or name of the file. */
  name: z.string(),
  /** Where the page was fetched from, redirects followed; null for a file. */
  address: z.string().nullable(),
  /** As what it is credited; empty where it is not. */
  creditName: z.string(),
  /** SHA-256 of the bytes that were read, in hex. */
  contentHash: z.string(),
  addedAt: instantSchema,
});
export type ArticleReference = z.output<typeof articleReferenceSchema>;

/** The sources of one article, in the order in which they were added. */
export const sourcesOfArticleSchema = z.object({
  sources: z.array(articleSourceSchema),
  references: z.array(articleReferenceSchema),
});
export type SourcesOfArticle = z.output<typeof sourcesOfArticleSchema>;

const base = oc.errors(contractErrors);
const article = z.object({ articleId: idSchema });
const creditName = z.string().max(200).default('');

/** Each answers with the sources as they are then. The article's own words and fields stay, credit line included. */
export const articleSourcesContract = {
  /**
   * Copy of a story was taken into the article. Taken again from another version, the change between both stays to be
   * decided. NOT_FOUND.
   */
  addStory: base
    .input(article.extend({ storyId: rowIdSchema, versionId: rowIdSchema }))
    .output(sourcesOfArticleSchema),
  /** It is a source no more. Does nothing where it is none. */
  removeStory: base.input(article.extend({ storyId: rowIdSchema })).output(sourcesOfArticleSchema),
  /** Puts one that was removed back as it stood among the others. NOT_FOUND where none was. */
  restoreStory: base.input(article.extend({ storyId: rowIdSchema })).output(sourcesOfArticleSchema),
  /**
   * Fetches a page (5 MB at most) and keeps its copy. INVALID `url` with a FetchErrorCode or `http-refused`; UNREADABLE
   * with a ManuscriptErrorCode where no copy can be read out of it. `ownNetwork`: an address inside the house may be reached.
   */
  addWeb: base
    .input(
      article.extend({
        url: z.url({ protocol: /^https?$/ }).max(2000),
        ownNetwork: z.boolean().default(false),
        creditName,
      }),
    )
    .output(sourcesOfArticleSchema),
  /** Keeps the copy of a file of any kind that can be imported, up to 50 MB. UNREADABLE with a ManuscriptErrorCode. */
  addDocument: base
    .input(article.extend({ file: z.file(), name: z.string().min(1).max(500), creditName }))
    .output(sourcesOfArticleSchema),
  /** Takes a page or file off the sources, or puts it back: it is kept all the same. NOT_FOUND. */
  setReferenceRemoved: base
    .input(article.extend({ referenceId: idSchema, removed: z.boolean() }))
    .output(sourcesOfArticleSchema),
  /** A page or file with its copy. NOT_FOUND. */
  reference: base
    .input(article.extend({ referenceId: idSchema }))
    .output(articleReferenceSchema.extend({ document: documentSchema })),
};
