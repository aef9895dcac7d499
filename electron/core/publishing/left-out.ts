/** What of an article a target has to leave out, as differences a person is told. */
import type { ArticleDocument, ForeignNode } from '../../../shared/document/vocabulary.ts';
import { foreignText } from '../../../shared/document/walk.ts';
import type { Difference } from './target.ts';

interface Leaving {
  /** Where a story of ours is at the target; null where it is not out there. */
  relatedStory: (articleId: string) => string | null;
  /** Whether a block of another hand goes back to this target. */
  takesForeign: (node: ForeignNode) => boolean;
}

/** Foreign blocks of other places, and related stories that are out nowhere a reader could follow them to. */
export function leftOutOf(document: ArticleDocument, { relatedStory, takesForeign }: Leaving): Difference[] {
  return document.root.children.flatMap((block): Difference[] => {
    if (block.type === 'foreign' && !takesForeign(block)) {
      return [{ field: 'foreign-block', meant: foreignText(block) || block.kind, found: '' }];
    }
    if (block.type !== 'relatedstory' || block.url !== '') return [];
    const place = block.articleId === '' ? null : relatedStory(block.articleId);
    return place === null ? [{ field: 'related-story', meant: block.headline, found: '' }] : [];
  });
}
