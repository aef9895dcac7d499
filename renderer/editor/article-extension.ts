import { HorizontalRuleExtension } from '@lexical/extension';
import { ListExtension } from '@lexical/list';
import { RichTextExtension } from '@lexical/rich-text';
import { configExtension, defineExtension, type AnyLexicalExtension } from 'lexical';
import { CopyExtension } from './extensions/copy/copy-extension.ts';
import { AutotextExtension } from './extensions/autotext/autotext-extension.ts';
import { BlockMoveExtension } from './extensions/blocks/block-move-extension.ts';
import { CaretExtension } from './extensions/caret/caret-extension.ts';
import { DragExtension } from './extensions/drag/drag-extension.ts';
import { EmbedExtension } from './extensions/embed/embed-extension.ts';
import { FactBoxExtension } from './extensions/fact-box/fact-box-extension.ts';
import { FindExtension } from './extensions/find/find-extension.ts';
import { ForeignExtension } from './extensions/foreign/foreign-extension.ts';
import { GalleryExtension } from './extensions/gallery/gallery-extension.ts';
import { ImageExtension } from './extensions/image/image-extension.ts';
import { InsertExtension } from './extensions/insert/insert-extension.ts';
import { LinkExtension } from './extensions/link/link-extension.ts';
import { MarginExtension } from './extensions/margin/margin-extension.ts';
import { MarksExtension } from './extensions/marks/marks-extension.ts';
import { PasteExtension } from './extensions/paste/paste-extension.ts';
import { PullQuoteExtension } from './extensions/pullquote/pullquote-extension.ts';
import { ReadMoreExtension } from './extensions/read-more/read-more-extension.ts';
import { RelatedStoryExtension } from './extensions/related-story/related-story-extension.ts';
import { ReviewExtension } from './extensions/review/review-extension.ts';
import { ServicesExtension } from './extensions/services/services-extension.ts';
import { SuggestingExtension } from './extensions/review/suggesting-extension.ts';
import { SourceNoteExtension } from './extensions/source-note/source-note-extension.ts';
import { TableExtension } from './extensions/table/table-extension.ts';
import { FormatExtension } from './extensions/toolbar/format-extension.ts';
import { MarkdownExtension } from './extensions/typing/markdown-extension.ts';
import { TypingExtension } from './extensions/typing/typing-extension.ts';
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
    GalleryExtension,
    TableExtension,
    EmbedExtension,
    FactBoxExtension,
    RelatedStoryExtension,
    SourceNoteExtension,
    ReadMoreExtension,
    ForeignExtension,
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
      CaretExtension,
      MarginExtension,
      MarksExtension,
      ReviewExtension,
      SuggestingExtension,
      PasteExtension,
      DragExtension,
      FormatExtension,
      InsertExtension,
      BlockMoveExtension,
      FindExtension,
      AutotextExtension,
      MarkdownExtension,
      TypingExtension,
      configExtension(ServicesExtension, { services }),
    ],
    onError(error) {
      throw error;
    },
  });
}
