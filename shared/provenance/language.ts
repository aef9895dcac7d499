/** Which of the two languages a text is in, by the small words every text has. Pure. */
import type { CopyLanguage } from './figures.ts';

const SMALL_WORDS: Readonly<Record<string, CopyLanguage>> = Object.fromEntries([
  ...'yang dan di ini itu dengan untuk dari pada tidak akan oleh ke dalam adalah sudah telah kata juga karena'
    .split(' ')
    .map((word) => [word, 'id'] as const),
  ...'the and of in to a is was for on with that by at from said has have are were will'
    .split(' ')
    .map((word) => [word, 'en'] as const),
]);
/** As much of a long text tells as well as all of it. */
const LOOKED_AT = 4_000;

/** `id` where nothing speaks for English. */
export function languageOf(text: string): CopyLanguage {
  let balance = 0;
  for (const [word] of text
    .slice(0, LOOKED_AT)
    .toLowerCase()
    .matchAll(/\p{L}+/gu)) {
    const language = SMALL_WORDS[word];
    if (language !== undefined) balance += language === 'en' ? 1 : -1;
  }
  return balance > 0 ? 'en' : 'id';
}
