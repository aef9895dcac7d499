import {
  $applyNodeReplacement,
  $createParagraphNode,
  $getDocument,
  ElementNode,
  nodeSchema,
  type DOMExportOutput,
  type EditorConfig,
  type ElementDOMSlot,
  type LexicalEditor,
  type LexicalNode,
  type ParagraphNode,
  type RangeSelection,
} from 'lexical';
import { createElementField, updateElementField } from '../cards/element-field.ts';
import { FieldNode, LINE_OF_FIELD } from '../cards/field-node.ts';
import { $becomeParagraph, $paragraphAfter } from '../cards/words-block.ts';

const pullQuoteSchema = nodeSchema<PullQuoteNode>()({ attribution: LINE_OF_FIELD });

/** Words lifted out of the story, and who said them. The attribution is typed into a field below the words. */
export class PullQuoteNode extends FieldNode {
  override $config() {
    return this.config('pullquote', { extends: ElementNode, json: pullQuoteSchema });
  }

  override createDOM(config: EditorConfig, editor: LexicalEditor): HTMLElement {
    const figure = $getDocument().createElement('figure');
    figure.className = config.theme['pullquote'] as string;
    const words = $getDocument().createElement('blockquote');
    figure.append(
      words,
      createElementField(editor, {
        tag: 'figcaption',
        value: this.__line,
        property: 'attribution',
        isOwner: $isPullQuoteNode,
        $write: (node, value) => void node.setLine(value),
        $goOn: (node) =>
          void (node.getNextSibling() ?? node.insertAfter($createParagraphNode())).selectStart(),
      }),
    );
    return figure;
  }

  override updateDOM(previous: this, figure: HTMLElement): boolean {
    updateElementField(figure, this.__line);
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
    if (this.getLine() !== '') {
      const caption = $getDocument().createElement('figcaption');
      caption.textContent = this.getLine();
      figure.append(caption);
    }
    return { element: figure, append: (child) => words.append(child) };
  }

  override insertNewAfter(_selection: RangeSelection, restoreSelection?: boolean): ParagraphNode {
    return $paragraphAfter(this, restoreSelection);
  }

  override collapseAtStart(): true {
    return $becomeParagraph(this);
  }

  override canMergeWhenEmpty(): true {
    return true;
  }
}

export function $createPullQuoteNode(attribution = ''): PullQuoteNode {
  return $applyNodeReplacement(new PullQuoteNode()).setLine(attribution);
}

export function $isPullQuoteNode(node: LexicalNode | null | undefined): node is PullQuoteNode {
  return node instanceof PullQuoteNode;
}
