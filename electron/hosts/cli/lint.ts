/** `redaksi lint`: the checks of the composer, over an article or a file. */
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { articleFieldsSchema, type ArticleFields } from '../../../shared/contract/articles.ts';
import type { CheckedBlock, Finding } from '../../../shared/contract/checks.ts';
import { idSchema } from '../../../shared/contract/common.ts';
import { linkFindings, webAddresses } from '../../../shared/checks/link-findings.ts';
import { checkedBlocksOf, FIELDS_BLOCK } from '../../../shared/checks/segments.ts';
import type { ArticleDocument } from '../../../shared/document/vocabulary.ts';
import { isMessageKey, translate, type Language } from '../../../shared/i18n/translate.ts';
import { runImportWorker } from '../../core/articles/import/run-import-worker.ts';
import { ManuscriptError } from '../../core/articles/import/manuscript.ts';
import type { CoreClient } from '../desk-client.ts';
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

/** So many blocks are checked at once. */
const BLOCKS_AT_ONCE = 200;
const LINKS_AT_ONCE = 200;

interface Copy {
  fields: ArticleFields;
  document: ArticleDocument;
  /** ISO 8601; bare days are read from it. */
  at: string;
  ignored: ReadonlySet<string>;
}

/** A finding as it is printed; `block` is a number from 1, null for a field, which `property` names. */
interface Line extends Pick<Finding, 'check' | 'code' | 'text' | 'start' | 'end'> {
  block: number | null;
  path: number[];
  property: string | null;
  reason: string;
  /** What may stand in its place, best first. */
  fixes: string[];
}

async function readCopy(client: CoreClient, given: string): Promise<Copy> {
  if (idSchema.safeParse(given).success) {
    const { fields, document, createdAt } = await client.articles.get({ articleId: given });
    const ignored = await client.checks.ignored.list({ articleId: given });
    return { fields, document, at: createdAt, ignored: new Set(ignored) };
  }
  const { fields, document } = await runImportWorker(await readFile(given), basename(given));
  const at = new Date().toISOString();
  return { fields: articleFieldsSchema.parse(fields), document, at, ignored: new Set() };
}

function reasonOf({ advice, code, parameters }: Finding, language: Language): string {
  if (advice !== null) return advice[language];
  const key = `checks.reason.${code}`;
  return isMessageKey(key) ? translate(language, key, parameters) : code;
}

function lineOf(finding: Finding, { id, segments }: CheckedBlock, language: Language): Line[] {
  const segment = segments[finding.segment];
  if (segment === undefined) return [];
  const { check, code, text, start, end, fixes } = finding;
  return [
    {
      block: id === FIELDS_BLOCK ? null : Number(id) + 1,
      path: segment.path,
      property: segment.property,
      check,
      code,
      text,
      start,
      end,
      reason: reasonOf(finding, language),
      fixes: fixes.flatMap((fix) => (fix.kind === 'replace' ? [fix.text] : [])),
    },
  ];
}

async function check(client: CoreClient, { fields, document, at, ignored }: Copy): Promise<Line[]> {
  const language = languageHere();
  const blocks = checkedBlocksOf(fields, document).filter(({ segments }) => segments.length > 0);
  const broken = await tryLinks(client, blocks);
  const lines: Line[] = [];
  for (let from = 0; from < blocks.length; from += BLOCKS_AT_ONCE) {
    const portion = blocks.slice(from, from + BLOCKS_AT_ONCE);
    const answer = await client.checks.run({ at, blocks: portion });
    for (const [position, { findings }] of answer.blocks.entries()) {
      const block = portion[position];
      if (block === undefined) continue;
      const heeded = [...findings, ...linkFindings(block.segments, broken)].filter(
        ({ key }) => !ignored.has(key),
      );
      lines.push(...heeded.flatMap((finding) => lineOf(finding, block, language)));
    }
  }
  return lines;
}

/** Why addresses of the copy lead nowhere, by address. */
async function tryLinks(client: CoreClient, blocks: readonly CheckedBlock[]): Promise<Map<string, string>> {
  const urls = webAddresses(blocks.flatMap(({ segments }) => segments));
  const broken = new Map<string, string>();
  for (let from = 0; from < urls.length; from += LINKS_AT_ONCE) {
    const tried = await client.checks.brokenLinks({ urls: urls.slice(from, from + LINKS_AT_ONCE) });
    for (const { url, reason } of tried.broken) broken.set(url, reason);
    if (tried.offline) {
      complain(translate(languageHere(), 'checks.linksWait'));
      break;
    }
  }
  return broken;
}

function printed({ block, property, reason, text, fixes: [best] }: Line): string {
  const where = block === null ? (property ?? '') : String(block);
  const words = text.length > 60 ? `${text.slice(0, 60)}…` : text;
  return `${where}: ${reason}${words === '' ? '' : ` “${words}”`}${best === undefined ? '' : ` → ${best}`}`;
}

/** Prints one finding a line, with `--json` an array; 8 where there is any, 1 where a file could not be read. */
export async function lintCommand(args: readonly string[]): Promise<ExitCode> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { ...dataFolderOption, ...jsonOption },
  });
  const [given] = positionals;
  if (given === undefined || positionals.length > 1) throw new UsageError('lint needs one FILE or ID');
  return withCore({ dataFolder: values['data-dir'] }, async (client) => {
    let copy: Copy;
    try {
      copy = await readCopy(client, given);
    } catch (error) {
      const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
      if (!isMissing && !(error instanceof ManuscriptError)) throw error;
      complain(`${given}: ${isMissing ? 'there is no such file' : `${error.code}: ${error.message}`}`);
      return exitCode.unreadable;
    }
    const lines = await check(client, copy);
    if (values.json) await writeJson(lines);
    else for (const line of lines) await writeLine(printed(line));
    return lines.length === 0 ? exitCode.done : exitCode.findings;
  });
}
