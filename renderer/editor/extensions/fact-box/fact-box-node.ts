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
} from 'lexical';
import { createElementField, updateElementField } from '../cards/element-field.ts';
import { FieldNode, LINE_OF_FIELD } from '../cards/field-node.ts';

const factBoxSchema = nodeSchema<FactBoxNode>()({ title: LINE_OF_FIELD });

/** A box beside the story: a title in a field of its own, and paragraphs and lists below it. */
export class FactBoxNode extends FieldNode {
  override $config() {
    return this.config('factbox', { extends: ElementNode, json: factBoxSchema });
  }

  override createDOM(config: EditorConfig, editor: LexicalEditor): HTMLElement {
    const box = $getDocument().createElement('aside');
    box.className = config.theme['factbox'] as string;
    const blocks = $getDocument().createElement('div');
    box.append(
      createElementField(editor, {
        tag: 'header',
        value: this.__line,
        property: 'title',
        isOwner: $isFactBoxNode,
        $write: (node, value) => void node.setLine(value),
        $goOn: (node) => void node.selectStart(),
      }),
      blocks,
    );
    return box;
  }

  override updateDOM(_previous: this, box: HTMLElement): boolean {
    updateElementField(box.querySelector('header'), this.__line);
    return false;
  }

  override getDOMSlot(box: HTMLElement): ElementDOMSlot<HTMLElement> {
    const blocks = box.querySelector<HTMLElement>(':scope > div');
    return blocks === null ? super.getDOMSlot(box) : super.getDOMSlot(box).withElement(blocks);
  }

  /** For the clipboard: as the page has it, without the field. */
  override exportDOM(): DOMExportOutput {
    const box = $getDocument().createElement('div');
    box.className = 'fact-box';
    if (this.getLine() !== '') {
      const title = $getDocument().createElement('p');
      title.className = 'fact-box-title';
      title.textContent = this.getLine();
      box.append(title);
    }
    return { element: box };
  }

  /** Blocks inside are blocks, as in the document itself. */
  override isShadowRoot(): true {
    return true;
  }

  override canIndent(): false {
    return false;
  }

  override getTextContent(): string {
    return [this.getLine(), super.getTextContent()].filter((part) => part !== '').join('\n');
  }
}

export function $isFactBoxNode(node: LexicalNode | null | undefined): node is FactBoxNode {
  return node instanceof FactBoxNode;
}

/** A box with one empty paragraph to write into. */
export function $createFactBoxNode(): FactBoxNode {
  const box = $applyNodeReplacement(new FactBoxNode());
  box.append($createParagraphNode());
  return box;
}
