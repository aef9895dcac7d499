/** The WordPress target on a real WordPress: the connection, and a story that goes out, is updated, taken back, thrown away. */
import { describe, expect, test } from 'vitest';
import { failure } from '../../electron/core/publishing/testing-target.ts';
import { startLosingProxy } from './losing-proxy.ts';
import { names, page, posts, readPost, rest } from './rest.ts';
import { article, context, fields, pictureBytes, request, story } from './story.ts';
import { as, idOf, openWordPress, site, target } from './wordpress-at-site.ts';

openWordPress();

describe('verifying', () => {
  test('says what an editor may do, whatever part of the address was typed', async () => {
    const { configuration, given } = as('editor');
    for (const typed of [
      site.url,
      `${site.url}/wp-admin/edit.php`,
      `${site.url.slice('http://'.length)}/`,
      `${site.url}/?p=1`,
    ]) {
      const { ok, checks } = await target.verify({ ...configuration, siteUrl: typed }, given);
      expect(checks.filter((check) => !check.ok)).toEqual([]);
      expect(checks.map(({ code }) => code)).toEqual([
        'site',
        'log-in',
        'publish-posts',
        'upload-files',
        'make-categories',
        'write',
      ]);
      expect(checks[0]?.detail).toContain('Harian Uji');
      expect(ok).toBe(true);
    }
  });

  test('tells a wrong password, although public routes answer it with 200', async () => {
    const { configuration } = as('editor');
    const { ok, checks } = await target.verify(configuration, context('aaaa bbbb cccc dddd eeee ffff'));
    expect(ok).toBe(false);
    expect(checks.at(-1)?.code).toBe('wrong-password');
  });

  test('tells a password that the host strips on the way from a wrong one', async () => {
    const { configuration, given } = as('editor');
    const proxy = await startLosingProxy(site.url, { strips: 'authorization' });
    try {
      const { checks } = await target.verify({ ...configuration, siteUrl: proxy.url }, given);
      expect(checks.at(-1)?.code).toBe('basic-auth-blocked');
    } finally {
      await proxy.close();
    }
  });

  test('tells which rights a contributor lacks', async () => {
    const { configuration, given } = as('contributor');
    const { ok, checks } = await target.verify(configuration, given);
    expect(ok).toBe(false);
    expect(checks.filter((check) => !check.ok).map(({ code }) => code)).toEqual([
      'publish-posts',
      'upload-files',
      'make-categories',
    ]);
  });
});

