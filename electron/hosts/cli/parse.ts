/** `redaksi parse`: wire files to JSON, nothing stored. */
import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import type { WireStory } from '../../../shared/contract/wire-story.ts';
import { WireParseError } from '../../core/wire/formats/parse-error.ts';
import { LARGEST_DELIVERY_BYTES } from '../../core/wire/formats/limits.ts';
import { FORMAT_NAMES } from '../../core/wire/formats/parse.ts';
import { createParsePool, type ParsePool } from '../../core/wire/parse-pool.ts';
import { complain, exitCode, jsonOption, UsageError, writeLine, type ExitCode } from './command.ts';

interface Reading {
  file: string;
  stories: WireStory[];
  error: { code: string; message: string } | null;
}

async function readOne(pool: ParsePool, file: string, format: string): Promise<Reading> {
  try {
    const { size } = await stat(file);
    if (size > LARGEST_DELIVERY_BYTES) throw new WireParseError('too-large', `${size} bytes`);
    const { stories } = await pool.parse(await readFile(file), { fileName: basename(file), format });
    return { file, stories: stories.map(({ content }) => JSON.parse(content) as WireStory), error: null };
  } catch (error) {
    const code = error instanceof WireParseError ? error.code : 'unreadable-file';
    return {
      file,
      stories: [],
      error: { code, message: error instanceof Error ? error.message : String(error) },
    };
  }
}

async function* fileNames(given: readonly string[], listFile: string | undefined): AsyncGenerator<string> {
  yield* given;
  if (listFile === undefined) return;
  if (listFile !== '-') throw new UsageError('--files-from takes only "-" (standard input)');
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
    if (line !== '') yield line;
  }
}

/** Prints a JSON array of stories, or with `--jsonl` one line a file; 1 where anything could not be read. */
export async function parseCommand(args: readonly string[]): Promise<ExitCode> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      // It prints JSON anyway; the option is there as everywhere.
      ...jsonOption,
      format: { type: 'string', default: 'auto' },
      jsonl: { type: 'boolean', default: false },
      'files-from': { type: 'string' },
    },
  });
  if (!FORMAT_NAMES.includes(values.format)) {
    throw new UsageError(`--format takes one of: ${FORMAT_NAMES.join(', ')}`);
  }
  if (positionals.length === 0 && values['files-from'] === undefined) {
    throw new UsageError('parse needs at least one FILE');
  }
  const pool = createParsePool();
  const stories: WireStory[] = [];
  let allRead = true;
  try {
    for await (const file of fileNames(positionals, values['files-from'])) {
      const reading = await readOne(pool, file, values.format);
      if (reading.error) {
        allRead = false;
        complain(`${file}: ${reading.error.code}: ${reading.error.message}`);
      }
      if (values.jsonl) await writeLine(JSON.stringify(reading));
      else stories.push(...reading.stories);
    }
  } finally {
    await pool.close();
  }
  if (!values.jsonl) await writeLine(JSON.stringify(stories, null, 2));
  return allRead ? exitCode.done : exitCode.unreadable;
}
