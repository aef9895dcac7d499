/**
 * Folders into which somebody drops files, here or at a server: what they have in common. A file is taken when its size and
 * time have been the same for a moment, so that half-written ones are left alone; each is read once, oldest first, and then
 * stays or is moved to `processed` or `failed`.
 */
import { IngestError } from '../ingest.ts';
import { SourceError } from './source-error.ts';
import type { Visit, Visited } from './way.ts';

export interface DroppedFile {
  name: string;
  /** In bytes. */
  size: number;
  /** Size and time as they are told: the same file with the same stamp is not read again. */
  stamp: string;
  /** Milliseconds since 1970, by whoever keeps the folder; null where that is not told. */
  modified: number | null;
}

/** A folder somewhere. What fails of it is a SourceError. */
export interface DropFolder {
  /** What the source's memory knows a file of it by. */
  key(file: DroppedFile): string;
  /** The files in it, not those in folders inside it. */
  list(): Promise<DroppedFile[]>;
  read(file: DroppedFile): Promise<Uint8Array>;
  /** Moves a file into a folder inside, which is made where it is missing. */
  move(file: DroppedFile, into: 'processed' | 'failed'): Promise<void>;
}

export interface DropReader {
  /** Takes what is new in a folder, a bounded lot at a time. */
  take(folder: DropFolder, visit: Visit): Promise<Visited>;
}

export const LARGEST_FILE_BYTES = 50 * 1024 * 1024;
const filesAtOnce = 200;
const bytesAtOnce = 64 * 1024 * 1024;
/** Names of files that are being written: hidden ones, and the endings of those who copy and download. */
const UNFINISHED = /^\.|\.(?:part|partial|tmp|temp|crdownload|filepart|filetransfer)$/i;

interface Sighting {
  stamp: string;
  since: number;
}

/**
 * `settledMs`: how long a file must have been seen unchanged. One that has lain there for `oldAfterMs` by its own time is
 * taken at once; where clocks or time zones of others may be wrong, that is long.
 */
export function createDropReader({
  settledMs,
  oldAfterMs,
}: {
  settledMs: number;
  oldAfterMs: number;
}): DropReader {
  const sightings = new Map<string, Map<string, Sighting>>();

  /** Files nobody is writing any more; the others are remembered until the next look. */
  function settled(files: readonly DroppedFile[], sourceId: string, now: number): DroppedFile[] {
    const before = sightings.get(sourceId);
    const seen = new Map<string, Sighting>();
    const ready = files.filter((file) => {
      const { stamp } = file;
      const last = before?.get(file.name);
      const since = last?.stamp === stamp ? last.since : now;
      if (now - since >= settledMs) return true;
      if (file.modified !== null && now - file.modified >= oldAfterMs) return true;
      seen.set(file.name, { stamp, since });
      return false;
    });
    sightings.set(sourceId, seen);
    return ready;
  }

  async function takeFile(folder: DropFolder, file: DroppedFile, visit: Visit): Promise<void> {
    const { name, size, stamp } = file;
    const outcome = await takeOne(visit, name, async () => {
      if (size > LARGEST_FILE_BYTES) throw new SourceError('too-large', `${size} bytes`);
      await visit.take(await folder.read(file), { fileName: name });
    });
    const key = folder.key(file);
    if (visit.configuration.afterReading === 'move') {
      const moved = await takeOne(visit, name, () => folder.move(file, outcome));
      if (moved === 'processed') return visit.memory.remove(key);
    }
    visit.memory.put(key, stamp);
  }

  return {
    async take(folder, visit) {
      const { id, memory, signal } = visit;
      const listed = (await folder.list()).filter(({ name }) => !UNFINISHED.test(name));
      const unread = listed.filter((file) => memory.get(folder.key(file)) !== file.stamp);
      const ready = settled(unread, id, visit.now()).sort(
        (one, other) => (one.modified ?? 0) - (other.modified ?? 0) || one.name.localeCompare(other.name),
      );
      visit.expect({ files: ready.length, bytes: ready.reduce((sum, { size }) => sum + size, 0) });
      let bytes = 0;
      let count = 0;
      for (const file of ready) {
        signal.throwIfAborted();
        if (count === filesAtOnce || (count > 0 && bytes + file.size > bytesAtOnce)) return { againInMs: 0 };
        await takeFile(folder, file, visit);
        count += 1;
        bytes += file.size;
      }
      return ready.length < unread.length ? { againInMs: settledMs + 200 } : {};
    },
  };
}

/** What is wrong with one file or message is no reason to leave the others. */
const ABOUT_ONE: ReadonlySet<string> = new Set(['too-large', 'unreadable-file', 'not-moved']);

/**
 * Does something with one file or message. What is wrong with that one alone is told, and the outcome `failed`; anything else
 * is thrown.
 */
export async function takeOne(
  visit: Visit,
  name: string,
  work: () => Promise<void>,
): Promise<'processed' | 'failed'> {
  try {
    await work();
    return 'processed';
  } catch (error) {
    if (error instanceof IngestError) {
      // Written down where it was read.
      if (error.code === 'storage') throw error;
    } else if (error instanceof SourceError && ABOUT_ONE.has(error.code)) {
      await visit.tell(error.code, name, error.message);
    } else {
      throw error;
    }
    return 'failed';
  }
}

/** A name nothing has yet, by what `isFree` says: what was put away before is not written over. */
export async function freeName(name: string, isFree: (name: string) => Promise<boolean>): Promise<string> {
  const [, stem = name, ending = ''] = /^(.*?)(\.[^.]*)?$/.exec(name) ?? [];
  for (let number = 1; ; number += 1) {
    const free = number === 1 ? name : `${stem}-${number}${ending}`;
    if (await isFree(free)) return free;
  }
}
