import { $isLinkNode } from '@lexical/link';
import {
  $getNodeByKey,
  $getSelection,
  $isLineBreakNode,
  $isRangeSelection,
  $isTextNode,
  COLLABORATION_TAG,
  defineExtension,
  HISTORIC_TAG,
  HISTORY_PUSH_TAG,
  PASTE_TAG,
  type EditorState,
  type LexicalEditor,
  type NodeKey,
  type TextNode,
} from 'lexical';
import {
  LONGEST_LOOK,
  typographicStep,
  type CopyLanguage,
  type TypographicStep,
} from '../../../../shared/domain/smart-typography.ts';
import { ServicesExtension } from '../services/services-extension.ts';

interface TypedStep extends TypographicStep {
  key: NodeKey;
  offset: number;
}

/** The text node the caret is in and its text up to there; null where nothing can have been typed. */
function $textBeforeCaret(): { key: NodeKey; offset: number; length: number; before: string } | null {
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

function stepOf(
  editor: LexicalEditor,
  now: EditorState,
  before: EditorState,
  language: CopyLanguage,
): TypedStep | null {
  const caret = now.read($textBeforeCaret, { editor });
  if (caret === null || caret.offset === 0) return null;
  const lengthBefore = before.read(() => $getNodeByKey(caret.key)?.getTextContentSize() ?? 0, { editor });
  // One character more than before: typed. Anything else was pasted, deleted or set.
  if (caret.length !== lengthBefore + 1) return null;
  const step = typographicStep(caret.before, language);
  if (step === null || step.remove > caret.offset) return null;
  return { ...step, key: caret.key, offset: caret.offset };
}

/** A character alone in a text node of its own, behind another format or a link, touches its neighbours as well. */
const MOST_TOUCHED = 3;
const NOT_TYPED = [HISTORIC_TAG, COLLABORATION_TAG, PASTE_TAG];

/**
 * Typographic quotation marks, dashes and the like of the article's language as one types, each a step of its own: Ctrl+Z brings back what was
 * typed. Looks at nothing but the words before the caret.
 */
export const TypographyExtension = defineExtension({
  name: 'redaksi/typography',
  dependencies: [ServicesExtension],
  register(editor, _config, state) {
    const services = state.getDependency(ServicesExtension).output;
    return editor.registerUpdateListener(({ editorState, prevEditorState, dirtyLeaves, tags }) => {
      if (
        dirtyLeaves.size === 0 ||
        dirtyLeaves.size > MOST_TOUCHED ||
        editor.isComposing() ||
        NOT_TYPED.some((tag) => tags.has(tag))
      )
        return;
      const step = stepOf(editor, editorState, prevEditorState, services.language());
      if (step === null) return;
      editor.update(
        () => {
          const node = $getNodeByKey(step.key);
          if ($isTextNode(node)) node.spliceText(step.offset - step.remove, step.remove, step.insert, true);
        },
        { tag: HISTORY_PUSH_TAG },
      );
    });
  },
});
