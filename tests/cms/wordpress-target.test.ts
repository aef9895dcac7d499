import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { PublishConflict, PublishError, type RemotePost } from '../../electron/core/publishing/target.ts';
import { createWordPressTarget } from '../../electron/core/publishing/targets/wordpress/target.ts';
import { startLosingProxy } from './losing-proxy.ts';
import { names, page, posts, readPost, rest } from './rest.ts';
import { article, context, fields, pictureBytes, request, story } from './story.ts';
import { startWordPress, type RunningWordPress } from './wordpress/start.ts';

const target = createWordPressTarget();
const termSchema = z.looseObject({ id: z.int() });
let site: RunningWordPress;

beforeAll(async () => {
  site = await startWordPress();
});
afterAll(async () => {
  await site?.stop();
});

function as(role: keyof RunningWordPress['users'], siteUrl = site.url) {
  const { user, password } = site.users[role];
  return { configuration: { kind: 'wordpress' as const, siteUrl, user }, context: context(password) };
}

async function publishError(promise: Promise<unknown>): Promise<PublishError> {
  const error = await promise.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (error instanceof PublishError) return error;
  throw new Error(`expected a PublishError, got ${String(error)}`);
}

function idOf(post: RemotePost): number {
  return Number(post.remoteId);
}

describe('verifying', () => {
  test('says what an editor may do, whatever part of the address was typed', async () => {
    const { configuration, context: given } = as('editor');
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
    const { configuration, context: given } = as('editor');
    const proxy = await startLosingProxy(site.url, { strips: 'authorization' });
    try {
      const { checks } = await target.verify({ ...configuration, siteUrl: proxy.url }, given);
      expect(checks.at(-1)?.code).toBe('basic-auth-blocked');
    } finally {
      await proxy.close();
    }
  });

  test('tells which rights a contributor lacks', async () => {
    const { configuration, context: given } = as('contributor');
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
      const { configuration, context: given } = as(role);
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
    const first = await target.publish(one.configuration, request('redaksi-picture-1'), one.context);
    const second = await target.publish(
      one.configuration,
      request('redaksi-picture-2'),
      as('editor').context,
    );
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
    const { configuration, context: given } = as('author');
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
    const { configuration, context: given } = as('contributor');
    const before = (await posts(site)).length;
    const error = await publishError(target.publish(configuration, request('redaksi-contributor'), given));
    expect(error).toMatchObject({ code: 'rights-missing', retryable: false });
    expect((await posts(site)).length).toBe(before);
  });

  test('with a wrong password is refused as that', async () => {
    const { configuration } = as('editor');
    const error = await publishError(
      target.publish(configuration, request('redaksi-password'), context('falsch')),
    );
    expect(error).toMatchObject({ code: 'wrong-password', retryable: false });
  });
});

describe('effectively once', () => {
  test.each(['editor', 'author'] as const)(
    'the marker finds a draft an earlier attempt left, as %s',
    async (role) => {
      const { configuration, context: given } = as(role);
      const marker = `redaksi-lost-${role}`;
      const first = await target.publish(
        configuration,
        request(marker, { article: article({ slug: marker }) }),
        given,
      );
      await rest(site, 'administrator', `posts/${idOf(first.post)}`, { status: 'draft' });
      const before = (await posts(site)).length;
      const second = await target.publish(
        configuration,
        request(marker, { article: article({ slug: marker }), mayHaveArrived: true }),
        as(role).context,
      );
      expect(second.post.remoteId).toBe(first.post.remoteId);
      expect((await readPost(site, second.post.remoteId)).status).toBe('publish');
      expect((await posts(site)).length).toBe(before);
    },
  );
});

describe('changes made in the CMS', () => {
  test('are never overwritten: conflict, the differences shown; going on from what was shown works', async () => {
    const { configuration, context: given } = as('editor');
    const slug = 'diubah-di-cms';
    const first = await target.publish(
      configuration,
      request('redaksi-cms-1', { article: article({ slug }) }),
      given,
    );
    await rest(site, 'administrator', `posts/${idOf(first.post)}`, {
      title: 'Judul dari ruang redaksi lain',
    });

    const update = request('redaksi-cms-2', { article: article({ slug }), existing: first.post });
    const conflict = await publishError(target.publish(configuration, update, given));
    expect(conflict).toBeInstanceOf(PublishConflict);
    if (!(conflict instanceof PublishConflict)) return;
    expect(conflict.differences).toMatchObject([
      { field: 'headline', found: 'Judul dari ruang redaksi lain' },
    ]);
    expect((await readPost(site, first.post.remoteId)).title.raw).toBe('Judul dari ruang redaksi lain');

    const decided = await target.publish(configuration, { ...update, existing: conflict.found }, given);
    expect(decided.differences).toEqual([]);
  });

  test('that change nothing of ours are no conflict', async () => {
    const { configuration, context: given } = as('editor');
    const slug = 'disimpan-lagi';
    const first = await target.publish(
      configuration,
      request('redaksi-same-1', { article: article({ slug }) }),
      given,
    );
    await rest(site, 'administrator', `posts/${idOf(first.post)}`, { sticky: true });
    const second = await target.publish(
      configuration,
      request('redaksi-same-2', {
        article: article({ slug, document: story('Baru.') }),
        existing: first.post,
      }),
      given,
    );
    expect(second.differences).toEqual([]);
  });

  test.each([
    ['deleted', '?force=true'],
    ['in the trash', ''],
  ])('a post %s is told on update and counts as taken back', async (_how, query) => {
    const { configuration, context: given } = as('editor');
    const slug = `hilang-${query.length}`;
    const { post } = await target.publish(
      configuration,
      request(`redaksi-${slug}`, { article: article({ slug }) }),
      given,
    );
    await rest(site, 'administrator', `posts/${idOf(post)}${query}`, undefined, 'DELETE');
    const error = await publishError(
      target.publish(configuration, request(`redaksi-${slug}-2`, { existing: post }), given),
    );
    expect(error.code).toBe('post-missing');
    await expect(target.unpublish(configuration, post, given)).resolves.toBeUndefined();
  });
});

