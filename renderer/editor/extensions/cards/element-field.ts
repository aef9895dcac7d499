import { getExtensionDependencyFromEditor } from '@lexical/extension';
import {
  $getDocument,
  $getNearestNodeFromDOMNode,
  type ElementNode,
  type LexicalEditor,
  type LexicalNode,
} from 'lexical';
import { setTypographicMarks } from '../../../typographic-typing.ts';
import { keepFromEditor } from '../../keep-from-editor.ts';
import { ServicesExtension } from '../services/services-extension.ts';

interface ElementField<Node extends ElementNode> {
  /** The HTML element the field's line is. */
  tag: 'figcaption' | 'header';
  value: string;
  /** The property of the node it shows, where findings lead. */
  property: string;
  isOwner: (node: LexicalNode | null | undefined) => node is Node;
  $write: (node: Node, value: string) => void;
  /** Puts the caret where writing goes on after Enter; Escape leads back to the end of the block's own copy. */
  $goOn: (node: Node) => void;
}

/** A line of plain text in a block that also holds copy: who said a quote, the title of a box. */
export function createElementField<Node extends ElementNode>(
  editor: LexicalEditor,
  { tag, value, property, isOwner, $write, $goOn }: ElementField<Node>,
): HTMLElement {
  const line = $getDocument().createElement(tag);
  line.contentEditable = 'false';
  const field = $getDocument().createElement('input');
  field.type = 'text';
  field.value = value;
  field.dataset['property'] = property;
  line.append(field);
  keepFromEditor(line);
  field.addEventListener('input', (event) => {
    const services = getExtensionDependencyFromEditor(editor, ServicesExtension).output;
    setTypographicMarks(event, services.language());
    editor.update(() => {
      const node = $getNearestNodeFromDOMNode(line);
      if (isOwner(node)) $write(node, field.value);
    });
  });
  // Nothing beside the field can hold a caret.
  line.addEventListener('mousedown', (event) => {
    if (event.target === field) return;
    event.preventDefault();
    field.focus();
  });
  field.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' && event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    // While a field has the focus, Lexical leaves the caret where it is.
    field.blur();
    editor.update(
      () => {
        const node = $getNearestNodeFromDOMNode(line);
        if (!isOwner(node)) return;
        if (event.key === 'Escape') node.selectEnd();
        else $goOn(node);
      },
      { discrete: true },
    );
    editor.focus();
  });
  return line;
}

/** Shows what the node says in its field, and what the field is for. */
export function updateElementField(element: HTMLElement | null, value: string): void {
  const field = element?.querySelector('input');
  if (field !== null && field !== undefined && field.value !== value) field.value = value;
}

export function labelElementField(element: HTMLElement | null, label: string): void {
  const field = element?.querySelector('input');
  if (field === null || field === undefined) return;
  field.placeholder = label;
  field.setAttribute('aria-label', label);
}
