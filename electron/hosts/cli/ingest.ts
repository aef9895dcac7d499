/** `redaksi ingest`: a file, every file of a folder, or an address, into the inbox. */
import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { translate } from '../../../shared/i18n/translate.ts';
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
import { createIngestTeller } from './ingest-progress.ts';
import { withCore } from './open-core.ts';

interface Delivery {
  name: string;
  /** In bytes; 0 where it is not known before. */
  size: number;
  bytes(): Promise<Uint8Array>;
}

async function deliveriesOf(what: string): Promise<Delivery[]> {
  if (/^https?:\/\//i.test(what)) {
    return [
      {
        name: what,
        size: 0,
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
  if (!found.isDirectory()) return [{ name: what, size: found.size, bytes: () => readFile(what) }];
  const names = (await readdir(what, { withFileTypes: true }))
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) => join(what, entry.name))
    .sort();
  return Promise.all(
    names.map(async (name) => ({
      name,
      size: (await stat(name).catch(() => null))?.size ?? 0,
      bytes: () => readFile(name),
    })),
  );
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
    const bytesOf = deliveries.reduce((sum, { size }) => sum + size, 0);
    const teller = createIngestTeller(deliveries.length, bytesOf, language);
    process.once('SIGINT', cancel);
    try {
      for (const delivery of deliveries) {
        if (stop.signal.aborted) break;
        try {
          const bytes = await delivery.bytes();
          const name = basename(delivery.name);
          const file = new File([new Uint8Array(bytes)], name);
          teller.begin(name, bytes.length);
          for await (const told of await client.wire.importWatched({ file, name }, { signal: stop.signal })) {
            if (told.kind === 'progress') {
              teller.tell(told.done, told.of);
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
        } finally {
          teller.end();
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
