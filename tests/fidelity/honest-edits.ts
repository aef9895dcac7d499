/** Edits after which everything is still as it was: what a desk does to every wire story. */
import type { Random } from '../bench/synthetic.ts';

export type HonestEdit = (paragraphs: readonly string[], random: Random) => string[];

const each =
  (change: (text: string, random: Random) => string): HonestEdit =>
  (paragraphs, random) =>
    paragraphs.map((text) => change(text, random));

/** Copy outside quotations alone. */
function outsideQuotes(text: string, change: (part: string) => string): string {
  return text
    .split(/(“[^”]*”|"[^"]*")/u)
    .map((part) => (/^[“"]/u.test(part) ? part : change(part)))
    .join('');
}

function indonesian(value: number): string {
  const [whole = '', part] = String(Math.round(value * 1000) / 1000).split('.');
  return whole.replaceAll(/\B(?=(?:\d{3})+$)/g, '.') + (part === undefined ? '' : `,${part}`);
}

const valueOf = (digits: string): number => Number(digits.replaceAll('.', '').replace(',', '.'));

/** `Rp2,8 miliar` → `Rp2.800 juta`, `6,1 persen` → `6,1%`, `Rp25.000` → `Rp25 ribu`, `3,2 kilometer` → `3,2 km`. */
const otherUnits = each((text, random) =>
  outsideQuotes(text, (part) =>
    part
      .replaceAll(/Rp([\d.,]*\d) (triliun|miliar)/g, (whole, digits: string, unit: string) => {
        if (random() < 0.4) return whole.replace(unit, unit === 'triliun' ? 'T' : 'M');
        return `Rp${indonesian(valueOf(digits) * 1000)} ${unit === 'triliun' ? 'miliar' : 'juta'}`;
      })
      .replaceAll(/Rp(\d+)\.000\b(?!\.)/g, 'Rp$1 ribu')
      .replaceAll(/(\d) persen/g, '$1%')
      .replaceAll(/(\d) kilometer\b/g, '$1 km')
      .replaceAll(/(\d) hektare\b/g, '$1 ha'),
  ),
);

const MONTHS = 'Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember'.split(
  ' ',
);

/** `Rabu (18/11)` → `Rabu, 18 November`; `27 April` → `27/4`; `09.04 WIB` → `09:04 WIB`. */
const otherDates = each((text) =>
  outsideQuotes(text, (part) =>
    part
      .replaceAll(
        /(\d{1,2}) (Januari|Februari|Maret|April|Mei|Oktober|November|Desember)(?! \d)/g,
        (_whole, day: string, month: string) => `${day}/${MONTHS.indexOf(month) + 1}`,
      )
      .replaceAll(
        /(\p{L}+) \((\d{1,2})\/(\d{1,2})\)/gu,
        (_whole, before: string, day: string, month: string) =>
          `${before}, ${day} ${MONTHS[Number(month) - 1]}`,
      )
      .replaceAll(/pukul (\d\d)\.(\d\d)/g, 'pukul $1:$2'),
  ),
);

const NUMERALS: Readonly<Record<string, string>> = {
  dua: '2',
  tiga: '3',
  empat: '4',
  enam: '6',
  tujuh: '7',
  sembilan: '9',
  sebelas: '11',
};

/** `tujuh desa` → `7 desa`. */
const digitsForWords = each((text) =>
  outsideQuotes(text, (part) =>
    part.replaceAll(
      /(?<=\s)(dua|tiga|empat|enam|tujuh|sembilan|sebelas)(?= (?!belas|puluh|ratus|ribu|pertiga)\p{Ll})/gu,
      (word) => NUMERALS[word] ?? word,
    ),
  ),
);

const straightQuotes = each((text) => text.replaceAll(/[“”]/g, '"'));

/** The start of a quotation alone, its end given up at a comma: still what was said. */
const shorterQuotes = each((text) => text.replaceAll(/“([^”,]{15,}), [^”]*,”/gu, '“$1,”'));

const smallStart = each((text) =>
  text.replaceAll(/“(\p{Lu})/gu, (_whole, letter: string) => `“${letter.toLowerCase()}`),
);

/** Something the desk explains within a quotation. */
const bracketed = each((text) => text.replaceAll(/“(\p{L}+ \p{L}+) /gu, '“$1 [di daerah itu] '));

const SYNONYMS: readonly (readonly [RegExp, string])[] = [
  [/\bkata\b/g, 'ujar'],
  [/\bsampai\b/g, 'hingga'],
  [/\bmenyatakan\b/g, 'mengatakan'],
  [/\bsetelah\b/g, 'sesudah'],
  [/\bmemperkirakan\b/g, 'menaksir'],
  [/\bsudah\b/g, 'telah'],
  [/\bselama\b/g, 'dalam'],
  [/\bkarena\b/g, 'sebab'],
  [/\bwarga\b/g, 'penduduk'],
  [/\bmembuka\b/g, 'memulai'],
];

/** Words of the house for words of the agency. */
const otherWords = each((text) =>
  outsideQuotes(text, (part) => SYNONYMS.reduce((copy, [word, other]) => copy.replaceAll(word, other), part)),
);

function reordered(paragraphs: readonly string[], random: Random): string[] {
  const [first = '', ...rest] = paragraphs;
  return [
    first,
    ...rest
      .map((text) => ({ text, place: random() }))
      .toSorted((one, other) => one.place - other.place)
      .map(({ text }) => text),
  ];
}

/** All of it in one paragraph. */
const joined: HonestEdit = (paragraphs) => [paragraphs.join(' ')];

/** Every sentence a paragraph of its own, but where a quotation would be parted. */
const parted: HonestEdit = (paragraphs) =>
  paragraphs.flatMap((text) => (text.includes('“') ? [text] : text.split(/(?<=\p{L}\p{L}\.) (?=\p{Lu})/u)));

export const HONEST: Readonly<Record<string, HonestEdit>> = {
  'other-units': otherUnits,
  'other-dates': otherDates,
  'digits-for-words': digitsForWords,
  'straight-quotes': straightQuotes,
  'shorter-quotes': shorterQuotes,
  'small-start': smallStart,
  bracketed,
  'other-words': otherWords,
  reordered,
  joined,
  parted,
};
