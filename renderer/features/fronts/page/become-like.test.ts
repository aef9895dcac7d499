import fc from 'fast-check';
import { parseHTML } from 'linkedom';
import { expect, test } from 'vitest';
import { becomeLike } from './become-like.ts';

function bodyOf(html: string): Element {
  const { document } = parseHTML(`<!DOCTYPE html><html><body>${html}</body></html>`);
  return document.body as unknown as Element;
}

/** Elements and words, without the spaces between elements, which nobody sees. */
function tidy(element: Element): unknown {
  return [
    element.tagName,
    element.className,
    element.childElementCount === 0 ? element.textContent?.trim() : [...element.children].map(tidy),
  ];
}

const card = (headline: string): string =>
  `<article class="card">\n<h3><a href="#">${headline}</a></h3>\n<p>Ringkasan.</p>\n</article>`;
const section = (title: string, headlines: readonly string[]): string =>
  `<section class="list">\n<h2>${title}</h2>\n${headlines.map(card).join('\n')}\n</section>`;
const page = (sections: readonly string[]): string => `<main>\n${sections.join('\n')}\n</main>`;

test('what stays is the very element that stood there', () => {
  const body = bodyOf(page([section('Satu', ['a', 'b', 'c']), section('Dua', ['d'])]));
  const [b, d] = ['b', 'd'].map((headline) =>
    [...body.querySelectorAll('article')].find((each) => each.textContent?.includes(headline)),
  );
  const wanted = page([section('Satu', ['x', 'b', 'y']), section('Baru', ['n']), section('Dua', ['d'])]);
  becomeLike(body, bodyOf(wanted));
  expect(tidy(body)).toEqual(tidy(bodyOf(wanted)));
  const articles = [...body.querySelectorAll('article')];
  expect(articles[1] === b).toBe(true);
  expect(articles[4] === d).toBe(true);
});

test('leads from any page to any other', () => {
  const headlines = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { maxLength: 5 });
  const pages = fc.array(fc.record({ title: fc.constantFrom('Satu', 'Dua', 'Tiga'), headlines }), {
    maxLength: 4,
  });
  fc.assert(
    fc.property(pages, pages, (before, after) => {
      const html = (sections: typeof before): string =>
        page(sections.map(({ title, headlines: shown }) => section(title, shown)));
      const body = bodyOf(html(before));
      becomeLike(body.firstElementChild as Element, bodyOf(html(after)).firstElementChild as Element);
      expect(tidy(body)).toEqual(tidy(bodyOf(html(after))));
    }),
    { numRuns: 300 },
  );
});
