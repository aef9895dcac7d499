/** Typography as one types: what the character just typed turns into, or turns what stands before it into. */
import { typographicQuotes } from './typographic-quotes.ts';

export interface TypographicStep {
  /** Characters before the caret that go. */
  remove: number;
  /** What stands in their place. */
  insert: string;
}

/** Characters before the caret that a rule may look at; more of them change nothing. */
export const LONGEST_LOOK = 24;

/** What copy is written in. */
export type CopyLanguage = 'id' | 'en';

const NO_BREAK_SPACE = '\u00a0';

const SIGNS_OF_UNITS = 'mm|cm|km|ha|kg|WIB|WITA|WIT';

/** Units that stay on one line with their number (`Rp1,16 triliun`, `5 km`). */
const UNITS: Readonly<Record<CopyLanguage, string>> = {
  id: `ribu|juta|miliar|triliun|persen|meter|hektare|gram|kuintal|ton|liter|jam|menit|detik|${SIGNS_OF_UNITS}`,
  en: `thousand|million|billion|trillion|percent|meters?|metres?|miles?|grams?|tons?|liters?|litres?|hours?|minutes?|seconds?|a\\.m|p\\.m|${SIGNS_OF_UNITS}`,
};

function numberWithUnit(language: CopyLanguage): RegExp {
  return new RegExp(`\\d (${UNITS[language]})([\\s.,;:!?)])$`);
}
const NUMBER_WITH_UNIT = { id: numberWithUnit('id'), en: numberWithUnit('en') } as const;

/** ` -- ` between words: Indonesian has one dash, English a longer one for what is cut in. */
const DOUBLE_DASH = { id: '– ', en: '— ' } as const;

/**
 * The step that the last character of `before` (the text up to the caret) calls for; null for most. Quotation marks
 * become typographic, with an apostrophe for what a year leaves out (`’98`), `...` an ellipsis, ` - ` and ` -- ` the
 * language's dash between words; `Rp 100` loses its space (EYD V), a number keeps its unit on the line.
 */
export function typographicStep(before: string, language: CopyLanguage): TypographicStep | null {
  const typed = before.at(-1) ?? '';
  switch (typed) {
    case '"':
    case "'": {
      const previous = before.at(-2) ?? '';
      const isOpening = typographicQuotes('"', previous) === '“';
      return { remove: 1, insert: typed === '"' ? (isOpening ? '“' : '”') : isOpening ? '‘' : '’' };
    }
    case '.':
      if (/(?:^|[^.])\.\.\.$/.test(before)) return { remove: 3, insert: '…' };
      return quotationStep(before) ?? unitStep(before, language);
    default:
      if (/\d/.test(typed)) return currencyStep(before) ?? yearStep(before);
      if (typed === ' ' && /\S (?:--?) $/.test(before)) {
        return before.endsWith('-- ')
          ? { remove: 3, insert: DOUBLE_DASH[language] }
          : { remove: 2, insert: '– ' };
      }
      return quotationStep(before) ?? unitStep(before, language);
  }
}

function currencyStep(before: string): TypographicStep | null {
  const spaced = /(?<![\p{L}\p{N}])Rp(\.? \d)$/u.exec(before)?.[1];
  return spaced === undefined ? null : { remove: spaced.length, insert: spaced.slice(-1) };
}

/** What looked like an opening quotation mark stands for two digits of a year, until a third one shows that it is none. */
function yearStep(before: string): TypographicStep | null {
  const [, mark = '', digits = ''] = /(?:^|[\s([{“–—/-])([‘’])(\d+)$/u.exec(before) ?? [];
  if (mark === '‘' && digits.length === 2) return { remove: 3, insert: `’${digits}` };
  if (mark === '’' && digits.length === 3) return { remove: 4, insert: `‘${digits}` };
  return null;
}

/** A quotation that opens with two digits has its opening mark back once it is closed. */
function quotationStep(before: string): TypographicStep | null {
  const quoted = /(?:^|[\s([{“–—/-])’(\d\d(?:[^\d‘’][^‘’]*)?’[\s.,;:!?)])$/u.exec(before)?.[1];
  return quoted === undefined ? null : { remove: quoted.length + 1, insert: `‘${quoted}` };
}

function unitStep(before: string, language: CopyLanguage): TypographicStep | null {
  const match = NUMBER_WITH_UNIT[language].exec(before);
  if (match === null) return null;
  const [, unit = '', end = ''] = match;
  return { remove: unit.length + 2, insert: `${NO_BREAK_SPACE}${unit}${end}` };
}
