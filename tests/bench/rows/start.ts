/** Starting the host and what it holds in memory, with archives of several sizes. */
import { execFileSync } from 'node:child_process';
import { dirname } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Workstation } from '../../e2e/support/workstation.ts';
import { connectTo } from '../host-client.ts';
import { openBrowser, openPage, type OpenedBrowser } from '../pages.ts';
import type { Bench, Figure, RowGroup } from '../row.ts';
import { median } from '../statistics.ts';

const SMALL = 10_000;
const SETTLE_MS = 5_000;

/** Milliseconds from starting the host until the inbox shows its rows, or says that there are none. */
async function timeToInbox(workstation: Workstation, browser: OpenedBrowser): Promise<number> {
  const started = performance.now();
  try {
    const page = await openPage(browser, await workstation.start());
    await page.locator('main [role="option"], main h2').first().waitFor();
    const taken = performance.now() - started;
    await page.context().close();
    return taken;
  } finally {
    await workstation.stop();
  }
}

/** Resident memory of the host in MB once its workers have worked and it has come to rest. */
async function memoryAtRest(workstation: Workstation): Promise<number> {
  const { client, close } = await connectTo(await workstation.start());
  try {
    await client.wire.importText({ text: 'Satu berita\n\nJakarta (ANTARA) - Kalimat pembuka berita.' });
    await client.wire.list({ limit: 100 });
    await client.wire.list({ filter: { query: 'harga beras' }, limit: 100 });
    await wait(SETTLE_MS);
    const kilobytes = execFileSync('ps', ['-o', 'rss=', '-p', String(workstation.pid)], { encoding: 'utf8' });
    return Number(kilobytes) / 1024;
  } finally {
    close();
    await workstation.stop();
  }
}

async function measure({ folders, stories, short, wants }: Bench): Promise<Record<string, Figure>> {
  const stationWith = async (count: number) => {
    const workstation = new Workstation(dirname(await folders.withStories(count)));
    workstation.arrange({});
    return workstation;
  };
  const empty = await stationWith(0);
  const small = await stationWith(SMALL);
  const large = await stationWith(stories);
  const figures: Record<string, Figure> = {};
  if (['start', 'start-small', 'start-time'].some(wants)) {
    const browser = await openBrowser();
    const times = { empty: [] as number[], small: [] as number[], large: [] as number[] };
    for (let round = -1; round < (short ? 3 : 9); round += 1) {
      const taken = {
        empty: await timeToInbox(empty, browser),
        small: await timeToInbox(small, browser),
        large: await timeToInbox(large, browser),
      };
      if (round < 0) continue;
      times.empty.push(taken.empty);
      times.small.push(taken.small);
      times.large.push(taken.large);
    }
    await browser.close();
    figures['start'] = { ours: median(times.large), base: median(times.empty) };
    figures['start-small'] = { ours: median(times.small), base: median(times.empty) };
    figures['start-time'] = { ours: median(times.large) };
  }
  if (wants('memory')) figures['memory'] = { ours: await memoryAtRest(large) };
  if (wants('memory-small')) figures['memory-small'] = { ours: await memoryAtRest(small) };
  return figures;
}

export const group: RowGroup = {
  rows: [
    {
      name: 'start',
      what: 'host start → inbox usable, 1,000,000 stories ÷ empty database',
      unit: 'ms',
      budget: { most: 1.2 },
    },
    {
      name: 'start-small',
      what: 'host start → inbox usable, 10,000 stories ÷ empty database',
      unit: 'ms',
      budget: { most: 1.2 },
    },
    {
      name: 'start-time',
      what: 'host start → inbox usable, 1,000,000 stories',
      unit: 'ms',
      budget: { most: 1_500 },
    },
    {
      name: 'memory',
      what: 'memory of the host at rest, 1,000,000 stories',
      unit: 'MB',
      budget: { most: 200 },
    },
    {
      name: 'memory-small',
      what: 'memory of the host at rest, 10,000 stories',
      unit: 'MB',
      budget: { most: 200 },
    },
  ],
  how: `the built host is started as a process and its address opened in a page of a running browser without a cache, until the
inbox shows rows or says there are none; the sizes take turns, medians. Memory is the process's resident set after both
workers were used, a page was listed and searched, and five seconds have passed.`,
  measure,
};
