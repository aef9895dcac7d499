import { $applyNodeReplacement, DecoratorNode } from 'lexical';
import type { ReactElement } from 'react';
import type { GalleryNode as SerializedGalleryNode } from '../../../../shared/document/vocabulary.ts';
import { CardNode, type DetailsOf } from '../cards/card-node.ts';
import { GalleryBlock } from './GalleryBlock.tsx';

/** Pictures in their order, each with its own texts, and a caption of them all. */
export class GalleryNode extends CardNode<SerializedGalleryNode> {
  override $config() {
    return this.config('gallery', { extends: DecoratorNode });
  }

  override emptyDetails(): DetailsOf<SerializedGalleryNode> {
    return { pictures: [], caption: '' };
  }

  override decorate(): ReactElement {
    return <GalleryBlock nodeKey={this.getKey()} details={this.getDetails()} />;
  }
}

export function $createGalleryNode(): GalleryNode {
  return $applyNodeReplacement(new GalleryNode());
}
