/** What every command of the command line shares: its exit codes, and how it speaks. */

/** Exit codes of `redaksi`; docs/command-line.md lists them. */
export const exitCode = {
  done: 0,
  /** Something given could not be read, or not all of it; the rest was done. */
  unreadable: 1,
  /** The words of the call are off. */
  usage: 2,
  /** The data folder is in use, not writable, or written by a newer version. */
  dataFolder: 3,
  /** Anything else. */
  failed: 4,
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
