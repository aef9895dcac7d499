/** The Ghost target on a real Ghost: the connection, a story that goes out, is updated and taken back, tags, authors, times. */
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { failure } from '../../electron/core/publishing/testing-target.ts';
import { asking, named, openGhost, place, postAt, postsWith, site, target } from './ghost-at-site.ts';
import { page } from './rest.ts';
import { article, context, fields, pictureId, story } from './story.ts';

openGhost();

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

  test('a byline whose author is gone at the site is filed under nobody else, and that is told', async () => {
    const { configuration, given } = place();
    const gone = { id: '0'.repeat(24), name: 'Penulis Lama' };
    const mapping = { sections: {}, tags: {}, authors: { 'Desca Lidya': gone } };
    const { differences } = await target.publish(
      { ...configuration, mapping },
      asking('redaksi-author-gone', 'Tanpa penulis'),
      given,
    );
    expect(differences).toEqual([{ field: 'author', meant: 'Penulis Lama', found: '' }]);
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
