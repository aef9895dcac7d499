/** What two copies of one story must agree in: figures and times, days, and the words that turn a story round. */
import { stemEnglish, stemIndonesian } from './word-stems.ts';

export type CopyLanguage = 'id' | 'en';

const MULTIPLIERS: Readonly<Record<string, number>> = {
  ribu: 1e3,
  thousand: 1e3,
  juta: 1e6,
  million: 1e6,
  miliar: 1e9,
  milyar: 1e9,
  billion: 1e9,
  triliun: 1e12,
  trillion: 1e12,
};

const SPELLED: Readonly<Record<string, number>> = {
  ...{ nol: 0, dua: 2, tiga: 3, empat: 4, lima: 5, enam: 6, tujuh: 7, delapan: 8, sembilan: 9, sepuluh: 10 },
  ...{ sebelas: 11, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10 },
  ...{ eleven: 11, twelve: 12, twenty: 20, thirty: 30, forty: 40, fifty: 50, ketiga: 3, keempat: 4 },
  ...{ kedua: 2, kelima: 5, keenam: 6, ketujuh: 7, kedelapan: 8, kesembilan: 9, kesepuluh: 10 },
};
const DIGIT = 'dua|tiga|empat|lima|enam|tujuh|delapan|sembilan';
const TENS = new RegExp(
  String.raw`^(${DIGIT})\s(belas|puluh|ratus)(?:\s(${DIGIT})(?!\s(?:belas|puluh|ratus|ribu)))?`,
  'u',
);

const MONTHS =
  'januari|februari|maret|april|mei|juni|juli|agustus|september|oktober|november|desember|january|february|march|may|june|july|august|october|december'.split(
    '|',
  );
const MONTH_NUMBER = new Map(
  MONTHS.map((name, index) => [name, index < 12 ? index + 1 : englishMonth(name)] as const),
);
function englishMonth(name: string): number {
  const short = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
  return short.indexOf(name.slice(0, 3)) + 1;
}

const DAYS = new Map(
  Object.entries({
    ...{ senin: 1, selasa: 2, rabu: 3, kamis: 4, jumat: 5, sabtu: 6, minggu: 7, ahad: 7 },
    ...{ monday: 1, tuesday: 2, wednesday: 3, thursday: 4, friday: 5, saturday: 6, sunday: 7 },
  }),
);

const ZONE_HOURS: Readonly<Record<string, number>> = { wib: 7, wita: 8, wit: 9 };
const MINUTES_OF_DAY = 1440;

/** `18 Maret pukul 23.00 WIB`, with or without its date and zone. */
const TIME = new RegExp(
  String.raw`(?:(\d{1,2}) (${MONTHS.join('|')})(?: \d{4})?,? )?(?:pukul|jam|at) (\d{1,2})[.:](\d{2})(?: (wib|wita|wit)\b)?`,
  'gu',
);
const NUMBER =
  /(?<![\p{L}\d.,])(?:rp\.?\s?|us\$|\$|€)?(\d(?:[\d.,]*\d)?)(?![\d\p{L}])(?:\s(ribu|juta|miliar|milyar|triliun|thousand|million|billion|trillion)\b)?/gu;

/** The value of digits as written: which mark parts the thousands is told by the language, else by what follows it. */
function valueOf(digits: string, language: CopyLanguage): number {
  const [thousands, decimal] = language === 'id' ? ['.', ','] : [',', '.'];
  const parts = digits.split(decimal);
  const groups = (parts[0] ?? '').split(thousands);
  const grouped = groups.slice(1).every((group) => group.length === 3);
  // `14.30` in Indonesian is no number in thousands: a time, a score, a decimal as machines write it.
  if (!grouped) return Number.parseFloat(digits.replaceAll(',', '.'));
  return Number.parseFloat(`${groups.join('')}.${parts.slice(1).join('') || '0'}`);
}

function spelledAt(words: readonly string[], index: number): { value: number; length: number } | null {
  const tens = TENS.exec(words.slice(index, index + 3).join(' '));
  if (tens !== null) {
    const digit = SPELLED[tens[1] ?? ''] ?? 0;
    const rest = tens[3] === undefined ? 0 : (SPELLED[tens[3]] ?? 0);
    const value = tens[2] === 'belas' ? digit + 10 : digit * (tens[2] === 'puluh' ? 10 : 100) + rest;
    return { value, length: rest === 0 ? 2 : 3 };
  }
  const value = SPELLED[words[index] ?? ''];
  return value === undefined ? null : { value, length: 1 };
}

/**
 * Every figure of a text, in one form whichever way it is written: `1.500.000` and `1,5 juta`, `Rp 60 ribu` and
 * `Rp60.000`, `empat` and `4`, `18 Maret pukul 23.00 WIB` and `19 Maret pukul 00.00 Wita`. `text` in small letters.
 */
