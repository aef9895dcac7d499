/**
 * Readers' comments of a WordPress (https://developer.wordpress.org/rest-api/reference/comments/). Their markup is read
 * as text: a comment is a stranger's words. Posts and parents are fetched in one call each, not one by one.
 */
import { z } from 'zod';
import { commentStatusSchema, type CommentStatus } from '../../../../../shared/contract/comments.ts';
import { documentText } from '../../../../../shared/document/walk.ts';
import { htmlToDocument } from '../../../../../shared/conversion/html-to-document.ts';
import type { FetchedComments, RemoteComment } from '../../../remote-comments.ts';
import type { CommentModeration } from '../../comment-moderation.ts';
import { PublishError, type TargetContext } from '../../target.ts';
import { WordPressRefusal } from './answer.ts';
import type { WordPressConfiguration } from '../../../../../shared/contract/target-configuration.ts';
import type { WordPressClient } from './client.ts';

/** The most WordPress gives at once. */
const pageSize = 100;
/** Held comments beyond this many are a flood; the newest are fetched, the rest follow as these are dealt with. */
const heldPages = 10;
/** Comments that left the queue elsewhere are looked at one by one; so many at a time. */
const knownAtOnce = 50;

const html = z.looseObject({ raw: z.string().optional(), rendered: z.string().catch('') });

const commentSchema = z.looseObject({
  id: z.int(),
  post: z.int(),
  parent: z.int().catch(0),
  author_name: z.string().catch(''),
  date_gmt: z.string(),
  content: html,
  status: z.string(),
});
type WordPressComment = z.output<typeof commentSchema>;

const postSchema = z.looseObject({ id: z.int(), link: z.string().catch(''), title: html });
type PostOfComment = z.output<typeof postSchema>;

/** `trash` and `spam` are filters of the list as well as states; an unknown one of a plugin's counts as held. */
function statusOf({ status }: WordPressComment): CommentStatus {
  return commentStatusSchema.catch('hold').parse(status);
}

function plain(markup: string): string {
  return documentText(htmlToDocument(markup)).trim();
}

function toRemote(comment: WordPressComment, posts: ReadonlyMap<number, PostOfComment>): RemoteComment {
  const post = posts.get(comment.post);
  return {
    remoteId: String(comment.id),
    postRemoteId: String(comment.post),
    postTitle: post === undefined ? '' : plain(post.title.rendered),
    postUrl: post?.link || null,
    parentRemoteId: comment.parent === 0 ? null : String(comment.parent),
    authorName: plain(comment.author_name),
    text: plain(comment.content.raw ?? comment.content.rendered),
    // WordPress's GMT times carry no zone.
    createdAt: Date.parse(`${comment.date_gmt}Z`),
    status: statusOf(comment),
  };
}

async function pagesOf(client: WordPressClient, status: string, pages: number): Promise<WordPressComment[]> {
  const found: WordPressComment[] = [];
  for (let page = 1; page <= pages; page += 1) {
    const comments = await client.get('wp/v2/comments', z.array(commentSchema), {
      context: 'edit',
      status,
      per_page: pageSize,
      orderby: 'date_gmt',
      order: 'desc',
      page,
    });
    found.push(...comments);
    if (comments.length < pageSize) break;
  }
  return found;
}

async function included<Value>(
  client: WordPressClient,
  route: string,
  schema: z.ZodType<Value>,
  ids: readonly number[],
  parameters: Record<string, string>,
): Promise<Value[]> {
  const found: Value[] = [];
  for (let start = 0; start < ids.length; start += pageSize) {
    const include = ids.slice(start, start + pageSize).join(',');
    found.push(...(await client.get(route, z.array(schema), { ...parameters, include, per_page: pageSize })));
  }
  return found;
}

/** The comment as it stands, or null where it was erased. */
async function readComment(client: WordPressClient, remoteId: string): Promise<WordPressComment | null> {
  try {
    return await client.get(`wp/v2/comments/${encodeURIComponent(remoteId)}`, commentSchema, {
      context: 'edit',
    });
  } catch (error) {
    if (error instanceof PublishError && error.code === 'comment-missing') return null;
    throw error;
  }
}

async function fetchComments(client: WordPressClient, known: readonly string[]): Promise<FetchedComments> {
  const found = new Map<number, WordPressComment>();
  const keep = (comments: readonly WordPressComment[]) => {
    for (const comment of comments) found.set(comment.id, comment);
  };
  keep(await pagesOf(client, 'hold', heldPages));
  for (const status of ['approve', 'spam', 'trash']) keep(await pagesOf(client, status, 1));

  const gone: string[] = [];
  for (const remoteId of known.filter((id) => !found.has(Number(id))).slice(0, knownAtOnce)) {
    const comment = await readComment(client, remoteId);
    if (comment === null) gone.push(remoteId);
    else keep([comment]);
  }

  const parents = [...found.values()].map(({ parent }) => parent).filter((id) => id !== 0 && !found.has(id));
  keep(
    await included(client, 'wp/v2/comments', commentSchema, [...new Set(parents)], {
      context: 'edit',
      status: 'all',
    }),
  );

  const postIds = [...new Set([...found.values()].map(({ post }) => post))];
  const posts = await included(client, 'wp/v2/posts', postSchema, postIds, {
    status: 'any',
    context: 'edit',
  });
  const byId = new Map(posts.map((post) => [post.id, post]));
  return { comments: [...found.values()].map((comment) => toRemote(comment, byId)), gone };
}

async function setStatus(client: WordPressClient, remoteId: string, status: CommentStatus): Promise<void> {
  const after = await client.post(`wp/v2/comments/${encodeURIComponent(remoteId)}`, commentSchema, {
    status,
  });
  if (statusOf(after) !== status) {
    throw new PublishError('unexpected-answer', `${after.status} ≠ ${status}`, { retryable: true });
  }
}

/** WordPress refuses a second comment with the same words in the same place: then the first one arrived. */
async function reply(
  client: WordPressClient,
  to: { remoteId: string; postRemoteId: string },
  text: string,
): Promise<void> {
  try {
    await client.post('wp/v2/comments', commentSchema, {
      post: Number(to.postRemoteId),
      parent: Number(to.remoteId),
      content: text,
    });
  } catch (error) {
    if (!(error instanceof WordPressRefusal && error.restCode === 'comment_duplicate')) throw error;
  }
}

/** Comments over a client that `connect` logs in. */
export function wordPressComments(
  connect: (configuration: WordPressConfiguration, context: TargetContext) => Promise<WordPressClient>,
): CommentModeration<WordPressConfiguration> {
  return {
    fetch: async (configuration, known, context) =>
      fetchComments(await connect(configuration, context), known),
    setStatus: async (configuration, remoteId, status, context) =>
      setStatus(await connect(configuration, context), remoteId, status),
    reply: async (configuration, to, text, context) => reply(await connect(configuration, context), to, text),
  };
}
