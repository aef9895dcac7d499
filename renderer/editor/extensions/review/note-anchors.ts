/** The words a note is about carry its id. */
import { $forEachSelectedTextNode } from '@lexical/selection';
import { $getRoot, $getSelection, $getState, $isRangeSelection, $setState, type TextNode } from 'lexical';
import { notesState } from './review-marks.ts';

/** Gives the selected words the note's id; false where no words are selected. */
export function $anchorNote(noteId: string): boolean {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || selection.isCollapsed()) return false;
  let anchored = false;
  $forEachSelectedTextNode((node) => {
    $setState(node, notesState, (ids) => [...ids.filter((id) => id !== noteId), noteId]);
    anchored = true;
  });
  return anchored;
}

function $anchorsOf(noteId: string): TextNode[] {
  return $getRoot()
    .getAllTextNodes()
    .filter((node) => node.__state !== undefined && $getState(node, notesState).includes(noteId));
}

/** The words lose the note's id: the note was deleted. */
export function $releaseNote(noteId: string): void {
  for (const node of $anchorsOf(noteId)) {
    $setState(node, notesState, (ids) => ids.filter((id) => id !== noteId));
  }
}

/** The selected words, as they are quoted at the head of a note; empty where none are. */
export function $selectedWords(): string {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || selection.isCollapsed()) return '';
  return selection.getTextContent().replaceAll(/\s+/g, ' ').trim().slice(0, 300);
}
