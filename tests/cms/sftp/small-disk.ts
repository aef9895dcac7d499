/** A disk of a megabyte where a folder of the server is: a full disk is tried on a real one. Needs root. */
import { chownSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { run } from '../install.ts';

export interface SmallDisk {
  /** Leaves room for so many bytes. */
  fillUpTo(left: number): void;
  /** Somebody makes room. */
  makeRoom(): void;
}

const SIZE = 1024 * 1024;

/** Until the test ends. The folder is given to the user the server writes as. */
export function mountSmallDisk(folder: string, user: number): SmallDisk {
  mkdirSync(folder, { recursive: true });
  run('mount', ['-t', 'tmpfs', '-o', `size=${SIZE}`, 'tmpfs', folder]);
  onTestFinished(() => run('umount', ['--lazy', folder]));
  chownSync(folder, user, user);
  const ballast = join(folder, '.ballast');
  return {
    fillUpTo: (left) => writeFileSync(ballast, Buffer.alloc(SIZE - left)),
    makeRoom: () => rmSync(ballast),
  };
}
