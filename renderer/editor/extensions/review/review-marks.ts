/** Suggestions and notes as state of Lexical's nodes: the marks of shared/document/marks.ts, kept under `$`. */
import { $getState, createState, type LexicalNode, type StateConfig } from 'lexical';
import type { BlockMarks, Suggestion, TextMarks } from '../../../../shared/document/marks.ts';
import { isSame } from '../../is-same.ts';

type Formatting = NonNullable<TextMarks['formatting']>;

/** Documents are validated on their way in: what stands there is a mark of its kind or nothing. */
function markState<Mark extends object>(key: keyof (TextMarks & BlockMarks)) {
  return createState(key, {
    parse: (value): Mark | null => (typeof value === 'object' && value !== null ? (value as Mark) : null),
    isEqual: isSame,
    resetOnCopyNode: false,
  });
}

export const insertionState = markState<Suggestion>('insertion');
export const deletionState = markState<Suggestion>('deletion');
export const formattingState = markState<Formatting>('formatting');
export const endInsertionState = markState<Suggestion>('endInsertion');
export const endDeletionState = markState<Suggestion>('endDeletion');

const NO_NOTES: readonly string[] = [];

export const notesState = createState('notes', {
  parse: (value): readonly string[] =>
    Array.isArray(value) ? value.filter((id): id is string => typeof id === 'string') : NO_NOTES,
  isEqual: isSame,
});

/** Every kind of suggestion a node can carry. */
export const SUGGESTION_STATES = [
  insertionState,
  deletionState,
  formattingState,
  endInsertionState,
  endDeletionState,
] as unknown as readonly StateConfig<string, Suggestion | null>[];

/** The suggestions a node carries. */
export function $suggestionsOf(node: LexicalNode): Suggestion[] {
  if (node.__state === undefined) return [];
  return SUGGESTION_STATES.flatMap((state) => $getState(node, state) ?? []);
}
