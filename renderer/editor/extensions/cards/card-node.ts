import {
  $getDocument,
  DecoratorNode,
  type DOMExportOutput,
  type LexicalParseJSON,
  type SerializedLexicalNode,
} from 'lexical';
import type { ReactElement } from 'react';
import { buildDocument } from '../../../../shared/document/build.ts';
import { publishable } from '../../../../shared/document/publishable.ts';
import { documentToHtml } from '../../../../shared/document/to-html.ts';
import type { BlockNode } from '../../../../shared/document/vocabulary.ts';
import { blockText } from '../../../../shared/document/walk.ts';
import { keepPressesFromEditor } from '../../keep-from-editor.ts';

/** What a block of the vocabulary says, without what every Lexical node has. */
export type DetailsOf<Block extends BlockNode> = Omit<Block, 'type' | 'version' | '$'>;

/**
 * A block that React draws and that has no copy of its own to type in: a picture, a card. What it says is one value,
 * the node of the vocabulary, replaced as a whole.
 */
export abstract class CardNode<Block extends BlockNode> extends DecoratorNode<ReactElement> {
  __details: DetailsOf<Block> = this.emptyDetails();

  /** What a new card says. */
  abstract emptyDetails(): DetailsOf<Block>;

  override afterCloneFrom(previous: this): void {
    super.afterCloneFrom(previous);
    this.__details = previous.__details;
  }

  getDetails(): DetailsOf<Block> {
    return this.getLatest().__details;
  }

  setDetails(details: Partial<DetailsOf<Block>>): this {
    const self = this.getWritable();
    self.__details = { ...self.__details, ...details };
    return self;
  }

  override exportJSON(): SerializedLexicalNode & DetailsOf<Block> {
    return { ...super.exportJSON(), ...this.getDetails() };
  }

  override updateFromJSON(serialized: LexicalParseJSON<SerializedLexicalNode>): this {
    const self = super.updateFromJSON(serialized);
    const names = Object.keys(this.emptyDetails()) as (keyof DetailsOf<Block>)[];
    const given = serialized as Partial<DetailsOf<Block>>;
    const known = names.flatMap((name) => (given[name] === undefined ? [] : [[name, given[name]]]));
    return self.setDetails(Object.fromEntries(known) as Partial<DetailsOf<Block>>);
  }

  override createDOM(): HTMLElement {
    const element = $getDocument().createElement('div');
    element.className = `copy-card copy-${this.getType()}`;
    keepPressesFromEditor(element);
    return element;
  }

  override updateDOM(): false {
    return false;
  }

  override isInline(): false {
    return false;
  }

  #block(): BlockNode {
    return this.exportJSON() as unknown as BlockNode;
  }

  override getTextContent(): string {
    return blockText(this.#block());
  }

  /** For the clipboard: the block as the page would have it. */
  override exportDOM(): DOMExportOutput {
    const html = documentToHtml(publishable(buildDocument([this.#block()])), {
      picture: ({ sourceUrl, width, height }) =>
        sourceUrl === '' ? null : { src: sourceUrl, width, height },
    });
    const element = new DOMParser().parseFromString(html, 'text/html').body.firstElementChild;
    if (element instanceof HTMLElement) return { element };
    const words = $getDocument().createElement('p');
    words.textContent = this.getTextContent();
    return { element: words };
  }
}
