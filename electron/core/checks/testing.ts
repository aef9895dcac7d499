/** The checker as it ships, without a worker around it: for tests that look at what is found. */
import { createHunspellFromStrings } from 'hunspell-wasm';
import { createCopyChecker, type HouseChoices } from '../../../shared/checks/check-copy.ts';
import type { Finding, Segment } from '../../../shared/contract/checks.ts';
import type { RuleSource } from '../../../shared/contract/house-rules.ts';
import type { Lexicon } from '../../../shared/checks/spelling.ts';
import { openDictionary, readNewsWords } from './dictionaries.ts';
import { readShippedRules } from './house-styles.ts';

export const testContext = {
  // Friday, 27 April 2018, in Jakarta.
  at: Date.parse('2018-04-27T15:00:00+07:00'),
  offsetMinutes: 420,
  longParagraphWords: 80,
  longHeadline: 78,
};

export const usualChoices: HouseChoices = { foreignWords: 'quotes', headlineCase: 'titled' };

/** The shipped dictionaries and words of news copy. */
export async function shippedLexicon(ownWords: readonly string[] = []): Promise<Lexicon> {
  const [indonesian = null, english = null] = await Promise.all(
    (['id', 'en'] as const).map(async (language) => {
      const { text } = await openDictionary('/nowhere', language);
      if (text === null) throw new Error(`no dictionary for ${language}`);
      const hunspell = await createHunspellFromStrings(text.aff, text.dic);
      return (word: string) => hunspell.testSpelling(word);
    }),
  );
  return { indonesian, english, own: new Set([...(await readNewsWords()), ...ownWords]) };
}

export function segmentOf(text: string, kind: Segment['kind'] = 'text', about = ''): Segment {
  return { kind, text, italics: [], links: [], path: [], property: null, about };
}

/** What is found in one text. */
export type FindIn = (segment: Segment) => Finding[];

/** The shipped checker over one text at a time; parts of it can be others. */
export async function shippedChecker({
  rules,
  lexicon,
  choices = usualChoices,
}: { rules?: RuleSource[]; lexicon?: Lexicon; choices?: HouseChoices } = {}): Promise<FindIn> {
  const check = createCopyChecker(
    rules ?? (await readShippedRules()),
    lexicon ?? (await shippedLexicon()),
    choices,
  );
  return (segment) => check([{ id: '0', segments: [segment] }], testContext)[0]?.findings ?? [];
}
