/** Typing in a long article that is held against a source as long as itself, its margin and the tab Asal shown. */
import type { Page } from '@playwright/test';
import { EDITOR, measureTyping, NO_WAIT_FOR_SCREEN, withArticles } from '../editor-pages.ts';
import { longArticles } from '../long-articles.ts';
import type { Bench, Figure, RowGroup } from '../row.ts';
import { median, percentile } from '../statistics.ts';

/** Opens the tab, and waits until the copy has its bars. */
async function showOrigin(page: Page): Promise<void> {
  await page.locator(EDITOR).click({ position: { x: 5, y: 10 } });
  await page.keyboard.press('Control+Alt+7');
  await page.getByRole('tabpanel', { name: 'Asal' }).waitFor();
  await page.locator('[data-margin] [data-look="verbatim"]').first().waitFor({ state: 'attached' });
  // Copy of 10,000 words is held against its source in portions; typing begins when the last of them is through.
  await page.waitForTimeout(4_000);
}

async function measure({ folders, short, wants }: Bench): Promise<Record<string, Figure>> {
  const articles = longArticles(1);
  const stretches = short ? 2 : 6;
  const figures: Record<string, Figure> = {};
  await withArticles(
    folders,
    articles,
    async (open) => {
      if (wants('key-press-origin') || wants('key-press-origin-p95')) {
        await open(NO_WAIT_FOR_SCREEN, async (desk, bare) => {
          const [ours, base] = await measureTyping(desk, bare, stretches, showOrigin);
          figures['key-press-origin'] = { ours: median(ours.times), base: median(base.times) };
          figures['key-press-origin-p95'] = {
            ours: percentile(ours.times, 95),
            base: percentile(base.times, 95),
          };
        });
      }
      if (wants('key-work-origin')) {
        await open([], async (desk, bare) => {
          const [ours, base] = await measureTyping(desk, bare, stretches, showOrigin);
          figures['key-work-origin'] = { ours: median(ours.work), base: median(base.work) };
        });
      }
    },
    { withSources: true },
  );
  return figures;
}

export const group: RowGroup = {
  rows: [
    {
      name: 'key-press-origin',
      what: 'key press → after next paint, 10,000-word article beside a source of 10,000 words, margin and Asal shown, median ÷ bare Lexical',
      unit: 'ms',
      budget: { most: 1.25 },
    },
    {
      name: 'key-press-origin-p95',
      what: 'key press → after next paint, the same article, p95',
      unit: 'ms',
      budget: { most: 16, orOfBase: 1.25 },
    },
    {
      name: 'key-work-origin',
      what: 'main-thread work per key, the same article, holding it against its source included ÷ bare Lexical',
      unit: 'ms',
      budget: { most: 1.5 },
    },
  ],
  how: `typed as in the rows of typing, with the article's own copy as its source, so that every sentence has a bar, and the tab that shows
where the sentence in hand came from open.`,
  measure,
};
