/** What the small WordPress of the tests keeps beside its comments: posts, terms and users, over its REST interface. */

interface Post extends Record<string, unknown> {
  id: number;
  status: string;
}

interface Term {
  id: number;
  name: string;
  slug: string;
}

const text = (raw: unknown) => ({ raw: String(raw ?? ''), rendered: String(raw ?? '') });

export class SitePosts {
  readonly posts = new Map<number, Post>();
  readonly terms: Record<'categories' | 'tags' | 'users', Term[]> = { categories: [], tags: [], users: [] };
  #writes = 0;

  /** Writes a post as somebody at the site does. Every write has a stamp of its own. */
  write(id: number, fields: Record<string, unknown>): void {
    this.#writes += 1;
    const stamp = new Date(Date.UTC(2026, 10, 24, 2, 0, this.#writes)).toISOString().slice(0, 19);
    const before = this.posts.get(id) ?? { id, status: 'draft', slug: '', date_gmt: stamp };
    this.posts.set(id, { ...before, ...fields, id, modified_gmt: stamp });
  }

  /** The post whose title holds these words. */
  titled(words: string): Post {
    const post = [...this.posts.values()].find(({ title }) => String(title).includes(words));
    if (post === undefined) throw new Error(`no post is called ${words}`);
    return post;
  }

  /** The answer to a request; null where there is nothing, undefined where the route is none of these. */
  answer(method: string, url: URL, body: Record<string, unknown>): unknown {
    const [collection = '', id = ''] = url.pathname.replace(/^\/wp-json\/wp\/v2\//, '').split('/');
    if (collection === 'posts') return this.#posts(method, id, url, body);
    if (collection === 'media') return [];
    if (collection !== 'categories' && collection !== 'tags' && collection !== 'users') return undefined;
    const known = this.terms[collection];
    if (method === 'POST') {
      const term = { id: 100 + known.length, name: String(body['name']), slug: String(body['slug'] ?? '') };
      known.push(term);
      return term;
    }
    const [slugs, search, include] = ['slug', 'search', 'include'].map((name) => url.searchParams.get(name));
    return known.filter(
      (term) =>
        (!slugs || slugs.split(',').includes(term.slug)) &&
        (!search || term.name.toLowerCase().includes(search.toLowerCase())) &&
        (!include || include.split(',').includes(String(term.id))),
    );
  }

  #posts(method: string, id: string, url: URL, body: Record<string, unknown>): unknown {
    if (method === 'POST') {
      const written = id === '' ? 1000 + this.posts.size : Number(id);
      this.write(written, body);
      return this.#told(written);
    }
    if (id !== '') return this.#told(Number(id));
    const words = url.searchParams.get('search') ?? '';
    return [...this.posts.values()]
      .filter(({ title, content }) => `${String(title)} ${String(content)}`.includes(words))
      .map((post) => this.#told(post.id));
  }

  #told(id: number): unknown {
    const post = this.posts.get(id);
    if (post === undefined) return null;
    const { title, content, excerpt } = post;
    return { ...post, title: text(title), content: text(content), excerpt: text(excerpt) };
  }
}
