/**
 * What of a copy is not as its sources have it: quotations, speakers, figures, days, names, titles, negations, and what only
 * a source has that may not be used. Pure; the sources are read once, the texts of the draft one by one.
 */
import type { CheckedBlock, Finding, FidelityKind, Segment } from '../contract/checks.ts';
import { createAligner, type Alignment } from './alignment.ts';
import { datesIn } from './dates.ts';
import { isRivalFigure, isRivalMention, isSameMention, isSameOrRounded, wrongFacts } from './facts.ts';
import { knownNames, otherSpellings, otherTitles, type KnownNames, type OtherSpelling } from './names.ts';
import { languageOf } from './language.ts';
import { changedNegations } from './negation.ts';
import { judgeQuotation, quotationsIn, quotationsInBlock, type Quotation } from './quotes.ts';
import { splitSentences, type Sentence } from './sentences.ts';
import { figuresBesideDates, readSource, type SourceCopy, type SourceInput } from './source-copy.ts';
import { isSpoken, namedAlone, otherSpeaker, type Quoted, type Speaker } from './speakers.ts';

export interface AlignedSentence extends Alignment {
  /** Position of its text among those that were handed over together. */
  segment: number;
  start: number;
  end: number;
}

export interface CheckedFidelity {
  id: string;
  findings: Finding[];
  sentences: AlignedSentence[];
}

export interface Fidelity {
  sources: readonly SourceCopy[];
  check(blocks: readonly CheckedBlock[]): CheckedFidelity[];
}

/** Texts around the copy that are the desk's own, and of other stories. */
const NOT_COPY: ReadonlySet<Segment['kind']> = new Set(['alt', 'credit', 'caption', 'label']);
const SUMMARIES: ReadonlySet<string | null> = new Set(['dek', 'seoDescription']);

const isCopy = ({ kind, property }: Segment): boolean => !NOT_COPY.has(kind) || SUMMARIES.has(property);
/** Sentences that are less like have too little in common to be held against each other word by word. */
const COMPARABLE = 0.6;
/** So much more like the withheld source than any other, a sentence was taken from it. */
const FROM_WITHHELD = 0.2;
const LIKE_WITHHELD = 0.55;

interface Told {
  kind: FidelityKind;
  code: string;
  start: number;
  end: number;
  fix?: string;
  source?: { copy: SourceCopy; sentence: string; words: string };
  advisory?: boolean;
}

function findingOf(told: Told, segment: Segment, position: number): Finding {
  const { kind, code, start, end, fix, source, advisory = false } = told;
  const text = segment.text.slice(start, end);
  const theirs = source?.words ?? '';
  return {
    check: 'fidelity',
    code,
    segment: position,
    start,
    end,
    text,
    advice: null,
    parameters: { theirs, source: source?.copy.name ?? '' },
    fixes: fix === undefined || fix === text ? [] : [{ kind: 'replace', text: fix }],
    key: ['fidelity', code, text.toLowerCase().slice(0, 160), theirs.toLowerCase().slice(0, 160)].join('/'),
    evidence: {
      kind,
      source:
        source === undefined
          ? null
          : {
              sourceId: source.copy.sourceId,
              name: source.copy.name,
              sentence: source.sentence.trim(),
              words: theirs,
            },
      advisory,
    },
  };
}

/** The quotations of a text, and who says each. */
interface Quotes {
  text: string;
  quotations: Quotation[];
  /** False where the text may as well be the copy's own words: then only what is nearly a quotation is told. */
  isSaid: boolean;
  saidBy: (quotation: Quotation) => Quoted | Speaker | null;
}

function quotesIn(text: string, before: string): Quotes {
  const quotations = quotationsIn(text);
  return {
    text,
    quotations,
    isSaid: true,
    saidBy: (quotation) => ({ text, quotation, before, signature: '' }),
  };
}

/** All of a block quote is what somebody says, marks or not, where it or a paragraph around it says who, or it has marks. */
function quotesOfBlockQuote(text: string, before: string, signature: string): Quotes {
  const quotations = quotationsInBlock(text);
  const quoted = (quotation: Quotation): Quoted => ({ text, quotation, before, signature });
  return {
    text,
    quotations,
    isSaid: quotationsIn(text).length > 0 || quotations.some((quotation) => isSpoken(quoted(quotation))),
    saidBy: quoted,
  };
}

/** A pull quote stands for itself: all of it is what somebody says, marks or not, where it says who, or has marks. */
function quotesOfPullQuote(text: string, attribution: string): Quotes {
  const marked = quotationsIn(text);
  const whole = { start: 0, end: text.length, text };
  return {
    text,
    quotations: marked.length > 0 ? marked : [whole],
    isSaid: marked.length > 0 || attribution.trim() !== '',
    saidBy: () => namedAlone(attribution),
  };
}

const isWithin = (start: number, quotations: readonly Quotation[]): boolean =>
  quotations.some((quotation) => start >= quotation.start && start < quotation.end);

