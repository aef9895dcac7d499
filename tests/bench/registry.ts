/** The rows of the benchmark: every file in `rows/` is one group. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { RowGroup } from './row.ts';

const folder = join(import.meta.dirname, 'rows');

/** All groups, in the order of their files' names. Throws where two rows share a name. */
export async function rowGroups(): Promise<RowGroup[]> {
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.ts'))
    .toSorted();
  const groups = await Promise.all(
    files.map(async (name) => {
      const module = (await import(pathToFileURL(join(folder, name)).href)) as { group: RowGroup };
      return module.group;
    }),
  );
  const names = groups.flatMap(({ rows }) => rows.map(({ name }) => name));
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) throw new Error(`two rows are named "${twice}"`);
  return groups;
}