describe('mapped to what the site has', () => {
  async function made(taxonomy: 'categories' | 'tags', name: string): Promise<{ id: string; name: string }> {
    const { id } = termSchema.parse(await rest(site, 'administrator', taxonomy, { name }));
    return { id: String(id), name };
  }

  test('a section, a tag and a byline; what was deleted there is told', async () => {
    const { configuration, context: given } = as('editor');
    const [category, tag] = [await made('categories', 'Mancanegara'), await made('tags', 'ASEAN & Mitra')];
    const [author] = (await target.listTerms?.(configuration, 'author', site.users.author.user, given)) ?? [];
    const mapping = {
      sections: { dunia: category },
      tags: { 'ktt asean': tag },
      authors: { 'desca LIDYA': author ?? { id: '0', name: '' } },
    };
    const mapped = { ...configuration, mapping };
    const slug = 'dipetakan';
    const first = await target.publish(
      mapped,
      request('redaksi-mapped-1', { article: article({ slug }) }),
      given,
    );
    expect(first.differences).toEqual([]);
    const post = await readPost(site, first.post.remoteId);
    expect(await names(site, 'categories', post.categories)).toEqual(['Mancanegara']);
    expect(await names(site, 'tags', post.tags)).toContain('ASEAN &amp; Mitra');
    expect(String(post.author)).toBe(author?.id);

    await rest(site, 'administrator', `categories/${category.id}?force=true`, undefined, 'DELETE');
    const second = await target.publish(
      mapped,
      request('redaksi-mapped-2', {
        article: article({ slug }),
        existing: (await target.read?.(configuration, first.post.remoteId, given))?.post ?? null,
      }),
      given,
    );
    expect(second.differences).toEqual([{ field: 'mapped-categories', meant: 'Mancanegara', found: '' }]);
    const after = await readPost(site, first.post.remoteId);
    expect(await names(site, 'categories', after.categories)).toEqual(['Dunia']);
  });

  test('an author may file a post under nobody else, and that is told', async () => {
    const { configuration, context: given } = as('author');
    const [editor] = (await target.listTerms?.(configuration, 'author', site.users.editor.user, given)) ?? [];
    const authors = { 'Desca Lidya': editor ?? { id: '0', name: '' } };
    const { differences } = await target.publish(
      { ...configuration, mapping: { sections: {}, tags: {}, authors } },
      request('redaksi-mapped-3', {
        article: article({ slug: 'bukan-atas-nama', fields: { ...fields, sticky: true } }),
      }),
      given,
    );
    expect(differences).toMatchObject([
      { field: 'author', meant: editor?.name },
      { field: 'sticky', meant: 'true', found: 'false' },
    ]);
  });

  test('lists what the site has, by part of the name', async () => {
    const { configuration, context: given } = as('editor');
    await made('categories', 'Olahraga & Prestasi');
    expect(await target.listTerms?.(configuration, 'category', 'prestasi', given)).toMatchObject([
      { name: 'Olahraga & Prestasi' },
    ]);
  });
});

