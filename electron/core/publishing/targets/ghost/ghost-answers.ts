/** For tests: what a Ghost's Admin API answers, as far as the target asks it; its posts stand in a map. */

export interface GhostAnswer {
  status: number;
  value: unknown;
}

export type GhostPosts = Map<string, Record<string, unknown>>;

/** What it says when it says no: https://docs.ghost.org/admin-api#errors */
export function ghostRefusal(status: number, error: Record<string, unknown>): GhostAnswer {
  return { status, value: { errors: [{ message: 'Pesan', context: null, ...error }] } };
}

const told = (value: unknown, status = 200): GhostAnswer => ({ status, value });

/** What Ghost makes of a body of paragraphs: enough for what the tests write. */
function htmlOf(lexical: unknown): string {
  const words = (node: unknown): string => {
    const { text: own = '', children = [] } = node as { text?: string; children?: unknown[] };
    return own + children.map(words).join('');
  };
  const { root } = JSON.parse(String(lexical)) as { root: { children: unknown[] } };
  return root.children.map((node) => `<p>${words(node)}</p>`).join('');
}

function save(posts: GhostPosts, id: string, body: string): GhostAnswer {
  const {
    posts: [sent = {}],
  } = JSON.parse(body) as { posts: Record<string, unknown>[] };
  const post: Record<string, unknown> = {
    url: `/p/${id}`,
    published_at: null,
    ...posts.get(id),
    ...sent,
    id,
  };
  const saved = { ...post, html: htmlOf(post['lexical']), updated_at: '2026-01-01T00:00:00.000Z' };
  posts.set(id, saved);
  return told({ posts: [saved] });
}

/** `route`: without what stands before `/admin`, `posts/1/` for one. */
export function answerLikeGhost(posts: GhostPosts, method: string, route: string, body: string): GhostAnswer {
  const id = /^posts\/([^/]+)\/$/.exec(route)?.[1];
  if (route === 'site/') {
    return told({ site: { title: 'Koran', url: 'http://koran.test/', version: '6.65' } });
  }
  if (route === 'posts/' && method === 'POST') return save(posts, String(posts.size + 1), body);
  if (route === 'posts/') return told({ posts: [...posts.values()] });
  if (id !== undefined && method === 'PUT' && posts.has(id)) return save(posts, id, body);
  const post = id === undefined ? undefined : posts.get(id);
  if (post !== undefined) return told({ posts: [post] });
  if (route === 'tags/') return told({ tags: method === 'POST' ? [{ id: 't1', name: 'Dunia' }] : [] });
  if (route === 'images/upload/') return told({ images: [{ url: 'http://koran.test/f.png' }] }, 201);
  return ghostRefusal(404, { type: 'NotFoundError' });
}
