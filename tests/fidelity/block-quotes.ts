/**
 * Drafts with a block quote, which says without marks that somebody speaks: signed beneath, introduced by the paragraph before, or
 * attributed within. Made of every story that quotes two people, as in `across-paragraphs.ts`.
 */
import type { Random } from '../bench/synthetic.ts';
import { twoQuotationsOf, withOtherWord } from './across-paragraphs.ts';
import type { Label } from './edits.ts';

export interface BlockQuoteDraft {
  edit: string;
  paragraphs: string[];
  /** Which of the paragraphs are block quotes. */
  blockQuotes: number[];
  /** Paragraphs of the source in the place of its own, with its block quotes, where it has any. */
  source?: { paragraphs: string[]; blockQuotes: number[] };
  wrong: Label[];
}

const inSmall = (speaker: string): string => speaker.charAt(0).toLowerCase() + speaker.slice(1);
const closed = (words: string): string => words.replace(/,$/u, '.');

/** Every draft of one story; none where it does not quote two people. */
export function withBlockQuotes(paragraphs: readonly string[], random: Random): BlockQuoteDraft[] {
  const quotations = twoQuotationsOf(paragraphs);
  if (quotations === null) return [];
  const { behind, before } = quotations;
  const [opening = '', ...rest] = paragraphs.filter(
    (_text, at) => at !== behind.paragraph && at !== before.paragraph,
  );
  const [theirs, others] = [closed(behind.words), closed(before.words)];
  const [changedTheirs, changedOthers] = [withOtherWord(theirs, random), withOtherWord(others, random)];
  const invented = 'Kami akan membicarakannya dengan semua pihak pada pertemuan berikutnya.';
  const tells = `${behind.speaker} mengatakan:`;
  const wrongly = (kind: 'quote' | 'speaker', words: string): Label[] => [{ kind, words }];

  /** `between` stands behind the opening; its last paragraph is the block quote. */
  function draft(edit: string, between: string[], wrong: Label[] = []): BlockQuoteDraft {
    return {
      edit,
      paragraphs: [opening, ...between, ...rest],
      blockQuotes: [between.length],
      wrong,
    };
  }
  const signed = (words: string, speaker: string): string => `${words}\n— ${speaker}`;
  /** The signature is a paragraph of its own below the block quote. */
  function signedBelow(edit: string, words: string, speaker: string, wrong: Label[] = []): BlockQuoteDraft {
    return { edit, paragraphs: [opening, words, `— ${speaker}`, ...rest], blockQuotes: [1], wrong };
  }
  const source = {
    paragraphs: [opening, before.lead, others, ...rest],
    blockQuotes: [2],
  };
  const signedSource = {
    paragraphs: [opening, others, `— ${before.speaker}`, ...rest],
    blockQuotes: [1, 2],
  };
  const plainSource = {
    paragraphs: [opening, `“${others}”`, `— ${before.speaker}`, ...rest],
    blockQuotes: [],
  };
  return [
    draft('block-quote-signed', [signed(theirs, behind.speaker)]),
    draft('block-quote-introduced', [before.lead, others]),
    draft('block-quote-introduced-by-colon', [tells, theirs]),
    draft('block-quote-attributed', [`${behind.words} kata ${inSmall(behind.speaker)}.`]),
    draft('block-quote-in-marks-signed', [signed(`“${theirs}”`, behind.speaker)]),
    draft('block-quote-of-copy', [opening]),
    draft(
      'block-quote-other-word-signed',
      [signed(changedTheirs, behind.speaker)],
      wrongly('quote', changedTheirs),
    ),
    draft('block-quote-other-word-introduced', [before.lead, changedOthers], wrongly('quote', changedOthers)),
    draft('block-quote-invented-signed', [signed(invented, before.speaker)], wrongly('quote', invented)),
    draft('block-quote-invented-introduced', [tells, invented], wrongly('quote', invented)),
    draft('block-quote-other-speaker-signed', [signed(theirs, before.speaker)], wrongly('speaker', theirs)),
    draft('block-quote-other-speaker-introduced', [tells, others], wrongly('speaker', others)),
    draft(
      'block-quote-in-marks-other-speaker',
      [before.lead, `“${behind.words.replace(/,$/u, '')}”`],
      wrongly('speaker', behind.words.replace(/,$/u, '')),
    ),
    { ...draft('block-quote-of-the-source', [before.lead, others]), source },
    {
      ...draft(
        'block-quote-of-the-source-other-word',
        [before.lead, changedOthers],
        wrongly('quote', changedOthers),
      ),
      source,
    },
    {
      ...draft('block-quote-of-the-source-other-speaker', [tells, others], wrongly('speaker', others)),
      source,
    },
    signedBelow('block-quote-signed-below', theirs, behind.speaker),
    signedBelow(
      'block-quote-other-word-signed-below',
      changedTheirs,
      behind.speaker,
      wrongly('quote', changedTheirs),
    ),
    signedBelow('block-quote-invented-signed-below', invented, before.speaker, wrongly('quote', invented)),
    signedBelow('block-quote-other-speaker-signed-below', theirs, before.speaker, wrongly('speaker', theirs)),
    ...[signedSource, plainSource].flatMap((signing) => [
      {
        ...draft('block-quote-of-a-source-that-signs-below', [signed(others, before.speaker)]),
        source: signing,
      },
      {
        ...draft(
          'block-quote-of-a-source-that-signs-below-other-speaker',
          [signed(others, behind.speaker)],
          wrongly('speaker', others),
        ),
        source: signing,
      },
    ]),
  ];
}
