/** A small WordPress on loopback: its comments and what a desk decides of them, its posts, and one to be taken in. */
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { SitePosts } from './site-posts.ts';

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
  edit_others_posts: true,
};

async function bodyOf(request: IncomingMessage): Promise<Record<string, unknown>> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString('utf8');
  return text === '' ? {} : (JSON.parse(text) as Record<string, unknown>);
}

export class WordPressSite {
  readonly comments: SiteComment[] = [];
  readonly content = new SitePosts();
  /** Where its clock hangs, as WordPress tells it: an IANA name (empty for a bare offset) and hours east of UTC. */
  zone = { timezone_string: 'Asia/Jakarta', gmt_offset: 7 };
  /** While true the site answers nothing but 503. */
  down = false;
  readonly #server: Server = createServer((request, response) => {
    void this.#answer(request).then(({ status, value }) => {
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(JSON.stringify(value));
    });
  });

  constructor() {
    this.content.write(7, {
      link: 'http://situs/harga-cabai/',
      status: 'publish',
      slug: 'harga-cabai',
      title: 'Harga cabai di pasar induk turun',
      excerpt: '',
      content: `<!-- wp:paragraph -->\n<p>Pasokan kembali normal.</p>\n<!-- /wp:paragraph -->\n\n<!-- wp:latest-posts /-->`,
      categories: [],
      tags: [],
      featured_media: 0,
      comment_status: 'open',
    });
  }

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
    const found = this.content.answer(request.method ?? 'GET', url, body);
    if (found === null)
      return { status: 404, value: { code: 'rest_post_invalid_id', message: '', data: null } };
    if (found !== undefined) return ok(found);
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
        ...this.zone,
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
