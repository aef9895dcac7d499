/**
 * Known edits of copy. An edit that spoils names what it spoilt; an honest one changes nothing that can be told. Each
 * gives null where the copy has nothing for it to work on. The same random numbers give the same edit.
 */
import type { Random } from '../bench/synthetic.ts';

/** What a finding can be about, as the issue lists it. */
export type LabelKind = 'quote' | 'speaker' | 'figure' | 'date' | 'name' | 'negation' | 'withdrawn';

export interface Label {
  kind: LabelKind;
  /** Words of the draft the finding has to touch. */
  words: string;
  /** Another kind that would tell the same: a speaker's title is a title and a speaker. */
  or?: LabelKind;
}

export interface Edited {
  paragraphs: string[];
  wrong: Label[];
}

export type Edit = (paragraphs: readonly string[], random: Random) => Edited | null;

interface Place {
  paragraph: number;
  start: number;
  text: string;
}

const QUOTE = /“[^”]*”/gu;

function pick<Item>(items: readonly Item[], random: Random): Item | null {
  return items[Math.floor(random() * items.length)] ?? null;
}

/** Where a pattern stands, outside quotations. */
function placesOf(paragraphs: readonly string[], pattern: RegExp): Place[] {
  return paragraphs.flatMap((text, paragraph) => {
    const quotes = [...text.matchAll(QUOTE)].map(
      (match) => [match.index, match.index + match[0].length] as const,
    );
    return [...text.matchAll(pattern)]
      .filter(({ index }) => !quotes.some(([from, to]) => index >= from && index < to))
      .map((match) => ({ paragraph, start: match.index, text: match[0] }));
  });
}

function quotesOf(paragraphs: readonly string[]): Place[] {
  return paragraphs.flatMap((text, paragraph) =>
    [...text.matchAll(QUOTE)].map((match) => ({
      paragraph,
      start: match.index + 1,
      text: match[0].slice(1, -1),
    })),
  );
}

function put(paragraphs: readonly string[], { paragraph, start, text }: Place, words: string): string[] {
  return paragraphs.map((copy, at) =>
    at === paragraph ? copy.slice(0, start) + words + copy.slice(start + text.length) : copy,
  );
}

/** One change of one place, where it makes words the copy does not have yet. */
function changed(
  paragraphs: readonly string[],
  place: Place | null,
  words: string | null,
  label: Omit<Label, 'words'>,
): Edited | null {
  if (place === null || words === null || words === place.text) return null;
  if (paragraphs.join('\n').includes(words)) return null;
  return { paragraphs: put(paragraphs, place, words), wrong: [{ ...label, words: words.trim() }] };
}

/** Another digit in the place of one: `Rp38.500` → `Rp38.700`. */
function otherDigit(text: string, random: Random): string {
  const digits = [...text.matchAll(/\d/g)].map(({ index }) => index);
  const at = pick(digits, random) ?? 0;
  const digit = Number(text[at]);
  const other = ((digit + 1 + Math.floor(random() * 8)) % 9) + 1;
  return text.slice(0, at) + (other === digit ? (digit % 9) + 1 : other) + text.slice(at + 1);
}

function swappedDigits(text: string): string | null {
  const found = /(\d)(\d)/.exec(text);
  if (found === null || found[1] === found[2] || found[2] === '0') return null;
  return text.slice(0, found.index) + `${found[2]}${found[1]}` + text.slice(found.index + 2);
}

const NUMBER = /(?<![\p{L}\d.,/:-])(?:Rp)?\d(?:[\d.]*\d)?(?:,\d+)?(?![\d/:-]|[.,]\d)/gu;
const UNITS: Readonly<Record<string, string>> = {
  triliun: 'miliar',
  miliar: 'triliun',
  juta: 'miliar',
  kilometer: 'meter',
  ton: 'kilogram',
  hektare: 'kilometer persegi',
};
const SPELLED: Readonly<Record<string, string>> = {
  dua: 'empat',
  tiga: 'lima',
  empat: 'enam',
  enam: 'delapan',
  tujuh: 'sembilan',
  sembilan: 'tujuh',
  sepuluh: 'dua belas',
  sebelas: 'tiga belas',
};

