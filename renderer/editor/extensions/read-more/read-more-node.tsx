import { $applyNodeReplacement, DecoratorNode } from 'lexical';
import type { ReactElement } from 'react';
import type { BlockNode } from '../../../../shared/document/vocabulary.ts';
import { CardNode } from '../cards/card-node.ts';
import { ReadMoreBlock } from './ReadMoreBlock.tsx';

type SerializedReadMoreNode = Extract<BlockNode, { type: 'readmore' }>;

/** Where lists of stories stop and the page goes on. */
export class ReadMoreNode extends CardNode<SerializedReadMoreNode> {
  override $config() {
    return this.config('readmore', { extends: DecoratorNode });
  }

  override emptyDetails(): object {
    return {};
  }

  override decorate(): ReactElement {
    return <ReadMoreBlock nodeKey={this.getKey()} />;
  }
}

export function $createReadMoreNode(): ReadMoreNode {
  return $applyNodeReplacement(new ReadMoreNode());
}
