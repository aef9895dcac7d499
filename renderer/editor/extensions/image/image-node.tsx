import { $applyNodeReplacement, DecoratorNode, type LexicalNode } from 'lexical';
import type { ReactElement } from 'react';
import { image } from '../../../../shared/document/build.ts';
import type { ImageNode as SerializedImageNode } from '../../../../shared/document/vocabulary.ts';
import { CardNode } from '../cards/card-node.ts';
import type { ImageDetails } from './image-actions.ts';
import { ImageBlock } from './ImageBlock.tsx';

/** A picture with caption, credit and alternative text, edited in place below it. */
export class ImageNode extends CardNode<SerializedImageNode> {
  override $config() {
    return this.config('image', { extends: DecoratorNode });
  }

  override emptyDetails(): ImageDetails {
    const { type: _type, version: _version, ...details } = image('');
    return details;
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
