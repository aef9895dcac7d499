import { ensureGhost } from './ghost/packages.ts';
import { ensureSshd } from './sftp/start.ts';
import { ensureWordPressPackages } from './wordpress/packages.ts';

/** Fetches what the CMS tests need before any of them starts, once for all files. */
export function setup(): void {
  ensureWordPressPackages();
  ensureGhost();
  ensureSshd();
}
