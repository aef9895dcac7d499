/** The check of everything: both databases, the record of publications, every picture, every backup. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { CheckedPart } from '../../../shared/contract/system.ts';
import { checkedBackups } from '../database/backup.ts';
import { checkFiles } from '../database/check.ts';
import { deskFile, wireFile, type Database } from '../database/open.ts';

const MOST_PROBLEMS = 20;

function result(part: CheckedPart['part'], examined: number, problems: string[]): CheckedPart {
  return { part, examined, sound: problems.length === 0, problems: problems.slice(0, MOST_PROBLEMS) };
}

async function checkDatabase(part: 'desk' | 'wire', file: string): Promise<CheckedPart> {
  const [found] = await checkFiles([file], { thorough: true });
  return result(part, 1, found?.problems ?? ['no answer']);
}

async function hashOf(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}

/** Every picture the desk knows must be there, and hold the bytes it is named after. */
async function checkMedia(database: Database, dataFolder: string, signal: AbortSignal): Promise<CheckedPart> {
  const ids = database.prepare<[], string>('SELECT id FROM media ORDER BY id').pluck().all();
  const problems: string[] = [];
  for (const id of ids) {
    signal.throwIfAborted();
    const file = join(dataFolder, 'media', id.slice(0, 2), id);
    const found = await hashOf(file).catch(() => null);
    if (found === null) problems.push(`media/${id.slice(0, 2)}/${id}: cannot be read`);
    else if (found !== id) problems.push(`media/${id.slice(0, 2)}/${id}: damaged`);
  }
  return result('media', ids.length, problems);
}

async function checkBackups(dataFolder: string): Promise<CheckedPart> {
  const backups = await checkedBackups(dataFolder);
  const bad = backups.filter(({ good }) => !good).map(({ name }) => `backups/${name}: damaged`);
  return result('backups', backups.length, bad);
}

/** Checks one part after the other and yields what was found. Ends early where `signal` is aborted. */
export async function* checkEverything(
  database: Database,
  dataFolder: string,
  verifyRecord: () => Promise<{ examined: number; problems: string[] }>,
  signal: AbortSignal,
): AsyncGenerator<CheckedPart, void, void> {
  yield await checkDatabase('desk', deskFile(dataFolder));
  signal.throwIfAborted();
  yield await checkDatabase('wire', wireFile(dataFolder));
  signal.throwIfAborted();
  const { examined, problems } = await verifyRecord();
  yield result('record', examined, problems);
  signal.throwIfAborted();
  yield await checkMedia(database, dataFolder, signal);
  yield await checkBackups(dataFolder);
}
