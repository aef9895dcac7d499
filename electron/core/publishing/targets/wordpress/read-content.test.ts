import { articleFieldsSchema } from '../../../../../shared/contract/articles.ts';
import { expect, test } from 'vitest';
import { json } from '../../site-http/scripted-server.ts';
import {
  capabilities,
  configurationOf,
  contextWith,
  requestWith,
  scriptedSite,
  target,
} from './scripted-site.ts';

const users = [
  { id: 8, name: 'Rina &amp; Tim', slug: 'rina' },
  { id: 9, name: 'Budi', slug: 'budi' },
];
const meta = { _yoast_wpseo_title: '', _yoast_wpseo_metadesc: '', '_yoast_wpseo_opengraph-title': '' };

test('author, sticky and search engine texts are read back where we set them, and belong to the site where not', async () => {
  const site = await scriptedSite({
    '/wp/v2/users/me': json({
      id: 3,
      name: 'Editor',
      roles: ['editor'],
      capabilities: { ...capabilities, edit_others_posts: true },
    }),
    '/wp/v2/media/9': json({ id: 9, source_url: 'http://situs/f.png' }),
    '/wp/v2/users': (response, request) => {
      const wanted = new URL(request.url ?? '', 'http://situs').searchParams.get('include');
      json(users.filter(({ id }) => String(id) === wanted))(response, request);
    },
  });
  const context = contextWith();
  const configuration = {
    ...configurationOf(site.url),
    mapping: { sections: {}, tags: {}, authors: { Rina: { id: '8', name: 'Rina & Tim' } } },
  };
  // As a site with an SEO plugin whose fields are open to REST.
  site.posts.set(1, { meta, status: 'draft', title: '', content: 'redaksi-1', excerpt: '' });
  const { article } = requestWith();
  const request = (changes: Partial<typeof article.fields>) =>
    requestWith({
      mayHaveArrived: true,
      article: { ...article, fields: articleFieldsSchema.parse({ headline: 'Judul', ...changes }) },
    });

  await target.publish(configuration, request({}), context);
  const untouched = await target.read?.(configuration, '1', context);
  expect(untouched?.content).not.toHaveProperty('author');
  expect(untouched?.content).not.toHaveProperty('sticky');
  expect(untouched?.content).not.toHaveProperty('seo');

  site.posts.set(1, { ...site.posts.get(1), status: 'draft' });
  const own = { byline: 'Rina', sticky: true, seoTitle: 'Untuk mesin', socialTitle: 'Untuk kartu' };
  await target.publish(configuration, request(own), context);
  site.posts.set(1, { ...site.posts.get(1), author: 9, sticky: false });
  const read = await target.read?.(configuration, '1', context);
  expect(read?.content).toMatchObject({
    author: { id: '9', name: 'Budi' },
    sticky: false,
    seo: { title: 'Untuk mesin', description: '', social: 'Untuk kartu' },
  });
});
