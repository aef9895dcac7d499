import { expect, test } from 'vitest';
import type { News } from '../contract/notifications.ts';
import { describeNews } from './describe-news.ts';

const nobody = (): string => '';

test('a headline of whatever length is told in a few lines, a short one as it is', () => {
  const failed = (headline: string): News => ({
    kind: 'delivery-failed',
    articleId: '5f0c4a6e-6f0e-4a3c-9b1e-0d0a1b2c3d4e',
    target: 'Koran',
    headline,
  });
  expect(describeNews(failed('Harga cabai turun'), 'id', nobody)).toMatchObject({
    title: 'Gagal terbit ke Koran',
    body: 'Harga cabai turun',
  });
  const { body } = describeNews(failed('Kabupaten '.repeat(28)), 'id', nobody);
  expect(body.length).toBeLessThan(130);
  expect(body).toMatch(/^(Kabupaten ){10,}…$/);
});
