/** What people have left on a document for each other and not settled yet. */
import type { BlockMarks, TextMarks } from './marks.ts';
import type { ArticleDocument } from './vocabulary.ts';

export interface UnfinishedWork {
  /** Suggestions nobody has accepted or rejected. */
  suggestions: number;
  /** Notes that are not resolved. */
  notes: number;
}

interface MarkedNode {
  $?: (TextMarks & BlockMarks) | undefined;
  children?: readonly MarkedNode[];
}

function suggestionsIn({ $, children = [] }: MarkedNode, found: Set<string>): void {
  const marks = [$?.insertion, $?.deletion, $?.formatting, $?.endInsertion, $?.endDeletion];
  for (const mark of marks) if (mark !== undefined) found.add(mark.id);
  for (const child of children) suggestionsIn(child, found);
}

/** Counted once each, however many nodes carry them. */
export function unfinishedWork({ root, notes }: ArticleDocument): UnfinishedWork {
  const found = new Set<string>();
  suggestionsIn(root as MarkedNode, found);
  return { suggestions: found.size, notes: notes.filter(({ resolved }) => resolved === null).length };
}
