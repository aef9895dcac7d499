/** Typography as one types: what the character just typed turns into, or turns what stands before it into. */
import { typographicQuotes } from './typographic-quotes.ts';

export interface TypographicStep {
  /** Characters before the caret that go. */
  remove: number;
  /** What stands in their place. */
  insert: string;
}

const NO_BREAK_SPACE = '\u00a0';

/** Units that Indonesian keeps on one line with their number (`Rp1,16 triliun`, `5 km`). */
const UNITS =
  'ribu|juta|miliar|triliun|persen|mm|cm|meter|km|hektare|ha|gram|kg|kuintal|ton|liter|jam|menit|detik|WIB|WITA|WIT';
const NUMBER_WITH_UNIT = new RegExp(`\\d (${UNITS})([\\s.,;:!?)])$`);

/**
 * The step that the last character of `before` (the text up to the caret) calls for; null for most. Quotation marks
 * become typographic, `...` an ellipsis, ` - ` and ` -- ` a dash between words; `Rp 100` loses its space (EYD V), a number
 * keeps its unit on the line.
 */
export function typographicStep(before: string): TypographicStep | null {
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
      return unitStep(before);
    default:
      if (/\d/.test(typed)) return currencyStep(before);
      if (typed === ' ' && /\S (?:--?) $/.test(before)) {
        return { remove: before.endsWith('-- ') ? 3 : 2, insert: '– ' };
      }
      return unitStep(before);
  }
}

function currencyStep(before: string): TypographicStep | null {
  const spaced = /(?<![\p{L}\p{N}])Rp(\.? \d)$/u.exec(before)?.[1];
  return spaced === undefined ? null : { remove: spaced.length, insert: spaced.slice(-1) };
}

function unitStep(before: string): TypographicStep | null {
  const match = NUMBER_WITH_UNIT.exec(before);
  if (match === null) return null;
  const [, unit = '', end = ''] = match;
  return { remove: unit.length + 2, insert: `${NO_BREAK_SPACE}${unit}${end}` };
}
