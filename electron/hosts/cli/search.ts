/** `redaksi search`: the inbox's search, newest first. */
import { parseArgs } from 'node:util';
import {
  dataFolderOption,
  exitCode,
  jsonOption,
  limitOf,
  UsageError,
  writeJson,
  writeLine,
  type ExitCode,
} from './command.ts';
import { withCore } from './open-core.ts';

/** One story a line: time, source, headline; with `--json` a JSON array of list items. */
export async function searchCommand(args: readonly string[]): Promise<ExitCode> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      ...dataFolderOption,
      ...jsonOption,
      limit: { type: 'string', default: '20' },
    },
  });
  const limit = limitOf(values.limit);
  const query = positionals.join(' ');
  if (query === '') throw new UsageError('search needs a QUERY');
  return withCore({ dataFolder: values['data-dir'] }, async (client) => {
    const { rows } = await client.wire.list({ filter: { query }, limit });
    if (values.json) await writeJson(rows);
    else for (const row of rows) await writeLine(`${row.arrivedAt}  ${row.sourceName}  ${row.headline}`);
    return exitCode.done;
  });
}