export function figuresOf(text: string, language: CopyLanguage): Set<string> {
  const figures = new Set<string>();
  const withoutTimes = text.replaceAll(
    TIME,
    (_whole, day?: string, month?: string, hour?: string, minute?: string, zone?: string) => {
      const east = ZONE_HOURS[zone ?? ''];
      let at = Number(hour) * 60 + Number(minute) - (east ?? 0) * 60;
      if (day !== undefined && month !== undefined) {
        at += ((MONTH_NUMBER.get(month) ?? 0) * 31 + Number(day)) * MINUTES_OF_DAY;
      } else {
        at = (at + MINUTES_OF_DAY) % MINUTES_OF_DAY;
      }
      figures.add(`${east === undefined ? 'clock' : 'instant'} ${at}`);
      return ' ; ';
    },
  );
  const withoutNumbers = withoutTimes.replaceAll(NUMBER, (_whole, digits: string, unit?: string) => {
    figures.add(String(Math.round(valueOf(digits, language) * (MULTIPLIERS[unit ?? ''] ?? 1) * 1000) / 1000));
    return ' ; ';
  });
  const words = withoutNumbers.match(/\p{L}+|;/gu) ?? [];
  for (let index = 0; index < words.length; index += 1) {
    const spelled = spelledAt(words, index);
    if (spelled === null) continue;
    const multiplier = MULTIPLIERS[words[index + spelled.length] ?? ''] ?? 1;
    figures.add(String(spelled.value * multiplier));
    index += spelled.length - 1;
  }
  return figures;
}

/** The days of the week and the months a text names, as numbers. `words` in small letters. */
export function daysOf(words: readonly string[]): Set<string> {
  const days = new Set<string>();
  for (const word of words) {
    const day = DAYS.get(word);
    const month = MONTH_NUMBER.get(word);
    if (day !== undefined) days.add(`day ${day}`);
    if (month !== undefined) days.add(`month ${month}`);
  }
  return days;
}

/** Pairs of words of which a story says the one or the other: `naik` or `turun`. Several words may say the same. */
const TURNS: readonly (readonly [string, string])[] = [
  [
    'naik meningkat bertambah menguat melonjak higher rises rose risen climbs up',
    'turun menurun berkurang melemah merosot lower falls fell fallen slips down',
  ],
  [
    'buka dibuka membuka dibukanya opens reopens opened reopened resumes',
    'tutup ditutup menutup closes closed shuts suspended',
  ],
  [
    'menang kalahkan mengalahkan unggul wins beat beats won',
    'kalah takluk imbang ditahan loses lost draws drew',
  ],
  [
    'tuntut dituntut menuntut tuntutan demand seeks',
    'vonis divonis memvonis putusan dihukum menghukum sentenced verdict',
  ],
  ['selamat ditemukan survivors found', 'hilang menghilang missing'],
  ['beli pembeli buyers bought', 'jual penjual sellers sold'],
  ['ditangkap tangkap arrested', 'dibebaskan bebas released freed'],
  ['padam blackout', 'menyala menyalakan restored'],
  ['mulai dimulai memulai starts started begins began', 'berakhir selesai rampung usai ends ended finished'],
];

/** Words after which nothing is as it was said before. */
const REVERSALS = new Set(
  'batal dibatalkan membatalkan bantah dibantah membantah dicabut mencabut ditunda menunda dihentikan menghentikan gagal menolak ditolak ralat hoaks cancels cancelled canceled denies denied rejects rejected halts halted postpones postponed withdraws withdrawn correction'.split(
    ' ',
  ),
);

const TURN_OF = new Map<string, Set<string>>();
TURNS.forEach((sides, turn) =>
  sides.forEach((words, side) => {
    for (const word of words.split(' '))
      TURN_OF.set(word, (TURN_OF.get(word) ?? new Set()).add(`${turn} ${side}`));
  }),
);

export interface Turns {
  /** `turn side`: which side of which pair of opposites is said. */
  sides: Set<string>;
  reversed: boolean;
}

/** Which way a text goes. `words` in small letters. */
export function turnsOf(words: readonly string[]): Turns {
  const sides = new Set(words.flatMap((word) => [...(TURN_OF.get(word) ?? [])]));
  return { sides, reversed: words.some((word) => REVERSALS.has(word)) };
}

/** True where one says only the one side of a pair of opposites and the other only the other, or only one is reversed. */
export function turnAgainst(one: Turns, other: Turns): boolean {
  if (one.reversed !== other.reversed) return true;
  return TURNS.some((_sides, turn) => {
    const [here, there] = [one, other].map(({ sides }) => [sides.has(`${turn} 0`), sides.has(`${turn} 1`)]);
    return (
      (here?.[0] && !here[1] && there?.[1] && !there[0]) || (here?.[1] && !here[0] && there?.[0] && !there[1])
    );
  });
}

/** The stem two copies of a word have in common. */
export function stemOf(word: string, language: CopyLanguage): string {
  return language === 'id' ? stemIndonesian(word) : stemEnglish(word);
}
