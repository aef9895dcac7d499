/** Figures as copy writes them, in one form: amounts of money, shares, measures and plain numbers. Pure. */

export interface Figure {
  start: number;
  end: number;
  text: string;
  /** In the unit `unit` names: `1,16 triliun` and `1.160 miliar` are one value, `3,2 kilometer` and `3.200 meter` too. */
  value: number;
  /** `IDR`, `%`, `m`, `g`, `hari` …; null where it counts something or says no unit. */
  unit: string | null;
  /** The word behind it in small letters: what it counts; empty where there is none. */
  counted: string;
  /** Words that are figures only sometimes (`kedua`): they answer for a figure, and need no answer themselves. */
  weak: boolean;
}

export type CopyLanguage = 'id' | 'en';

const SCALES: Readonly<Record<string, number>> = {
  ...{
    ratus: 1e2,
    ribu: 1e3,
    rb: 1e3,
    juta: 1e6,
    jt: 1e6,
    miliar: 1e9,
    milyar: 1e9,
    triliun: 1e12,
    trilyun: 1e12,
  },
  ...{ thousand: 1e3, million: 1e6, billion: 1e9, trillion: 1e12 },
};
/** Said of money alone: elsewhere they are names and metres. */
const MONEY_SCALES: Readonly<Record<string, number>> = { M: 1e9, T: 1e12 };

const UNITS: Readonly<Record<string, readonly [string, number]>> = {
  ...{
    rupiah: ['IDR', 1],
    'dolar as': ['USD', 1],
    'dolar amerika': ['USD', 1],
    euro: ['EUR', 1],
    yen: ['JPY', 1],
  },
  ...{ dolar: ['USD', 1], dollars: ['USD', 1], ringgit: ['MYR', 1] },
  ...{ persen: ['%', 1], '%': ['%', 1], percent: ['%', 1], pct: ['%', 1] },
  ...{ 'kilometer persegi': ['m2', 1e6], 'km persegi': ['m2', 1e6], km2: ['m2', 1e6], 'km²': ['m2', 1e6] },
  ...{
    'meter persegi': ['m2', 1],
    m2: ['m2', 1],
    'm²': ['m2', 1],
    hektare: ['m2', 1e4],
    hektar: ['m2', 1e4],
  },
  ...{ ha: ['m2', 1e4], hectares: ['m2', 1e4] },
  ...{ 'meter kubik': ['m3', 1], m3: ['m3', 1], 'm³': ['m3', 1], liter: ['m3', 1e-3] },
  ...{
    kilometer: ['m', 1e3],
    km: ['m', 1e3],
    kilometers: ['m', 1e3],
    meter: ['m', 1],
    m: ['m', 1],
    meters: ['m', 1],
  },
  ...{ sentimeter: ['m', 1e-2], cm: ['m', 1e-2], milimeter: ['m', 1e-3], mm: ['m', 1e-3] },
  ...{
    ton: ['g', 1e6],
    tons: ['g', 1e6],
    kuintal: ['g', 1e5],
    kilogram: ['g', 1e3],
    kg: ['g', 1e3],
    gram: ['g', 1],
  },
  ...{ gigawatt: ['W', 1e9], megawatt: ['W', 1e6], mw: ['W', 1e6], gw: ['W', 1e9], kilowatt: ['W', 1e3] },
  ...{ detik: ['detik', 1], menit: ['menit', 1], jam: ['jam', 1], hari: ['hari', 1], pekan: ['pekan', 1] },
  ...{
    minggu: ['pekan', 1],
    bulan: ['bulan', 1],
    tahun: ['tahun', 1],
    seconds: ['detik', 1],
    minutes: ['menit', 1],
  },
  ...{ hours: ['jam', 1], days: ['hari', 1], weeks: ['pekan', 1], months: ['bulan', 1], years: ['tahun', 1] },
};
const CURRENCIES: Readonly<Record<string, string>> = {
  rp: 'IDR',
  us$: 'USD',
  usd: 'USD',
  $: 'USD',
  '€': 'EUR',
};

const alternatives = (words: readonly string[]): string =>
  words
    .toSorted((one, other) => other.length - one.length)
    .map((word) => word.replaceAll(/[$]/g, String.raw`\$`))
    .join('|');

const SCALE = alternatives(Object.keys(SCALES));
const UNIT = alternatives(Object.keys(UNITS));
/** What follows a number: its scale, its unit, or the word it counts. */
const BEHIND = String.raw`(?:[\s-]?(${SCALE})(?![\p{L}\p{N}]))?(?:\s?(${UNIT})(?![\p{L}\p{N}²³]))?`;
const DIGITS = new RegExp(
  String.raw`(?<![\p{L}\p{N}.,:/]|\d[.,])(?:(Rp|US\$|USD|\$|€)\.?\s?)?(\d+(?:[.,]\d+)*)(?![\d:]|\/\d|[.,]\d)(?:\s?([MT])(?![\p{L}\p{N}]))?${BEHIND}`,
  'giu',
);

