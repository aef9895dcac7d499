import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { PublishConflict } from '../../electron/core/publishing/target.ts';
import { failure } from '../../electron/core/publishing/testing-target.ts';
import { createGhostTarget } from '../../electron/core/publishing/targets/ghost/target.ts';
import { buildDocument, gallery, image, paragraph, picture, text } from '../../shared/document/build.ts';
import { blockText } from '../../shared/document/walk.ts';
import { startGhost, type RunningGhost } from './ghost/start.ts';
import { startLosingProxy } from './losing-proxy.ts';
import { page } from './rest.ts';
import { article, context, everyNode, fields, pictureId, request, story } from './story.ts';

const target = createGhostTarget();
let site: RunningGhost;

beforeAll(async () => {
  site = await startGhost();
});
afterAll(async () => {
  await site?.stop();
});

const postSchema = z.looseObject({
  id: z.string(),
  title: z.string(),
  status: z.string(),
  lexical: z.string().nullable(),
  custom_excerpt: z.string().nullable(),
  featured: z.boolean(),
  feature_image: z.string().nullable(),
  updated_at: z.string(),
  published_at: z.string().nullable(),
  tags: z.array(z.looseObject({ id: z.string(), name: z.string() })),
});

async function postAt(id: string) {
  const answer = await site.api('GET', `posts/${id}/?formats=lexical,html&include=tags`);
  return z.object({ posts: z.tuple([postSchema]) }).parse(answer).posts[0];
}

async function postsWith(title: string) {
  const answer = await site.api('GET', 'posts/?limit=100&include=tags&formats=lexical');
  return z
    .object({ posts: z.array(postSchema) })
    .parse(answer)
    .posts.filter((post) => post.title === title);
}

/** What somebody does in Ghost's own editor. */
async function editThere(id: string, change: object): Promise<void> {
  const { updated_at } = await postAt(id);
  await site.api('PUT', `posts/${id}/`, { posts: [{ ...change, updated_at }] });
}

function place(siteUrl = site.url) {
  return { configuration: { kind: 'ghost' as const, siteUrl }, given: context(site.key) };
}

const named = (headline: string) => ({ ...fields, headline });

/** A request for an article of its own. */
function asking(marker: string, headline: string, changes: Parameters<typeof request>[1] = {}) {
  const slug = headline.toLowerCase().replace(/\W+/g, '-');
  return request(marker, { article: article({ fields: named(headline), slug }), ...changes });
}

describe('verifying', () => {
  test('says which Ghost it is, whatever part of the address was typed', async () => {
    const { configuration, given } = place();
    for (const siteUrl of [
      site.url,
      `${site.url}/ghost/#/settings`,
      `${site.url.slice('http://'.length)}/`,
    ]) {
      const { ok, checks } = await target.verify({ ...configuration, siteUrl }, given);
      expect(checks.map(({ code, ok: fine }) => [code, fine])).toEqual([
        ['ghost-site', true],
        ['ghost-key', true],
        ['write', true],
      ]);
      expect(checks[0]?.detail).toContain('Harian Uji · Ghost 6.');
      expect(ok).toBe(true);
    }
  });

  test('tells a key of another site, a wrong secret and no key from one another', async () => {
    const { configuration } = place();
    const [id] = site.key.split(':');
    const codes = [];
    for (const key of [`${'0'.repeat(24)}:${'1'.repeat(64)}`, `${id}:${'1'.repeat(64)}`, 'sandi aplikasi']) {
      codes.push((await target.verify(configuration, context(key))).checks.at(-1)?.code);
    }
    expect(codes).toEqual(['key-unknown', 'wrong-key', 'wrong-key']);
  });
});

