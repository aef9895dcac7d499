/** Reads a page back the way a reader would: its headline and its copy, compared with what was meant. */
import type { Difference } from '../../target.ts';

interface PageText {
  headline: string;
  body: string;
}

/** The reader of pages is large, and most days no page differs: it is loaded where one does. */
async function textOf(page: string): Promise<PageText> {
  const { parseHTML } = await import('linkedom');
  const { document } = parseHTML(page);
  const text = (selector: string): string =>
    (document.querySelector(selector)?.textContent ?? '').replace(/\s+/g, ' ').trim();
  return { headline: text('article.story h1'), body: text('article.story .story-body') };
}

/** The first stretch in which two texts part, with a few words around it. */
function excerpt(text: string, other: string): string {
  let start = 0;
  while (start < text.length && text[start] === other[start]) start += 1;
  const from = Math.max(0, start - 40);
  return `${from > 0 ? '…' : ''}${text.slice(from, start + 120)}${start + 120 < text.length ? '…' : ''}`;
}

/** What the page found differs in from the page meant; `page` where it differs only in what readers do not read. */
export async function pageDifferences(meant: string, found: string): Promise<Difference[]> {
  if (meant === found) return [];
  const one = await textOf(meant);
  const other = await textOf(found);
  const differences = (['headline', 'body'] as const).flatMap((field): Difference[] =>
    one[field] === other[field]
      ? []
      : [
          {
            field,
            meant: excerpt(one[field], other[field]),
            found: excerpt(other[field], one[field]),
          },
        ],
  );
  return differences.length > 0 ? differences : [{ field: 'page', meant: '', found: '' }];
}

/** The article whose page this is, by what we wrote into its head; null where it is none of ours. */
export function articleOfPage(page: string): string | null {
  return /<meta name="redaksi-article" content="([^"]*)">/.exec(page)?.[1] ?? null;
}
