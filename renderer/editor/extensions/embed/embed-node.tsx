import { $applyNodeReplacement, DecoratorNode } from 'lexical';
import type { ReactElement } from 'react';
import type { EmbedAddress } from '../../../../shared/document/embeds.ts';
import type { EmbedNode as SerializedEmbedNode } from '../../../../shared/document/vocabulary.ts';
import { CardNode, type DetailsOf } from '../cards/card-node.ts';
import { EmbedBlock } from './EmbedBlock.tsx';

/** A film, a post, a song, a map at another site: a card that says what is to be seen there. Nothing of it is loaded. */
export class EmbedNode extends CardNode<SerializedEmbedNode> {
  override $config() {
    return this.config('embed', { extends: DecoratorNode });
  }

  override emptyDetails(): DetailsOf<SerializedEmbedNode> {
    return { provider: 'youtube', url: '', title: '', caption: '' };
  }

  override decorate(): ReactElement {
    return <EmbedBlock nodeKey={this.getKey()} details={this.getDetails()} />;
  }
}

/** A card for an address; with none, one that asks for it. */
export function $createEmbedNode(address?: EmbedAddress): EmbedNode {
  const node = $applyNodeReplacement(new EmbedNode());
  return address === undefined ? node : node.setDetails(address);
}
