/**
 * Patterns and pages that are kept up to date: found again by what we remember or by the marker in them, written only
 * where they differ, and never over what somebody changed there without a person having said so.
 */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { PublishError, type TargetContext } from '../../target.ts';
import type { WordPressClient } from './client.ts';

const raw = z.object({ raw: z.string() }).transform((value) => value.raw);
const documentSchema = z.looseObject({
  id: z.int(),
  link: z.string().catch(''),
  status: z.string().catch(''),
  title: raw,
  content: raw,
});
type KeptDocument = z.output<typeof documentSchema>;

/** `blocks`: synced patterns (`wp_block`); `pages`. */
export type DocumentType = 'blocks' | 'pages';

export interface WantedDocument {
  type: DocumentType;
  /** Stands in the content and nowhere else. */
  marker: string;
  title: string;
  content: string;
  /** For a new page. */
  slug?: string;
}

/** Of a document: where it is, and whether it was left as somebody made it. */
export interface Kept {
  id: number;
  link: string;
  changedThere: boolean;
}

function digest({ title, content }: Pick<KeptDocument, 'title' | 'content'>): string {
  return createHash('sha256')
    .update(JSON.stringify([title, content]))
    .digest('hex');
}

async function read(client: WordPressClient, type: DocumentType, id: number): Promise<KeptDocument | null> {
  try {
    const found = await client.get(`wp/v2/${type}/${id}`, documentSchema, { context: 'edit' });
    return found.status === 'trash' ? null : found;
  } catch (error) {
    if (error instanceof PublishError && error.code === 'post-missing') return null;
    throw error;
  }
}

/** Sites whose search is a plugin's may not cover block attributes: the latest hundred are looked through as well. */
async function findByMarker(
  client: WordPressClient,
  { type, marker }: WantedDocument,
): Promise<KeptDocument | null> {
  const everything = { context: 'edit', status: 'publish,draft,private', per_page: 100 };
  for (const parameters of [
    { ...everything, search: marker },
    { ...everything, orderby: 'modified' },
  ]) {
    const found = await client.get(`wp/v2/${type}`, z.array(documentSchema), parameters);
    const document = found.find(({ content }) => content.includes(marker));
    if (document) return document;
  }
  return null;
}

/**
 * Has the site hold a document as wanted. What somebody changed there stays: `changedThere`, and it is written over once a
 * person asks for it again. Throws PublishError (`rights-missing` …).
 */
export async function keepDocument(
  client: WordPressClient,
  wanted: WantedDocument,
  context: TargetContext,
): Promise<Kept> {
  const { type, marker, title, content, slug } = wanted;
  const { memory } = context;
  const [remembered, written, seen] = (memory.get(marker) ?? '').split(' ');
  const remember = (id: number, ours: string, theirs = ''): void =>
    memory.set(marker, `${id} ${ours} ${theirs}`.trim());
  const known = remembered ? await read(client, type, Number(remembered)) : null;
  const standing = known ?? (await findByMarker(client, wanted));
  if (!standing) {
    const made = await client.post(`wp/v2/${type}`, documentSchema, {
      title,
      content,
      status: 'publish',
      ...(slug === undefined ? {} : { slug }),
    });
    remember(made.id, digest(made));
    return { id: made.id, link: made.link, changedThere: false };
  }
  const { id, link } = standing;
  const now = digest(standing);
  if (standing.title === title && standing.content === content) {
    remember(id, now);
    return { id, link, changedThere: false };
  }
  // Nothing remembered (an earlier desk's, a lost answer): its marker says that it is ours.
  const isOurs = !written || written === now || seen === now;
  if (!isOurs) {
    remember(id, written, now);
    return { id, link, changedThere: true };
  }
  const saved = await client.post(`wp/v2/${type}/${id}`, documentSchema, {
    title,
    content,
    status: 'publish',
  });
  remember(id, digest(saved));
  return { id, link: saved.link, changedThere: false };
}