describe('a story', () => {
  test('goes out whole, is updated, is taken back and comes again', async () => {
    const { configuration, given } = place();
    const first = await target.publish(configuration, asking('redaksi-1', 'Kisah pertama'), given);
    expect(first.differences).toEqual([]);
    expect(first.visibility).toBe('public');
    const { status, html } = await page(first.post.url ?? '');
    expect(status).toBe(200);
    expect(html).toContain(
      '<strong>SINGAPURA, SERUJI.CO.ID –</strong> Presiden <strong>Joko Widodo</strong>',
    );
    expect(html).toContain('(Ant/SU02)');
    expect(html).toContain('class="kg-blockquote-alt"');
    const post = await postAt(first.post.remoteId);
    expect(post.custom_excerpt).toBe(fields.dek);
    expect(post.tags.map(({ name }) => name)).toEqual([
      'Dunia',
      'KTT ASEAN',
      'Joko Widodo',
      'Kawasan & Dunia',
    ]);
    expect(post.feature_image).toContain(pictureId.slice(0, 12));

    const second = await target.publish(
      configuration,
      asking('redaksi-2', 'Kisah pertama', {
        article: article({
          fields: { ...named('Kisah pertama'), dek: 'Lebih pendek.', tags: [] },
          slug: 'kisah-pertama',
          document: story('Kalimat baru.'),
        }),
        existing: first.post,
      }),
      given,
    );
    expect(second.differences).toEqual([]);
    expect((await page(second.post.url ?? '')).html).toContain('Kalimat baru.');
    expect(await postsWith('Kisah pertama')).toHaveLength(1);

    const off = await target.unpublish(configuration, second.post, given);
    expect((await page(second.post.url ?? '')).status).toBe(404);
    const again = await target.publish(
      configuration,
      asking('redaksi-3', 'Kisah pertama', { existing: off ?? null }),
      given,
    );
    expect(again.visibility).toBe('public');
    expect(again.post.remoteId).toBe(first.post.remoteId);
  });

  test('of every node there is can be read on the page, and is read back as the same document', async () => {
    const { configuration, given } = place();
    const { foreign: _elsewhere, ...nodes } = everyNode;
    const blocks = Object.values(nodes);
    const document = buildDocument([paragraph([text('Pembuka.')]), ...blocks]);
    const asked = asking('redaksi-nodes', 'Segala jenis blok', {});
    const { post, differences } = await target.publish(
      configuration,
      { ...asked, article: article({ ...asked.article, document }) },
      given,
    );
    expect(differences).toEqual([]);
    const { html } = await page(post.url ?? '');
    const words = html
      .replace(/<(script|style)[\s\S]*?<\/\1>/g, '')
      .replace(/<[^>]*>/g, '')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&quot;', '"')
      .replaceAll('&amp;', '&')
      .replace(/\s+/g, '');
    for (const block of blocks) {
      for (const line of blockText(block).split(/[\n\t]+/)) {
        expect(words, `${block.type}: ${line}`).toContain(line.replace(/\s+/g, ''));
      }
    }
    for (const markup of [
      '<sub>2</sub>',
      '<sup>2</sup>',
      '<code>kode</code>',
      '<s>dicoret</s>',
      '<h3 id="anak-judul">',
      '<ol start="3"><li>satu<ul><li>anak</li></ul></li><li>dua</li></ol>',
      'kg-gallery-card',
      'youtube-nocookie.com/embed/dQw4w9WgXcQ',
      'kg-bookmark-card',
      '<th scope="col">Kota</th>',
      'class="fact-box"',
      'class="source-note"',
      '<hr>',
    ]) {
      expect(html).toContain(markup);
    }
    const standing = await target.read?.(configuration, post.remoteId, given);
    expect(standing?.content.document).toEqual(document);
    expect(standing?.content).toMatchObject({ dateline: fields.dateline, credit: fields.credit });
  });

  test('that opens with a picture has it at the head of the post and nowhere else', async () => {
    const { configuration, given } = place();
    const opening = image(pictureId, { alt: 'Suasana', caption: 'Suasana rapat.', credit: '(ANTARA)' });
    const document = buildDocument([opening, paragraph([text('Isinya.')])]);
    const asked = asking('redaksi-head', 'Dibuka gambar');
    const published = await target.publish(
      configuration,
      { ...asked, article: article({ ...asked.article, document }) },
      given,
    );
    expect(published.differences).toEqual([]);
    const post = await postAt(published.post.remoteId);
    expect(post).toMatchObject({
      feature_image_alt: 'Suasana',
      feature_image_caption: 'Suasana rapat. (ANTARA)',
    });
    expect(post.lexical).not.toContain('"type":"image"');
    const standing = await target.read?.(configuration, published.post.remoteId, given);
    expect(standing?.content.document).toEqual(document);
  });

  test('with ten pictures in one gallery goes into two of Ghost’s, and comes back as one', async () => {
    const { configuration, given } = place();
    const many = gallery(
      Array.from({ length: 10 }, (_, index) => picture(pictureId, { alt: `${index}` })),
      'Sepuluh gambar',
    );
    const document = buildDocument([paragraph([text('Satu.')]), many]);
    const asked = asking('redaksi-many', 'Sepuluh gambar');
    const { post, differences } = await target.publish(
      configuration,
      { ...asked, article: article({ ...asked.article, document }) },
      given,
    );
    expect(differences).toEqual([]);
    expect((await target.read?.(configuration, post.remoteId, given))?.content.document).toEqual(document);
  });

  test('too long for Ghost is refused before anything is sent', async () => {
    const { configuration, given } = place();
    const long = (part: object) =>
      asking('redaksi-long', 'x', { article: article({ fields: { ...fields, ...part } }) });
    const headline = await failure(target.publish(configuration, long({ headline: 'x'.repeat(256) }), given));
    expect(headline).toMatchObject({ code: 'headline-too-long', retryable: false });
    const dek = await failure(target.publish(configuration, long({ dek: 'é'.repeat(301) }), given));
    expect(dek).toMatchObject({ code: 'dek-too-long' });
    const fits = await target.publish(
      configuration,
      asking('redaksi-fits', 'Pas', {
        article: article({
          fields: { ...fields, headline: 'é'.repeat(255), dek: 'é'.repeat(300) },
          slug: 'pas',
        }),
      }),
      given,
    );
    expect(fits.differences).toEqual([]);
  });
});

