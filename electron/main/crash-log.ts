/**
 * What crashed, and when: `logs/desktop.log` in the data folder, one JSON object a line. It holds names of processes,
 * reasons and codes, and where in the program an error came from; never a message, an address or copy, since any of
 * these may quote what somebody was writing. Nothing is sent anywhere, and no memory is dumped.
 */
import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { app } from 'electron';

const LARGEST_BYTES = 512 * 1024;

export interface Crash {
  process: string;
  reason: string;
  exitCode?: number;
  /** `file:line:column` of the program's own frames, the innermost first. */
  at?: readonly string[];
}

export type CrashLog = (crash: Crash) => void;

/** The folder of all logs; the core writes its own beside ours. */
export function logFolder(dataFolder: string): string {
  return join(dataFolder, 'logs');
}

/** Where an error came from, without what it says. */
export function framesOf(error: unknown): string[] {
  if (!(error instanceof Error) || error.stack === undefined) return [];
  const frames = error.stack.split('\n').filter((line) => /^\s+at /.test(line));
  return frames.flatMap((line) => /([\w.-]+:\d+:\d+)\)?$/.exec(line)?.[1] ?? []).slice(0, 10);
}

/** A log that cannot be written stops nothing. */
export function createCrashLog(dataFolder: string, largestBytes = LARGEST_BYTES): CrashLog {
  const file = join(logFolder(dataFolder), 'desktop.log');
  return ({ process: name, reason, exitCode, at }) => {
    const line = { time: new Date().toISOString(), process: name, reason, exitCode, at };
    try {
      mkdirSync(dirname(file), { recursive: true });
      if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > largestBytes)
        renameSync(file, `${file}.1`);
      appendFileSync(file, `${JSON.stringify(line)}\n`, { mode: 0o600 });
    } catch {
      // See above.
    }
  };
}

/** Writes down whatever of Electron's processes goes down by itself. */
export function logCrashes(log: CrashLog): void {
  app.on('render-process-gone', (_event, _contents, { reason, exitCode }) =>
    log({ process: 'page', reason, exitCode }),
  );
  app.on('child-process-gone', (_event, { type, reason, exitCode }) =>
    log({ process: type, reason, exitCode }),
  );
  // Only watched: Electron goes on to show its own dialog.
  process.on('uncaughtExceptionMonitor', (error) =>
    log({ process: 'main', reason: error.name, at: framesOf(error) }),
  );
}
