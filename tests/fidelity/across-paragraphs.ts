/**
 * Drafts whose quotation stands in another paragraph than its speaker, or beside the copy as a pull quote. Made of every story
 * that quotes two people, one behind the quotation (`“…,” kata kepala balai.`) and one before it (`Ketua … meminta …. “…,” ucapnya.`).
 */
import type { Random } from '../bench/synthetic.ts';
import type { Label } from './edits.ts';

export interface PullQuote {
  text: string;
  attribution: string;
}

export interface AcrossDraft {
  edit: string;
  paragraphs: string[];
  pullQuotes: PullQuote[];
  wrong: Label[];
}

interface Quoted {
  /** Without its marks. */
  words: string;
  /** Who says it, as at the start of a sentence. */
  speaker: string;
  paragraph: number;
}

export interface TwoQuotations {
  behind: Quoted;
  before: Quoted & { lead: string; attribution: string };
}

const BEHIND = /^“([^”]*)” kata ((?:(?!\sseusai\s)[^.,(])+)/u;
const BEFORE = /^((.+?) (?:di \p{Lu}\p{L}+ |itu )?(?:me\p{L}+|berharap) [^“]*\.) “([^”]*)” (\p{L}+nya)\.$/u;

const atStart = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Of a story that quotes two people the first of each way; null where it does not. */
export function twoQuotationsOf(paragraphs: readonly string[]): TwoQuotations | null {
  let behind: TwoQuotations['behind'] | null = null;
  let before: TwoQuotations['before'] | null = null;
  for (const [paragraph, text] of paragraphs.entries()) {
    const [, words = '', speaker = ''] = BEHIND.exec(text) ?? [];
    if (words !== '') behind ??= { words, speaker: atStart(speaker.trim()), paragraph };
    const [, lead = '', subject = '', theirs = '', attribution = ''] = BEFORE.exec(text) ?? [];
    if (lead !== '') before ??= { words: theirs, speaker: subject, paragraph, lead, attribution };
  }
  return behind === null || before === null ? null : { behind, before };
}

const STRANGE = ['pemerintah', 'kemarin', 'sungguh', 'mustahil', 'segera', 'keluarga'];

/** Another word in the place of one of them, neither the first nor the last. */
export function withOtherWord(words: string, random: Random): string {
  const all = words.split(' ');
  const at = 1 + Math.floor(random() * (all.length - 2));
  return all.with(at, STRANGE[Math.floor(random() * STRANGE.length)] ?? '').join(' ');
}

/** Every draft of one story; none where it does not quote two people. */
export function acrossParagraphs(paragraphs: readonly string[], random: Random): AcrossDraft[] {
  const quotations = twoQuotationsOf(paragraphs);
  if (quotations === null) return [];
  const { behind, before } = quotations;
  const others = paragraphs.filter((_text, at) => at !== behind.paragraph && at !== before.paragraph);
  const [opening = '', ...rest] = others;
  const copy = (...between: string[]): string[] => [opening, ...between, ...rest];
  const met = `${behind.speaker} menemui wartawan setelah itu.`;
  const speaker = (words: string): Label[] => [{ kind: 'speaker', words }];
  const draft = (
    edit: string,
    words: string[],
    { pullQuotes = [], wrong = [] }: Partial<Pick<AcrossDraft, 'pullQuotes' | 'wrong'>> = {},
  ): AcrossDraft => ({ edit, paragraphs: words, pullQuotes, wrong });
  const altered = withOtherWord(behind.words, random).replace(/,$/u, '');
  const pulled = before.words.replace(/,$/u, '');
  const alteredInMarks = withOtherWord(pulled, random);
  return [
    draft('speaker-in-paragraph-before', copy(before.lead, `“${before.words}” ${before.attribution}.`)),
    draft('speaker-met-in-paragraph-before', copy(met, `“${behind.words}” katanya.`)),
    draft('other-speaker-in-paragraph-before', copy(before.lead, `“${behind.words}” ujarnya.`), {
      wrong: speaker(behind.words),
    }),
    draft('other-speaker-met-in-paragraph-before', copy(met, `“${before.words}” ${before.attribution}.`), {
      wrong: speaker(before.words),
    }),
    draft('pull-quote', [...paragraphs], {
      pullQuotes: [{ text: behind.words.replace(/,$/u, ''), attribution: behind.speaker }],
    }),
    draft('pull-quote-in-marks', [...paragraphs], {
      pullQuotes: [{ text: `“${pulled}”`, attribution: '' }],
    }),
    draft('pull-quote-of-copy', [...paragraphs], {
      pullQuotes: [{ text: others.at(-1)?.split('. ')[0] ?? '', attribution: '' }],
    }),
    draft('pull-quote-other-word', [...paragraphs], {
      pullQuotes: [{ text: altered, attribution: behind.speaker }],
      wrong: [{ kind: 'quote', words: altered }],
    }),
    draft('pull-quote-other-word-in-marks', [...paragraphs], {
      pullQuotes: [{ text: `“${alteredInMarks}”`, attribution: '' }],
      wrong: [{ kind: 'quote', words: alteredInMarks }],
    }),
    draft('pull-quote-other-speaker', [...paragraphs], {
      pullQuotes: [{ text: pulled, attribution: behind.speaker }],
      wrong: speaker(pulled),
    }),
  ];
}