describe('sticky posts and texts for search engines', () => {
  const seo = { ...fields, sticky: true, seoTitle: 'Jokowi & ASEAN', seoDescription: 'Ringkas untuk mesin.' };

  test('are set, changed and taken back by us, and left alone where they are not ours', async () => {
    const { configuration, context: given } = as('editor');
    site.plugin(
      'seo.php',
      `add_action('init', function () {
         foreach (['_yoast_wpseo_title', '_yoast_wpseo_metadesc'] as $key) {
           register_post_meta('post', $key, ['show_in_rest' => true, 'single' => true, 'type' => 'string',
             'auth_callback' => fn () => current_user_can('edit_posts')]);
         }
       });`,
    );
    const slug = 'seo-dan-lekat';
    const first = await target.publish(
      configuration,
      request('redaksi-seo-1', { article: article({ slug, fields: seo }) }),
      given,
    );
    expect(first.differences).toEqual([]);
    expect(await readPost(site, first.post.remoteId)).toMatchObject({
      sticky: true,
      meta: { _yoast_wpseo_title: 'Jokowi & ASEAN', _yoast_wpseo_metadesc: 'Ringkas untuk mesin.' },
    });
    const second = await target.publish(
      configuration,
      request('redaksi-seo-2', { article: article({ slug }), existing: first.post }),
      given,
    );
    expect(second.differences).toEqual([]);
    expect(await readPost(site, first.post.remoteId)).toMatchObject({
      sticky: false,
      meta: { _yoast_wpseo_title: '' },
    });

    const other = await target.publish(
      configuration,
      request('redaksi-seo-3', { article: article({ slug: 'seo-situs' }) }),
      given,
    );
    const theirs = { sticky: true, meta: { _yoast_wpseo_title: 'Punya situs' } };
    await rest(site, 'administrator', `posts/${idOf(other.post)}`, theirs);
    await target.publish(
      configuration,
      request('redaksi-seo-4', { article: article({ slug: 'seo-situs' }), existing: other.post }),
      given,
    );
    expect(await readPost(site, other.post.remoteId)).toMatchObject(theirs);
  });

  test('a site without fields for them tells it', async () => {
    const { configuration, context: given } = as('editor');
    site.plugin('seo.php', '');
    const { differences } = await target.publish(
      configuration,
      request('redaksi-seo-5', { article: article({ slug: 'tanpa-seo', fields: seo }) }),
      given,
    );
    expect(differences).toEqual([{ field: 'seo', meant: 'Jokowi & ASEAN', found: '' }]);
  });
});

describe('a schedule', () => {
  const minute = 60_000;

  test('is kept by the site: changed, brought forward to now, taken back', async () => {
    const { configuration, context: given } = as('author');
    const slug = 'terjadwal';
    const planned = Math.floor(Date.now() / minute) * minute + 90 * minute;
    const made = await target.publish(
      configuration,
      request('redaksi-plan-1', { article: article({ slug }), publishAt: planned }),
      given,
    );
    expect(made).toMatchObject({ visibility: 'scheduled', publicAt: planned, differences: [] });
    expect(made.post.url).toBeNull();
    expect((await page(`${site.url}/?p=${made.post.remoteId}`)).status).toBe(404);

    const later = planned + 30 * minute;
    const moved = await target.publish(
      configuration,
      request('redaksi-plan-2', { article: article({ slug }), existing: made.post, publishAt: later }),
      given,
    );
    expect(moved).toMatchObject({ visibility: 'scheduled', publicAt: later, differences: [] });
    expect(await target.read?.(configuration, moved.post.remoteId, given)).toMatchObject({
      visibility: 'scheduled',
      publicAt: later,
    });

    const kept = await target.unpublish(configuration, moved.post, given);
    expect((await readPost(site, moved.post.remoteId)).status).toBe('draft');

    const now = await target.publish(
      configuration,
      request('redaksi-plan-3', { article: article({ slug }), existing: kept ?? null }),
      given,
    );
    expect(now).toMatchObject({ visibility: 'public', differences: [] });
    expect(Math.abs(now.publicAt - Date.now())).toBeLessThan(minute);
    expect((await page(now.post.url ?? '')).status).toBe(200);

    const late = await publishError(
      target.publish(
        configuration,
        request('redaksi-plan-4', { article: article({ slug }), existing: now.post, publishAt: later }),
        given,
      ),
    );
    expect(late).toMatchObject({ code: 'already-public', retryable: false });
    expect((await page(now.post.url ?? '')).status).toBe(200);
  });

  test('is refused where the clocks are a day apart', async () => {
    const { configuration, context: given } = as('author');
    const tomorrow = Date.now() + 24 * 60 * minute;
    const error = await publishError(
      target.publish(
        configuration,
        request('redaksi-clock', { publishAt: tomorrow + 90 * minute }),
        context(given.secret, { now: () => tomorrow }),
      ),
    );
    expect(error).toMatchObject({ code: 'clock-wrong', retryable: false });
  });

  test('needs the zone of the site', async () => {
    const { configuration, context: given } = as('author');
    site.php("update_option('timezone_string', 'Asia/Makassar');");
    try {
      const facts = await target.site?.(configuration, given);
      expect(facts).toMatchObject({ name: 'Harian Uji', timeZone: 'Asia/Makassar', offsetMinutes: 480 });
      expect(Math.abs(facts?.clockAheadMs ?? Infinity)).toBeLessThan(minute);
    } finally {
      site.php("update_option('timezone_string', '');");
    }
  });
});

test('removing puts a post into the trash, and is done where it is there or gone', async () => {
  const { configuration, context: given } = as('editor');
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
  const { configuration, context: given } = as('editor');
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