const changeFigure: Edit = (paragraphs, random) => {
  // Clock times and years are dates.
  const numbers = placesOf(paragraphs, NUMBER).filter(
    ({ paragraph, start, text }) =>
      !/pukul $|sejak $|pada $/u.test(paragraphs[paragraph]?.slice(0, start) ?? '') &&
      !/^ (?:Januari|Februari|April|Oktober|Desember)/u.test(
        paragraphs[paragraph]?.slice(start + text.length) ?? '',
      ),
  );
  const place = pick(numbers, random);
  if (place === null) return null;
  const words = (random() < 0.35 ? swappedDigits(place.text) : null) ?? otherDigit(place.text, random);
  return changed(paragraphs, place, words, { kind: 'figure' });
};

const changeUnit: Edit = (paragraphs, random) => {
  const place = pick(
    placesOf(paragraphs, /\d (?:triliun|miliar|juta|kilometer|ton|hektare)(?! kubik)\b/gu),
    random,
  );
  if (place === null) return null;
  const [digit = '', unit = ''] = place.text.split(' ');
  return changed(paragraphs, place, `${digit} ${UNITS[unit] ?? ''}`, { kind: 'figure' });
};

const changeSpelledFigure: Edit = (paragraphs, random) => {
  const place = pick(
    placesOf(paragraphs, /(?<=\s)(?:dua|tiga|empat|enam|tujuh|sembilan|sepuluh|sebelas)(?= \p{Ll})/gu).filter(
      ({ paragraph, start, text }) =>
        !/^ (?:belas|puluh|ratus|pertiga|hari kemudian)/u.test(
          paragraphs[paragraph]?.slice(start + text.length) ?? '',
        ),
    ),
    random,
  );
  if (place === null) return null;
  const next =
    /^ \p{Ll}+/u.exec(paragraphs[place.paragraph]?.slice(place.start + place.text.length) ?? '')?.[0] ?? '';
  const whole = { ...place, text: place.text + next };
  return changed(paragraphs, whole, (SPELLED[place.text] ?? '') + next, { kind: 'figure' });
};

const changeDay: Edit = (paragraphs, random) => {
  const place = pick(placesOf(paragraphs, /\((\d{1,2})\/(\d{1,2})\)/gu), random);
  if (place === null) return null;
  const [day = 1, month = 1] = place.text.slice(1, -1).split('/').map(Number);
  const other = random() < 0.7 ? `(${(day % 28) + 1}/${month})` : `(${day}/${(month % 12) + 1})`;
  return changed(paragraphs, place, other, { kind: 'date' });
};

const changeClock: Edit = (paragraphs, random) => {
  const place = pick(placesOf(paragraphs, /(?<=pukul )\d\d\.\d\d/gu), random);
  if (place === null) return null;
  const [hour = 0, minute = 0] = place.text.split('.').map(Number);
  const two = (value: number): string => String(value).padStart(2, '0');
  const words =
    random() < 0.5 ? `${two((hour + 1) % 24)}.${two(minute)}` : `${two(hour)}.${two((minute + 11) % 60)}`;
  return changed(paragraphs, place, words, { kind: 'date' });
};

const changeNamedDay: Edit = (paragraphs, random) => {
  const place = pick(placesOf(paragraphs, /\d{1,2} (?:Januari|Februari|April|Oktober|Desember)/gu), random);
  if (place === null) return null;
  const [day = '', month = ''] = place.text.split(' ');
  const words =
    random() < 0.5 ? `${(Number(day) % 27) + 1} ${month}` : `${day} ${month === 'April' ? 'Mei' : 'April'}`;
  return changed(paragraphs, place, words, { kind: 'date' });
};

