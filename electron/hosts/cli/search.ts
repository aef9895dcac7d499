/** `redaksi search`: the inbox's search, newest first. */
import { parseArgs } from 'node:util';
import { exitCode, UsageError, writeLine, type ExitCode } from './command.ts';
import { withCore } from './open-core.ts';

/** One story a line: time, source, headline; with `--json` a JSON array of list items. */
export async function searchCommand(args: readonly string[]): Promise<ExitCode> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      'data-dir': { type: 'string' },
      json: { type: 'boolean', default: false },
      limit: { type: 'string', default: '20' },
    },
  });
  const limit = Number(values.limit);
  if (!Number.isInteger(limit) || limit < 1 || limit > 200) throw new UsageError('--limit takes 1 to 200');
  const query = positionals.join(' ');
  if (query === '') throw new UsageError('search needs a QUERY');
  return withCore(values['data-dir'], async (client) => {
    const { rows } = await client.wire.list({ filter: { query }, limit });
    if (values.json) await writeLine(JSON.stringify(rows, null, 2));
    else for (const row of rows) await writeLine(`${row.arrivedAt}  ${row.sourceName}  ${row.headline}`);
    return exitCode.done;
  });
}
