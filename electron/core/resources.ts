/** Files that ship with the program under `resources/`: found from source, from the bundles and inside the package. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

// electron/core/ and dist/node/ lie equally deep, and resources/ beside both of their parents.
const folder = join(import.meta.dirname, '..', '..', 'resources');

/** Bytes of a shipped file: `readResource('site/site.css')`. Rejects where there is none. */
export function readResource(name: string): Promise<Uint8Array> {
  return readFile(join(folder, ...name.split('/')));
}

/** The same as text (UTF-8). */
export function readTextResource(name: string): Promise<string> {
  return readFile(join(folder, ...name.split('/')), 'utf8');
}