describe('tags, authors, what is ours once it is set', () => {
  test('a tag that is there is taken, also where its slug or its case differ; a mapped one by its id', async () => {
    const { configuration, given } = place();
    await site.api('POST', 'tags/', { tags: [{ name: 'EKONOMI hijau', slug: 'hijau' }] });
    const made = await site.api('POST', 'tags/', { tags: [{ name: 'Lokal' }] });
    const lokal = z
      .object({ tags: z.tuple([z.looseObject({ id: z.string(), name: z.string() })]) })
      .parse(made).tags[0];
    const mapping = {
      sections: { daerah: lokal },
      tags: { gone: { id: '0'.repeat(24), name: 'Terhapus' } },
      authors: {},
    };
    const { post, differences } = await target.publish(
      { ...configuration, mapping },
      asking('redaksi-tags', 'Bertagar', {
        article: article({
          fields: { ...named('Bertagar'), section: 'daerah', tags: ['Ekonomi Hijau', 'gone'] },
          slug: 'bertagar',
        }),
      }),
      given,
    );
    const names = (await postAt(post.remoteId)).tags.map(({ name }) => name);
    expect(names).toEqual(['Lokal', 'EKONOMI hijau', 'gone']);
    expect(differences).toEqual([{ field: 'mapped-tags', meant: 'Terhapus', found: '' }]);
    expect(await target.listTerms?.(configuration, 'tag', 'lok', given)).toEqual([
      { id: lokal.id, name: 'Lokal' },
    ]);
  });

  test('a byline is filed under its author; featured and search texts are ours once we set them', async () => {
    const { configuration, given } = place();
    const [author] = (await target.listTerms?.(configuration, 'author', '', given)) ?? [];
    if (!author) throw new Error('Ghost has an owner');
    const mapping = { sections: {}, tags: {}, authors: { 'desca lidya': author } };
    const first = await target.publish(
      { ...configuration, mapping },
      asking('redaksi-own-1', 'Milik kami', {
        article: article({
          fields: { ...named('Milik kami'), sticky: true, seoTitle: 'Untuk mesin' },
          slug: 'milik-kami',
        }),
      }),
      given,
    );
    expect(first.differences).toEqual([]);
    expect(await postAt(first.post.remoteId)).toMatchObject({ featured: true, meta_title: 'Untuk mesin' });
    const second = await target.publish(
      { ...configuration, mapping },
      asking('redaksi-own-2', 'Milik kami', { existing: first.post }),
      given,
    );
    expect(second.differences).toEqual([]);
    expect(await postAt(first.post.remoteId)).toMatchObject({ featured: false, meta_title: null });
  });
});

