/** Findings of links that lead nowhere, as the core has told of their addresses. */
import type { Finding, Segment } from '../contract/checks.ts';

/** `broken`: why an address leads nowhere, by address. */
export function linkFindings(
  segments: readonly Pick<Segment, 'text' | 'links'>[],
  broken: ReadonlyMap<string, string>,
): Finding[] {
  if (broken.size === 0) return [];
  return segments.flatMap(({ text, links }, segment) =>
    links.flatMap(({ at: [start, end], url }): Finding[] => {
      const reason = broken.get(url);
      if (reason === undefined) return [];
      return [
        {
          check: 'link',
          code: `link-${reason}`,
          segment,
          start,
          end,
          text: text.slice(start, end),
          advice: null,
          parameters: { url },
          fixes: [],
          evidence: null,
          key: `link/${reason}/${url}`.slice(0, 300),
        },
      ];
    }),
  );
}

/** Addresses of the web that copy leads to, each once. */
export function webAddresses(segments: readonly Pick<Segment, 'links'>[]): string[] {
  const urls = segments.flatMap(({ links }) => links.map(({ url }) => url));
  return [...new Set(urls)].filter((url) => /^https?:/i.test(url));
}
