/**
 * What is on its way into a block of the copy: a picture that is being stored or fetched. It gets there whatever the person
 * does meanwhile: the focus stays where it is, and an article that was left for another one gets it all the same.
 */
import {
  $getNodeByKey,
  COLLABORATION_TAG,
  type LexicalEditor,
  type LexicalParseJSON,
  type NodeKey,
  type SerializedLexicalNode,
  type UpdateTag,
} from 'lexical';
import type { ArticleDocument, BlockNode } from '../../../../shared/document/vocabulary.ts';
import { CardNode } from '../cards/card-node.ts';

/** The block with what has arrived. Of one that went away meanwhile nobody asks. */
export type BlockChange = (block: BlockNode) => BlockNode;

export interface Arrivals {
  /**
   * Something is on its way into this block of the open article. What is returned is called once it is there, with what that
   * makes of the block, or with null where it will not come. `tag`: what it is in the history.
   */
  expect(key: NodeKey, tag: UpdateTag): (change: BlockChange | null) => void;
  /** Whether something is still on its way into the article. */
  expects(articleId: string): boolean;
  /**
   * Told of articles that are not open any more: the copy with what arrived for it, as it was left otherwise; null where
   * what was expected will not come.
   */
  onLate(listener: (articleId: string, document: ArticleDocument | null) => void): () => void;
}

interface ArrivalNeeds {
  openId: () => string | null;
  /** Changes a block of an article that was left; null where that article is not kept any more. */
  changeLeft: (articleId: string, key: NodeKey, change: BlockChange) => ArticleDocument | null;
}

export function createArrivals(editor: LexicalEditor, { openId, changeLeft }: ArrivalNeeds): Arrivals {
  const expected = new Map<symbol, string>();
  const listeners = new Set<(articleId: string, document: ArticleDocument | null) => void>();

  function $change(key: NodeKey, change: BlockChange): void {
    const node = $getNodeByKey(key);
    if (!(node instanceof CardNode)) return;
    const block = change(node.exportJSON() as unknown as BlockNode);
    node.updateFromJSON(block as unknown as LexicalParseJSON<SerializedLexicalNode>);
  }

  return {
    expect(key, tag) {
      const articleId = openId();
      const one = Symbol('expected');
      if (articleId !== null) expected.set(one, articleId);
      return (change) => {
        expected.delete(one);
        if (articleId === openId()) {
          if (change !== null) editor.update(() => $change(key, change), { tag: [tag, COLLABORATION_TAG] });
          return;
        }
        if (articleId === null) return;
        const document = change === null ? null : changeLeft(articleId, key, change);
        for (const listener of listeners) listener(articleId, document);
      };
    },
    expects: (articleId) => [...expected.values()].includes(articleId),
    onLate(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
