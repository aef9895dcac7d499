/**
 * What typing is compared with: Lexical's own rich text and history on a page with nothing else, the same version, the
 * same documents, set in the same type. Every document has a button that shows it.
 */
import '@fontsource-variable/source-serif-4/index.css';
import { createEmptyHistoryState, registerHistory } from '@lexical/history';
import { LinkNode } from '@lexical/link';
import { ListItemNode, ListNode } from '@lexical/list';
import { HeadingNode, QuoteNode, registerRichText } from '@lexical/rich-text';
import { createEditor, type SerializedEditorState } from 'lexical';

const editor = createEditor({
  nodes: [HeadingNode, QuoteNode, ListNode, ListItemNode, LinkNode],
  onError(error) {
    throw error;
  },
});
editor.setRootElement(document.querySelector<HTMLElement>('[contenteditable]'));
registerRichText(editor);
registerHistory(editor, createEmptyHistoryState(), 300);

const documents = (await (await fetch('/documents.json')).json()) as SerializedEditorState[];
for (const [index, { root }] of documents.entries()) {
  const button = document.createElement('button');
  button.textContent = String(index);
  button.addEventListener('click', () => editor.setEditorState(editor.parseEditorState({ root })));
  document.querySelector('nav')?.append(button);
}
