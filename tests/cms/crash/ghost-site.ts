/** A real Ghost, for the crash test. */
import { z } from 'zod';
import type { RunningGhost } from '../ghost/start.ts';
import { page } from '../rest.ts';
import { pagesLookedAt, type CrashSite, type Meant } from './crash-run.ts';

const named = z.looseObject({ name: z.string() });
const postSchema = z.looseObject({
  id: z.string(),
  url: z.string(),
  status: z.string(),
  slug: z.string(),
  title: z.string(),
  html: z.string().nullable(),
  feature_image: z.string().nullable(),
  primary_tag: named.nullable(),
});

/** Posts and tags that Ghost itself comes with are not ours: they stand there from the start. */
async function everyPost(site: RunningGhost): Promise<z.output<typeof postSchema>[]> {
  const route = 'posts/?limit=100&formats=html&include=tags';
  return z.object({ posts: z.array(postSchema) }).parse(await site.api('GET', route)).posts;
}

async function judge(
  site: RunningGhost,
  before: ReadonlySet<string>,
  { meant, pictures }: { meant: readonly Meant[]; pictures: number },
): Promise<string[]> {
  const problems: string[] = [];
  const posts = (await everyPost(site)).filter(({ id }) => !before.has(id));
  const files = site.pictures();
  if (posts.length !== meant.length) problems.push(`${posts.length} posts instead of ${meant.length}`);
  if (files.length !== pictures) problems.push(`${files.length} pictures instead of ${pictures}`);
  const answer = await site.api('GET', 'tags/?limit=100');
  const tags = z
    .object({ tags: z.array(named) })
    .parse(answer)
    .tags.map(({ name }) => name);
  for (const tag of ['Dunia', 'Uji', 'Tabrakan']) {
    const count = tags.filter((name) => name === tag).length;
    if (count !== 1) problems.push(`the tag ${tag} is there ${count} times`);
  }
  for (const [index, { headline, sentence, status, pictureId }] of meant.entries()) {
    const mine = posts.filter(({ html }) => html?.includes(sentence));
    const [post] = mine;
    if (mine.length !== 1 || !post) {
      const where = mine.map(({ id, status: found, slug }) => `#${id} ${found} ${slug}`).join(', ');
      problems.push(`“${headline}” stands ${mine.length} times (${where})`);
      continue;
    }
    const wanted = status === 'publish' ? 'published' : 'draft';
    if (post.title !== headline) problems.push(`“${headline}” is called “${post.title}”`);
    if (post.status !== wanted) problems.push(`“${headline}” is ${post.status} instead of ${wanted}`);
    if (post.primary_tag?.name !== 'Dunia') {
      problems.push(`“${headline}” is filed under ${post.primary_tag?.name}`);
    }
    const picture = post.feature_image;
    const isRight =
      pictureId === null ? picture === null : picture?.includes(pictureId.slice(0, 12)) === true;
    if (!isRight) problems.push(`“${headline}” has the picture ${picture}`);
    if (wanted === 'published' && index % pagesLookedAt === 0) {
      const seen = await page(post.url);
      if (seen.status !== 200 || !seen.html.includes(sentence))
        problems.push(`“${headline}” is not to be seen`);
    }
  }
  return problems;
}

export async function ghostSite(site: RunningGhost): Promise<CrashSite> {
  const before = new Set((await everyPost(site)).map(({ id }) => id));
  return {
    url: site.url,
    targetAt: (siteUrl) => ({ configuration: { kind: 'ghost', siteUrl }, secret: site.key }),
    judge: (wanted) => judge(site, before, wanted),
  };
}
