/** Corrections and withdrawals on a real WordPress: see corrections.ts. */
import { tellCorrectionsAt } from './corrections.ts';
import { addTarget, openDeskAtSite, site } from './desk-at-site.ts';
import { posts, rest } from './rest.ts';

openDeskAtSite();

tellCorrectionsAt({
  story: /<main[\s\S]*<\/main>/,
  addPlace: () => addTarget('editor'),
  async retitle(url, title) {
    const post = (await posts(site)).find(({ link }) => link === url);
    await rest(site, 'administrator', `posts/${post?.id}`, { title });
  },
});
