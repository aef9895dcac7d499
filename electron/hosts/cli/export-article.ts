/** `redaksi export-article`: one article as a file. */
import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { exportFormatSchema } from '../../../shared/contract/articles.ts';
import {
  articleIdOf,
  dataFolderOption,
  exitCode,
  jsonOption,
  UsageError,
  writeJson,
  writeLine,
  type ExitCode,
} from './command.ts';
import { withCore } from './open-core.ts';

/** Prints where the file lies; with `--to -` the file itself. Never writes over a file that is there already. */
export async function exportArticleCommand(args: readonly string[]): Promise<ExitCode> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      ...dataFolderOption,
      ...jsonOption,
      format: { type: 'string', default: 'docx' },
      to: { type: 'string' },
    },
  });
  const articleId = articleIdOf(positionals, 'export-article');
  const format = exportFormatSchema.safeParse(values.format);
  if (!format.success)
    throw new UsageError(`--format takes one of: ${exportFormatSchema.options.join(', ')}`);
  return withCore({ dataFolder: values['data-dir'] }, async (client) => {
    const file = await client.articles.exportFile({ articleId, format: format.data });
    const bytes = new Uint8Array(await file.arrayBuffer());
    if (values.to === '-') {
      await new Promise<void>((done, fail) =>
        process.stdout.write(bytes, (error) => (error ? fail(error) : done())),
      );
      return exitCode.done;
    }
    const path = resolve(values.to ?? file.name);
    await writeFile(path, bytes, { flag: 'wx' }).catch((error: unknown) => {
      throw new UsageError(
        `${path} cannot be written: ${error instanceof Error ? error.message : String(error)}`,
      );
    });
    if (values.json) await writeJson({ file: path, bytes: bytes.length });
    else await writeLine(path);
    return exitCode.done;
  });
}
