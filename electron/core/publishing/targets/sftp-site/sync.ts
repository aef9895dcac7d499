/**
 * Brings the far end to where the site's copy on this computer is: only what differs, assets and pictures first, then pages,
 * then the lists that lead to them; what is gone goes last. What arrived is noted file by file, so that an attempt that was
 * cut off goes on where it was.
 */
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { writeWhole } from '../../../write-whole.ts';
import { PublishError, type Difference, type TargetContext } from '../../target.ts';
import { GENERATOR } from '../folder-site/layout.ts';
import { MANIFEST_NAME, parseManifest, type Manifest } from '../folder-site/manifest.ts';
import { sha256 } from '../folder-site/site-folder.ts';
import { pageFile } from '../folder-site/site-files.ts';
import type { FarFiles } from '../../sftp/far-files.ts';

/** Files between two notes of what has arrived. */
const BATCH = 20;

/** SHA-256 of what we last put there, by path. */
export type Arrived = Map<string, string>;

function notesFile(mirror: string): string {
  return `${mirror}.arrived.json`;
}

/** What has arrived by our notes; where this computer has none, by the list of files at the far end. */
export async function readArrived(mirror: string, far: FarFiles): Promise<Arrived> {
  const noted = await readFile(notesFile(mirror), 'utf8').catch(() => null);
  if (noted !== null) return new Map(JSON.parse(noted) as [string, string][]);
  const { files } = parseManifest((await far.read(MANIFEST_NAME))?.toString('utf8') ?? '');
  return new Map(
    Object.entries(files).flatMap(([path, [hash]]) => (hash === undefined ? [] : [[path, hash]])),
  );
}

export function noteArrived(mirror: string, arrived: Arrived): void {
  writeWhole(notesFile(mirror), JSON.stringify([...arrived]));
}

async function readManifest(mirror: string): Promise<Manifest> {
  return parseManifest(await readFile(join(mirror, MANIFEST_NAME), 'utf8').catch(() => ''));
}

/** A file that has not arrived as it stands here. */
interface Waiting {
  path: string;
  bytes: number;
}

/** What differs by the list of files here and our notes, in the order it goes: no file is read for it. */
async function waiting(mirror: string, manifest: Manifest, arrived: Arrived): Promise<Waiting[]> {
  const differing = inOrder(manifest).filter((path) => {
    const [hash, ...others] = manifest.files[path] ?? [];
    return others.length > 0 || hash !== arrived.get(path);
  });
  const found = await Promise.all(
    differing.map(async (path) => ({
      path,
      bytes: (await stat(join(mirror, path)).catch(() => null))?.size ?? null,
    })),
  );
  return found.flatMap(({ path, bytes }) => (bytes === null ? [] : [{ path, bytes }]));
}

/** Assets and pictures, pages of articles, everything else: the order in which readers can need them. */
function inOrder({ files, articles }: Manifest): string[] {
  const pages = new Set(Object.values(articles).map(({ path }) => pageFile(path)));
  const rank = (path: string): number => (/^(?:assets|media)\//.test(path) ? 0 : pages.has(path) ? 1 : 2);
  return Object.keys(files).toSorted((one, other) => rank(one) - rank(other) || (one < other ? -1 : 1));
}

/** Whether a file at the far end is not as we left it. */
export function isOthers(found: Buffer | null, ours: string | undefined, next: string): boolean {
  if (found === null || found.length === 0) return false;
  const hash = sha256(found);
  if (hash === ours || hash === next) return false;
  // Not in our notes, but ours by what it says: notes were lost.
  return ours !== undefined || !found.includes(GENERATOR);
}

/**
 * `forced`: a page that is written whatever stands there, because somebody has looked. Answers the pages that were left as
 * somebody else made them. Throws PublishError; `folder-unwritable` where a list or a front page is not ours.
 */
export async function sync(
  mirror: string,
  far: FarFiles,
  arrived: Arrived,
  forced: string | null,
  { signal, record, now, progress }: Pick<TargetContext, 'signal' | 'record' | 'now' | 'progress'>,
): Promise<Difference[]> {
  const manifest = await readManifest(mirror);
  const pages = new Set(Object.values(manifest.articles).map(({ path }) => pageFile(path)));
  const left: Difference[] = [];
  let since = 0;
  function noteNow(): void {
    since += 1;
    if (since < BATCH) return;
    since = 0;
    noteArrived(mirror, arrived);
  }
  try {
    const queue = await waiting(mirror, manifest, arrived);
    const files = { done: 0, of: queue.length };
    const bytes = { done: 0, of: queue.reduce((sum, each) => sum + each.bytes, 0) };
    for (const { path } of queue) {
      signal.throwIfAborted();
      progress({ files, bytes });
      const content = await readFile(join(mirror, path));
      const hash = sha256(content);
      files.done += 1;
      if (arrived.get(path) === hash) continue;
      if (path !== forced && isOthers(await far.read(path), arrived.get(path), hash)) {
        if (!pages.has(path) && !arrived.has(path)) {
          throw new PublishError('folder-unwritable', `${path}: not written by Redaksi, not replaced`);
        }
        left.push({ field: 'otherPage', meant: '', found: path });
        continue;
      }
      const started = performance.now();
      const at = now();
      await far.write(path, content, (sent) => {
        bytes.done += sent;
        progress({ files, bytes });
      });
      const milliseconds = performance.now() - started;
      record({ at, milliseconds, method: 'WRITE', address: path, sent: null, status: null, answer: null });
      arrived.set(path, hash);
      noteNow();
    }
    for (const [path, hash] of [...arrived]) {
      if (manifest.files[path] !== undefined || path === MANIFEST_NAME) continue;
      signal.throwIfAborted();
      const found = await far.read(path);
      if (found !== null && sha256(found) === hash) await far.remove(path);
      arrived.delete(path);
      noteNow();
    }
    await far.write(MANIFEST_NAME, await readFile(join(mirror, MANIFEST_NAME)));
  } finally {
    progress(null);
    noteArrived(mirror, arrived);
  }
  return left;
}
