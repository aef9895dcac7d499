/** A WordPress of few words on loopback: it answers the REST calls of a delivery from memory, at once. */
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

interface Post extends Record<string, unknown> {
  id: number;
  status: string;
  slug: string;
}

export interface ScriptedWordPress {
  url: string;
  /** The most requests that were under way at once. */
  mostInFlight(): number;
  /** Counts the most anew. */
  forgetMost(): void;
  close(): Promise<void>;
}

const user = {
  id: 1,
  name: 'Redaksi',
  roles: ['editor'],
  capabilities: { publish_posts: true, upload_files: true, manage_categories: true, edit_posts: true },
};

function rendered(value: unknown): { raw: string; rendered: string } {
  return { raw: String(value ?? ''), rendered: String(value ?? '') };
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** Starts it; `delayMs` is how long it takes over every answer. */
export async function startScriptedWordPress(delayMs = 0): Promise<ScriptedWordPress> {
  const posts = new Map<number, Post>();
  const terms = new Map<string, { id: number; name: string; slug: string }>();
  const media = new Map<number, { id: number; slug: string; source_url: string }>();
  let underWay = 0;
  let most = 0;
  let lastId = 100;
  let url = '';

  function shown(post: Post): Record<string, unknown> {
    return {
      ...post,
      link: `${url}/${post.slug}/`,
      title: rendered(post['title']),
      content: rendered(post['content']),
      excerpt: rendered(post['excerpt']),
    };
  }

  function writePost(id: number, fields: Record<string, unknown>): Post {
    const before = posts.get(id) ?? { id, slug: `post-${id}`, status: 'draft' };
    const stamp = new Date().toISOString().slice(0, 19);
    const post = { date_gmt: stamp, ...before, ...fields, id, modified_gmt: stamp } as Post;
    posts.set(id, post);
    return post;
  }

  function term(taxonomy: string, name: string, slug: string): { id: number; name: string; slug: string } {
    const key = `${taxonomy} ${slug || name}`;
    const known = terms.get(key) ?? { id: (lastId += 1), name, slug: slug || name.toLowerCase() };
    terms.set(key, known);
    return known;
  }

  function answer(method: string, address: URL, body: Buffer): unknown {
    const [collection = '', id = ''] = address.pathname.replace(/^\/wp-json\/(wp\/v2\/)?/, '').split('/');
    const fields = (): Record<string, unknown> =>
      body.length > 0 && body[0] === 0x7b
        ? (JSON.parse(body.toString('utf8')) as Record<string, unknown>)
        : {};
    switch (collection) {
      case '':
        return {
          name: 'Harian Uji',
          url,
          namespaces: ['wp/v2'],
          authentication: { 'application-passwords': {} },
          timezone_string: 'Asia/Jakarta',
          gmt_offset: 7,
        };
      case 'users':
        return user;
      case 'categories':
      case 'tags': {
        if (method === 'POST') {
          const { name, slug } = fields();
          return term(collection, String(name), String(slug ?? ''));
        }
        const slug = address.searchParams.get('slug') ?? '';
        return [...terms.entries()]
          .filter(([key, known]) => key.startsWith(`${collection} `) && known.slug === slug)
          .map(([, known]) => known);
      }
      case 'media': {
        if (method === 'POST') {
          const name = /filename="([^"]+)\.\w+"/.exec(body.subarray(0, 2000).toString('latin1'))?.[1] ?? 'x';
          const made = { id: (lastId += 1), slug: name, source_url: `${url}/uploads/${name}.png` };
          media.set(made.id, made);
          return made;
        }
        if (id !== '') return media.get(Number(id)) ?? null;
        return [...media.values()].filter(({ slug }) => slug === address.searchParams.get('slug'));
      }
      case 'posts': {
        if (method === 'POST') return shown(writePost(id === '' ? (lastId += 1) : Number(id), fields()));
        if (id !== '') {
          const post = posts.get(Number(id));
          return post ? shown(post) : null;
        }
        const wanted = address.searchParams.get('search') ?? '';
        return [...posts.values()].filter((post) => String(post['content']).includes(wanted)).map(shown);
      }
      default:
        return null;
    }
  }

  async function respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
    underWay += 1;
    most = Math.max(most, underWay);
    const body = await readBody(request);
    if (delayMs > 0) await new Promise((resolve) => setTimeout(resolve, delayMs));
    const value = answer(request.method ?? 'GET', new URL(request.url ?? '/', url), body);
    const text = JSON.stringify(value ?? { code: 'rest_post_invalid_id', message: 'none', data: null });
    response.writeHead(value === null ? 404 : 200, { 'content-type': 'application/json' });
    response.end(text);
    underWay -= 1;
  }

  const server = createServer((request, response) => void respond(request, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  url = `http://127.0.0.1:${address.port}`;
  return {
    url,
    mostInFlight: () => most,
    forgetMost() {
      most = underWay;
    },
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
