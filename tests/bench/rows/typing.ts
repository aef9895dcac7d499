/** Typing and opening in an article of 10,000 words: the built workstation against bare Lexical, in real browsers. */
import {
  measureOpening,
  measureTyping,
  MS_PER_KEY,
  NO_WAIT_FOR_SCREEN,
  REST_MS,
  withArticles,
} from '../editor-pages.ts';
import { longArticles } from '../long-articles.ts';
import type { Bench, Figure, RowGroup } from '../row.ts';
import { median, percentile } from '../statistics.ts';

/** More than the editor keeps of articles left lately, so that each is opened anew. */
const ARTICLES = 10;

async function measure({ folders, short, samples, wants }: Bench): Promise<Record<string, Figure>> {
  const articles = longArticles(ARTICLES);
  const stretches = short ? 2 : 8;
  const figures: Record<string, Figure> = {};
  await withArticles(folders, articles, async (open) => {
    if (wants('key-press') || wants('key-press-p95') || wants('open-article')) {
      await open(NO_WAIT_FOR_SCREEN, async (desk, bare) => {
        if (wants('open-article')) {
          const rounds = short ? 1 : Math.ceil(samples / ARTICLES);
          figures['open-article'] = await measureOpening(desk, bare, articles, rounds);
        }
        const [ours, base] = await measureTyping(desk, bare, stretches);
        figures['key-press'] = { ours: median(ours.times), base: median(base.times) };
        figures['key-press-p95'] = { ours: percentile(ours.times, 95), base: percentile(base.times, 95) };
      });
    }
    if (wants('key-work')) {
      await open([], async (desk, bare) => {
        const [ours, base] = await measureTyping(desk, bare, stretches);
        figures['key-work'] = { ours: median(ours.work), base: median(base.work) };
      });
    }
  });
  return figures;
}

export const group: RowGroup = {
  rows: [
    {
      name: 'key-press',
      what: 'key press → after next paint, 10,000-word article, median ÷ bare Lexical',
      unit: 'ms',
      budget: { most: 1.25 },
    },
    {
      name: 'key-press-p95',
      what: 'key press → after next paint, 10,000-word article, p95',
      unit: 'ms',
      budget: { most: 16, orOfBase: 1.25 },
    },
    {
      name: 'key-work',
      what: 'main-thread work per key, idle callbacks and saving included ÷ bare Lexical',
      unit: 'ms',
      budget: { most: 1.5 },
    },
    {
      name: 'open-article',
      what: 'opening a 10,000-word article, click → text painted ÷ bare `setEditorState`',
      unit: 'ms',
      budget: { most: 1.5 },
    },
  ],
  how: `the built workstation (inspector open, autosave on) and a page with nothing but Lexical's rich text and history
(\`tests/bench/bare-lexical\`), each in a headless Chromium of its own, the same version and the same documents. Keys are
typed in the middle of the article, ${1000 / MS_PER_KEY} a second, in stretches that take turns; a key's time runs from
the event's own time stamp to the first task after the next frame, and there frames do not wait for a screen. Work, at
60 frames a second, is Chromium's \`TaskDuration\` of a stretch and the 1.5 s after it, by key. Opening goes through ten articles, more than
the editor remembers, each clicked after the pointer has rested on it for ${REST_MS} ms; bare Lexical parses the same JSON on the
click.`,
  measure,
};
