/** Halaman Depan in the built workstation: frames while something is dragged, and the preview after an edit. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { newCollection, newSlot } from '../../../shared/domain/front/build.ts';
import { Workstation } from '../../e2e/support/workstation.ts';
import { publishStories, secondWindow } from '../../e2e/support/stories.ts';
import { openBrowser, openPage } from '../pages.ts';
import type { Bench, Figure, RowGroup } from '../row.ts';
import { median, percentile } from '../statistics.ts';

const COLLECTIONS = 20;
const SLOTS = 20;
const STORIES = 40;
const STEPS = 60;
const MS_OF_STEP = 16;

/** Twenty collections of twenty slots: stories and, as a story stands once, links between them. */
async function fillFront(page: Page): Promise<void> {
  await publishStories(
    page,
    Array.from(
      { length: STORIES },
      (_none, index) => `Berita nomor ${index + 1} untuk pengukuran halaman depan`,
    ),
  );
  const { client, sockets } = await secondWindow(page);
  const [home] = await client.fronts.list();
  if (home === undefined) throw new Error('there is no front');
  const { frontId } = home;
  const { draft } = await client.fronts.get({ frontId });
  const { rows } = await client.fronts.pool({ limit: 100 });
  const placedAt = new Date().toISOString();
  const collections = Array.from({ length: COLLECTIONS }, (_none, index) => {
    const title = `Koleksi ${index + 1}`;
    return newCollection({
      collectionId: crypto.randomUUID(),
      title,
      layout: index % 2 === 0 ? 'list' : 'sidebar',
      cap: SLOTS,
      slots: Array.from({ length: SLOTS }, (_slot, number) => {
        const story = number < 2 ? rows[index * 2 + number] : undefined;
        return newSlot({
          slotId: crypto.randomUUID(),
          placedAt,
          content:
            story === undefined
              ? { kind: 'link', url: `https://contoh.example/${index}/${number}` }
              : { kind: 'article', articleId: story.articleId },
          headline: story === undefined ? `${title}, tautan nomor ${number + 1} dengan judul biasa` : null,
        });
      }),
    });
  });
  await client.fronts.edit({
    frontId,
    mutationId: crypto.randomUUID(),
    edit: {
      kind: 'several',
      edits: [
        ...draft.collections.map(({ collectionId }) => ({ kind: 'removeCollection' as const, collectionId })),
        ...collections.map((collection) => ({ kind: 'putCollection' as const, collection })),
      ],
    },
  });
  for (const socket of sockets) socket.close();
}

/** Carries a card over the board and back for a while; the milliseconds of every frame meanwhile. */
async function dragFrames(page: Page): Promise<number[]> {
  const card = page.locator('[data-card]').first();
  const box = await card.boundingBox();
  if (box === null) throw new Error('no card is to be seen');
  await page.mouse.move(box.x + 80, box.y + 14);
  await page.mouse.down();
  await page.mouse.move(box.x + 90, box.y + 24, { steps: 3 });
  await page.getByText('Jatuhkan di sini').waitFor();
  await page.evaluate(() => {
    const frames: number[] = [];
    Object.assign(window, { benchFrames: frames });
    let before = performance.now();
    const note = (): void => {
      const now = performance.now();
      frames.push(now - before);
      before = now;
      requestAnimationFrame(note);
    };
    requestAnimationFrame(note);
  });
  for (let step = 0; step < STEPS; step += 1) {
    const started = performance.now();
    const turn = Math.sin((step / STEPS) * Math.PI * 4);
    await page.mouse.move(box.x + 90 + (step % 2) * 6, box.y + 260 + turn * 220);
    await page.waitForTimeout(Math.max(0, MS_OF_STEP - (performance.now() - started)));
  }
  const frames = await page.evaluate(() =>
    (window as unknown as { benchFrames: number[] }).benchFrames.splice(0),
  );
  await page.keyboard.press('Escape');
  await page.mouse.up();
  return frames;
}

/** Removes the first card by its key and brings it back; from the key to the page in the frame without it. */
async function previewTimes(page: Page, samples: number): Promise<number[]> {
  const times: number[] = [];
  await page.locator('[data-card] [data-grip]').first().focus();
  for (let sample = 0; sample < samples; sample += 1) {
    const waiting = page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          const frame = document.querySelector('iframe')?.contentDocument;
          const words = frame?.body.textContent ?? '';
          addEventListener(
            'keydown',
            (event) => {
              const look = (): void => {
                if ((frame?.body.textContent ?? '') === words) requestAnimationFrame(look);
                else resolve(performance.now() - event.timeStamp);
              };
              look();
            },
            { capture: true, once: true },
          );
        }),
    );
    await page.evaluate(() => null);
    await page.keyboard.press(sample % 2 === 0 ? 'Delete' : 'Control+z');
    times.push(await waiting);
    await page.locator('[data-card] [data-grip]').first().focus();
  }
  return times;
}

async function measure({ samples, short, say }: Bench): Promise<Record<string, Figure>> {
  const root = mkdtempSync(join(tmpdir(), 'redaksi-bench-fronts-'));
  const workstation = new Workstation(root);
  workstation.arrange({ house: { sections: [{ slug: 'politik', name: 'Politik' }] } });
  const browser = await openBrowser();
  try {
    const page = await openPage(browser, await workstation.start());
    await fillFront(page);
    await page.evaluate(() => (window.location.hash = '#/depan'));
    await page
      .locator('[data-card]')
      .nth(COLLECTIONS * SLOTS - 1)
      .waitFor({ state: 'attached' });
    await dragFrames(page);
    const frames: number[] = [];
    for (let round = 0; round < (short ? 1 : 4); round += 1) frames.push(...(await dragFrames(page)));
    const slow = percentile(frames, 95);
    say(
      `  ${frames.length} frames, median ${median(frames).toFixed(1)}, longest ${Math.max(...frames).toFixed(1)} ms`,
    );
    await previewTimes(page, 2);
    const times = await previewTimes(page, Math.min(20, samples));
    say(`  preview ${times.map((time) => time.toFixed(0)).join(', ')} ms`);
    return { 'front-drag': { ours: 1000 / slow }, 'front-preview': { ours: percentile(times, 95) } };
  } finally {
    await browser.close();
    await workstation.stop();
    rmSync(root, { recursive: true, force: true });
  }
}

export const group: RowGroup = {
  rows: [
    {
      name: 'front-drag',
      what: 'dragging on a front of 20 collections of 20 slots: frames a second, by the slowest frame of twenty',
      unit: 'frames/s',
      budget: { least: 50 },
    },
    {
      name: 'front-preview',
      what: 'edit of that front, key press → the page in the frame shows it, p95',
      unit: 'ms',
      budget: { most: 100 },
    },
  ],
  how: `a card is carried up and down over the board of the built workstation for a second, several times over, the pointer moved
60 times a second and the place under it changing all the while; frames as the page gets them. For the preview a card is
taken off and put back by key; the time runs from the event's own time stamp to the first frame in which the page's text is
another one.`,
  measure,
};
