import {
  $applyNodeReplacement,
  $getDocument,
  DecoratorNode,
  nodeSchema,
  numberValue,
  stringValue,
  withField,
  type DOMExportOutput,
  type LexicalNode,
} from 'lexical';
import type { ReactElement } from 'react';
import type { ImageDetails } from './image-actions.ts';
import { ImageBlock } from './ImageBlock.tsx';

const imageSchema = nodeSchema<ImageNode>()({
  mediaId: withField(stringValue(), { field: '__mediaId' }),
  sourceUrl: withField(stringValue(), { field: '__sourceUrl' }),
  alt: withField(stringValue(), { field: '__alt' }),
  caption: withField(stringValue(), { field: '__caption' }),
  credit: withField(stringValue(), { field: '__credit' }),
  width: withField(numberValue(0, { min: 0, integer: true }), { field: '__width' }),
  height: withField(numberValue(0, { min: 0, integer: true }), { field: '__height' }),
});

/** A picture with caption, credit and alternative text, edited in place below it. */
export class ImageNode extends DecoratorNode<ReactElement> {
  __mediaId = '';
  __sourceUrl = '';
  __alt = '';
  __caption = '';
  __credit = '';
  __width = 0;
  __height = 0;

  override $config() {
    return this.config('image', { extends: DecoratorNode, json: imageSchema });
  }

  // Lexical clones a node through its constructor and then copies the properties its schema names.
  override afterCloneFrom(previous: this): void {
    super.afterCloneFrom(previous);
    this.__mediaId = previous.__mediaId;
    this.__sourceUrl = previous.__sourceUrl;
    this.__alt = previous.__alt;
    this.__caption = previous.__caption;
    this.__credit = previous.__credit;
    this.__width = previous.__width;
    this.__height = previous.__height;
  }

  override createDOM(): HTMLElement {
    const element = $getDocument().createElement('div');
    element.className = 'copy-image';
    return element;
  }

  override updateDOM(): false {
    return false;
  }

  override exportDOM(): DOMExportOutput {
    const figure = $getDocument().createElement('figure');
    const picture = $getDocument().createElement('img');
    picture.alt = this.getDetails().alt;
    if (this.getDetails().sourceUrl !== '') picture.src = this.getDetails().sourceUrl;
    const caption = $getDocument().createElement('figcaption');
    caption.textContent = this.getTextContent();
    figure.append(picture, caption);
    return { element: figure };
  }

  override isInline(): false {
    return false;
  }

  override getTextContent(): string {
    const { caption, credit } = this.getDetails();
    return [caption, credit].filter((part) => part !== '').join(' ');
  }

  getDetails(): ImageDetails {
    const self = this.getLatest();
    return {
      mediaId: self.__mediaId,
      sourceUrl: self.__sourceUrl,
      alt: self.__alt,
      caption: self.__caption,
      credit: self.__credit,
      width: self.__width,
      height: self.__height,
    };
  }

  setDetails(details: Partial<ImageDetails>): this {
    const self = this.getWritable();
    self.__mediaId = details.mediaId ?? self.__mediaId;
    self.__sourceUrl = details.sourceUrl ?? self.__sourceUrl;
    self.__alt = details.alt ?? self.__alt;
    self.__caption = details.caption ?? self.__caption;
    self.__credit = details.credit ?? self.__credit;
    self.__width = details.width ?? self.__width;
    self.__height = details.height ?? self.__height;
    return self;
  }

  override decorate(): ReactElement {
    return <ImageBlock nodeKey={this.getKey()} details={this.getDetails()} />;
  }
}

export function $createImageNode(details: Partial<ImageDetails> = {}): ImageNode {
  return $applyNodeReplacement(new ImageNode()).setDetails(details);
}

export function $isImageNode(node: LexicalNode | null | undefined): node is ImageNode {
  return node instanceof ImageNode;
}