describe('a story', () => {
  test.each(['administrator', 'editor', 'author'] as const)(
    'goes out whole as %s, is updated, is taken back',
    async (role) => {
      const { configuration, given } = as(role);
      const slug = `naskah-${role}`;
      // Somebody with the right to has made the section.
      await rest(site, 'administrator', 'categories', { name: 'Dunia', slug: 'dunia' }).catch(() => {});

      const first = await target.publish(
        configuration,
        request(`redaksi-${role}-1`, { article: article({ slug }) }),
        given,
      );
      expect(first.differences).toEqual([]);

      const post = await readPost(site, first.post.remoteId);
      expect(post).toMatchObject({ status: 'publish', slug, comment_status: 'open' });
      expect(post.excerpt.raw.replace('&amp;', '&')).toBe(fields.dek);
      expect(await names(site, 'categories', post.categories)).toEqual(['Dunia']);
      expect(await names(site, 'tags', post.tags)).toEqual([
        'Joko Widodo',
        'Kawasan &amp; Dunia',
        'KTT ASEAN',
      ]);

      const { status, html } = await page(first.post.url ?? '');
      expect(status).toBe(200);
      expect(html).toContain(
        '<strong>SINGAPURA, SERUJI.CO.ID –</strong> Presiden <strong>Joko Widodo</strong>',
      );
      expect(html).toContain('<p>(Ant/SU02)</p>');
      expect(html).toMatch(
        /<blockquote><p>Perdamaian bukan hadiah[^]*<cite>Presiden Joko Widodo<\/cite><\/blockquote>/,
      );
      expect(html).toMatch(
        /<figcaption class="wp-element-caption">Para pemimpin ASEAN di Singapura\. \(ANTARA FOTO\)/,
      );
      expect(html).toContain('alt="Para pemimpin ASEAN"');
      expect(html).toContain('Harus &lt;Kompak&gt;');
      expect(html).toMatch(/(?:\[|&#0?91;)bukan kode\]/);
      expect(html).not.toContain(`redaksi-${role}`);
      const picture = /<img[^>]+src="([^"]+)"[^>]*class="wp-image-/.exec(html)?.[1] ?? '';
      const bytes = new Uint8Array(await (await fetch(picture)).arrayBuffer());
      expect(Buffer.compare(bytes, pictureBytes)).toBe(0);

      const updated = await target.publish(
        configuration,
        request(`redaksi-${role}-2`, {
          article: article({
            slug,
            document: story('Kalimat yang diralat.'),
            fields: { ...fields, commentsOpen: false },
          }),
          existing: first.post,
        }),
        given,
      );
      expect(updated.differences).toEqual([]);
      expect(updated.post.remoteId).toBe(first.post.remoteId);
      expect((await page(updated.post.url ?? '')).html).toContain('Kalimat yang diralat.');
      const after = await readPost(site, updated.post.remoteId);
      expect(after.comment_status).toBe('closed');
      expect(after.featured_media).toBe(post.featured_media);

      const kept = await target.unpublish(configuration, updated.post, given);
      expect((await readPost(site, updated.post.remoteId)).status).toBe('draft');
      expect((await page(updated.post.url ?? '')).status).toBe(404);

      const again = await target.publish(
        configuration,
        request(`redaksi-${role}-3`, { article: article({ slug }), existing: kept ?? null }),
        given,
      );
      expect(again.post.remoteId).toBe(first.post.remoteId);
      expect((await page(again.post.url ?? '')).status).toBe(200);
    },
  );

  test('is uploaded with its picture once, also where our memory of it is lost', async () => {
    const one = as('editor');
    const first = await target.publish(one.configuration, request('redaksi-picture-1'), one.given);
    const second = await target.publish(one.configuration, request('redaksi-picture-2'), as('editor').given);
    const [left, right] = [
      await readPost(site, first.post.remoteId),
      await readPost(site, second.post.remoteId),
    ];
    expect(left.featured_media).toBe(right.featured_media);
    expect(left.featured_media).toBeGreaterThan(0);
    // Two posts cannot share a slug; that is told.
    expect(second.differences).toEqual([{ field: 'slug', meant: fields.slug, found: `${fields.slug}-2` }]);
  });

  test('of an author whose section is not there goes out without it, and says so', async () => {
    const { configuration, given } = as('author');
    const { differences } = await target.publish(
      configuration,
      request('redaksi-section', {
        article: article({ slug: 'tanpa-rubrik', fields: { ...fields, section: 'humaniora' } }),
      }),
      given,
    );
    expect(differences).toMatchObject([{ field: 'categories', meant: 'Humaniora' }]);
  });

  test('of a contributor is refused before anything is written', async () => {
    const { configuration, given } = as('contributor');
    const before = (await posts(site)).length;
    const error = await failure(target.publish(configuration, request('redaksi-contributor'), given));
    expect(error).toMatchObject({ code: 'rights-missing', retryable: false });
    expect((await posts(site)).length).toBe(before);
  });

  test('with a wrong password is refused as that', async () => {
    const { configuration } = as('editor');
    const error = await failure(
      target.publish(configuration, request('redaksi-password'), context('falsch')),
    );
    expect(error).toMatchObject({ code: 'wrong-password', retryable: false });
  });
});

test('removing puts a post into the trash, and is done where it is there or gone', async () => {
  const { configuration, given } = as('editor');
  const { post } = await target.publish(
    configuration,
    request('redaksi-remove', { article: article({ slug: 'dibuang' }) }),
    given,
  );
  await target.remove?.(configuration, post, given);
  expect((await page(post.url ?? '')).status).toBe(404);
  expect(await target.read?.(configuration, post.remoteId, given)).toMatchObject({ visibility: 'trashed' });
  await expect(target.remove?.(configuration, post, given)).resolves.toBeUndefined();
  await rest(site, 'administrator', `posts/${idOf(post)}?force=true`, undefined, 'DELETE');
  expect(await target.read?.(configuration, post.remoteId, given)).toBeNull();
  await expect(target.remove?.(configuration, post, given)).resolves.toBeUndefined();
});

test('a site with plain permalinks, where only ?rest_route= works', async () => {
  const { configuration, given } = as('editor');
  const permalinks = (structure: string) =>
    site.php(`$wp_rewrite->set_permalink_structure('${structure}'); delete_option('rewrite_rules');`);
  permalinks('');
  try {
    const { ok, checks } = await target.verify(configuration, given);
    expect(ok).toBe(true);
    expect(checks[0]?.detail).toContain('rest_route=');
    const slug = 'tautan-polos';
    const { post, differences } = await target.publish(
      configuration,
      request('redaksi-plain', { article: article({ slug }) }),
      given,
    );
    expect(differences).toEqual([]);
    expect((await page(post.url ?? '')).html).toContain('(Ant/SU02)');
  } finally {
    permalinks('/%year%/%monthnum%/%postname%/');
  }
});

test('no request made PHP fail', () => {
  expect(site.debugLog()).not.toMatch(/PHP (?:Fatal|Parse)/);
});
