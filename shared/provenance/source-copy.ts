/** What of a source's text is its copy, and everything that is looked up in it. Pure. */
import type { ArticleDocument } from '../document/vocabulary.ts';
import { inlineText } from '../document/walk.ts';
import { findDateline } from '../domain/datelines.ts';
import { recogniseFooters } from '../domain/footers.ts';
import { datesIn, daysAround, type DateMention, type StoryTime } from './dates.ts';
import { figuresIn, type CopyLanguage, type Figure } from './figures.ts';
import { languageOf } from './language.ts';
import { quotedSource, type QuotedSource } from './quotes.ts';
import { splitSentences } from './sentences.ts';

/** A source as it is handed over. */
export interface SourceInput {
  sourceId: string;
  name: string;
  headline: string;
  /** One a line, as the reading pane shows it, dateline and footer included. */
  text: string;
  /** Lines of the text that are block quotes or pull quotes. */
  blockQuotes?: readonly string[];
  /** `withheld`: withdrawn, withheld or under embargo: nothing may be taken from it. */
  standing: 'usable' | 'withheld';
  time: StoryTime;
}

/** A day with the time of the story that names it. */
export interface DatedMention {
  mention: DateMention;
  time: StoryTime;
}

export interface SourceCopy {
  sourceId: string;
  name: string;
  standing: SourceInput['standing'];
  language: CopyLanguage;
  time: StoryTime;
  /** Headline and paragraphs without dateline and footer. */
  headline: string;
  paragraphs: string[];
  sentences: string[];
  /** For each sentence the paragraph it stands in. */
  paragraphOf: number[];
  quotes: QuotedSource;
  figures: Figure[];
  dates: DatedMention[];
}

/** The lines of a document's plain text that are block quotes or pull quotes. */
export function blockQuoteLines({ root }: ArticleDocument): string[] {
  return root.children.flatMap((block) =>
    block.type === 'quote' || block.type === 'pullquote' ? inlineText(block.children).split('\n') : [],
  );
}

/** Paragraphs of a story without the dateline and the footers a draft never takes over. */
export function copyParagraphs(text: string): string[] {
  const paragraphs = text.split('\n');
  const { stripped } = recogniseFooters(paragraphs);
  const dropped = new Set<number>(stripped);
  const dateline = findDateline(paragraphs);
  return paragraphs
    .map((paragraph, at) => (at === dateline?.index ? paragraph.slice(dateline.dateline.length) : paragraph))
    .filter((paragraph, at) => !dropped.has(at) && /[\p{L}\p{N}]/u.test(paragraph));
}

const RELATIVE_DAYS: readonly (readonly [RegExp, number])[] = [
  [/\b(?:kemarin|yesterday)\b/iu, -1],
  [/\b(?:besok|tomorrow)\b/iu, 1],
  [/\blusa\b/iu, 2],
];

/** Figures of a text that are none of its dates. */
export function figuresBesideDates(text: string, language: CopyLanguage): Figure[] {
  return figuresIn(
    text,
    language,
    datesIn(text).map(({ start, end }) => [start, end]),
  );
}

export function readSource(input: SourceInput): SourceCopy {
  const { sourceId, name, headline, text, blockQuotes = [], standing, time } = input;
  const paragraphs = copyParagraphs(text);
  const pieces = paragraphs.flatMap((paragraph, at) =>
    splitSentences(paragraph).map((sentence) => ({ text: sentence.text, at })),
  );
  const language = languageOf(paragraphs.join('\n'));
  const all = [headline, ...text.split('\n')];
  const around = [0, ...RELATIVE_DAYS.filter(([words]) => words.test(text)).map(([, distance]) => distance)];
  return {
    sourceId,
    name,
    standing,
    language,
    time,
    headline,
    paragraphs,
    sentences: pieces.map((piece) => piece.text),
    paragraphOf: pieces.map(({ at }) => at),
    quotes: quotedSource(sourceId, paragraphs, blockQuotes),
    figures: all.flatMap((one) => figuresBesideDates(one, language)),
    dates: [...all.flatMap(datesIn), ...daysAround(time, around)].map((mention) => ({ mention, time })),
  };
}
