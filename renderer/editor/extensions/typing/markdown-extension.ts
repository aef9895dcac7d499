import { $createHorizontalRuleNode, effect } from '@lexical/extension';
import {
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
import { defineExtension } from 'lexical';
import { SuggestingExtension } from '../review/suggesting-extension.ts';

const RULE: ElementTransformer = {
  dependencies: [],
  export: () => null,
  regExp: /^(?:---|\*\*\*)\s$/,
  replace(paragraph, children) {
    const rule = $createHorizontalRuleNode();
    paragraph.insertBefore(rule);
    paragraph.clear();
    paragraph.append(...children);
    paragraph.selectStart();
  },
  type: 'element',
};

/** Only what the vocabulary has a node for; levels of headings are put right by the vocabulary itself. */
const SHORTCUTS: Transformer[] = [
  HEADING,
  QUOTE,
  UNORDERED_LIST,
  ORDERED_LIST,
  RULE,
  BOLD_STAR,
  BOLD_UNDERSCORE,
  ITALIC_STAR,
  ITALIC_UNDERSCORE,
  STRIKETHROUGH,
  INLINE_CODE,
  LINK,
];

/** Markdown as one types it: `## `, `- `, `1. `, `> `, `---`, `**`, `_`, `~~`, backticks, links. */
export const MarkdownExtension = defineExtension({
  name: 'redaksi/markdown',
  dependencies: [SuggestingExtension],
  register(editor, _config, state) {
    const { suggesting } = state.getDependency(SuggestingExtension).output;
    // What a sign would set otherwise cannot be suggested: there it is a sign.
    return effect(() => (suggesting.value ? undefined : registerMarkdownShortcuts(editor, SHORTCUTS)));
  },
});
