/**
 * Pages that are kept up to date: found again by what we remember or by the marker in their foot, written only where they
 * differ, and never over what somebody changed there without a person having said so.
 */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { ghostBody, type GhostNode } from '../../../../../shared/document/ghost-nodes.ts';
import { PublishError, type TargetContext } from '../../target.ts';
import { UpdateCollision } from './answer.ts';
import { filterText, type GhostClient } from './client.ts';
import { withMarkers } from './markers.ts';
import { canonicalBody, postSchema, type GhostPost } from './post.ts';

const pagesSchema = z.object({ pages: z.array(postSchema) });
const formats = { formats: 'html,lexical' } as const;

export interface WantedPage {
  /** Stands in the foot and nowhere else. */
  marker: string;
  title: string;
  /** For a new page. */
  slug: string;
  /** None: the page is taken off the site. */
  nodes: readonly GhostNode[];
}

/** Of a page: where it is, and whether it was left as somebody made it. */
export interface Kept {
  url: string | null;
  changedThere: boolean;
}

function digest(post: Pick<GhostPost, 'title' | 'lexical' | 'html' | 'status'>): string {
  return createHash('sha256')
    .update(JSON.stringify([post.title, post.status, canonicalBody(post)]))
    .digest('hex');
}

async function read(client: GhostClient, id: string): Promise<GhostPost | null> {
  try {
    return (await client.get(`pages/${id}/`, pagesSchema, formats)).pages[0] ?? null;
  } catch (error) {
    if (error instanceof PublishError && error.code === 'post-missing') return null;
    throw error;
  }
}

async function findByMarker(client: GhostClient, marker: string): Promise<GhostPost | null> {
  const filter = `codeinjection_foot:~${filterText(marker)}`;
  const { pages } = await client.get('pages/', pagesSchema, { ...formats, filter, limit: 5 });
  return pages.find(({ codeinjection_foot: foot }) => foot.includes(marker)) ?? null;
}

async function save(client: GhostClient, post: GhostPost, fields: object): Promise<GhostPost> {
  const body = { pages: [{ ...fields, updated_at: post.updated_at }] };
  const { pages } = await client
    .put(`pages/${post.id}/`, pagesSchema, body, formats)
    .catch((error: unknown) => {
      if (!(error instanceof UpdateCollision)) throw error;
      throw new PublishError('unexpected-answer', error.message, { retryable: true });
    });
  return pages[0] ?? post;
}

/**
 * Has the site hold a page as wanted. What somebody changed there stays: `changedThere`, and it is written over once a person
 * asks for it again. Throws PublishError (`rights-missing` …).
 */
export async function keepPage(
  client: GhostClient,
  { marker, title, slug, nodes }: WantedPage,
  context: TargetContext,
): Promise<Kept> {
  const { memory } = context;
  const [remembered, written, seen] = (memory.get(marker) ?? '').split(' ');
  const remember = (id: string, ours: string, theirs = ''): void =>
    memory.set(marker, `${id} ${ours} ${theirs}`.trim());
  const known = remembered ? await read(client, remembered) : null;
  const standing = known ?? (await findByMarker(client, marker));
  const isEmpty = nodes.length === 0;
  const lexical = ghostBody(nodes);
  const status = isEmpty ? 'draft' : 'published';
  if (!standing) {
    if (isEmpty) return { url: null, changedThere: false };
    const page = { title, slug, lexical, status, codeinjection_foot: withMarkers('', [marker]) };
    const { pages } = await client.post('pages/', pagesSchema, { pages: [page] }, formats);
    if (!pages[0]) throw new PublishError('unexpected-answer', 'no page', { retryable: true });
    remember(pages[0].id, digest(pages[0]));
    return { url: pages[0].url, changedThere: false };
  }
  const { id, url } = standing;
  const now = digest(standing);
  const told = { url: isEmpty ? null : url, changedThere: false };
  if (now === digest({ ...standing, title, lexical, status }) || (isEmpty && standing.status === 'draft')) {
    remember(id, now);
    return told;
  }
  // Nothing remembered (an earlier desk's, a lost answer): its marker says that it is ours.
  const isOurs = !written || written === now || seen === now;
  if (!isOurs) {
    remember(id, written, now);
    return { url, changedThere: true };
  }
  const saved = await save(client, standing, isEmpty ? { status } : { title, lexical, status });
  remember(id, digest(saved));
  return { ...told, url: isEmpty ? null : saved.url };
}
