/** The tabs beside the copy. */
export const INSPECTOR_TABS = ['details', 'sources', 'checks', 'notes', 'revisions', 'trail'] as const;

export type InspectorTab = (typeof INSPECTOR_TABS)[number];

export function isInspectorTab(name: string): name is InspectorTab {
  return INSPECTOR_TABS.some((tab) => tab === name);
}
