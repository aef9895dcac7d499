/** A real WordPress, for the crash test. */
import { z } from 'zod';
import { names, page, rest, restPostSchema, type RestPost } from '../rest.ts';
import type { RunningWordPress } from '../wordpress/start.ts';
import { pagesLookedAt, type CrashSite, type Meant } from './crash-run.ts';

async function everyPost(site: RunningWordPress): Promise<RestPost[]> {
  const found: RestPost[] = [];
  for (const status of ['any', 'trash']) {
    for (let number = 1; ; number += 1) {
      const route = `posts?context=edit&status=${status}&orderby=id&per_page=100&page=${number}`;
      const posts = z.array(restPostSchema).parse(await rest(site, 'administrator', route));
      found.push(...posts);
      if (posts.length < 100) break;
    }
  }
  return found.filter(({ slug }) => slug !== 'hello-world');
}

async function attachments(site: RunningWordPress): Promise<{ id: number; slug: string }[]> {
  return z
    .array(z.object({ id: z.int(), slug: z.string() }))
    .parse(await rest(site, 'administrator', 'media?per_page=100'));
}

/** Compares what stands at the site with what was meant. */
async function judge(
  site: RunningWordPress,
  { meant, pictures }: { meant: readonly Meant[]; pictures: number },
): Promise<string[]> {
  const problems: string[] = [];
  const posts = await everyPost(site);
  const media = await attachments(site);
  if (posts.length !== meant.length) problems.push(`${posts.length} posts instead of ${meant.length}`);
  if (media.length !== pictures) problems.push(`${media.length} attachments instead of ${pictures}`);
  for (const [index, { headline, sentence, status, pictureId }] of meant.entries()) {
    const mine = posts.filter(({ content }) => content.raw.includes(sentence));
    const [post] = mine;
    if (mine.length !== 1 || !post) {
      const where = mine.map(({ id, status: found, slug }) => `#${id} ${found} ${slug}`).join(', ');
      problems.push(`“${headline}” stands ${mine.length} times (${where})`);
      continue;
    }
    if (post.title.raw !== headline) problems.push(`“${headline}” is called “${post.title.raw}”`);
    if (post.status !== status) problems.push(`“${headline}” is ${post.status} instead of ${status}`);
    const sections = await names(site, 'categories', post.categories);
    if (sections.join() !== 'Dunia') problems.push(`“${headline}” is filed under ${sections.join()}`);
    const picture = media.find(({ id }) => id === post.featured_media)?.slug ?? null;
    const isRight =
      pictureId === null ? picture === null : picture?.includes(pictureId.slice(0, 12)) === true;
    if (!isRight) problems.push(`“${headline}” has the picture ${picture}`);
    if (status === 'publish' && index % pagesLookedAt === 0) {
      const seen = await page(post.link);
      if (seen.status !== 200 || !seen.html.includes(sentence))
        problems.push(`“${headline}” is not to be seen`);
    }
  }
  return problems;
}

export function wordPressSite(site: RunningWordPress): CrashSite {
  const { user, password } = site.users.editor;
  return {
    url: site.url,
    targetAt: (siteUrl) => ({ configuration: { kind: 'wordpress', siteUrl, user }, secret: password }),
    judge: (wanted) => judge(site, wanted),
  };
}