describe('somebody else at the site', () => {
  test('an edit there is a conflict that shows it, and nothing is overwritten; then a person decides', async () => {
    const { configuration, given } = place();
    const first = await target.publish(configuration, asking('redaksi-c1', 'Diubah di sana'), given);
    await editThere(first.post.remoteId, { title: 'Judul dari Ghost', tags: [] });
    const update = asking('redaksi-c2', 'Diubah di sana', { existing: first.post });
    const conflict = await failure(target.publish(configuration, update, given));
    if (!(conflict instanceof PublishConflict)) throw conflict;
    expect(conflict.code).toBe('changed-at-target');
    expect(conflict.differences.map(({ field }) => field)).toEqual(['headline', 'tags']);
    expect((await postAt(first.post.remoteId)).title).toBe('Judul dari Ghost');

    const standing = await target.read?.(configuration, first.post.remoteId, given);
    expect(standing?.content.headline).toBe('Judul dari Ghost');
    const decided = await target.publish(configuration, { ...update, existing: conflict.found }, given);
    expect(decided.differences).toEqual([]);
    expect((await postAt(first.post.remoteId)).title).toBe('Diubah di sana');
  });

  test('two edits within one second are told apart by what stands there', async () => {
    const { configuration, given } = place();
    const first = await target.publish(configuration, asking('redaksi-s1', 'Satu detik'), given);
    const { updated_at } = await postAt(first.post.remoteId);
    // Ghost keeps the second it is given: the stamp does not move.
    await site.api('PUT', `posts/${first.post.remoteId}/`, {
      posts: [{ title: 'Sedetik kemudian', updated_at }],
    });
    const conflict = await failure(
      target.publish(configuration, asking('redaksi-s2', 'Satu detik', { existing: first.post }), given),
    );
    expect(conflict).toMatchObject({ code: 'changed-at-target' });
  });

  test('a node Ghost does not know is told, since its page stops there', async () => {
    const { configuration, given } = place();
    const first = await target.publish(configuration, asking('redaksi-u1', 'Simpul asing'), given);
    const { lexical } = await postAt(first.post.remoteId);
    const body = z
      .object({ root: z.looseObject({ children: z.array(z.unknown()) }) })
      .parse(JSON.parse(lexical ?? ''));
    body.root.children.splice(1, 0, { type: 'table', version: 1, children: [] });
    await editThere(first.post.remoteId, { lexical: JSON.stringify(body) });
    const standing = await target.read?.(configuration, first.post.remoteId, given);
    const kept = standing?.content.document.root.children.filter(({ type }) => type === 'foreign');
    expect(kept).toMatchObject([{ kind: 'ghost-lexical', origin: 'situs' }]);
    const again = await target.publish(
      configuration,
      asking('redaksi-u2', 'Simpul asing', {
        existing: standing?.post ?? null,
        article: article({
          fields: named('Simpul asing'),
          slug: 'simpul-asing',
          document: standing?.content.document ?? story(),
        }),
      }),
      given,
    );
    expect(again.differences.map(({ field }) => field)).toEqual(['body']);
  });

  test('a post that was deleted there is told, and never made anew by itself', async () => {
    const { configuration, given } = place();
    const { post } = await target.publish(configuration, asking('redaksi-d1', 'Dihapus'), given);
    await site.api('DELETE', `posts/${post.remoteId}/`);
    const error = await failure(
      target.publish(configuration, asking('redaksi-d2', 'Dihapus', { existing: post }), given),
    );
    expect(error).toMatchObject({ code: 'post-missing', retryable: false });
    expect(await target.unpublish(configuration, post, given)).toBeUndefined();
  });
});

