/** Fields that stand in blocks of the copy (captions, titles): which has the caret, and back to it. */
import {
  $getNearestNodeFromDOMNode,
  $getRoot,
  type LexicalEditor,
  type LexicalNode,
  type NodeKey,
} from 'lexical';
import type { ArticlePlace } from '../../../../shared/contract/places.ts';
import { $rootBlockOf } from '../../root-block.ts';

type FieldPlace = NonNullable<ArticlePlace['field']>;

function isField(element: unknown): element is HTMLInputElement | HTMLTextAreaElement {
  return element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement;
}

/** The field of the copy that has the focus, its block as `$nameOf` tells it; null where none has. */
function focusedField<Name>(
  editor: LexicalEditor,
  $nameOf: (block: LexicalNode) => Name,
): { name: string; block: Name; start: number; end: number } | null {
  const { activeElement: field } = document;
  const name = isField(field) ? field.dataset['property'] : undefined;
  if (!isField(field) || name === undefined) return null;
  return editor.read(() => {
    const node = $getNearestNodeFromDOMNode(field);
    const block = node === null ? null : $rootBlockOf(node);
    if (block === null) return null;
    return { name, block: $nameOf(block), start: field.selectionStart ?? 0, end: field.selectionEnd ?? 0 };
  });
}

/** The field of the copy that has the focus, and what is selected in it; null where none has. */
export function fieldWithFocus(editor: LexicalEditor): FieldPlace | null {
  return focusedField(editor, (block) => block.getIndexWithinParent());
}

/** Where one writes in a field of the copy; null where none has the focus, or words of it are selected. */
export function caretInField(
  editor: LexicalEditor,
): { block: NodeKey; property: string; start: number } | null {
  const at = focusedField(editor, (block) => block.getKey());
  return at === null || at.start !== at.end ? null : { block: at.block, property: at.name, start: at.start };
}

/** Puts the focus into such a field, without scrolling; false where it is not drawn, or not yet. */
export function focusField(editor: LexicalEditor, { name, block, start, end }: FieldPlace): boolean {
  const key = block === null ? undefined : editor.read(() => $getRoot().getChildAtIndex(block)?.getKey());
  const element = key === undefined ? null : editor.getElementByKey(key);
  const field = element?.querySelector(`[data-property="${CSS.escape(name)}"]`);
  if (!isField(field)) return false;
  field.focus({ preventScroll: true });
  field.setSelectionRange(start, end);
  return true;
}
