/** What a writer leaves for later. The one definition: the composer marks it, the way to the reader warns of it. */
import type { TextCheck } from './found.ts';

/**
 * `TK`, `TKTK`; three or more `x` alone; `???`; `[…]` around a note to oneself; `{{…}}`; lorem ipsum; TODO. Small `tk` is
 * no sign: it is a school's name (TK is kept for the sign, as `TK Pertiwi` is told by the name behind it).
 */
const PLACEHOLDER =
  /(?<![\p{L}\p{N}])(?:TK(?:TK)+|TK(?! \p{Lu}| (?:dan|atau|PAUD|negeri|swasta)(?!\p{L}))|TODO|[xX]{3,}|lorem ipsum|(?:isi|cek|tambah(?:kan)?|lengkapi) (?:di sini|nanti))(?![\p{L}\p{N}])|\?{3,}|\{\{[^{}\n]{0,80}\}\}|\[(?:TK|isi|cek|nama|angka|tanggal|sumber|foto|kutipan|konfirmasi|lengkapi|\.{3}|…)[^\]\n]{0,80}\]/gu;

/** Stretches of a text that are placeholders, in their order. */
export function findPlaceholders(text: string): { start: number; end: number }[] {
  return Array.from(text.matchAll(PLACEHOLDER), (match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
}

export const checkPlaceholders: TextCheck = ({ text }) =>
  findPlaceholders(text).map((stretch) => ({
    check: 'placeholder',
    code: 'placeholder',
    ...stretch,
    fixes: [],
  }));
