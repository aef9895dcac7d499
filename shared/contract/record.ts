/**
 * The record of publications: for every revision that reached a place, what it was made from, what was found in it and who
 * answered for it, kept for good (docs/record.md). Entries form a chain of hashes and are never changed or deleted.
 */
import { oc } from '@orpc/contract';
import { z } from 'zod';
import { activityEntrySchema } from './activity.ts';
import { idSchema, instantSchema, pubStatusSchema, rowIdSchema } from './common.ts';
import { contractErrors } from './errors.ts';

/** SHA-256 in lower-case hex. */
const hash = z.string().regex(/^[0-9a-f]{64}$/);

/** Somebody of the house as they were called then; null where nobody knows any more who it was. */
export const recordedPersonSchema = z.object({
  personId: idSchema.nullable(),
  name: z.string(),
  code: z.string(),
});
export type RecordedPerson = z.output<typeof recordedPersonSchema>;

/** A source as it was when the revision was cut. */
export const recordedSourceSchema = z.object({
  sourceId: z.string(),
  kind: z.enum(['story', 'web', 'document']),
  /** Source and headline of a story, headline of a page, name of a file. */
  name: z.string(),
  headline: z.string(),
  creditName: z.string(),
  /** Of a story its URI, of a page where it was fetched; null for a file. */
  address: z.string().nullable(),
  storyId: rowIdSchema.nullable(),
  versionId: rowIdSchema.nullable(),
  /** The version by its sender's own count; null where it names none. Not in entries older than the field. */
  version: z.string().nullable().optional(),
  language: z.string().nullable(),
  /** What its sender said of it then. */
  status: pubStatusSchema,
  /** End of its embargo (ISO 8601), `unreadable` where nobody could tell; null where it had none. */
  embargoed: z.string().nullable(),
  /** When the version was sent, or the page or file read; null where it does not say. */
  sentAt: z.string().nullable(),
  /** Of what was received, as the wire or the page was stored; null where the version was not kept any more. */
  contentHash: z.string().nullable(),
  /** Its words as they were then, under `texts`. */
  textHash: hash,
});
export type RecordedSource = z.output<typeof recordedSourceSchema>;

const counts = z.object({ verbatim: z.int(), edited: z.int(), rewritten: z.int(), new: z.int() });

export const recordedAlignmentSchema = z.object({
  /** `unavailable`: the copy could not be held against its sources then. */
  state: z.enum(['checked', 'no-sources', 'unavailable']),
  /** Sentences of ours by where they came from. */
  sentences: counts,
  /** For each source how many sentences of ours came from it, and how many of its own were used, out of how many. */
  sources: z.array(
    counts.omit({ new: true }).extend({ sourceId: z.string(), used: z.int(), outOf: z.int() }),
  ),
});
export type RecordedAlignment = z.output<typeof recordedAlignmentSchema>;

export const recordedAnswerSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('accepted'),
    note: z.string(),
    person: recordedPersonSchema,
    at: instantSchema,
  }),
  z.object({ kind: z.literal('ignored'), person: recordedPersonSchema, at: instantSchema }),
  /** A mark that asks for no answer. */
  z.object({ kind: z.literal('advisory') }),
  /** Nobody had answered it; `despite` has who published all the same. */
  z.object({ kind: z.literal('open') }),
]);
export type RecordedAnswer = z.output<typeof recordedAnswerSchema>;

export const recordedFindingSchema = z.object({
  /** `checks.reason.<code>` has the words for it. */
  code: z.string(),
  parameters: z.record(z.string(), z.string()),
  /** Our words it is about, as they stood. */
  words: z.string(),
  /** What the source has; null where no source has anything like it. */
  source: z
    .object({ sourceId: z.string(), name: z.string(), sentence: z.string(), words: z.string() })
    .nullable(),
  answer: recordedAnswerSchema,
});
export type RecordedFinding = z.output<typeof recordedFindingSchema>;

/** A correction, withdrawal or reply as the house had filed it. */
const recordedCorrectionSchema = z.object({
  correctionId: idSchema,
  kind: z.string(),
  at: instantSchema,
  person: recordedPersonSchema,
  text: z.string(),
});

/**
 * `published`: readers had this revision from then on. `stood-there`: somebody had changed it at the place, and we let that
 * stand: what is recorded is what stood there, `article.revisionId` what was sent there last. `taken-down`: we took it back.
 * `found-gone`: the place had taken it away by itself.
 */
export const recordKindSchema = z.enum(['published', 'stood-there', 'taken-down', 'found-gone']);
export type RecordKind = z.output<typeof recordKindSchema>;

