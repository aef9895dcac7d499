/** The chain of the record: each entry's hash takes in the one before, so that what is changed, missing or added shows. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import { z } from 'zod';
import { canonicalJson, sha256 } from './canonical-json.ts';
import type { RecordQueries, StoredRecord } from './queries.ts';

/** What the first entry names as the hash before it. */
export const FIRST_HASH = '0'.repeat(64);

/** As much of an entry's content as the chain depends on: entries of every version have it. */
const chainedSchema = z.object({
  recordId: z.string(),
  article: z.object({ articleId: z.string(), revisionHash: z.string() }),
  publication: z.object({ targetId: z.string(), deliveryId: z.string() }),
  sources: z.array(z.object({ textHash: z.string() })),
});
type Chained = z.output<typeof chainedSchema>;

export function hashOfEntry(previousHash: string, content: string): string {
  return sha256(`${previousHash}\n${content}`);
}

/** Hashes of the texts an entry answers for. */
export function textHashesOf({ article, sources }: Chained): string[] {
  return [...new Set([article.revisionHash, ...sources.map(({ textHash }) => textHash)])];
}

/** The content where it can be read, is what its hash says, and the columns beside it say the same. */
function soundContent({
  id,
  articleId,
  targetId,
  deliveryId,
  content,
  previousHash,
  hash,
}: StoredRecord): Chained | null {
  if (hashOfEntry(previousHash, content) !== hash) return null;
  let value: unknown;
  try {
    value = JSON.parse(content);
  } catch {
    return null;
  }
  const read = chainedSchema.safeParse(value);
  if (!read.success || canonicalJson(value) !== content) return null;
  const { recordId, article, publication } = read.data;
  const isSame =
    recordId === id &&
    article.articleId === articleId &&
    publication.targetId === targetId &&
    publication.deliveryId === deliveryId;
  return isSame ? read.data : null;
}

/** Whether an entry by itself, and every text it answers for, is what its hashes say. */
export function isIntact(record: StoredRecord, textOf: (hash: string) => string | null): boolean {
  const content = soundContent(record);
  return (
    content !== null &&
    textHashesOf(content).every((hash) => {
      const text = textOf(hash);
      return text !== null && sha256(text) === hash;
    })
  );
}

/** So many are read before others get their turn. */
const AT_ONCE = 50;

/** Hashes of the texts that are what they say; those that are not go into `problems`. */
async function soundTexts(queries: RecordQueries, problems: string[]): Promise<Set<string>> {
  const sound = new Set<string>();
  for (let last = ''; ; await nextTurn()) {
    const texts = queries.textsAfter(last, AT_ONCE);
    for (const { hash, text } of texts) {
      if (sha256(text) === hash) sound.add(hash);
      else problems.push(`record text ${hash.slice(0, 12)}: changed`);
    }
    const newest = texts.at(-1);
    if (newest === undefined) return sound;
    last = newest.hash;
  }
}

/**
 * Walks the whole chain; answers how many entries there are and what is wrong, each with its number: an entry that was
 * changed, one that is missing (the last ones too: SQLite remembers the highest number it gave), one that does not
 * follow from the one before, a text that is gone or is another.
 */
export async function verifyChain(queries: RecordQueries): Promise<{ examined: number; problems: string[] }> {
  const problems: string[] = [];
  const texts = await soundTexts(queries, problems);
  let examined = 0;
  let previous = { number: 0, hash: FIRST_HASH };
  const missing = (from: number, to: number): void => {
    if (from <= to) problems.push(`record ${from === to ? from : `${from}–${to}`}: missing`);
  };
  for (;;) {
    const records = queries.after(previous.number, AT_ONCE);
    for (const record of records) {
      const { number, hash, previousHash } = record;
      examined += 1;
      missing(previous.number + 1, number - 1);
      const content = soundContent(record);
      if (content === null) problems.push(`record ${number}: changed`);
      if (number === previous.number + 1 && previousHash !== previous.hash) {
        problems.push(`record ${number}: does not follow from the one before`);
      }
      for (const wanted of content === null ? [] : textHashesOf(content)) {
        if (!texts.has(wanted)) problems.push(`record ${number}: text ${wanted.slice(0, 12)} is gone`);
      }
      previous = { number, hash };
    }
    if (records.length === 0) break;
    await nextTurn();
  }
  missing(previous.number + 1, queries.highestNumber());
  return { examined, problems };
}
