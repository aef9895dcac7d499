/** A desk beside a real WordPress, for the tests that go through the whole core: what they write, send and wait for. */
import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import { z } from 'zod';
import type { Article } from '../../shared/contract/articles.ts';
import { image, pullQuote, text } from '../../shared/document/build.ts';
import { desk, openDesk } from './desk.ts';
import { startLosingProxy, type LosingProxy } from './losing-proxy.ts';
import { posts, rest } from './rest.ts';
import { png } from './story.ts';
import { startWordPress, type RunningWordPress } from './wordpress/start.ts';

const antaraCopy = `Presiden Jokowi: Indonesia siap jadi tuan rumah dialog

Singapura (ANTARA News) - Presiden Joko Widodo menghadiri jamuan makan malam para pemimpin ASEAN di Singapura, Jumat malam.

"Saya optimistis kawasan ini tetap damai," kata Presiden.

Pewarta: Desca Lidya Natalia
Editor: Unggul Tri Ratomo
Copyright © ANTARA 2018`;

export let site: RunningWordPress;
/** Stands between desk and site. */
export let proxy: LosingProxy;
/** One site for the tests of a file, a new desk and proxy for each test. Call it once at the top of the file. */
export function openDeskAtSite(): void {
  beforeAll(async () => {
    site = await startWordPress();
  });
  afterAll(async () => {
    await site?.stop();
  });

  openDesk();
  beforeEach(async () => {
    proxy = await startLosingProxy(site.url);
  });
  afterEach(async () => {
    await proxy.close();
  });
}

export async function addTarget(
  role: keyof RunningWordPress['users'],
  password?: string,
  siteUrl = proxy.url,
): Promise<string> {
  const { user, password: own } = site.users[role];
  const target = await desk.client.publishing.targets.add({
    name: 'Harian Uji',
    configuration: { kind: 'wordpress', siteUrl, user },
    secret: password ?? own,
  });
  return target.id;
}

/** *Tulis dari kawat*, then what an editor adds: a section, tags, a pull quote, a picture. */
export async function writeStory(headline: string): Promise<Article> {
  const { client } = desk;
  await client.wire.importText({ text: antaraCopy.replace(/^.*/, headline), creditName: 'Ant' });
  const { rows } = await client.wire.list({});
  const draft = await client.articles.writeFromWire({ storyId: rows[0]?.storyId ?? 0 });
  const bytes = png(64, 36, [200, 30, 30]);
  const picture = await client.media.add({ file: new File([bytes], 'foto.png'), name: 'foto.png' });
  await client.articles.saveDraft({
    articleId: draft.articleId,
    base: draft.base,
    mutationId: randomUUID(),
    fields: { ...draft.fields, headline, section: 'dunia', tags: ['ASEAN'], dek: 'Dialog di Singapura.' },
    document: {
      ...draft.document,
      root: {
        ...draft.document.root,
        children: [
          pullQuote([text('Kawasan ini tetap damai')], 'Presiden Joko Widodo'),
          ...draft.document.root.children,
          image(picture.mediaId, { alt: 'Suasana', caption: 'Suasana jamuan.', credit: '(ANTARA)' }),
        ],
      },
    },
  });
  return client.articles.get({ articleId: draft.articleId });
}

/** The media library of the site. */
export async function uploads(): Promise<{ id: number }[]> {
  return z.array(z.object({ id: z.int() })).parse(await rest(site, 'administrator', 'media?per_page=100'));
}

export async function postsTitled(headline: string) {
  return (await posts(site)).filter(({ title }) => title.raw === headline);
}
