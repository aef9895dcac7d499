/** Corrections and withdrawals on a real Ghost: see corrections.ts. */
import { tellCorrectionsAt } from './corrections.ts';
import { desk, openDesk } from './desk.ts';
import { allPosts, editThere, openGhost, site } from './ghost-at-site.ts';

openGhost();
openDesk();

tellCorrectionsAt({
  story: /<article class="gh-article[\s\S]*?<\/article>/,
  async addPlace() {
    const configuration = { kind: 'ghost' as const, siteUrl: site.url };
    const { targets } = desk.client.publishing;
    return (await targets.add({ name: 'Koran', configuration, secret: site.key })).id;
  },
  async retitle(url, title) {
    const post = (await allPosts()).find((one) => one.url === url);
    await editThere(post?.id ?? '', { title });
  },
});