describe('a schedule', () => {
  const anHour = 3_600_000;

  test('is kept by Ghost, moved, and let go at once: then it is public now, not in an hour', async () => {
    const { configuration, given } = place();
    const at = Math.floor((Date.now() + anHour) / 60_000) * 60_000;
    const first = await target.publish(
      configuration,
      asking('redaksi-t1', 'Terjadwal', { publishAt: at }),
      given,
    );
    expect(first).toMatchObject({ visibility: 'scheduled', publicAt: at, differences: [] });
    const moved = await target.publish(
      configuration,
      asking('redaksi-t2', 'Terjadwal', { publishAt: at + anHour, existing: first.post }),
      given,
    );
    expect(moved).toMatchObject({ visibility: 'scheduled', publicAt: at + anHour, differences: [] });
    const now = await target.publish(
      configuration,
      asking('redaksi-t3', 'Terjadwal', { existing: moved.post }),
      given,
    );
    expect(now).toMatchObject({ visibility: 'public', differences: [] });
    expect(Math.abs(now.publicAt - Date.now())).toBeLessThan(60_000);
    expect((await page(now.post.url ?? '')).status).toBe(200);
    const late = await failure(
      target.publish(
        configuration,
        asking('redaksi-t4', 'Terjadwal', { publishAt: at, existing: now.post }),
        given,
      ),
    );
    expect(late.code).toBe('already-public');
  });

  test('is taken off, and a time that has passed is none', async () => {
    const { configuration, given } = place();
    const scheduled = await target.publish(
      configuration,
      asking('redaksi-t5', 'Batal', { publishAt: Date.now() + anHour }),
      given,
    );
    await target.unpublish(configuration, scheduled.post, given);
    expect((await postAt(scheduled.post.remoteId)).status).toBe('draft');
    const past = await target.publish(
      configuration,
      asking('redaksi-t6', 'Lewat', { publishAt: Date.now() - anHour }),
      given,
    );
    expect(past.visibility).toBe('public');
  });
});

describe('lost answers', () => {
  test.each([
    ['the draft', 'POST', /\/posts\//],
    ['going public', 'PUT', /\/posts\//],
    ['a picture', 'POST', /\/images\/upload/],
    ['a tag', 'POST', /\/tags\//],
  ] as const)('of %s: the second attempt goes on from what is there', async (what, method, path) => {
    const proxy = await startLosingProxy(site.url);
    try {
      const { configuration, given } = place(proxy.url);
      const headline = `Hilang saat ${what}`;
      const asked = asking(`redaksi-lost-${what}`, headline);
      const withTag = {
        ...asked,
        article: article({ ...asked.article, fields: { ...asked.article.fields, tags: [`tagar ${what}`] } }),
      };
      proxy.loseNext(method, path);
      const first = await target.publish(configuration, withTag, given).catch((error: unknown) => error);
      // A picture that is there already, or a tag, is not sent: then nothing was lost and it went out at once.
      if (proxy.lost() > 0) expect(first).toMatchObject({ code: 'unreachable', retryable: true });
      const second = await target.publish(configuration, { ...withTag, mayHaveArrived: true }, given);
      expect(second).toMatchObject({ visibility: 'public', differences: [] });
      expect(await postsWith(headline)).toHaveLength(1);
      const answer = z
        .object({ tags: z.array(z.looseObject({ name: z.string() })) })
        .parse(await site.api('GET', 'tags/?limit=100'));
      expect(answer.tags.filter(({ name }) => name === `tagar ${what}`)).toHaveLength(1);
      const ours = site.pictures().filter((name) => name.includes(pictureId.slice(0, 12)));
      expect(ours).toHaveLength(1);
    } finally {
      await proxy.close();
    }
  });

  test('after the desk went back an article that stands there is found by its own marker, not posted again', async () => {
    const { configuration } = place();
    const headline = 'Tercecer';
    const articleId = '0b1e5a52-6f3d-4c8e-9a51-6f2f6f0c9d11';
    const wanted = (marker: string, said: string, changes = {}) => {
      const asked = asking(marker, said, changes);
      return { ...asked, article: { ...asked.article, articleId, slug: 'tercecer' } };
    };
    await target.publish(configuration, wanted('redaksi-w1', headline), context(site.key));
    const lost = { recordsLostSince: Date.now() - 60_000 };
    const same = await target.publish(configuration, wanted('redaksi-w2', headline, lost), context(site.key));
    expect(same.differences).toEqual([]);
    const other = wanted('redaksi-w3', 'Tercecer lain', lost);
    const conflict = await failure(target.publish(configuration, other, context(site.key)));
    expect(conflict).toMatchObject({
      code: 'already-there',
      differences: [{ field: 'headline', meant: 'Tercecer lain', found: headline }],
    });
    expect(await postsWith(headline)).toHaveLength(1);
  });
});
