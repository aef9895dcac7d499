/** The log: one JSON object a line. What it is given are names, counts and errors, never copy. */
import { appendFileSync, existsSync, mkdirSync, readFileSync, renameSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { logEntrySchema, type LogEntry } from '../../../shared/contract/system.ts';
import type { CoreProviders, Log } from '../../core/providers.ts';

type Level = LogEntry['level'];

const LARGEST_LOG_BYTES = 2 * 1024 * 1024;
const MOST_READ = 1_000;
/** A detail longer than this is no name and no number. */
const LONGEST_DETAIL = 500;

const storedLineSchema = logEntrySchema.omit({ details: true }).catchall(z.unknown());

/** A stored line; null where a crash cut it off. */
function entryOf(line: string): LogEntry | null {
  try {
    const { time, level, message, ...details } = storedLineSchema.parse(JSON.parse(line));
    const told = Object.entries(details).map(([name, value]) => [
      name,
      typeof value === 'string' ? value : JSON.stringify(value),
    ]);
    return { time, level, message, details: Object.fromEntries(told) as Record<string, string> };
  } catch {
    return null;
  }
}

function readEntries(file: string): LogEntry[] {
  try {
    return readFileSync(file, 'utf8')
      .split('\n')
      .flatMap((line) => entryOf(line) ?? []);
  } catch {
    return [];
  }
}

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
 * `echo`, warnings and errors go to standard error too. A log that cannot be written or read stops nothing.
 */
export function createFileLog(
  dataFolder: string,
  echo: boolean,
  largestBytes = LARGEST_LOG_BYTES,
): Pick<CoreProviders, 'log' | 'readLog'> {
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
  return {
    log: { info: at('info'), warn: at('warn'), error: at('error') },
    readLog: () => [`${file}.1`, file].flatMap(readEntries).toReversed().slice(0, MOST_READ),
  };
}
