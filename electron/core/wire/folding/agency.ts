/** Whose words a story is in: several sources may bring copy of one agency. */
import type { WireStory } from '../../../../shared/contract/wire-story.ts';

/** The agency's name where the story names it, else the site it stands on, else the source that brought it. */
export function agencyOf({ provider, url }: Pick<WireStory, 'provider' | 'url'>, sourceId: string): string {
  const named = provider?.trim().toLowerCase() ?? '';
  if (named !== '') return named;
  const host = url !== null && URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, '') : '';
  return host === '' ? sourceId : host;
}
