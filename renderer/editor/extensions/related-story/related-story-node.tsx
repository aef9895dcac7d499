import { $applyNodeReplacement, DecoratorNode } from 'lexical';
import type { ReactElement } from 'react';
import type { RelatedStoryNode as SerializedRelatedStoryNode } from '../../../../shared/document/vocabulary.ts';
import { CardNode, type DetailsOf } from '../cards/card-node.ts';
import { RelatedStoryBlock } from './RelatedStoryBlock.tsx';

/** A story to read as well: one of ours, or one elsewhere. */
export class RelatedStoryNode extends CardNode<SerializedRelatedStoryNode> {
  override $config() {
    return this.config('relatedstory', { extends: DecoratorNode });
  }

  override emptyDetails(): DetailsOf<SerializedRelatedStoryNode> {
    return { articleId: '', url: '', headline: '' };
  }

  override decorate(): ReactElement {
    return <RelatedStoryBlock nodeKey={this.getKey()} details={this.getDetails()} />;
  }
}

/** A card that asks which story is meant. */
export function $createRelatedStoryNode(): RelatedStoryNode {
  return $applyNodeReplacement(new RelatedStoryNode());
}
