/** `redaksi list` and `redaksi show`: the house's articles. */
import { parseArgs } from 'node:util';
import { articleStateSchema } from '../../../shared/contract/articles.ts';
import {
  articleIdOf,
  dataFolderOption,
  exitCode,
  jsonOption,
  limitOf,
  writeJson,
  writeLine,
} from './command.ts';
import { UsageError, type ExitCode } from './command.ts';
import type { CoreClient } from '../desk-client.ts';
import { withCore } from './open-core.ts';

/** One article a line, last changed first: id, state, time, headline; with `--json` an array of list items. */
export async function listCommand(args: readonly string[]): Promise<ExitCode> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      ...dataFolderOption,
      ...jsonOption,
      state: { type: 'string', multiple: true, default: [] },
      section: { type: 'string' },
      trashed: { type: 'boolean', default: false },
      limit: { type: 'string', default: '50' },
    },
  });
  const states = values.state.map((name) => {
    const state = articleStateSchema.safeParse(name);
    if (!state.success)
      throw new UsageError(`--state takes one of: ${articleStateSchema.options.join(', ')}`);
    return state.data;
  });
  const limit = limitOf(values.limit);
  const { trashed, section = null } = values;
  const filter = { states, section, trashed, query: positionals.join(' ') };
  return withCore({ dataFolder: values['data-dir'] }, async (client) => {
    const { rows } = await client.articles.list({ filter, limit });
    if (values.json) await writeJson(rows);
    else {
      for (const { articleId, state, updatedAt, headline } of rows) {
        await writeLine(`${articleId}  ${state.padEnd(9)}  ${updatedAt}  ${headline}`);
      }
    }
    return exitCode.done;
  });
}

async function writeRecord(client: CoreClient, articleId: string, asJson: boolean): Promise<void> {
  const entries = await client.record.list({ articleId });
  if (!asJson) {
    for (const { number, at, kind, targetName, revisionId, url } of entries) {
      await writeLine(`${number}  ${at}  ${kind}  ${targetName}  #${revisionId}  ${url ?? '-'}`);
    }
    return;
  }
  const files: unknown[] = [];
  for (const { recordId } of entries) {
    files.push(JSON.parse((await client.record.exportJson({ recordId })).text));
  }
  await writeJson(files);
}

/**
 * The article as one reads it; with `--json` everything that is known of it. With `--record` what is recorded of its
 * publications, newest first: one entry a line, or with `--json` each whole, as its file holds it.
 */
export async function showCommand(args: readonly string[]): Promise<ExitCode> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { ...dataFolderOption, ...jsonOption, record: { type: 'boolean', default: false } },
  });
  const articleId = articleIdOf(positionals, 'show');
  return withCore({ dataFolder: values['data-dir'] }, async (client) => {
    if (values.record) {
      await writeRecord(client, articleId, values.json);
      return exitCode.done;
    }
    if (values.json) {
      await writeJson(await client.articles.get({ articleId }));
      return exitCode.done;
    }
    const file = await client.articles.exportFile({ articleId, format: 'txt' });
    await writeLine((await file.text()).trimEnd());
    return exitCode.done;
  });
}