/** What is hashed: fields may be added in later versions, none changes its meaning. */
export const recordContentSchema = z.object({
  format: z.literal('redaksi-publication-record'),
  formatVersion: z.literal(1),
  recordId: idSchema,
  kind: recordKindSchema,
  /** UTC. */
  at: instantSchema,
  /** The newsroom's clock then: IANA name, its short name, minutes east of UTC. */
  zone: z.object({ name: z.string(), label: z.string(), offsetMinutes: z.int() }),
  program: z.string(),
  article: z.object({
    articleId: idSchema,
    revisionId: rowIdSchema,
    /** When the revision was cut: its sources, findings and answers are those of that moment. */
    revisionAt: instantSchema,
    /** SHA-256 of what went out: fields and document in canonical JSON (RFC 8785), under `texts`. */
    revisionHash: hash,
    headline: z.string(),
    byline: z.string(),
    credit: z.string(),
  }),
  publication: z.object({
    deliveryId: idSchema,
    action: z.string(),
    targetId: idSchema,
    targetName: z.string(),
    targetKind: z.string(),
    /** Null where the place has no address; older entries may have the `file://` address of what was written. */
    url: z.string().nullable(),
    /** What was written there, of a site without an address; null of any other. Not in entries older than the field. */
    path: z.string().nullable().optional(),
    remoteId: z.string().nullable(),
    firstPublishedAt: instantSchema,
    /** The entry before this one about the same article at the same place. */
    previousRecordId: idSchema.nullable(),
  }),
  people: z.object({
    wrote: z.array(recordedPersonSchema),
    edited: z.array(recordedPersonSchema),
    approved: z.array(recordedPersonSchema),
    published: z.array(recordedPersonSchema),
  }),
  sources: z.array(recordedSourceSchema),
  alignment: recordedAlignmentSchema,
  findings: z.array(recordedFindingSchema),
  /** Who said yes to publishing with findings nobody had answered, to how many of them, and when. */
  despite: z.array(z.object({ person: recordedPersonSchema, at: instantSchema, findings: z.int() })),
  /** What the house had said of it and this revision carries. */
  corrections: z.array(recordedCorrectionSchema),
  /** The article's trail until then, the earliest first. */
  trail: z.array(
    z.object({
      at: instantSchema,
      person: recordedPersonSchema,
      entry: activityEntrySchema,
      note: z.string(),
    }),
  ),
});
export type RecordContent = z.output<typeof recordContentSchema>;

export const recordSummarySchema = z.object({
  recordId: idSchema,
  /** Its place in the chain, from 1. */
  number: rowIdSchema,
  kind: recordKindSchema,
  at: instantSchema,
  deliveryId: idSchema,
  /** What was done there: `publish`, `update`, `unpublish` … */
  action: z.string(),
  revisionId: rowIdSchema,
  headline: z.string(),
  targetId: idSchema,
  targetName: z.string(),
  url: z.string().nullable(),
  corrections: z.array(recordedCorrectionSchema),
});
export type RecordSummary = z.output<typeof recordSummarySchema>;

export const recordSchema = z.object({
  number: rowIdSchema,
  /** Hash of the entry before; 64 zeros at the first. */
  previousHash: hash,
  /** SHA-256 of `previousHash`, a line feed and the content in canonical JSON (RFC 8785). */
  hash,
  content: recordContentSchema,
  /** The words of the sources and what went out, each under its hash. */
  texts: z.array(z.object({ hash, text: z.string() })),
  /** What went out as one reads it. */
  articleText: z.string(),
  /** It went to the site of the sample newsroom and leaves with it; its number is of a chain of its own. */
  isExercise: z.boolean(),
  /** Whether this entry and its texts are still what their hashes say. */
  intact: z.boolean(),
});
export type PublicationRecord = z.output<typeof recordSchema>;

/** Something of an article that readers saw and of which there is no entry. */
export const unrecordedSchema = z.object({
  targetName: z.string(),
  url: z.string().nullable(),
  at: instantSchema,
  /** `earlier`: sent before there was a record. `taken-in`: it stood there before it was taken in from the place. */
  why: z.enum(['earlier', 'taken-in']),
});
export type Unrecorded = z.output<typeof unrecordedSchema>;

const base = oc.errors(contractErrors);

export const recordContract = {
  /** Everything recorded of an article, newest first; nothing for one that was published before there was a record. */
  list: base.input(z.object({ articleId: idSchema })).output(z.array(recordSummarySchema)),
  /** What readers saw of it without an entry, newest first. */
  unrecorded: base.input(z.object({ articleId: idSchema })).output(z.array(unrecordedSchema)),
  /** NOT_FOUND. */
  get: base.input(z.object({ recordId: idSchema })).output(recordSchema),
  /** The entry as a file anybody can check (docs/record.md). NOT_FOUND. */
  exportJson: base
    .input(z.object({ recordId: idSchema }))
    .output(z.object({ fileName: z.string(), text: z.string() })),
};
