import {
  $applyNodeReplacement,
  $createParagraphNode,
  $getDocument,
  ElementNode,
  nodeSchema,
  stringValue,
  withField,
  type DOMExportOutput,
  type EditorConfig,
  type ElementDOMSlot,
  type LexicalEditor,
  type LexicalNode,
  type ParagraphNode,
  type RangeSelection,
} from 'lexical';
import { createElementField, updateElementField } from '../cards/element-field.ts';

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
    figure.append(
      words,
      createElementField(editor, {
        tag: 'figcaption',
        value: this.__attribution,
        property: 'attribution',
        isOwner: $isPullQuoteNode,
        $write: (node, value) => void node.setAttribution(value),
        $goOn: (node) =>
          void (node.getNextSibling() ?? node.insertAfter($createParagraphNode())).selectStart(),
      }),
    );
    return figure;
  }

  override updateDOM(previous: this, figure: HTMLElement): boolean {
    updateElementField(figure, this.__attribution);
    return false;
  }

  override getDOMSlot(figure: HTMLElement): ElementDOMSlot<HTMLElement> {
    const words = figure.querySelector('blockquote');
    return words === null ? super.getDOMSlot(figure) : super.getDOMSlot(figure).withElement(words);
  }

  /** For the clipboard: as the page has it, without the field. */
  override exportDOM(): DOMExportOutput {
    const figure = $getDocument().createElement('figure');
    figure.className = 'pull-quote';
    const words = $getDocument().createElement('blockquote');
    figure.append(words);
    if (this.getAttribution() !== '') {
      const caption = $getDocument().createElement('figcaption');
      caption.textContent = this.getAttribution();
      figure.append(caption);
    }
    return { element: figure, append: (child) => words.append(child) };
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

export function $createPullQuoteNode(attribution = ''): PullQuoteNode {
  return $applyNodeReplacement(new PullQuoteNode()).setAttribution(attribution);
}

export function $isPullQuoteNode(node: LexicalNode | null | undefined): node is PullQuoteNode {
  return node instanceof PullQuoteNode;
}