/** Words to put into quotations that do not have them. */
const STRANGE = ['pemerintah', 'kemarin', 'sungguh', 'justru', 'berbahaya', 'mustahil', 'segera', 'keluarga'];
const wordsIn = (text: string): RegExpMatchArray[] => [...text.matchAll(/\p{L}{3,}/gu)];

const otherWordInQuote: Edit = (paragraphs, random) => {
  const quote = pick(quotesOf(paragraphs), random);
  const word = quote === null ? null : pick(wordsIn(quote.text), random);
  if (quote === null || word === null) return null;
  const words =
    quote.text.slice(0, word.index) +
    (pick(STRANGE, random) ?? '') +
    quote.text.slice((word.index ?? 0) + word[0].length);
  return changed(paragraphs, quote, words, { kind: 'quote' });
};

const fewerWordsInQuote: Edit = (paragraphs, random) => {
  const quote = pick(quotesOf(paragraphs), random);
  // Neither the first nor the last: a shorter quotation is one too.
  const inner = quote === null ? [] : wordsIn(quote.text).slice(1, -1);
  const word = pick(inner, random);
  if (quote === null || word === null) return null;
  const words =
    quote.text.slice(0, word.index) + quote.text.slice((word.index ?? 0) + word[0].length).trimStart();
  return changed(paragraphs, quote, words, { kind: 'quote' });
};

const moreWordsInQuote: Edit = (paragraphs, random) => {
  const quote = pick(quotesOf(paragraphs), random);
  const word = quote === null ? null : pick(wordsIn(quote.text).slice(1), random);
  if (quote === null || word === null) return null;
  const words = `${quote.text.slice(0, word.index)}${pick(STRANGE, random) ?? ''} ${quote.text.slice(word.index)}`;
  return changed(paragraphs, quote, words, { kind: 'quote' });
};

const otherFigureInQuote: Edit = (paragraphs, random) => {
  const quote = pick(
    quotesOf(paragraphs).filter(({ text }) => /\d/.test(text)),
    random,
  );
  return changed(paragraphs, quote, quote === null ? null : otherDigit(quote.text, random), {
    kind: 'quote',
  });
};

const noNegationInQuote: Edit = (paragraphs, random) => {
  const quote = pick(
    quotesOf(paragraphs).filter(({ text }) => / (?:tidak|belum|bukan) /.test(text)),
    random,
  );
  const words = quote?.text.replace(/ (?:tidak|belum|bukan) /, ' ') ?? null;
  return changed(paragraphs, quote, words, { kind: 'quote' });
};

/** Two quotations change places, and so get each other's speakers. */
const swapSpeakers: Edit = (paragraphs) => {
  const [one, other] = quotesOf(paragraphs);
  if (one === undefined || other === undefined) return null;
  // From behind, so that the first place still holds.
  const swapped = put(put(paragraphs, other, one.text), one, other.text);
  const label = (words: string): Label => ({ kind: 'speaker', words });
  return { paragraphs: swapped, wrong: [label(other.text), label(one.text)] };
};

const dropNegation: Edit = (paragraphs, random) => {
  const place = pick(placesOf(paragraphs, /(?<!\p{L})(?:tidak|belum|bukan) (?=\p{Ll}{3,} \p{Ll})/gu), random);
  if (place === null) return null;
  const rest = paragraphs[place.paragraph]?.slice(place.start + place.text.length) ?? '';
  const next = /^\p{Ll}+ \p{Ll}+/u.exec(rest)?.[0] ?? '';
  return { paragraphs: put(paragraphs, place, ''), wrong: [{ kind: 'negation', words: next }] };
};

