import { $getRoot, $getSelection, type LexicalNode, type UpdateListenerPayload } from 'lexical';

/** The block of the document a node stands in, however deep in tables and boxes; null for the root itself. */
export function $rootBlockOf(node: LexicalNode): LexicalNode | null {
  for (let block: LexicalNode | null = node; block !== null;) {
    const parent: LexicalNode | null = block.getParent();
    if (parent === null) return null;
    if (parent.getKey() === 'root') return block;
    block = parent;
  }
  return null;
}

/** The block of the document the selection starts in. */
export function $rootBlockOfSelection(): LexicalNode | null {
  const node = $getSelection()?.getNodes()[0];
  return node === undefined ? null : $rootBlockOf(node);
}

/**
 * Whether top-level blocks came, went or changed places: the root is a new value then. That it is among what Lexical calls
 * dirty says nothing, since it is with every key.
 */
export function hasOtherBlocks({
  prevEditorState,
  editorState,
}: Pick<UpdateListenerPayload, 'prevEditorState' | 'editorState'>): boolean {
  return prevEditorState.read($getRoot) !== editorState.read($getRoot);
}
