/**
 * The crash test: the real web host delivers to a real site, is killed with SIGKILL at random moments and started
 * again, and the proxy in between drops answers after the site has committed. Whatever happens, every article is to
 * stand at the site once, as it was meant.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { openDeskDatabase } from '../../../electron/core/database/open.ts';
import { publishingQueries } from '../../../electron/core/publishing/queries.ts';
import { openTestCore } from '../../../electron/core/testing.ts';
import { createFileVault } from '../../../electron/hosts/providers/vault.ts';
import type { TargetConfiguration } from '../../../shared/contract/target-configuration.ts';
import { buildDocument, image, paragraph, text } from '../../../shared/document/build.ts';
import { startLosingProxy, type LosingProxy } from '../losing-proxy.ts';
import { png } from '../story.ts';
import { seededRandom } from './seeded-random.ts';

const cli = resolve(import.meta.dirname, '../../../dist/node/cli.js');

/** Milliseconds a host lives at most before it is killed, counted from when it is ready. */
const longestLifeMs = 4_000;
/** The first hosts live shorter, so that a quick machine does not deliver everything before it is killed often enough. */
const shortLives = 4;
const shortLifeMs = 500;

/** Milliseconds the last host is given for what is left. */
const longestEndMs = 600_000;

const shareOfAnswersLost = 0.1;

/** Readers' pages looked at in the end: one in this many. */
export const pagesLookedAt = 5;

export interface CrashResult {
  seed: number;
  articles: number;
  deliveries: number;
  kills: number;
  answersLost: number;
  seconds: number;
  /** What is not as it was meant, a sentence each; empty where all is well. */
  problems: string[];
}

/** What an article is to look like at the site when everything has arrived. */
export interface Meant {
  articleId: string;
  headline: string;
  /** Stands in its body and nowhere else. */
  sentence: string;
  status: 'publish' | 'draft';
  /** Where the picture's name is part of the attachment's; null where there is none. */
  pictureId: string | null;
}

/** The place it is about: holds nothing of ours at the start. */
export interface CrashSite {
  url: string;
  /** How a desk reaches it through a proxy at `siteUrl`. */
  targetAt(siteUrl: string): { configuration: TargetConfiguration; secret: string };
  /** Compares what stands there with what was meant: a sentence for everything that is not as it should be. */
  judge(wanted: { meant: readonly Meant[]; pictures: number }): Promise<string[]>;
}

/** Fills a data folder with articles and everything that is to be delivered of them, before any host runs. */
async function seedDesk(
  dataFolder: string,
  { configuration, secret }: ReturnType<CrashSite['targetAt']>,
  count: number,
  random: () => number,
): Promise<{ meant: Meant[]; deliveries: number; pictures: number }> {
  const desk = await openTestCore({ vault: createFileVault(dataFolder) }, dataFolder);
  const { client } = desk;
  const target = await client.publishing.targets.add({
    name: 'Harian Uji',
    configuration,
    secret,
  });
  // Pictures are shared, so that several deliveries want the same one at the same time.
  const pictures: string[] = [];
  for (let number = 0; number < Math.max(2, count / 10); number += 1) {
    const bytes = png(40, 30, [number * 20, 90, 160]);
    await client.media.add({ file: new File([bytes], `foto-${number}.png`), name: `foto-${number}.png` });
    pictures.push(createHash('sha256').update(bytes).digest('hex'));
  }
  const meant: Meant[] = [];
  const shown = new Set<string>();
  let deliveries = 0;

  async function write(articleId: string, headline: string, sentence: string, picture: string | null) {
    const { base, fields } = await client.articles.get({ articleId });
    await client.articles.saveDraft({
      articleId,
      base,
      mutationId: randomUUID(),
      fields: {
        ...fields,
        headline,
        section: 'dunia',
        tags: ['Uji', 'Tabrakan'],
        dek: `Ringkasan ${headline}`,
      },
      document: buildDocument([
        paragraph([text(sentence)]),
        ...(picture === null
          ? []
          : [image(picture, { alt: 'Foto', caption: 'Foto uji.', width: 40, height: 30 })]),
        paragraph([text('Paragraf penutup yang sama di semua naskah.')]),
      ]),
    });
  }

  async function deliver(articleId: string, action: 'publish' | 'unpublish'): Promise<void> {
    const request = { articleId, targetId: target.id, requestId: randomUUID() };
    await (action === 'publish' ? client.publishing.publish(request) : client.publishing.unpublish(request));
    deliveries += 1;
  }

  for (let number = 1; number <= count; number += 1) {
    const { articleId } = await client.articles.create();
    const pictureId = random() < 0.4 ? (pictures[Math.floor(random() * pictures.length)] ?? null) : null;
    if (pictureId !== null) shown.add(pictureId);
    let headline = `Naskah ${number} dari uji tabrakan`;
    let sentence = `Kalimat khas naskah ${number}, versi pertama.`;
    await write(articleId, headline, sentence, pictureId);
    await deliver(articleId, 'publish');
    if (random() < 0.2) {
      headline = `Naskah ${number} yang diperbarui`;
      sentence = `Kalimat khas naskah ${number}, versi kedua.`;
      await write(articleId, headline, sentence, pictureId);
      await deliver(articleId, 'publish');
    }
    const takenBack = random() < 0.1;
    if (takenBack) await deliver(articleId, 'unpublish');
    meant.push({ articleId, headline, sentence, pictureId, status: takenBack ? 'draft' : 'publish' });
  }
  await desk.core.stop();
  return { meant, deliveries, pictures: shown.size };
}

