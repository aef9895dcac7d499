/** The pages of the folder site as they lie on disk. */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Workstation } from './workstation.ts';

/** Every page, by its path in the site's folder. */
function sitePages({ siteFolder }: Pick<Workstation, 'siteFolder'>): string[] {
  return readdirSync(siteFolder, { recursive: true, encoding: 'utf8' }).filter((path) =>
    path.endsWith('index.html'),
  );
}

/** The page of the article whose slug begins so, by its path on the machine; both empty where there is none. */
export function articlePage(
  workstation: Pick<Workstation, 'siteFolder'>,
  slug: string,
): { path: string; html: string } {
  const found = sitePages(workstation).find((page) => basename(dirname(page)).startsWith(slug));
  if (found === undefined) return { path: '', html: '' };
  const path = join(workstation.siteFolder, found);
  return { path, html: readFileSync(path, 'utf8') };
}
