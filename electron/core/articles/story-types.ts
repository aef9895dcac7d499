/** Story types of the house: what an article of one begins with, and what it needs before it is ready. */
import {
  articleFieldsSchema,
  type ArticleFields,
  type ArticleState,
} from '../../../shared/contract/articles.ts';
import type { RequiredPart, StoryType } from '../../../shared/contract/story-types.ts';
import type { WritingSettings } from '../../../shared/contract/writing-settings.ts';
import { buildDocument } from '../../../shared/document/build.ts';
import { publishable } from '../../../shared/document/publishable.ts';
import type { ArticleDocument } from '../../../shared/document/vocabulary.ts';
import { decideTransition } from '../../../shared/domain/article-state.ts';
import { blocksThere, missingParts, storyTypeOf } from '../../../shared/domain/story-types.ts';
import { contractError } from '../errors.ts';
import { readMarkdown } from './import/read-markdown.ts';

interface Copy {
  fields: ArticleFields;
  document: ArticleDocument;
}

export type StoryTypes = ReturnType<typeof createStoryTypes>;

export function createStoryTypes(writing: () => WritingSettings) {
  /** The type asked for: undefined is the house's usual one, empty is none. Throws NOT_FOUND. */
  function chosen(id: string | undefined): StoryType | null {
    const { storyTypes, usualStoryType } = writing();
    const type = storyTypeOf({ storyType: id ?? usualStoryType }, storyTypes);
    if (type === null && id !== undefined && id !== '')
      throw contractError('NOT_FOUND', { kind: 'story-type', id });
    return type;
  }

  function missing({ fields, document }: Copy): RequiredPart[] {
    const type = storyTypeOf(fields, writing().storyTypes);
    if (type === null || type.required.length === 0) return [];
    return missingParts(type, fields, blocksThere(publishable(document).root.children));
  }

  return {
    /** A new article of a type. Throws NOT_FOUND. */
    begin(id: string | undefined): Copy {
      const type = chosen(id);
      const fields = articleFieldsSchema.parse({ storyType: type?.id, kicker: type?.kicker });
      if (type === null || type.skeleton.trim() === '') return { fields, document: buildDocument([]) };
      return { fields, document: readMarkdown(type.skeleton).document };
    },

    /** What was written from the wire, as an article of a type: its words stay as they are. Throws NOT_FOUND. */
    dress(fields: ArticleFields, id: string | undefined): ArticleFields {
      const type = chosen(id);
      if (type === null) return fields;
      return { ...fields, storyType: type.id, kicker: fields.kicker === '' ? type.kicker : fields.kicker };
    },

    /** Parts its type requires that are not there yet. */
    missing,

    /**
     * Whether a person may move an article to a state. Throws TRANSITION_REFUSED, or NOT_READY where it would be ready
     * and lacks what its type requires.
     */
    refuseMove(article: Copy & { state: ArticleState }, to: ArticleState): void {
      const transition = decideTransition(article.state, to);
      if (!transition.ok || to === 'published') {
        throw contractError('TRANSITION_REFUSED', { from: article.state, to });
      }
      const parts = to === 'ready' && transition.kind === 'forward' ? missing(article) : [];
      if (parts.length > 0) throw contractError('NOT_READY', { missing: parts, count: parts.length });
    },
  };
}
