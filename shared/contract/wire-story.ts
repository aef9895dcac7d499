/**
 * A wire story as every format is read into it. Field names follow ninjs where it has one (IPTC ninjs 3.0); times are
 * ISO 8601 with offset; what the source did not say is null or empty, never a guess.
 */
import { z } from 'zod';
import { documentSchema } from '../document/vocabulary.ts';
import { instantSchema, pubStatusSchema } from './common.ts';

export const wireMediaSchema = z.object({
  /** Where the bytes are; null where they came inside the delivery and are in the media store. */
  url: z.string().nullable(),
  mediaId: z.string().nullable().default(null),
  type: z.enum(['picture', 'video', 'audio', 'graphic', 'other']),
  mimeType: z.string().nullable(),
  width: z.int().nullable(),
  height: z.int().nullable(),
  caption: z.string().nullable(),
  credit: z.string().nullable(),
  alt: z.string().nullable(),
});
export type WireMedia = z.output<typeof wireMediaSchema>;

export const wireSubjectSchema = z.object({
  scheme: z.string().nullable(),
  code: z.string().nullable(),
  name: z.string().nullable(),
});
export type WireSubject = z.output<typeof wireSubjectSchema>;

/** What a parser could not take at its word; the story is shown with it and treated on the safe side. */
export const wireProblemSchema = z.enum([
  'partial', // the delivery broke off; this is what arrived
  'summary-only', // it only announces a story that stands elsewhere
  'embargo-unreadable', // an embargo is stated and cannot be read: it counts as an embargo
  'status-unknown', // a publication status nobody defined: never usable
  'date-unreadable',
  'encoding-guessed',
  'identity-made-up', // the source names no identity; one was derived from the content
]);
export type WireProblem = z.output<typeof wireProblemSchema>;

export const wireStorySchema = z.object({
  uri: z.string(),
  version: z.string().nullable(),
  url: z.string().nullable(),
  headline: z.string().nullable(),
  slugline: z.string().nullable(),
  byline: z.string().nullable(),
  dateline: z.object({ text: z.string(), city: z.string().nullable() }).nullable(),
  language: z.string().nullable(),
  urgency: z.int().min(1).max(9).nullable(),
  pubStatus: pubStatusSchema,
  signals: z.array(z.string()),
  versionCreated: instantSchema.nullable(),
  firstCreated: instantSchema.nullable(),
  embargoed: instantSchema.nullable(),
  expires: instantSchema.nullable(),
  edNote: z.string().nullable(),
  abstract: z.string().nullable(),
  subjects: z.array(wireSubjectSchema),
  keywords: z.array(z.string()),
  rights: z.string().nullable(),
  credit: z.string().nullable(),
  /** Short name for credits (`Ant`) as whoever pasted the copy gave it. */
  creditName: z.string().optional(),
  provider: z.string().nullable(),
  body: documentSchema,
  bodyText: z.string(),
  media: z.array(wireMediaSchema),
  problems: z.array(wireProblemSchema),
});
export type WireStory = z.output<typeof wireStorySchema>;

/** Typed reasons why bytes could not be read as wire copy. */
export const parseErrorCodeSchema = z.enum([
  'empty',
  'too-large',
  'not-recognised',
  'not-well-formed',
  'no-stories',
  'set-aside',
  'timed-out',
  'out-of-memory',
  'unreadable-file',
]);
export type ParseErrorCode = z.output<typeof parseErrorCodeSchema>;
