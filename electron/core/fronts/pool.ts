/** Stories to place: found by the articles' own list. */
import type { ArticleFilter } from '../../../shared/contract/articles.ts';
import type { FrontStory } from '../../../shared/contract/fronts.ts';
import { fullTextMatch } from '../database/full-text.ts';
import type { Facts } from './facts.ts';
import type { StoryQueries } from './story-queries.ts';

export interface PoolQuestion {
  standing: 'live' | 'scheduled' | 'ready';
  section: string | null;
  query: string;
  cursor: string | null;
  limit: number;
}

export type ListArticles = (
  filter: ArticleFilter,
  cursor: string | null,
  limit: number,
) => { rows: { articleId: string }[]; cursor: string | null };

export function createPool({
  stories,
  facts,
  listArticles,
}: {
  stories: StoryQueries;
  facts: Facts;
  listArticles: ListArticles;
}): (question: PoolQuestion) => { rows: FrontStory[]; cursor: string | null } {
  /** A page of ids; scheduled ones are few and counted through by their place in the list. */
  function ids({ standing, section, query, cursor, limit }: PoolQuestion): {
    ids: string[];
    cursor: string | null;
  } {
    if (standing === 'scheduled') {
      const match = query.trim() === '' ? null : fullTextMatch(query);
      if (query.trim() !== '' && match === null) return { ids: [], cursor: null };
      const from = Number(cursor ?? '') || 0;
      const found = stories.scheduled(section, match, from + limit + 1).slice(from);
      return { ids: found.slice(0, limit), cursor: found.length > limit ? String(from + limit) : null };
    }
    const states = [standing === 'live' ? ('published' as const) : ('ready' as const)];
    const page = listArticles({ states, section, assignee: null, query, trashed: false }, cursor, limit);
    return { ids: page.rows.map(({ articleId }) => articleId), cursor: page.cursor };
  }

  return (question) => {
    const page = ids(question);
    const rows = facts.stories(page.ids, null).filter(({ standing }) => standing === question.standing);
    return { rows, cursor: page.cursor };
  };
}
