/**
 * The port of the last time, taken again where it is free: what the browser remembers of this workplace (widths of panes,
 * its look before the core answers) belongs to the address, port included.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

function fileIn(dataFolder: string): string {
  return join(dataFolder, 'web-port');
}

/** 0, which means any free one, where nothing sound is remembered. */
export function lastPort(dataFolder: string): number {
  try {
    const port = Number(readFileSync(fileIn(dataFolder), 'utf8'));
    return Number.isInteger(port) && port >= 1024 && port <= 65_535 ? port : 0;
  } catch {
    return 0;
  }
}

export function rememberPort(dataFolder: string, port: number): void {
  try {
    writeFileSync(fileIn(dataFolder), String(port));
  } catch {
    // A full disk costs the widths of panes at the next start, no more.
  }
}
