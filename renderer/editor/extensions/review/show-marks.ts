/** Shows on the page what nodes carry of suggestions and notes: by attributes, which the style sheet and readers of the screen know. */
import {
  $getNodeByKey,
  $getState,
  TextNode,
  type LexicalEditor,
  type LexicalNode,
  type NodeMutation,
} from 'lexical';
import {
  $suggestionsOf,
  deletionState,
  endDeletionState,
  endInsertionState,
  formattingState,
  insertionState,
  notesState,
} from './review-marks.ts';

function setAttribute(element: HTMLElement, name: string, value: string): void {
  if (value === '') element.removeAttribute(name);
  else if (element.getAttribute(name) !== value) element.setAttribute(name, value);
}

function kindsOf(node: LexicalNode): string {
  return [
    [insertionState, 'insertion'],
    [deletionState, 'deletion'],
    [formattingState, 'formatting'],
    [endInsertionState, 'end-insertion'],
    [endDeletionState, 'end-deletion'],
  ]
    .flatMap(([state, name]) =>
      $getState(node, state as typeof insertionState) === null ? [] : [name as string],
    )
    .join(' ');
}

/** ARIA's own roles for what editors call tracked changes; a text with none has none. */
function roleOf(kinds: string): string {
  if (kinds.includes('deletion')) return 'deletion';
  return kinds.includes('insertion') ? 'insertion' : '';
}

export function $showMarks(node: LexicalNode, element: HTMLElement): void {
  if (node.__state === undefined && element.dataset['marked'] === undefined) return;
  const kinds = kindsOf(node);
  const notes = node instanceof TextNode ? $getState(node, notesState).join(' ') : '';
  const ids = [...new Set($suggestionsOf(node).map(({ id }) => id))].join(' ');
  setAttribute(element, 'data-suggested', kinds);
  setAttribute(element, 'data-suggestions', ids);
  setAttribute(element, 'data-notes', notes);
  setAttribute(element, 'data-marked', kinds === '' && notes === '' ? '' : 'yes');
  if (node instanceof TextNode) setAttribute(element, 'role', roleOf(kinds));
}

/** Follows what changes of the given kinds of nodes: work for touched nodes alone. */
export function followMarks(
  editor: LexicalEditor,
  kinds: readonly Parameters<LexicalEditor['registerMutationListener']>[0][],
): () => void {
  function show(mutations: Map<string, NodeMutation>): void {
    editor.getEditorState().read(
      () => {
        for (const [key, mutation] of mutations) {
          const element = mutation === 'destroyed' ? null : editor.getElementByKey(key);
          const node = element === null ? null : $getNodeByKey(key);
          if (node !== null && element !== null) $showMarks(node, element);
        }
      },
      { editor },
    );
  }
  const ends = kinds.map((kind) => editor.registerMutationListener(kind, show));
  return () => ends.forEach((end) => end());
}
