/**
 * What people leave on a document for each other, none of which a reader ever gets to see: suggestions, kept as marks on
 * the nodes they are about, and notes, whose ids the words carry that they are about. `publishable` takes all of it away.
 */
import { z } from 'zod';

const idSchema = z.string().min(1).max(64);

/** Who suggested it, and when (ISO 8601). Marks of one change (what was typed over what) have the same id. */
export const suggestionSchema = z.object({
  id: idSchema,
  /** Empty for somebody who is not on the list of people. */
  personId: z.string().max(64),
  at: z.iso.datetime({ offset: true }),
});
export type Suggestion = z.output<typeof suggestionSchema>;

const insertion = suggestionSchema.optional();
const deletion = suggestionSchema.optional();

/** On tabs and line breaks. */
export const inlineMarksSchema = z.object({ insertion, deletion });

/** On a run of text; `formatting.before` are the format bits it had before somebody suggested others. */
export const textMarksSchema = z.object({
  insertion,
  deletion,
  formatting: suggestionSchema.extend({ before: z.int().min(0) }).optional(),
  notes: z.array(idSchema).max(50).optional(),
});
export type TextMarks = z.output<typeof textMarksSchema>;

/**
 * On a block: that the whole of it (a picture, say) is suggested or suggested to go; `endInsertion`, `endDeletion`: that
 * it ends here, or that the next one shall go on in it.
 */
export const blockMarksSchema = z.object({
  insertion,
  deletion,
  endInsertion: suggestionSchema.optional(),
  endDeletion: suggestionSchema.optional(),
});
export type BlockMarks = z.output<typeof blockMarksSchema>;

export const noteMessageSchema = z.object({
  messageId: idSchema,
  personId: z.string().max(64),
  at: z.iso.datetime({ offset: true }),
  text: z.string().min(1).max(5000),
});
export type NoteMessage = z.output<typeof noteMessageSchema>;

/** A conversation about some words. */
export const noteThreadSchema = z.object({
  noteId: idSchema,
  /** The words as they were when it began. */
  quote: z.string().max(2000),
  messages: z.array(noteMessageSchema).min(1).max(500),
  resolved: z
    .object({ personId: z.string().max(64), at: z.iso.datetime({ offset: true }) })
    .nullable()
    .default(null),
});
export type NoteThread = z.output<typeof noteThreadSchema>;

/** When anything was last done to a conversation. */
function lastTouched({ messages, resolved }: NoteThread): number {
  return Math.max(
    ...messages.map(({ at }) => Date.parse(at)),
    resolved === null ? 0 : Date.parse(resolved.at),
  );
}

/**
 * The conversations of two copies of a document: each once, with every message of either, in the order of `ours`. Whether
 * it is resolved is what the copy says in which it was touched last.
 */
export function mergeNotes(ours: readonly NoteThread[], theirs: readonly NoteThread[]): NoteThread[] {
  const others = new Map(theirs.map((thread) => [thread.noteId, thread]));
  const merged = ours.map((thread): NoteThread => {
    const other = others.get(thread.noteId);
    others.delete(thread.noteId);
    if (other === undefined) return thread;
    const known = new Set(thread.messages.map(({ messageId }) => messageId));
    const messages = [...thread.messages, ...other.messages.filter(({ messageId }) => !known.has(messageId))];
    const later = lastTouched(other) > lastTouched(thread) ? other : thread;
    return {
      ...thread,
      messages: messages.toSorted((one, two) => Date.parse(one.at) - Date.parse(two.at)),
      resolved: later.resolved,
    };
  });
  return [...merged, ...others.values()];
}
