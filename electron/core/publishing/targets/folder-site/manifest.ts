/**
 * `.redaksi-site.json` in the site's folder: which files there are ours, so that nobody else's is ever replaced or
 * deleted, and which page belongs to which article.
 */
import { z } from 'zod';

export const MANIFEST_NAME = '.redaksi-site.json';

const manifestSchema = z.object({
  version: z.literal(1),
  articles: z.record(
    z.string(),
    z.object({ path: z.string(), marker: z.string(), pictures: z.array(z.string()) }),
  ),
  /** By path from the root: SHA-256 of what we wrote; while a file is being written, of both what was and what will be. */
  files: z.record(z.string(), z.array(z.string())),
});

export type Manifest = z.output<typeof manifestSchema>;

export function emptyManifest(): Manifest {
  return { version: 1, articles: {}, files: {} };
}

/** An unreadable manifest counts as none: pages are then recognised by what stands in them. */
export function parseManifest(text: string): Manifest {
  try {
    return manifestSchema.catch(emptyManifest()).parse(JSON.parse(text));
  } catch {
    return emptyManifest();
  }
}

/** Keys in order, so that the same site gives the same bytes. */
export function manifestText(manifest: Manifest): string {
  const sorted = <Value>(record: Record<string, Value>): Record<string, Value> =>
    Object.fromEntries(Object.entries(record).toSorted(([one], [other]) => (one < other ? -1 : 1)));
  const { version, articles, files } = manifest;
  return `${JSON.stringify({ version, articles: sorted(articles), files: sorted(files) }, null, 1)}\n`;
}
