/** Notes and suggestions in the copy: shown, anchored, found again. What they say stands beside the copy. */
import {
  $getNearestNodeFromDOMNode,
  $isElementNode,
  $isTextNode,
  COLLABORATION_TAG,
  defineExtension,
  HISTORY_MERGE_TAG,
  ParagraphNode,
  TextNode,
  type LexicalEditor,
} from 'lexical';
import { ListItemNode } from '@lexical/list';
import { HeadingNode, QuoteNode } from '@lexical/rich-text';
import type { CopySelection } from '../../../../shared/contract/places.ts';
import { EmbedNode } from '../embed/embed-node.tsx';
import { GalleryNode } from '../gallery/gallery-node.tsx';
import { ImageNode } from '../image/image-node.tsx';
import { PullQuoteNode } from '../pullquote/pullquote-node.ts';
import { RelatedStoryNode } from '../related-story/related-story-node.tsx';
import { SourceNoteNode } from '../source-note/source-note-node.ts';
import { $readSelection, $restoreSelection } from '../copy/copy-selection.ts';
import { $anchorNote, $releaseNote, $selectedWords } from './note-anchors.ts';
import { followMarks } from './show-marks.ts';
import './review.css';

/** Words that are selected, to come back to. */
export interface SelectedWords {
  quote: string;
  selection: CopySelection;
}

export interface Review {
  /** The words that are selected; null where none are. */
  selectedWords(): SelectedWords | null;
  /** Marks the words as what the note is about; false where they are gone. */
  anchorNote(noteId: string, words: SelectedWords): boolean;
  releaseNote(noteId: string): void;
  /** Brings a marked place into sight; the caret goes there, the focus only if asked. False where there is none. */
  reveal(kind: MarkedKind, id: string, options?: { focus: boolean }): boolean;
  /** The marked place under the caret or the pointer: ids as they stand on the page. */
  marksAt(element: Element): { kind: MarkedKind; id: string } | null;
}

export type MarkedKind = 'note' | 'suggestion';

const ATTRIBUTES = { note: 'data-notes', suggestion: 'data-suggestions' } as const;

function elementOf(editor: LexicalEditor, kind: MarkedKind, id: string): HTMLElement | null {
  return (
    editor.getRootElement()?.querySelector<HTMLElement>(`[${ATTRIBUTES[kind]}~="${CSS.escape(id)}"]`) ?? null
  );
}

function createReview(editor: LexicalEditor): Review {
  return {
    selectedWords: () =>
      editor.read(() => {
        const [quote, selection] = [$selectedWords(), $readSelection()];
        return quote === '' || selection === null ? null : { quote, selection };
      }),
    anchorNote(noteId, { selection }) {
      let anchored = false;
      editor.update(
        () => {
          $restoreSelection(selection);
          anchored = $anchorNote(noteId);
        },
        { discrete: true, tag: [HISTORY_MERGE_TAG, COLLABORATION_TAG] },
      );
      return anchored;
    },
    releaseNote: (noteId) =>
      editor.update(() => $releaseNote(noteId), {
        discrete: true,
        tag: [HISTORY_MERGE_TAG, COLLABORATION_TAG],
      }),
    reveal(kind, id, { focus } = { focus: false }) {
      const element = elementOf(editor, kind, id);
      if (element === null) return false;
      element.scrollIntoView({ block: 'center' });
      editor.update(
        () => {
          const node = $getNearestNodeFromDOMNode(element);
          if ($isTextNode(node)) node.select(0, 0);
          else if ($isElementNode(node)) node.selectEnd();
        },
        { discrete: true, tag: focus ? [] : [COLLABORATION_TAG] },
      );
      if (focus) editor.focus();
      return true;
    },
    marksAt(element) {
      const marked = element.closest('[data-marked]');
      const id = (name: string) => marked?.getAttribute(name)?.split(' ')[0] ?? null;
      const [note, suggestion] = [id(ATTRIBUTES.note), id(ATTRIBUTES.suggestion)];
      if (suggestion !== null) return { kind: 'suggestion', id: suggestion };
      return note === null ? null : { kind: 'note', id: note };
    },
  };
}

export const ReviewExtension = defineExtension({
  name: 'redaksi/review',
  build: createReview,
  register: (editor) =>
    followMarks(editor, [
      TextNode,
      ParagraphNode,
      HeadingNode,
      QuoteNode,
      ListItemNode,
      PullQuoteNode,
      SourceNoteNode,
      ImageNode,
      GalleryNode,
      EmbedNode,
      RelatedStoryNode,
    ]),
});
