/** Wire copy for tests: synthetic, with people by office only. */
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';

export interface FeedItem {
  link: string;
  headline: string;
  /** HTML, as agencies send it. */
  body: string;
  /** RFC 822. */
  date?: string;
}

export const cyberStory: FeedItem = {
  link: 'https://kawat.example/berita/1/kerja-sama-siber',
  headline: 'Presiden: perlu kerja sama teknologi digital antarnegara ASEAN',
  body: `<p>Singapura (ANTARA News) - Presiden menekankan pentingnya kewaspadaan terhadap serangan siber.</p>
    <p>Menurut dia, pada 2025 pengguna internet ASEAN akan meningkat menjadi 600 juta.</p>
    <p>Pewarta: Reporter Satu Editor: Penyunting Dua Copyright &#169; ANTARA 2026</p>`,
};

export const chilliStory: FeedItem = {
  link: 'https://kawat.example/berita/2/harga-cabai',
  headline: 'Harga cabai di pasar induk turun dua pekan berturut-turut',
  body: '<p>Jakarta (ANTARA) - Pasokan dari Jawa Timur kembali normal, kata kepala dinas perdagangan.</p>',
};

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

export function rss(items: readonly FeedItem[]): string {
  const entries = items.map(
    (
      item,
    ) => `<item><title>${escaped(item.headline)}</title><link>${item.link}</link><guid>${item.link}</guid>
      <pubDate>${item.date ?? 'Tue, 24 Nov 2026 09:00:00 +0700'}</pubDate>
      <description>${escaped(item.body)}</description></item>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>Kawat</title>
    <link>https://kawat.example</link><description>Uji</description>${entries.join('')}</channel></rss>`;
}

/** A feed on loopback whose items a test can change while it runs. */
export class FeedServer {
  items: FeedItem[] = [];
  readonly #server: Server = createServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'application/rss+xml' });
    response.end(rss(this.items));
  });

  async start(): Promise<string> {
    this.#server.listen(0, '127.0.0.1');
    await once(this.#server, 'listening');
    const address = this.#server.address();
    return `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}/feed.xml`;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    this.#server.close();
    await once(this.#server, 'close');
  }
}
