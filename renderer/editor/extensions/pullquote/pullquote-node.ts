import {
  $applyNodeReplacement,
  $createParagraphNode,
  $getDocument,
  $getNearestNodeFromDOMNode,
  ElementNode,
  nodeSchema,
  stringValue,
  withField,
  type EditorConfig,
  type ElementDOMSlot,
  type LexicalEditor,
  type LexicalNode,
  type ParagraphNode,
  type RangeSelection,
} from 'lexical';
import { keepFromEditor } from '../../keep-from-editor.ts';

const pullQuoteSchema = nodeSchema<PullQuoteNode>()({
  attribution: withField(stringValue(), { field: '__attribution' }),
});

/** Words lifted out of the story, and who said them. The attribution is typed into a field below the words. */
export class PullQuoteNode extends ElementNode {
  __attribution = '';

  override $config() {
    return this.config('pullquote', { extends: ElementNode, json: pullQuoteSchema });
  }

  override afterCloneFrom(previous: this): void {
    super.afterCloneFrom(previous);
    this.__attribution = previous.__attribution;
  }

  getAttribution(): string {
    return this.getLatest().__attribution;
  }

  setAttribution(attribution: string): this {
    const self = this.getWritable();
    self.__attribution = attribution;
    return self;
  }

  override createDOM(config: EditorConfig, editor: LexicalEditor): HTMLElement {
    const figure = $getDocument().createElement('figure');
    figure.className = config.theme['pullquote'] as string;
    const words = $getDocument().createElement('blockquote');
    figure.append(words, createAttributionField(this.__attribution, editor));
    return figure;
  }

  override updateDOM(previous: this, figure: HTMLElement): boolean {
    const field = figure.querySelector('input');
    if (field !== null && field.value !== this.__attribution) field.value = this.__attribution;
    return false;
  }

  override getDOMSlot(figure: HTMLElement): ElementDOMSlot<HTMLElement> {
    const words = figure.querySelector('blockquote');
    return words === null ? super.getDOMSlot(figure) : super.getDOMSlot(figure).withElement(words);
  }

  override insertNewAfter(_selection: RangeSelection, restoreSelection?: boolean): ParagraphNode {
    const paragraph = $createParagraphNode();
    this.insertAfter(paragraph, restoreSelection);
    return paragraph;
  }

  override collapseAtStart(): true {
    const paragraph = $createParagraphNode();
    paragraph.append(...this.getChildren());
    this.replace(paragraph);
    return true;
  }

  override canMergeWhenEmpty(): true {
    return true;
  }
}

function createAttributionField(value: string, editor: LexicalEditor): HTMLElement {
  const line = $getDocument().createElement('figcaption');
  line.contentEditable = 'false';
  const field = $getDocument().createElement('input');
  field.type = 'text';
  field.value = value;
  field.dataset['role'] = 'attribution';
  line.append(field);
  keepFromEditor(line);
  field.addEventListener('input', () => {
    editor.update(() => {
      const node = $getNearestNodeFromDOMNode(line);
      if ($isPullQuoteNode(node)) node.setAttribution(field.value);
    });
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
        if (!$isPullQuoteNode(node)) return;
        if (event.key === 'Escape') node.selectEnd();
        else (node.getNextSibling() ?? node.insertAfter($createParagraphNode())).selectStart();
      },
      { discrete: true },
    );
    editor.focus();
  });
  return line;
}

export function $createPullQuoteNode(attribution = ''): PullQuoteNode {
  return $applyNodeReplacement(new PullQuoteNode()).setAttribution(attribution);
}

export function $isPullQuoteNode(node: LexicalNode | null | undefined): node is PullQuoteNode {
  return node instanceof PullQuoteNode;
}
