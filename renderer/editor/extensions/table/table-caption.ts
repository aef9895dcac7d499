/** A table's caption: state of Lexical's own node, typed into a field below the table. */
import { $isTableNode, TableNode } from '@lexical/table';
import {
  $createParagraphNode,
  $getNodeByKey,
  $getState,
  $setState,
  createState,
  type LexicalEditor,
} from 'lexical';
import type { EditorServices } from '../../services.ts';
import { createElementField, labelElementField, updateElementField } from '../cards/element-field.ts';

const captionState = createState('caption', { parse: (value) => (typeof value === 'string' ? value : '') });

export function $getTableCaption(table: TableNode): string {
  return $getState(table, captionState);
}

export function $setTableCaption(table: TableNode, caption: string): void {
  $setState(table, captionState, caption);
}

function createField(editor: LexicalEditor, say: EditorServices['say']): HTMLElement {
  const field = createElementField(editor, {
    tag: 'figcaption',
    value: '',
    property: 'caption',
    isOwner: $isTableNode,
    $write: $setTableCaption,
    $goOn: (table) =>
      void (table.getNextSibling() ?? table.insertAfter($createParagraphNode())).selectStart(),
  });
  labelElementField(field, say('editor.table.caption'));
  return field;
}

/** Every table on the page has its field: below the table, which scrolls in itself. */
export function registerCaptions(editor: LexicalEditor, say: EditorServices['say']): () => void {
  return editor.registerMutationListener(TableNode, (mutations) => {
    editor.getEditorState().read(
      () => {
        for (const [key, mutation] of mutations) {
          const frame = mutation === 'destroyed' ? null : editor.getElementByKey(key);
          if (frame === null) continue;
          let line = frame.querySelector<HTMLElement>(':scope > figcaption');
          if (line === null) frame.append((line = createField(editor, say)));
          const table = $getNodeByKey(key);
          if ($isTableNode(table)) updateElementField(line, $getTableCaption(table));
        }
      },
      { editor },
    );
  });
}
