import { DecoratorNode } from 'lexical';
import type { ReactElement } from 'react';
import type { ForeignNode as SerializedForeignNode } from '../../../../shared/document/vocabulary.ts';
import { CardNode, type DetailsOf } from '../cards/card-node.ts';
import { ForeignBlock } from './ForeignBlock.tsx';

/** A block this version has no node for. It is shown, moved and removed, never changed. */
export class ForeignNode extends CardNode<SerializedForeignNode> {
  override $config() {
    return this.config('foreign', { extends: DecoratorNode });
  }

  override emptyDetails(): DetailsOf<SerializedForeignNode> {
    return { kind: 'unknown', origin: '', raw: '' };
  }

  override decorate(): ReactElement {
    return <ForeignBlock nodeKey={this.getKey()} details={this.getDetails()} />;
  }
}