async function startHost(dataFolder: string): Promise<ChildProcess> {
  const child = spawn(
    process.execPath,
    [cli, 'serve', '--no-open', '--print-ticket', '--port', '0', '--data-dir', dataFolder],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  for await (const line of createInterface({ input: child.stdout })) {
    if (line.startsWith('{')) {
      child.stdout.resume();
      return child;
    }
  }
  throw new Error('the host ended before it was ready');
}

async function end(child: ChildProcess, signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill(signal);
  await ended;
}

function counts(dataFolder: string): { waiting: number; failed: number } {
  const database = openDeskDatabase(dataFolder);
  try {
    return publishingQueries(database).counts();
  } finally {
    database.close();
  }
}

/** Lets a host live until `until` (milliseconds since 1970), or until nothing waits any more. */
async function live(dataFolder: string, until: number): Promise<'delivered' | 'waiting'> {
  while (Date.now() < until) {
    await pause(Math.min(200, Math.max(1, until - Date.now())));
    if (counts(dataFolder).waiting === 0) return 'delivered';
  }
  return 'waiting';
}

/**
 * Starts the host and kills it, again and again, until nothing waits any more; from the `most`-th time on it is let live.
 * Answers how often it was killed before it was done.
 */
async function killUntilDelivered(
  dataFolder: string,
  most: number,
  random: () => number,
  say: (text: string) => void,
): Promise<number> {
  for (let kills = 0; ; kills += 1) {
    const host = await startHost(dataFolder);
    const longest = kills < shortLives ? shortLifeMs : longestLifeMs;
    const life = kills < most ? random() * longest : longestEndMs;
    const outcome = await live(dataFolder, Date.now() + life);
    await end(host, outcome === 'delivered' ? 'SIGTERM' : 'SIGKILL');
    if (outcome === 'delivered' || kills >= most) return kills;
    if (kills % 5 === 0) say(`${kills + 1} kills, ${counts(dataFolder).waiting} deliveries waiting`);
  }
}

/** What the desk itself believes: everything arrived, nothing differs. */
async function judgeDesk(dataFolder: string): Promise<string[]> {
  const desk = await openTestCore({ vault: createFileVault(dataFolder) }, dataFolder);
  const problems: string[] = [];
  try {
    for (let cursor: string | null = null; ;) {
      const { rows, cursor: next } = await desk.client.publishing.deliveries({ cursor, limit: 200 });
      for (const { headline, action, state, error, differences } of rows) {
        if (state !== 'live') problems.push(`${action} of “${headline}” is ${state} (${error?.code ?? ''})`);
        for (const { field, meant, found } of differences) {
          problems.push(`${action} of “${headline}”: ${field} is ${found} instead of ${meant}`);
        }
      }
      if (next === null) return problems;
      cursor = next;
    }
  } finally {
    await desk.core.stop();
  }
}

/** Runs the whole test on a site that holds nothing of ours; the same seed kills at the same moments. */
export async function runCrashTest(
  site: CrashSite,
  { articles, seed, say }: { articles: number; seed: number; say: (text: string) => void },
): Promise<CrashResult> {
  const random = seededRandom(seed);
  const dataFolder = mkdtempSync(join(tmpdir(), 'redaksi-crash-'));
  let proxy: LosingProxy | null = null;
  try {
    proxy = await startLosingProxy(site.url);
    const seeded = await seedDesk(dataFolder, site.targetAt(proxy.url), articles, random);
    proxy.loseSome(shareOfAnswersLost, random);
    say(`${seeded.deliveries} deliveries of ${articles} articles, seed ${seed}`);
    const started = Date.now();
    const kills = await killUntilDelivered(dataFolder, Math.max(10, articles / 2), random, say);
    const seconds = Math.round((Date.now() - started) / 1000);
    const answersLost = proxy.lost();
    const problems = [...(await judgeDesk(dataFolder)), ...(await site.judge(seeded))];
    if (problems.length > 0) say(`what the desk knows of it is left in ${dataFolder}`);
    else rmSync(dataFolder, { recursive: true, force: true });
    return { seed, articles, deliveries: seeded.deliveries, kills, answersLost, seconds, problems };
  } finally {
    await proxy?.close();
  }
}
