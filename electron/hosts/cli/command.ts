/** What every command of the command line shares: its exit codes, its options, and how it speaks. */
import { idSchema } from '../../../shared/contract/common.ts';

/** Exit codes of `redaksi`; docs/command-line.md lists them. */
export const exitCode = {
  done: 0,
  /** Something given could not be read, or not all of it; the rest was done. */
  unreadable: 1,
  /** The words of the call are off. */
  usage: 2,
  /** The data folder is in use by a desk that cannot be talked to, not writable, or written by a newer version. */
  dataFolder: 3,
  /** Anything else. */
  failed: 4,
  /** The core says no: there is no such article, it may not be published, this person may not. */
  refused: 5,
  /** The delivery did not arrive (yet): it waits for another attempt, failed, or met a conflict. */
  undelivered: 6,
  /** The check found damage. */
  damaged: 7,
  /** The checks found something to look at. */
  findings: 8,
} as const;

export type ExitCode = (typeof exitCode)[keyof typeof exitCode];

/** The call's words are off; told with the way to the help text. */
export class UsageError extends Error {}

/** Waits where standard output is full, so that a slow reader costs no memory. */
export async function writeLine(line: string): Promise<void> {
  if (process.stdout.write(`${line}\n`)) return;
  await new Promise((resolve) => process.stdout.once('drain', resolve));
}

export function complain(line: string): void {
  process.stderr.write(`${line.replaceAll('\n', ' ')}\n`);
}

/** Results as JSON, for programs. */
export function writeJson(value: unknown): Promise<void> {
  return writeLine(JSON.stringify(value, null, 2));
}

export const dataFolderOption = { 'data-dir': { type: 'string' } } as const;
export const jsonOption = { json: { type: 'boolean', default: false } } as const;

/** The one ID a command takes. */
export function articleIdOf(positionals: readonly string[], command: string): string {
  const id = idSchema.safeParse(positionals[0]);
  if (!id.success || positionals.length > 1) {
    throw new UsageError(`${command} needs one article's ID (redaksi list has them)`);
  }
  return id.data;
}

export function limitOf(value: string): number {
  const limit = Number(value);
  if (!Number.isInteger(limit) || limit < 1 || limit > 200) throw new UsageError('--limit takes 1 to 200');
  return limit;
}
