/** From where on words of the copy may stand elsewhere after an update: what stands before the word one writes in stays. */
import { $isTableNode } from '@lexical/table';
import {
  $getNodeByKey,
  $isTextNode,
  type LexicalEditor,
  type NodeKey,
  type UpdateListenerPayload,
} from 'lexical';
import { textOfPage } from './places.ts';

/** A point in a text of the copy; `offset` in UTF-16 units. */
export interface TextPoint {
  key: NodeKey;
  offset: number;
}

/** The same in what the page shows of it. */
export interface PagePoint {
  text: Text;
  offset: number;
}

type TextUpdate = Pick<
  UpdateListenerPayload,
  'dirtyElements' | 'dirtyLeaves' | 'prevEditorState' | 'editorState'
>;

function sameLength(one: string, other: string): number {
  const most = Math.min(one.length, other.length);
  let at = 0;
  while (at < most && one.charCodeAt(at) === other.charCodeAt(at)) at += 1;
  return at;
}

/** Null: all that was touched may have moved. Constant work but for the text that changed. */
export function movedFrom({
  dirtyElements,
  dirtyLeaves,
  prevEditorState,
  editorState,
}: TextUpdate): TextPoint | null {
  const [key, ...others] = dirtyLeaves;
  if (key === undefined || others.length > 0) return null;
  for (const [element, isOther] of dirtyElements) if (isOther && element !== 'root') return null;
  const before = prevEditorState.read(() => $getNodeByKey(key));
  return editorState.read(() => {
    const now = $getNodeByKey(key);
    if (!$isTextNode(before) || !$isTextNode(now)) return null;
    if (before.__format !== now.__format || before.__style !== now.__style) return null;
    // Columns of a table are as wide as their words.
    if (now.getParents().some($isTableNode)) return null;
    // A word may go to the next line or come back from it, and takes along what it is written together with.
    const offset = now.__text.lastIndexOf(' ', sameLength(before.__text, now.__text) - 1) + 1;
    return offset === 0 ? null : { key, offset };
  });
}

/** Whoever draws beside the copy asks the same of each update. */
const answers = new WeakMap<TextUpdate, PagePoint | null>();

function look(editor: LexicalEditor, update: TextUpdate): PagePoint | null {
  const from = movedFrom(update);
  const text = from === null ? null : textOfPage(editor, from.key);
  return from === null || text === null ? null : { text, offset: from.offset };
}

/** As `movedFrom`, of the page. */
export function movedFromOnPage(editor: LexicalEditor, update: TextUpdate): PagePoint | null {
  const known = answers.get(update);
  if (known !== undefined) return known;
  const answer = look(editor, update);
  answers.set(update, answer);
  return answer;
}

/** Whether words of the page end before a point, and stay where they are for what happens from there on. */
export function endsBefore({ endContainer, endOffset }: Range, { text, offset }: PagePoint): boolean {
  if (endContainer === text) return endOffset <= offset;
  return (endContainer.compareDocumentPosition(text) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
}
