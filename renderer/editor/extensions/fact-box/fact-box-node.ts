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
} from 'lexical';
import { createElementField, updateElementField } from '../cards/element-field.ts';

const factBoxSchema = nodeSchema<FactBoxNode>()({
  title: withField(stringValue(), { field: '__title' }),
});

/** A box beside the story: a title in a field of its own, and paragraphs and lists below it. */
export class FactBoxNode extends ElementNode {
  __title = '';

  override $config() {
    return this.config('factbox', { extends: ElementNode, json: factBoxSchema });
  }

  override afterCloneFrom(previous: this): void {
    super.afterCloneFrom(previous);
    this.__title = previous.__title;
  }

  getTitle(): string {
    return this.getLatest().__title;
  }

  setTitle(title: string): this {
    const self = this.getWritable();
    self.__title = title;
    return self;
  }

  override createDOM(config: EditorConfig, editor: LexicalEditor): HTMLElement {
    const box = $getDocument().createElement('aside');
    box.className = config.theme['factbox'] as string;
    const blocks = $getDocument().createElement('div');
    box.append(
      createElementField(editor, {
        tag: 'header',
        value: this.__title,
        property: 'title',
        isOwner: $isFactBoxNode,
        $write: (node, value) => void node.setTitle(value),
        $goOn: (node) => void node.selectStart(),
      }),
      blocks,
    );
    return box;
  }

  override updateDOM(_previous: this, box: HTMLElement): boolean {
    updateElementField(box.querySelector('header'), this.__title);
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
    if (this.getTitle() !== '') {
      const title = $getDocument().createElement('p');
      title.className = 'fact-box-title';
      title.textContent = this.getTitle();
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
    return [this.getTitle(), super.getTextContent()].filter((part) => part !== '').join('\n');
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
