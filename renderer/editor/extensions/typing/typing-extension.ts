import { $isLinkNode } from '@lexical/link';
import {
  $getNodeByKey,
  $getSelection,
  $isLineBreakNode,
  $isRangeSelection,
  $isTextNode,
  COLLABORATION_TAG,
  COMMAND_PRIORITY_HIGH,
  defineExtension,
  HISTORIC_TAG,
  HISTORY_PUSH_TAG,
  INSERT_LINE_BREAK_COMMAND,
  INSERT_PARAGRAPH_COMMAND,
  mergeRegister,
  PASTE_TAG,
  type EditorState,
  type LexicalEditor,
  type TextNode,
} from 'lexical';
import {
  LONGEST_LOOK,
  typographicStep,
  type TypographicStep,
} from '../../../../shared/domain/smart-typography.ts';
import { endsAddress } from '../../../../shared/domain/typed-address.ts';
import { SuggestingExtension } from '../review/suggesting-extension.ts';
import { ServicesExtension } from '../services/services-extension.ts';
import { $linkWords, $typedAddressAt, type TypedPlace } from './typed-links.ts';

/** The caret in its text node: the length of that, and the words before the caret that rules look at. */
interface Caret extends TypedPlace {
  length: number;
  before: string;
}

/** The text node the caret is in and its text up to there; null where nothing can have been typed. */
function $textBeforeCaret(): Caret | null {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || !selection.isCollapsed() || selection.anchor.type !== 'text')
    return null;
  const node = selection.anchor.getNode();
  if (!$isTextNode(node) || node.hasFormat('code')) return null;
  const { offset } = selection.anchor;
  const own = node.getTextContent().slice(Math.max(0, offset - LONGEST_LOOK), offset);
  const outside = offset < LONGEST_LOOK ? $textBeforeNode(node) : '';
  return { key: node.getKey(), offset, length: node.getTextContentSize(), before: outside + own };
}

/** The end of what stands before a text node in its line: other formats, links, the line's break. */
function $textBeforeNode(node: TextNode): string {
  const holder = node.getParent();
  const previous = node.getPreviousSibling() ?? ($isLinkNode(holder) ? holder.getPreviousSibling() : null);
  if ($isLineBreakNode(previous)) return '\n';
  return $isTextNode(previous) || $isLinkNode(previous) ? previous.getTextContent().slice(-LONGEST_LOOK) : '';
}

/** The caret behind one character just typed; null for whatever else was done. */
function typedCaret(editor: LexicalEditor, now: EditorState, before: EditorState): Caret | null {
  const caret = now.read($textBeforeCaret, { editor });
  if (caret === null || caret.offset === 0) return null;
  const lengthBefore = before.read(() => $getNodeByKey(caret.key)?.getTextContentSize() ?? 0, { editor });
  // One character more than before: typed. Anything else was pasted, deleted or set.
  return caret.length === lengthBefore + 1 ? caret : null;
}

/** Takes a typographic step, to be undone by itself. */
function setMark(
  editor: LexicalEditor,
  { key, offset }: TypedPlace,
  { remove, insert }: TypographicStep,
): void {
  editor.update(
    () => {
      const node = $getNodeByKey(key);
      if ($isTextNode(node)) node.spliceText(offset - remove, remove, insert, true);
    },
    { tag: HISTORY_PUSH_TAG },
  );
}

/** Makes a link of the address that ends at the place, to be undone by itself. */
function setLink(editor: LexicalEditor, place: TypedPlace, ended?: string): void {
  if (editor.getEditorState().read(() => $typedAddressAt(place, ended), { editor }) === null) return;
  editor.update(
    () => {
      const address = $typedAddressAt(place, ended);
      if (address !== null) $linkWords(place.key, address);
    },
    { tag: HISTORY_PUSH_TAG },
  );
}

/** A character alone in a text node of its own, behind another format or a link, touches its neighbours as well. */
const MOST_TOUCHED = 3;
const NOT_TYPED = [HISTORIC_TAG, COLLABORATION_TAG, PASTE_TAG];

/**
 * What typing makes of what was typed, each a step of its own, so that Ctrl+Z brings that back: typographic quotation
 * marks, dashes and the like of the article's language; links of addresses, once a space, Enter or a closing mark ends
 * them. Looks at nothing but the words before the caret. As links cannot be suggested, addresses stay words there.
 */
export const TypingExtension = defineExtension({
  name: 'redaksi/typing',
  dependencies: [ServicesExtension, SuggestingExtension],
  register(editor, _config, state) {
    const services = state.getDependency(ServicesExtension).output;
    const { suggesting } = state.getDependency(SuggestingExtension).output;
    /** Where the caret was when Enter was pressed behind an address. */
    let leftByEnter: TypedPlace | null = null;

    function $leave(): boolean {
      const caret = suggesting.peek() ? null : $textBeforeCaret();
      leftByEnter = caret !== null && $typedAddressAt(caret, '\n') !== null ? caret : null;
      return false;
    }
    return mergeRegister(
      editor.registerCommand(INSERT_PARAGRAPH_COMMAND, $leave, COMMAND_PRIORITY_HIGH),
      editor.registerCommand(INSERT_LINE_BREAK_COMMAND, $leave, COMMAND_PRIORITY_HIGH),
      editor.registerUpdateListener(({ editorState, prevEditorState, dirtyLeaves, tags }) => {
        if (leftByEnter !== null) {
          setLink(editor, leftByEnter, '\n');
          leftByEnter = null;
          return;
        }
        if (
          dirtyLeaves.size === 0 ||
          dirtyLeaves.size > MOST_TOUCHED ||
          editor.isComposing() ||
          NOT_TYPED.some((tag) => tags.has(tag))
        )
          return;
        const caret = typedCaret(editor, editorState, prevEditorState);
        if (caret === null) return;
        const step = typographicStep(caret.before, services.language());
        if (step !== null && step.remove <= caret.offset) setMark(editor, caret, step);
        // A quotation mark that ends an address has become another, in its place.
        if (endsAddress(caret.before.slice(-1)) && !suggesting.peek()) setLink(editor, caret);
      }),
    );
  },
});
