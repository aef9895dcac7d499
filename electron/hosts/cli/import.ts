/** `redaksi import`: files that were written elsewhere, as drafts. */
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import type { LeftOut } from '../../../shared/contract/articles.ts';
import { translate, type Language } from '../../../shared/i18n/translate.ts';
import { languageHere } from '../start-sentences.ts';
import {
  complain,
  dataFolderOption,
  exitCode,
  jsonOption,
  UsageError,
  writeJson,
  writeLine,
  type ExitCode,
} from './command.ts';
import { withCore } from './open-core.ts';
import { isStorageRefusal, refusalSentence } from './refusal.ts';

function leftOutSentence(leftOut: readonly LeftOut[], language: Language): string {
  const parts = leftOut.map(({ kind, count }) => translate(language, `import.leftOut.${kind}`, { count }));
  return translate(language, 'import.leftOut', { parts: parts.join(', ') });
}

/** One draft a line: id, headline; with `--json` an array. 1 where anything could not be read; the rest is imported. */
export async function importCommand(args: readonly string[]): Promise<ExitCode> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { ...dataFolderOption, ...jsonOption },
  });
  if (positionals.length === 0) throw new UsageError('import needs at least one FILE');
  const language = languageHere();
  return withCore({ dataFolder: values['data-dir'] }, async (client) => {
    const imported: { file: string; articleId: string; headline: string; leftOut: LeftOut[] }[] = [];
    for (const path of positionals) {
      const name = basename(path);
      try {
        const file = new File([new Uint8Array(await readFile(path))], name);
        const { article, leftOut } = await client.articles.importFile({ file, name });
        const { articleId, fields } = article;
        imported.push({ file: path, articleId, headline: fields.headline, leftOut });
        if (!values.json) await writeLine(`${articleId}  ${fields.headline}`);
        if (leftOut.length > 0) complain(`${path}: ${leftOutSentence(leftOut, language)}`);
      } catch (error) {
        if (isStorageRefusal(error)) throw error;
        const why =
          refusalSentence(error, language) ?? (error instanceof Error ? error.message : String(error));
        complain(`${path}: ${why}`);
      }
    }
    if (values.json) await writeJson(imported);
    return imported.length === positionals.length ? exitCode.done : exitCode.unreadable;
  });
}
