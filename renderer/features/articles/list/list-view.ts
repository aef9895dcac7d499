/** What the list of articles is set to show. */
import type { ArticleFilter, ArticleState } from '../../../../shared/contract/articles.ts';

export const STATES: readonly ArticleState[] = ['draft', 'submitted', 'ready', 'published'];
export type ListTab = 'all' | ArticleState | 'trash';

/** The filter that a view asks the core for. */
export function filterOf({ tab, section, assignee, query }: Omit<ListView, 'chosen'>): ArticleFilter {
  return {
    states: tab === 'all' || tab === 'trash' ? [] : [tab],
    section: section === '' ? null : section,
    assignee: assignee === '' ? null : assignee,
    query,
    trashed: tab === 'trash',
  };
}

/** What the list was left with; it comes back so after an article. */
export interface ListView {
  tab: ListTab;
  section: string;
  /** `me`, `nobody`, a person's id, or empty for whoever it lies with. */
  assignee: string;
  query: string;
  chosen: string | null;
}

export const FIRST_VIEW: ListView = { tab: 'all', section: '', assignee: '', query: '', chosen: null };

export type EmptyListState = 'empty' | 'none' | 'mine' | 'trash';

/** Why a view without rows has none. */
export function emptyState({ tab, section, assignee, query }: ListView): EmptyListState {
  if (tab === 'trash') return 'trash';
  if (assignee === 'me' && tab === 'all' && section === '' && query === '') return 'mine';
  return query !== '' || section !== '' || assignee !== '' || tab !== 'all' ? 'none' : 'empty';
}
