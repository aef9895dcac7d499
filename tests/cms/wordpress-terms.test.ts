/** What a post is filed under on a real WordPress: sections, tags and bylines as mapped, sticky posts, texts for search engines. */
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { names, readPost, rest } from './rest.ts';
import { article, fields, request } from './story.ts';
import { as, idOf, openWordPress, site, target } from './wordpress-at-site.ts';

const termSchema = z.looseObject({ id: z.int() });

openWordPress();

describe('mapped to what the site has', () => {
  async function made(taxonomy: 'categories' | 'tags', name: string): Promise<{ id: string; name: string }> {
    const { id } = termSchema.parse(await rest(site, 'administrator', taxonomy, { name }));
    return { id: String(id), name };
  }

  test('a section, a tag and a byline; what was deleted there is told', async () => {
    const { configuration, given } = as('editor');
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
    const { configuration, given } = as('author');
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
    const { configuration, given } = as('editor');
    await made('categories', 'Olahraga & Prestasi');
    expect(await target.listTerms?.(configuration, 'category', 'prestasi', given)).toMatchObject([
      { name: 'Olahraga & Prestasi' },
    ]);
  });
});

describe('sticky posts and texts for search engines', () => {
  const seo = { ...fields, sticky: true, seoTitle: 'Jokowi & ASEAN', seoDescription: 'Ringkas untuk mesin.' };

  test('are set, changed and taken back by us, and left alone where they are not ours', async () => {
    const { configuration, given } = as('editor');
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
    const { configuration, given } = as('editor');
    site.plugin('seo.php', '');
    const { differences } = await target.publish(
      configuration,
      request('redaksi-seo-5', { article: article({ slug: 'tanpa-seo', fields: seo }) }),
      given,
    );
    expect(differences).toEqual([{ field: 'seo', meant: 'Jokowi & ASEAN', found: '' }]);
  });
});