const addNegation: Edit = (paragraphs, random) => {
  const verbs =
    /(?<=\p{Ll} )(?:menambah|membayar|memerlukan|mendukung|menerima|berlaku|berlangsung|dibuka|dibangun|diuji|membawa|mengukur|mencakup|tersedia|memimpin|beroperasi|menyambungkan|mewajibkan|menggenangi|mengumpulkan|melayani|menahan|menyepakati|mengabulkan|memakai|diumumkan|dipasang|dipakai|menanggung|membuka) \p{Ll}+/gu;
  const place = pick(placesOf(paragraphs, verbs), random);
  return changed(paragraphs, place, place === null ? null : `tidak ${place.text}`, { kind: 'negation' });
};

const NO_NAME =
  /^(?:Senin|Selasa|Kamis|Jumat|Sabtu|Minggu|Januari|Februari|Maret|April|Oktober|Desember|Sebanyak|Kabupaten|Rumah|Pasar|Museum|Bendungan|Universitas|Stasiun|Kelurahan)$/;

const misspellName: Edit = (paragraphs, random) => {
  const names = placesOf(paragraphs, /(?<=[\p{Ll},] )\p{Lu}\p{Ll}{4,}/gu).filter(
    ({ text }) => !NO_NAME.test(text),
  );
  const place = pick(names, random);
  if (place === null) return null;
  const { text } = place;
  const at = 1 + Math.floor(random() * (text.length - 2));
  const letter = text[at] ?? '';
  const ways = [
    text.slice(0, at) + letter + text.slice(at),
    text.slice(0, at) + text.slice(at + 1),
    text.slice(0, at) + (text[at + 1] ?? '') + letter + text.slice(at + 2),
  ];
  const words = pick(ways, random);
  const all = paragraphs.map((copy, index) =>
    index === place.paragraph ? copy : copy.replaceAll(text, words ?? text),
  );
  return changed(all, place, words, { kind: 'name' });
};

const TITLES: Readonly<Record<string, string>> = {
  'kepala cabang': 'kepala terminal',
  'kepala unit': 'kepala bagian',
  'kepala balai': 'sekretaris balai',
  'kepala dinas': 'sekretaris dinas',
  'kepala badan': 'wakil kepala badan',
  'kepala regu': 'komandan regu',
  'ketua koperasi': 'bendahara koperasi',
  'ketua perkumpulan': 'sekretaris perkumpulan',
  'ketua paguyuban': 'wakil ketua paguyuban',
  'ketua kelompok': 'bendahara kelompok',
  'ketua perhimpunan': 'juru bicara perhimpunan',
  'direktur operasi': 'direktur keuangan',
  'direktur rumah sakit': 'wakil direktur rumah sakit',
  'manajer unit': 'manajer umum',
  'sekretaris perusahaan': 'direktur perusahaan',
};

const changeTitle: Edit = (paragraphs, random) => {
  const place = pick(placesOf(paragraphs, new RegExp(Object.keys(TITLES).join('|'), 'giu')), random);
  if (place === null) return null;
  const other = TITLES[place.text.toLowerCase()] ?? '';
  const words = /^\p{Lu}/u.test(place.text) ? other.charAt(0).toUpperCase() + other.slice(1) : other;
  return changed(paragraphs, place, words, { kind: 'name', or: 'speaker' });
};

/** Edits that spoil the copy, by what they do. */
export const SPOILING: Readonly<Record<string, Edit>> = {
  'figure-changed': changeFigure,
  'unit-changed': changeUnit,
  'spelled-figure-changed': changeSpelledFigure,
  'day-changed': changeDay,
  'clock-changed': changeClock,
  'named-day-changed': changeNamedDay,
  'quote-other-word': otherWordInQuote,
  'quote-fewer-words': fewerWordsInQuote,
  'quote-more-words': moreWordsInQuote,
  'quote-other-figure': otherFigureInQuote,
  'quote-no-negation': noNegationInQuote,
  'speakers-swapped': swapSpeakers,
  'negation-dropped': dropNegation,
  'negation-added': addNegation,
  'name-misspelt': misspellName,
  'title-changed': changeTitle,
};
