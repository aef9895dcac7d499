/** Checks of EYD V that take more than a pattern: money, small numbers in words, the case of headlines. */
import type { Segment } from '../contract/checks.ts';
import { headlineWords, isParticle, isTitled } from '../domain/headline-case.ts';
import { replaceWith, type Found } from './found.ts';

type EydFound = Pick<Found, 'start' | 'end' | 'fixes'>;

const RUPIAH =
  /(?<![\p{L}\p{N}])Rp(\.?[ \u00a0]*)(\d[\d.,]*\d|\d)(?:[ \u00a0]?,-)?(?:([ \u00a0]?)(ribu|juta|miliar|milyar|triliun|trilyun)(?!\p{L}))?/gu;

function grouped(digits: string): string {
  return digits.replaceAll(/\B(?=(?:\d{3})+$)/g, '.');
}

/** A sum as EYD V writes it: `1,16` before a word of magnitude, `100.000` without one. */
function amount(written: string, hasUnit: boolean): string {
  if (hasUnit) return /^\d{1,3}\.\d{1,2}$/.test(written) ? written.replace('.', ',') : written;
  if (/^\d{4,}$/.test(written)) return grouped(written);
  return /^\d{1,3}(?:,\d{3})+$/.test(written) ? written.replaceAll(',', '.') : written;
}

/** `Rp 1.16 triliun` → `Rp1,16 triliun`; `Rp. 100,000,-` → `Rp100.000`. */
export function checkMoney({ text }: Segment): EydFound[] {
  return Array.from(text.matchAll(RUPIAH), (match) => {
    const [whole, , digits = '', space = '', unit = ''] = match;
    const end = match.index + whole.length;
    const right = `Rp${amount(digits, unit !== '')}${unit === '' ? '' : (space || ' ') + unit}`;
    return text.slice(match.index, end) === right
      ? null
      : { start: match.index, end, fixes: [replaceWith(right)] };
  }).filter((found) => found !== null);
}

const NUMBER_WORDS: Readonly<Record<string, string>> = {
  2: 'dua',
  3: 'tiga',
  4: 'empat',
  5: 'lima',
  6: 'enam',
  7: 'tujuh',
  8: 'delapan',
  9: 'sembilan',
  10: 'sepuluh',
  11: 'sebelas',
};

/** What a figure belongs to when it stands before it: measures, money, dates, clock and score. */
const AFTER_FIGURE =
  /^[ \u00a0](?:persen|ribu|juta|miliar|triliun|derajat|dolar|rupiah|euro|yen|WIB|WITA|WIT|[kcm]?m|[kcm]?m2|km\/jam|meter|kilometer|sentimeter|milimeter|kg|kilogram|gram|ton|kuintal|liter|mililiter|hektare|ha|watt|megawatt|MW|GB|MB|TB|SR|skala|poin|basis|banding|berbanding|kali lipat|Januari|Februari|Maret|April|Mei|Juni|Juli|Agustus|September|Oktober|November|Desember|sampai|hingga|s\.d\.|dari \d|x|vs)(?![\p{L}])/u;
/** What names the figure that follows: articles of law, places in an order, ages. A capital before it is a name. */
const BEFORE_FIGURE =
  /(?:(?<![\p{L}])(?:pukul|jam|pasal|ayat|nomor|no\.|bab|butir|huruf|kelas|lantai|jalur|grup|skor|magnitudo|tahun|tanggal|usia|umur|berusia|berumur|halaman|jilid|seri|kamar|zona|tipe|level|tahap|fase|babak|putaran|menit|hari|peringkat|posisi|urutan|blok|rute|koridor|kilometer|versi|sebesar|sekitar pukul|antara|hingga|sampai|dan|atau|x|vs)|\p{Lu}[\p{L}\p{N}-]*|[\d%)])[ \u00a0]$/u;

/** A lone figure that is one word: `5 orang` → `lima orang`. Lists and sentences with several figures keep them. */
export function checkSmallNumbers({ text, kind }: Segment): EydFound[] {
  if (kind !== 'text' && kind !== 'quote') return [];
  const found: EydFound[] = [];
  for (const match of text.matchAll(/(?<![\p{L}\p{N}.,/:()–+-])(?:[2-9]|1[01])(?=[ \u00a0]\p{Ll}{3})/gu)) {
    const { index: start, 0: figure } = match;
    const end = start + figure.length;
    const before = text.slice(0, start);
    const sentenceStart = Math.max(...['. ', '? ', '! ', '\n'].map((sign) => before.lastIndexOf(sign) + 1));
    const sentenceEnd = text.slice(end).search(/[.?!](?:\s|$)/u);
    const sentence = text.slice(sentenceStart, sentenceEnd === -1 ? undefined : end + sentenceEnd);
    const figures = sentence.match(/(?<![\p{L}\p{N}.,/:(])\d[\d.,]*(?![\d/)]| ?persen)/gu) ?? [];
    if (figures.length > 1) continue;
    if (AFTER_FIGURE.test(text.slice(end)) || BEFORE_FIGURE.test(before)) continue;
    const word = NUMBER_WORDS[figure] ?? figure;
    const opens = before.slice(sentenceStart).trim() === '';
    const instead = opens ? word.charAt(0).toUpperCase() + word.slice(1) : word;
    found.push({ start, end, fixes: [replaceWith(instead)] });
  }
  return found;
}

function titledFindings(text: string): EydFound[] {
  return headlineWords(text).flatMap(({ word, at, capital, opens }): EydFound[] => {
    const isSmall = isParticle(word);
    if (opens || isSmall !== capital || word === word.toUpperCase()) return [];
    const right = isSmall ? word.toLowerCase() : word.charAt(0).toUpperCase() + word.slice(1);
    return [{ start: at, end: at + word.length, fixes: [replaceWith(right)] }];
  });
}

/** The house's choice for headlines: capitals with small particles (EYD V), or as in a sentence. */
export type HeadlineCase = 'titled' | 'sentence';

/**
 * `isOrdinary` tells whether a word in small letters is one of the language: only such words lose their capital, so that
 * names keep it.
 */
export function checkHeadlineCase(
  { text, kind }: Segment,
  wanted: HeadlineCase,
  isOrdinary: (word: string) => boolean,
): EydFound[] {
  if (kind !== 'headline' || !isTitled(text)) return [];
  if (wanted === 'titled') return titledFindings(text);
  return headlineWords(text).flatMap(({ word, at, capital, opens }): EydFound[] => {
    const small = word.charAt(0).toLowerCase() + word.slice(1);
    if (opens || !capital || word === word.toUpperCase() || !isOrdinary(small)) return [];
    return [{ start: at, end: at + word.length, fixes: [replaceWith(small)] }];
  });
}