export function createFidelity(inputs: readonly SourceInput[]): Fidelity {
  const sources = inputs.map(readSource);
  const usable = sources.filter(({ standing }) => standing === 'usable');
  const withheld = sources.filter(({ standing }) => standing === 'withheld');
  const aligner = createAligner(usable);
  const withheldAligner = createAligner(withheld);
  const known = knownNames(usable.flatMap(({ headline, paragraphs }) => [headline, ...paragraphs]));
  const byId = new Map(sources.map((source) => [source.sourceId, source]));
  const figures = usable.flatMap((source) => source.figures);
  const dates = usable.flatMap((source) => source.dates);

  const copyOf = (sourceId: string): SourceCopy | undefined => byId.get(sourceId);

  function sentencesOf({ sources: aligned }: Alignment): { copy: SourceCopy; text: string }[] {
    return aligned.flatMap(({ sourceId, sentence }) => {
      const copy = copyOf(sourceId);
      const text = copy?.sentences[sentence];
      return copy === undefined || text === undefined ? [] : [{ copy, text }];
    });
  }

  /** The sentence of a source that has these words. */
  function sentenceWith(copy: SourceCopy, words: string): string {
    return (
      copy.sentences.find((text) => text.includes(words)) ??
      copy.paragraphs.find((text) => text.includes(words)) ??
      ''
    );
  }

  function quotationFindings({ text, quotations, isSaid, saidBy }: Quotes): {
    told: Told[];
    judged: Quotation[];
  } {
    const ofLanguage = usable.filter(({ language }) => language === languageOf(text));
    const told: Told[] = [];
    const judged: Quotation[] = [];
    for (const quotation of quotations) {
      const { start, end } = quotation;
      const verdict = judgeQuotation(
        quotation.text,
        ofLanguage.map(({ quotes }) => quotes),
      );
      if (verdict === null || !(isSaid || verdict.kind === 'altered')) continue;
      judged.push(quotation);
      const sourceOf = (sourceId: string, words: string, paragraph?: number): Pick<Told, 'source'> => {
        const copy = copyOf(sourceId);
        if (copy === undefined) return {};
        const sentence =
          (paragraph === undefined ? undefined : copy.paragraphs[paragraph]) ?? sentenceWith(copy, words);
        return { source: { copy, sentence, words } };
      };
      if (verdict.kind === 'altered') {
        const { source, quotation: theirs, wording } = verdict;
        told.push({
          kind: 'quote',
          code: 'quote-altered',
          start,
          end: start + quotation.text.replace(/[\s,.!?]+$/u, '').length,
          fix: wording,
          ...sourceOf(source.sourceId, wording, theirs.paragraph),
        });
      } else if (verdict.kind === 'not-direct') {
        told.push({
          kind: 'quote',
          code: 'quote-not-direct',
          start,
          end,
          ...sourceOf(verdict.source.sourceId, quotation.text),
        });
      } else if (verdict.kind === 'unknown') {
        const isTranslated = ofLanguage.length < usable.length;
        told.push({
          kind: 'quote',
          code: isTranslated ? 'quote-translated' : 'quote-unknown',
          start,
          end,
          advisory: isTranslated,
        });
      } else if (verdict.quotation !== null) {
        const { source, quotation: theirs } = verdict;
        const ours = saidBy(quotation);
        const other =
          ours === null ? null : otherSpeaker(ours, { paragraphs: source.paragraphs, quotation: theirs });
        if (other !== null) {
          told.push({
            kind: 'speaker',
            code: 'speaker-other',
            start,
            end,
            ...sourceOf(source.sourceId, other.text, theirs.paragraph),
          });
        }
      }
    }
    return { told, judged };
  }

  function factFindings(
    text: string,
    start: number,
    alignment: Alignment,
    judged: readonly Quotation[],
  ): Told[] {
    const near = sentencesOf(alignment);
    const beside = <Fact extends { start: number }>(facts: readonly Fact[]): Fact[] =>
      facts.filter((fact) => !isWithin(start + fact.start, judged));
    const language = languageOf(text);
    const tell = (
      kind: 'figure' | 'date',
      fact: { start: number; end: number },
      theirs: string | null,
    ): Told => {
      const from = theirs === null ? undefined : near.find((one) => one.text.includes(theirs));
      return {
        kind,
        code: `${kind}-${theirs === null ? 'unknown' : 'differs'}`,
        start: start + fact.start,
        end: start + fact.end,
        ...(theirs === null ? {} : { fix: theirs }),
        ...(from === undefined || theirs === null
          ? {}
          : { source: { copy: from.copy, sentence: from.text, words: theirs } }),
      };
    };
    const ofDates = wrongFacts({
      ours: beside(datesIn(text)),
      near: near.flatMap(({ copy, text: theirs }) =>
        datesIn(theirs).map((mention) => ({ mention, time: copy.time })),
      ),
      all: dates,
      isSame: isSameMention,
      isRival: isRivalMention,
    }).map(({ fact, theirs }) => tell('date', fact, theirs?.mention.text ?? null));
    const ofFigures = wrongFacts({
      ours: beside(figuresBesideDates(text, language)).filter(({ weak }) => !weak),
      near: near.flatMap(({ copy, text: theirs }) => figuresBesideDates(theirs, copy.language)),
      all: figures,
      isSame: isSameOrRounded(text),
      isRival: isRivalFigure,
    }).map(({ fact, theirs }) => tell('figure', fact, theirs?.text ?? null));
    return [...ofDates, ...ofFigures];
  }

  function spellingFindings(text: string, judged: readonly Quotation[], names: KnownNames): Told[] {
    const tell = (code: string, { start, end, theirs }: OtherSpelling): Told => {
      const copy = usable.find(({ paragraphs, headline }) =>
        [headline, ...paragraphs].some((one) => one.includes(theirs)),
      );
      return {
        kind: 'name',
        code,
        start,
        end,
        fix: theirs,
        ...(copy === undefined
          ? {}
          : { source: { copy, sentence: sentenceWith(copy, theirs), words: theirs } }),
      };
    };
    return [
      ...otherSpellings(text, names).map((one) => tell('name-spelled', one)),
      ...otherTitles(text, names).map((one) => tell('title-differs', one)),
    ].filter(({ start }) => !isWithin(start, judged));
  }

  function negationFindings(sentence: Sentence, alignment: Alignment, judged: readonly Quotation[]): Told[] {
    if (alignment.similarity < COMPARABLE || alignment.kind === 'verbatim') return [];
    const near = sentencesOf(alignment);
    const [first] = near;
    if (first === undefined) return [];
    const theirs = near.map(({ text }) => text).join(' ');
    return changedNegations(sentence.text, theirs)
      .map(({ kind, start, end, mended }): Told => ({
        kind: 'negation',
        code: `negation-${kind}`,
        start: sentence.start + start,
        end: sentence.start + end,
        ...(mended === null ? {} : { fix: mended }),
        source: { copy: first.copy, sentence: first.text, words: '' },
      }))
      .filter(({ start }) => !isWithin(start, judged));
  }

  /** Said by a withheld source, and by no other. */
  function claimOfWithheld(
    sentence: Sentence,
    alignment: Alignment,
  ): { told: Told; alignment: Alignment } | null {
    if (withheld.length === 0) return null;
    const [theirs] = withheldAligner.align([sentence.text]);
    if (theirs === undefined || theirs.similarity < LIKE_WITHHELD) return null;
    if (theirs.similarity - alignment.similarity < FROM_WITHHELD) return null;
    const [from] = sentencesOf(theirs);
    if (from === undefined) return null;
    const end = sentence.start + sentence.text.trimEnd().length;
    const source = { copy: from.copy, sentence: from.text, words: from.text.trim() };
    return {
      alignment: theirs,
      told: { kind: 'withdrawn', code: 'claim-withdrawn', start: sentence.start, end, source },
    };
  }

  function checkText(
    segment: Segment,
    position: number,
    quotes: Quotes,
  ): { findings: Finding[]; sentences: AlignedSentence[] } {
    const { text } = segment;
    const { told: ofQuotations, judged } = quotationFindings(quotes);
    const told = [...ofQuotations, ...spellingFindings(text, judged, known)];
    const sentences: AlignedSentence[] = [];
    for (const sentence of splitSentences(text)) {
      const [found] = aligner.align([sentence.text]);
      let alignment: Alignment = found ?? { kind: 'new', similarity: 0, sources: [] };
      const claim = claimOfWithheld(sentence, alignment);
      if (claim === null) {
        told.push(...factFindings(sentence.text, sentence.start, alignment, judged));
        if (segment.kind !== 'headline') told.push(...negationFindings(sentence, alignment, judged));
      } else {
        told.push(claim.told);
        alignment = claim.alignment;
      }
      if (/\p{L}/u.test(sentence.text)) {
        sentences.push({ ...alignment, segment: position, start: sentence.start, end: sentence.end });
      }
    }
    const findings = told
      .toSorted((one, other) => one.start - other.start)
      .map((one) => findingOf(one, segment, position));
    return { findings, sentences };
  }

  return {
    sources,
    check: (blocks) =>
      blocks.map(({ id, segments, before = '', signature = '' }) => {
        const attribution = segments.find(({ property }) => property === 'attribution');
        const quotesOf = ({ kind, text }: Segment): Quotes => {
          if (attribution !== undefined) return quotesOfPullQuote(text, attribution.text);
          return kind === 'quote' ? quotesOfBlockQuote(text, before, signature) : quotesIn(text, before);
        };
        const checked = segments.map((segment, position) => {
          if (!isCopy(segment)) return { findings: [], sentences: [] };
          return checkText(segment, position, quotesOf(segment));
        });
        return {
          id,
          findings: checked.flatMap(({ findings }) => findings),
          sentences: checked.flatMap(({ sentences }) => sentences),
        };
      }),
  };
}
