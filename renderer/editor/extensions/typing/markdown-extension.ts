import { $createHorizontalRuleNode, effect } from '@lexical/extension';
import {
  BOLD_ITALIC_STAR,
  BOLD_ITALIC_UNDERSCORE,
  BOLD_STAR,
  BOLD_UNDERSCORE,
  HEADING,
  INLINE_CODE,
  ITALIC_STAR,
  ITALIC_UNDERSCORE,
  LINK,
  ORDERED_LIST,
  QUOTE,
  registerMarkdownShortcuts,
  STRIKETHROUGH,
  UNORDERED_LIST,
  type ElementTransformer,
  type Transformer,
} from '@lexical/markdown';
import { defineExtension, type LexicalEditor } from 'lexical';
import { SuggestingExtension } from '../review/suggesting-extension.ts';

const RULE: ElementTransformer = {
  dependencies: [],
  export: () => null,
  regExp: /^(?:---|\*\*\*|___)\s?$/,
  replace(paragraph, children) {
    const rule = $createHorizontalRuleNode();
    paragraph.insertBefore(rule);
    paragraph.clear();
    paragraph.append(...children);
    paragraph.selectStart();
  },
  triggerOnEnter: true,
  type: 'element',
};

/** Only what the vocabulary has a node for; levels of headings are put right by the vocabulary itself. */
const SHORTCUTS: Transformer[] = [
  HEADING,
  QUOTE,
  UNORDERED_LIST,
  ORDERED_LIST,
  RULE,
  BOLD_ITALIC_STAR,
  BOLD_ITALIC_UNDERSCORE,
  BOLD_STAR,
  BOLD_UNDERSCORE,
  ITALIC_STAR,
  ITALIC_UNDERSCORE,
  STRIKETHROUGH,
  INLINE_CODE,
  LINK,
];

/** A letter or figure ends no shortcut; a sign, a space, Enter and what an input method writes may. */
export function mayEndShortcut({
  key,
  ctrlKey,
  metaKey,
  altKey,
}: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>): boolean {
  return ctrlKey || metaKey || altKey || !/^[\p{L}\p{N}]$/u.test(key);
}

/**
 * Looks for shortcuts, and not while letters follow one another: each look begins an update of Lexical, which copies its
 * table of nodes for it.
 */
function registerShortcuts(editor: LexicalEditor): () => void {
  let stop: (() => void) | null = registerMarkdownShortcuts(editor, SHORTCUTS);
  function follow(event: KeyboardEvent): void {
    if (mayEndShortcut(event)) {
      stop ??= registerMarkdownShortcuts(editor, SHORTCUTS);
    } else {
      stop?.();
      stop = null;
    }
  }
  const endRoot = editor.registerRootListener((root) => {
    root?.addEventListener('keydown', follow, true);
    return () => root?.removeEventListener('keydown', follow, true);
  });
  return () => {
    endRoot();
    stop?.();
  };
}

/** Markdown as one types it: `## `, `- `, `1. `, `> `, `---` with a space or Enter, `**`, `_`, `***`, `~~`, backticks, links. */
export const MarkdownExtension = defineExtension({
  name: 'redaksi/markdown',
  dependencies: [SuggestingExtension],
  register(editor, _config, state) {
    const { suggesting } = state.getDependency(SuggestingExtension).output;
    // What a sign would set otherwise cannot be suggested: there it is a sign.
    return effect(() => (suggesting.value ? undefined : registerShortcuts(editor)));
  },
});
