import { HorizontalRuleExtension } from '@lexical/extension';
import { ListExtension } from '@lexical/list';
import { RichTextExtension } from '@lexical/rich-text';
import { configExtension, defineExtension, type AnyLexicalExtension } from 'lexical';
import { CopyExtension } from './extensions/copy/copy-extension.ts';
import { ImageExtension } from './extensions/image/image-extension.ts';
import { LinkExtension } from './extensions/link/link-extension.ts';
import { PasteExtension } from './extensions/paste/paste-extension.ts';
import { PullQuoteExtension } from './extensions/pullquote/pullquote-extension.ts';
import { ServicesExtension } from './extensions/services/services-extension.ts';
import { FormatExtension } from './extensions/toolbar/format-extension.ts';
import { VocabularyExtension } from './extensions/vocabulary/vocabulary-extension.ts';
import type { EditorServices } from './services.ts';
import { copyTheme } from './theme.ts';

/** Everything the vocabulary of an article body needs, with no screen attached. */
export const ArticleNodesExtension = defineExtension({
  name: 'redaksi/article-nodes',
  namespace: 'redaksi',
  dependencies: [
    RichTextExtension,
    ListExtension,
    HorizontalRuleExtension,
    LinkExtension,
    PullQuoteExtension,
    ImageExtension,
    VocabularyExtension,
    CopyExtension,
  ],
});

/** The editor of an article, as the screen mounts it once. */
export function createArticleExtension(services: EditorServices): AnyLexicalExtension {
  return defineExtension({
    name: 'redaksi/article',
    namespace: 'redaksi',
    theme: copyTheme,
    dependencies: [
      ArticleNodesExtension,
      PasteExtension,
      FormatExtension,
      configExtension(ServicesExtension, { services }),
    ],
    onError(error) {
      throw error;
    },
  });
}
