/** What is read most at a WordPress: what a statistics plugin's REST route says, or the comments of the window counted. */
import { z } from 'zod';
import { readFiguresOfJson, type ReadFigures } from '../../../../../shared/domain/front/read-figures.ts';
import type { FiguresQuestion } from '../../../site-figures.ts';
import type { WordPressClient } from './client.ts';

const PER_PAGE = 100;

/** More than two thousand comments in a window tell the same order as the first two thousand. */
const MOST_PAGES = 20;

export async function fetchFigures(
  client: WordPressClient,
  { route, since }: FiguresQuestion,
): Promise<ReadFigures | null> {
  if (route === null) return countComments(client, since);
  const [path = '', query = ''] = route.split('?');
  const answer = await client.get(path, z.unknown(), Object.fromEntries(new URLSearchParams(query)));
  return readFiguresOfJson(answer);
}

async function countComments(client: WordPressClient, since: number): Promise<ReadFigures> {
  const counts = new Map<number, number>();
  for (let page = 1; page <= MOST_PAGES; page += 1) {
    const comments = await client.get('wp/v2/comments', z.array(z.looseObject({ post: z.int() })), {
      after: new Date(since).toISOString(),
      status: 'approve',
      per_page: PER_PAGE,
      page,
      _fields: 'id,post',
    });
    for (const { post } of comments) counts.set(post, (counts.get(post) ?? 0) + 1);
    if (comments.length < PER_PAGE) break;
  }
  const figures = [...counts].map(([post, count]) => ({ names: [String(post)], count }));
  return { figures, passedOver: 0 };
}
