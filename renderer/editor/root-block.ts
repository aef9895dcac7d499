import {
  $getNodeByKey,
  $getSelection,
  type EditorState,
  type LexicalNode,
  type NodeKey,
  type UpdateListenerPayload,
} from 'lexical';

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

/** Between which blocks a block of the document stands; empty for anything else. */
function neighboursOf(state: EditorState, key: NodeKey): string {
  const node = state.read(() => $getNodeByKey(key));
  return node?.__parent === 'root' ? `${node.__prev} ${node.__next}` : '';
}

type BlockUpdate = Pick<
  UpdateListenerPayload,
  'dirtyElements' | 'dirtyLeaves' | 'prevEditorState' | 'editorState'
>;

/** Whoever draws beside the copy asks the same of each update. */
const answers = new WeakMap<BlockUpdate, boolean>();

/**
 * Whether blocks of the document came, went or changed places in an update: those, and their neighbours, stand between
 * others then. That the root is dirty, or a new value, says nothing: it is with every key.
 */
export function hasOtherBlocks(update: BlockUpdate): boolean {
  const known = answers.get(update);
  if (known !== undefined) return known;
  const { dirtyElements, dirtyLeaves, prevEditorState, editorState } = update;
  const answer = [...dirtyElements.keys(), ...dirtyLeaves].some(
    (key) => neighboursOf(prevEditorState, key) !== neighboursOf(editorState, key),
  );
  answers.set(update, answer);
  return answer;
}
