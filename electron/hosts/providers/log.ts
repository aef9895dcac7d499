/** The log: one JSON object a line. What it is given are names, counts and errors, never copy. */
import { appendFileSync, existsSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Log } from '../../core/providers.ts';

type Level = 'info' | 'warn' | 'error';

const LARGEST_LOG_BYTES = 2 * 1024 * 1024;
/** A detail longer than this is no name and no number. */
const LONGEST_DETAIL = 500;

function lineOf(level: Level, message: string, details: Record<string, unknown>): string {
  const shortened = Object.entries(details).map(([name, value]) => [
    name,
    typeof value === 'string' && value.length > LONGEST_DETAIL ? `${value.slice(0, LONGEST_DETAIL)}…` : value,
  ]);
  const entry = { time: new Date().toISOString(), level, message };
  return `${JSON.stringify({ ...entry, ...Object.fromEntries(shortened) })}\n`;
}

/**
 * Appends to `logs/redaksi.log` in the data folder; at 2 MB it becomes `redaksi.log.1` and a new one is begun. With
 * `echo`, warnings and errors go to standard error too. A log that cannot be written stops nothing.
 */
export function createFileLog(dataFolder: string, echo: boolean, largestBytes = LARGEST_LOG_BYTES): Log {
  const file = join(dataFolder, 'logs', 'redaksi.log');
  let bytes: number | null = null;

  function append(line: string): void {
    if (bytes === null) {
      mkdirSync(dirname(file), { recursive: true });
      bytes = existsSync(file) ? statSync(file).size : 0;
    }
    if (bytes > 0 && bytes + line.length > largestBytes) {
      renameSync(file, `${file}.1`);
      bytes = 0;
    }
    appendFileSync(file, line, { mode: 0o600 });
    bytes += Buffer.byteLength(line);
  }

  function at(level: Level): Log[Level] {
    return (message, details = {}) => {
      try {
        const line = lineOf(level, message, details);
        if (echo && level !== 'info') process.stderr.write(line);
        append(line);
      } catch {
        // See above.
      }
    };
  }
  return { info: at('info'), warn: at('warn'), error: at('error') };
}