const ONES: Readonly<Record<string, number>> = {
  ...{ satu: 1, dua: 2, tiga: 3, empat: 4, lima: 5, enam: 6, tujuh: 7, delapan: 8, sembilan: 9 },
};
const SINGLE: Readonly<Record<string, number>> = {
  ...{ sepuluh: 10, sebelas: 11, seratus: 100, seribu: 1000, separuh: 0.5, setengah: 0.5, sepertiga: 1 / 3 },
  ...{ seperempat: 0.25, seperlima: 0.2, sepersepuluh: 0.1 },
};
const ENGLISH: Readonly<Record<string, number>> = {
  ...{
    two: 2,
    three: 3,
    four: 4,
    five: 5,
    six: 6,
    seven: 7,
    eight: 8,
    nine: 9,
    ten: 10,
    eleven: 11,
    twelve: 12,
  },
};
const ONE = Object.keys(ONES).join('|');
const SPELLED = new RegExp(
  String.raw`(?<![\p{L}\p{N}-])(?:(ke)?(${ONE})(?:\s(belas|puluh|ratus)(?:\s(${ONE})(?!\s(?:belas|puluh|ratus|ribu)\b))?|\sper(tiga|empat|lima)(?!\p{L}))?|(${Object.keys(SINGLE).join('|')})|(${Object.keys(ENGLISH).join('|')}))(?![\p{L}-])${BEHIND}`,
  'giu',
);
const PARTS: Readonly<Record<string, number>> = { tiga: 3, empat: 4, lima: 5 };
const TENS: Readonly<Record<string, number>> = { puluh: 10, ratus: 100 };

/** Which mark parts the thousands is told by the language, else by what follows it. */
function valueOf(digits: string, language: CopyLanguage): number {
  const [thousands, decimal] = language === 'id' ? ['.', ','] : [',', '.'];
  const [whole = '', ...parts] = digits.split(decimal);
  const groups = whole.split(thousands);
  const isGrouped =
    groups.length === 1 || (groups.slice(1).every((group) => group.length === 3) && groups[0] !== '0');
  if (!isGrouped || parts.length > 1) return Number.parseFloat(digits.replaceAll(',', '.'));
  return Number.parseFloat(`${groups.join('')}.${parts[0] ?? '0'}`);
}

function spelledValue(match: RegExpMatchArray): number {
  const [, , one, ten, rest, part, single, english] = match.map((group) => group?.toLowerCase());
  if (single !== undefined) return SINGLE[single] ?? 0;
  if (english !== undefined) return ENGLISH[english] ?? 0;
  const digit = ONES[one ?? ''] ?? 0;
  if (part !== undefined) return digit / (PARTS[part] ?? 1);
  if (ten === undefined) return digit;
  if (ten === 'belas') return digit + 10;
  return digit * (TENS[ten] ?? 1) + (ONES[rest ?? ''] ?? 0);
}

function figureOf(
  text: string,
  match: RegExpMatchArray,
  written: {
    value: number;
    currency?: string | undefined;
    scale?: string | undefined;
    unit?: string | undefined;
    weak?: boolean;
  },
): Figure {
  const start = match.index ?? 0;
  const end = start + match[0].length;
  const [unit, factor] = UNITS[written.unit?.toLowerCase() ?? ''] ?? [null, 1];
  const scale = SCALES[written.scale?.toLowerCase() ?? ''] ?? 1;
  const counted = /^[\s-]*(\p{L}+)/u.exec(text.slice(end, end + 40))?.[1]?.toLowerCase() ?? '';
  const value = written.value * scale * (written.currency === undefined ? factor : 1);
  return {
    start,
    end,
    text: match[0],
    value,
    unit: written.currency ?? unit,
    counted,
    weak: written.weak ?? false,
  };
}

type Stretch = readonly [number, number];

const touches = (start: number, end: number, stretches: readonly Stretch[]): boolean =>
  stretches.some(([from, to]) => start < to && from < end);

/** Every figure of a text in its order, but for what stands in the stretches `except` (its dates). */
export function figuresIn(
  text: string,
  language: CopyLanguage = 'id',
  except: readonly Stretch[] = [],
): Figure[] {
  const figures: Figure[] = [];
  for (const match of text.matchAll(DIGITS)) {
    const [, currency, digits = '', money, scale, unit] = match;
    const isMoney = currency !== undefined;
    // `5 M` is an amount only of money; otherwise the letter belongs to what follows.
    const times = isMoney && money !== undefined ? (MONEY_SCALES[money] ?? 1) : 1;
    figures.push(
      figureOf(text, match, {
        value: valueOf(digits, language) * times,
        currency: isMoney ? CURRENCIES[currency.toLowerCase()] : undefined,
        scale,
        unit,
      }),
    );
  }
  for (const match of text.matchAll(SPELLED)) {
    const [whole, ordinal, one, ten, , , , , scale, unit] = match;
    const weak =
      (one?.toLowerCase() === 'satu' && ten === undefined) ||
      (ordinal !== undefined && one?.toLowerCase() === 'dua');
    if (
      touches(
        match.index,
        match.index + whole.length,
        figures.map(({ start, end }) => [start, end]),
      )
    )
      continue;
    figures.push(figureOf(text, match, { value: spelledValue(match), scale, unit, weak }));
  }
  return figures
    .filter(({ start, end }) => !touches(start, end, except))
    .toSorted((one, other) => one.start - other.start);
}

/** True for two ways to write one figure; a figure without a unit may be one of any unit. */
export function isSameFigure(one: Figure, other: Figure): boolean {
  if (one.unit !== null && other.unit !== null && one.unit !== other.unit) return false;
  const [small, large] = [Math.abs(one.value), Math.abs(other.value)].toSorted(
    (left, right) => left - right,
  ) as [number, number];
  return large === small || large - small <= large * 1e-6;
}
