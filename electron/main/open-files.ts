/** Files the person opened with Redaksi, read for the page to import. */
import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { ToPage } from '../../shared/page/desktop-messages.ts';

/** As much as the page may send to the core at once. */
const LARGEST_BYTES = 60 * 1024 * 1024;

type ReadFiles = Extract<ToPage, { type: 'import' }>['files'];

export interface OpenedFiles {
  files: ReadFiles;
  refused: { name: string; problem: 'tooLarge' | 'unreadable' }[];
}

/** Reads them one after the other; what cannot be read is told and holds nothing up. */
export async function readFiles(paths: readonly string[]): Promise<OpenedFiles> {
  const opened: OpenedFiles = { files: [], refused: [] };
  for (const path of paths) {
    const name = basename(path);
    try {
      const { size } = await stat(path);
      if (size > LARGEST_BYTES) opened.refused.push({ name, problem: 'tooLarge' });
      else opened.files.push({ name, bytes: new Uint8Array(await readFile(path)) });
    } catch {
      opened.refused.push({ name, problem: 'unreadable' });
    }
  }
  return opened;
}
