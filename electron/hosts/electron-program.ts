/** Electron's own program, which its package fetches and this machine may not have. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const FETCH_SECONDS = 60;

/** The program as Electron's own installer leaves it under `root`, or null. REDAKSI_ELECTRON names one outright. */
export function electronProgram(root: string): string | null {
  const named = process.env['REDAKSI_ELECTRON'];
  if (named) return existsSync(named) ? named : null;
  const folder = join(root, 'node_modules', 'electron');
  const note = join(folder, 'path.txt');
  if (!existsSync(note)) return null;
  const program = join(folder, 'dist', readFileSync(note, 'utf8').trim());
  return existsSync(program) ? program : null;
}

/** Runs Electron's own installer, for a minute at most; the program, or null where it could not be fetched. */
export function fetchElectron(root: string): string | null {
  const installer = join(root, 'node_modules', 'electron', 'install.js');
  if (!existsSync(installer)) return null;
  spawnSync(process.execPath, [installer], {
    stdio: 'ignore',
    timeout: FETCH_SECONDS * 1000,
    killSignal: 'SIGKILL',
  });
  return electronProgram(root);
}
