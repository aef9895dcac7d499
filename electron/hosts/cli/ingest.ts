/** `redaksi ingest`: a file, every file of a folder, or an address, into the inbox. */
import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { estimateImport } from '../../../shared/domain/import-progress.ts';
import { translate, type Language } from '../../../shared/i18n/translate.ts';
import { languageHere } from '../start-sentences.ts';
import { fetchFeed } from '../../core/wire/sources/http.ts';
import { SourceError } from '../../core/wire/sources/source-error.ts';
import {
  complain,
  dataFolderOption,
  exitCode,
  jsonOption,
  UsageError,
  writeLine,
  type ExitCode,
} from './command.ts';
import { withCore } from './open-core.ts';

interface Delivery {
  name: string;
  bytes(): Promise<Uint8Array>;
}

async function deliveriesOf(what: string): Promise<Delivery[]> {
  if (/^https?:\/\//i.test(what)) {
    return [
      {
        name: what,
        async bytes() {
          const answer = await fetchFeed({
            url: what,
            etag: null,
            lastModified: null,
            allowPrivateAddress: true,
          });
          if (answer.kind === 'unchanged') throw new SourceError('http-status', '304 without a question');
          return answer.bytes;
        },
      },
    ];
  }
  const found = await stat(what).catch(() => null);
  if (!found) throw new UsageError(`${what}: there is no such file or folder`);
  if (!found.isDirectory()) return [{ name: what, bytes: () => readFile(what) }];
  const names = (await readdir(what, { withFileTypes: true }))
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) => join(what, entry.name))
    .sort();
  return names.map((name) => ({ name, bytes: () => readFile(name) }));
}

const TELL_EVERY_MS = 2_000;

/** Says on standard error how far a delivery is, now and then; short ones say nothing. */
function createTeller(name: string, bytesOf: number, language: Language) {
  const startedAt = Date.now();
  let told = startedAt;
  return (done: number, of: number): void => {
    const now = Date.now();
    if (now - told < TELL_EVERY_MS || of === 0) return;
    told = now;
    const { storiesPerSecond, endsAt } = estimateImport({
      ...{ startedAt, now, bytesOf, stories: done },
      bytesDone: (done / of) * bytesOf,
    });
    if (storiesPerSecond === null || endsAt === null) {
      complain(translate(language, 'importProgress.lineStart', { name, done, of }));
      return;
    }
    const time = new Date(endsAt).toTimeString().slice(0, 8);
    complain(
      translate(language, 'importProgress.line', {
        name,
        done,
        of,
        rate: Math.round(storiesPerSecond),
        time,
      }),
    );
  };
}

/**
 * Prints counts as one line of JSON; 1 where anything could not be read, what could is kept. Ctrl+C stops it: what had
 * come in stays; of the file that was being read nothing is counted.
 */
export async function ingestCommand(args: readonly string[]): Promise<ExitCode> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    // It prints JSON anyway; the option is there as everywhere.
    options: { ...dataFolderOption, ...jsonOption },
  });
  if (positionals.length === 0) throw new UsageError('ingest needs a FILE, a DIR or a URL');
  const deliveries = (await Promise.all(positionals.map(deliveriesOf))).flat();
  const language = languageHere();
  return withCore({ dataFolder: values['data-dir'] }, async (client) => {
    const total = { added: 0, updated: 0, unchanged: 0, unreadable: 0 };
    const stop = new AbortController();
    const cancel = (): void => stop.abort();
    process.once('SIGINT', cancel);
    try {
      for (const [index, delivery] of deliveries.entries()) {
        if (stop.signal.aborted) break;
        try {
          const bytes = await delivery.bytes();
          const name = basename(delivery.name);
          const file = new File([new Uint8Array(bytes)], name);
          const number = deliveries.length === 1 ? '' : `[${index + 1}/${deliveries.length}] `;
          const tell = createTeller(`${number}${name}`, bytes.length, language);
          for await (const told of await client.wire.importWatched({ file, name }, { signal: stop.signal })) {
            if (told.kind === 'progress') {
              tell(told.done, told.of);
              continue;
            }
            total.added += told.added;
            total.updated += told.updated;
            total.unchanged += told.unchanged;
          }
        } catch (error) {
          if (stop.signal.aborted) break;
          total.unreadable += 1;
          complain(`${delivery.name}: ${error instanceof Error ? error.message : String(error)}`);
        }
      }
    } finally {
      process.off('SIGINT', cancel);
    }
    if (stop.signal.aborted) complain(translate(language, 'importProgress.cancelled'));
    await writeLine(JSON.stringify(total));
    return total.unreadable === 0 && !stop.signal.aborted ? exitCode.done : exitCode.unreadable;
  });
}
