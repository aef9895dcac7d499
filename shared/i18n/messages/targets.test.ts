import { expect, test } from 'vitest';
import { publishErrorCodeSchema } from '../../contract/publishing.ts';
import { isMessageKey } from '../translate.ts';

test('every reason why a delivery did not go through has words', () => {
  const wordless = publishErrorCodeSchema.options.filter((code) => !isMessageKey(`publishError.${code}`));
  expect(wordless).toEqual([]);
});
