/** What can stand beside the copy. */
export const INSPECTOR_TABS = [
  'details',
  'headlines',
  'sources',
  'checks',
  'provenance',
  'notes',
  'revisions',
  'trail',
] as const;

export type InspectorTab = (typeof INSPECTOR_TABS)[number];

export function isInspectorTab(name: string): name is InspectorTab {
  return INSPECTOR_TABS.some((tab) => tab === name);
}

/** The tab in the row that shows it: revisions and trail share one. */
export function headOf(tab: InspectorTab): InspectorTab {
  return tab === 'trail' ? 'revisions' : tab;
}

const OF_DETAILS = new Set(['section', 'tags', 'byline', 'dateline', 'credit']);

/** The tab that shows a field of the article. */
export function tabOfField(field: string): InspectorTab {
  return OF_DETAILS.has(field) ? 'details' : 'headlines';
}
