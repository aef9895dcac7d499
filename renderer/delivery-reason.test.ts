import { expect, it } from 'vitest';
import { blocksOf, reasonOf } from './delivery-reason.ts';

it('says what forbids the article, not only that something does', () => {
  const error = { code: 'not-publishable', detail: 'source-withdrawn, embargo-active' } as const;
  expect(blocksOf(error)).toEqual(['publishing.block.source-withdrawn', 'publishing.block.embargo-active']);
  expect(reasonOf(error)).toBe('publishing.block.source-withdrawn');
});

it('says what it knows where it does not know more', () => {
  expect(reasonOf({ code: 'not-publishable', detail: 'revision 7 is gone' })).toBe(
    'publishing.error.not-publishable',
  );
  expect(reasonOf({ code: 'disk-full', detail: 'source-withdrawn' })).toBe('publishing.error.disk-full');
});
