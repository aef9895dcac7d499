/** A small WordPress on loopback: its comments and what a desk decides of them, and one post to be taken in. */
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server } from 'node:http';

interface SiteComment {
  id: number;
  parent: number;
  author: string;
  text: string;
  status: string;
}

const capabilities = {
  publish_posts: true,
  upload_files: true,
  manage_categories: true,
  moderate_comments: true,
};

const text = (raw: string) => ({ raw, rendered: raw });

const post = {
  id: 7,
  link: 'http://situs/harga-cabai/',
  status: 'publish',
  slug: 'harga-cabai',
  modified_gmt: '2026-11-24T01:00:00',
  date_gmt: '2026-11-24T00:30:00',
  title: text('Harga cabai di pasar induk turun'),
  excerpt: text(''),
  content: text(
    `<!-- wp:paragraph -->\n<p>Pasokan kembali normal.</p>\n<!-- /wp:paragraph -->\n\n<!-- wp:latest-posts /-->`,
  ),
  categories: [],
  tags: [],
  featured_media: 0,
  comment_status: 'open',
};

async function bodyOf(request: IncomingMessage): Promise<Record<string, unknown>> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString('utf8');
  return text === '' ? {} : (JSON.parse(text) as Record<string, unknown>);
}

export class WordPressSite {
  readonly comments: SiteComment[] = [];
  /** While true the site answers nothing but 503. */
  down = false;
  readonly #server: Server = createServer((request, response) => {
    void this.#answer(request).then(({ status, value }) => {
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(JSON.stringify(value));
    });
  });

  add(author: string, text: string): void {
    this.comments.push({ id: this.comments.length + 1, parent: 0, author, text, status: 'hold' });
  }

  statusOf(author: string): string | undefined {
    return this.comments.find((comment) => comment.author === author)?.status;
  }

  async #answer(request: IncomingMessage): Promise<{ status: number; value: unknown }> {
    const url = new URL(request.url ?? '/', 'http://situs');
    const route = url.pathname.replace(/^\/wp-json/, '');
    const body = await bodyOf(request);
    if (this.down) return { status: 503, value: {} };
    const ok = (value: unknown) => ({ status: 200, value });
    if (route === '/wp/v2/users/me') return ok({ id: 3, name: 'Editor', roles: ['editor'], capabilities });
    if (route === '/wp/v2/posts') return ok([post]);
    if (route === `/wp/v2/posts/${post.id}`) return ok(post);
    if (route === '/wp/v2/comments' && request.method === 'GET') {
      const wanted =
        { approve: 'approved' }[url.searchParams.get('status') ?? ''] ?? url.searchParams.get('status');
      return ok(
        this.comments.filter(({ status }) => status === wanted).map((comment) => this.#told(comment)),
      );
    }
    if (route === '/wp/v2/comments') {
      const comment = {
        id: this.comments.length + 1,
        parent: Number(body['parent']),
        author: 'Redaksi',
        text: String(body['content']),
        status: 'approved',
      };
      this.comments.push(comment);
      return ok(this.#told(comment));
    }
    const one = this.comments.find(({ id }) => `/wp/v2/comments/${id}` === route);
    if (one === undefined)
      return ok({
        name: 'Situs Uji',
        namespaces: ['wp/v2'],
        authentication: { 'application-passwords': {} },
      });
    if (typeof body['status'] === 'string') one.status = body['status'];
    return ok(this.#told(one));
  }

  #told({ id, parent, author, text, status }: SiteComment): unknown {
    const date = new Date(Date.UTC(2026, 10, 24, 2, id)).toISOString().slice(0, 19);
    return {
      id,
      post: 7,
      parent,
      author_name: author,
      date_gmt: date,
      content: { raw: text, rendered: text },
      status,
    };
  }

  async start(): Promise<string> {
    this.#server.listen(0, '127.0.0.1');
    await once(this.#server, 'listening');
    const address = this.#server.address();
    return `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    this.#server.close();
    await once(this.#server, 'close');
  }
}
