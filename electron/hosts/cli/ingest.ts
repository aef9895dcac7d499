/** `redaksi ingest`: a file, every file of a folder, or an address, into the inbox. */
import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
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

/** Prints counts as one line of JSON; 1 where anything could not be read, what could is kept. */
export async function ingestCommand(args: readonly string[]): Promise<ExitCode> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    // It prints JSON anyway; the option is there as everywhere.
    options: { ...dataFolderOption, ...jsonOption },
  });
  if (positionals.length === 0) throw new UsageError('ingest needs a FILE, a DIR or a URL');
  const deliveries = (await Promise.all(positionals.map(deliveriesOf))).flat();
  return withCore({ dataFolder: values['data-dir'] }, async (client) => {
    const total = { added: 0, updated: 0, unchanged: 0, unreadable: 0 };
    for (const delivery of deliveries) {
      try {
        const bytes = await delivery.bytes();
        const name = basename(delivery.name);
        const file = new File([new Uint8Array(bytes)], name);
        const { added, updated, unchanged } = await client.wire.importFile({ file, name });
        total.added += added;
        total.updated += updated;
        total.unchanged += unchanged;
      } catch (error) {
        total.unreadable += 1;
        complain(`${delivery.name}: ${error instanceof Error ? error.message : String(error)}`);
      }
    }
    await writeLine(JSON.stringify(total));
    return total.unreadable === 0 ? exitCode.done : exitCode.unreadable;
  });
}
