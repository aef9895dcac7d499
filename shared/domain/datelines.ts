/**
 * Datelines: recognising those of Antara and other agencies at the start of wire copy, and writing the house's own.
 * Recognition prefers to miss one over taking real copy for one: an opening counts only where it names an agency or an
 * outlet, or a place known to open stories, in one of the forms the trade uses.
 */
import { isNewsSource, isWebOutlet } from './agencies.ts';
import { fillPattern, validatePattern } from './house-pattern.ts';
import type { PatternError, PatternResult } from './house-pattern.ts';
import { isWellKnownPlace, leadingPlace } from './places.ts';

export interface Dateline {
  /** The dateline as it stands, without its dash: `Mataram, 7/12 (Antara)`. */
  raw: string;
  /** The place as written; null where the agency stands alone (`(Reuters) -`). */
  city: string | null;
  /** What is named after the place: `Jawa Timur`, `Pa.`; null where nothing is. */
  region: string | null;
  /** Agency or outlet as written: `ANTARA News`, `KOMPAS.com`; null where none is named. */
  agency: string | null;
  /** The date as written: `7/12`, `Oct 18, 2018`; resolving it needs the story's own time. */
  date: string | null;
  /** Characters of the paragraph, from its start, that are the dateline with its dash and the space after it. */
  length: number;
}

const WORD = String.raw`\p{Lu}[\p{L}\p{M}'’.]*(?:-[\p{L}\p{M}'’]+)*`;
const PARTICLE = String.raw`(?:de|da|do|del|la|le|du|of|al|el|upon|am)`;
const NAME = String.raw`${WORD}(?:[ /](?:${PARTICLE} )?${WORD}){0,4}`;
const MONTH = String.raw`\p{Lu}\p{L}{2,9}\.?`;
const DATE = String.raw`(?:\p{Lu}\p{Ll}{3,8},? )?\(?(?:\d{1,2}/\d{1,2}(?:/\d{2,4})?|${MONTH} \d{1,2}(?:, ?\d{4})?|\d{1,2} ${MONTH}(?:,? \d{4})?)\)?`;
const PLACE = String.raw`(?<city>${NAME})(?:, ?(?<region>${NAME}(?:, ?${NAME})?))?(?:,? ?(?<date>${DATE}))?`;
const DASH = String.raw`(?:-{1,3}|[–—―−]+|_{1,2})`;
const SOURCE = String.raw`[\p{L}\d][\p{L}\d .&/-]{0,48}?`;
const OUTLET = String.raw`[\p{L}\d][\p{L}\d.-]*(?: \p{Lu}[\p{L}]+){0,2}`;
const OPENS_COPY = String.raw`(?=[\p{Lu}\p{N}"'“‘«(\[])`;

/** `Jakarta (ANTARA) –`, `Mataram, 7/12 (Antara) -`, `New York--(ANTARA/Business Wire)--`, `(Reuters) -`. */
const SOURCE_IN_BRACKETS = new RegExp(
  String.raw`^(?<lead> *)(?:${PLACE},? ?${DASH}? ?)?\((?<source>${SOURCE})\)(?: ?, ?(?<after>${DATE}))?(?<dash> ?${DASH} *)?`,
  'u',
);
/** `JAKARTA, KOMPAS.com -`, `SINGAPURA, SERUJI.CO.ID –`, `Jakarta, CNN Indonesia --`. */
const SOURCE_LAST = new RegExp(
  String.raw`^(?<lead> *)${PLACE}, ?(?<source>${OUTLET})(?<dash> ?${DASH} *)${OPENS_COPY}`,
  'u',
);
/** `TEMPO.CO, Jakarta -`, `REPUBLIKA.CO.ID, JAKARTA --`. */
const SOURCE_FIRST = new RegExp(
  String.raw`^(?<lead> *)(?<source>${OUTLET}), ?${PLACE}(?<dash> ?${DASH} *)${OPENS_COPY}`,
  'u',
);
/** `Liputan6.com, Jakarta Menteri …`: no dash between place and copy. */
const SOURCE_FIRST_UNDASHED = new RegExp(String.raw`^(?<lead> *)(?<source>${OUTLET}), ?`, 'u');
/** `KOMPAS.com - Isolasi …`. */
const SOURCE_ALONE = new RegExp(
  String.raw`^(?<lead> *)(?<source>${OUTLET})(?<dash> ?${DASH} +)${OPENS_COPY}`,
  'u',
);
/** `JAKARTA – Presiden …`: a well-known place and nothing else. */
const PLACE_ALONE = new RegExp(String.raw`^(?<lead> *)${PLACE}(?<dash> ${DASH} +)${OPENS_COPY}`, 'u');

/** First words of openings that name a person, an office or a body, not a place. */
const NOT_A_PLACE = new Set(
  (
    'presiden wapres menteri menko wakil gubernur bupati wali walikota ketua sekretaris direktur kepala juru kapolri kapolda ' +
    'panglima anggota mantan pt cv perum lkbn kantor lembaga badan komisi dewan majelis kementerian dinas partai polisi ' +
    'polda polres tni kepolisian mahkamah kejaksaan universitas institut bank rumah tim pemerintah pemprov pemkot pemkab ' +
    'pewarta wartawan foto arsip ilustrasi sumber dok dokumentasi president minister the a an in on at by kata menurut ' +
    'dalam pada di dari untuk dengan ini itu saat setelah sebelum sebuah seorang para'
  ).split(' '),
);

const LONGEST = 160;

function looksLikePlace(city: string): boolean {
  const first = city.split(/[ /]/)[0]?.toLowerCase() ?? '';
  return !NOT_A_PLACE.has(first) && city.replace(/[^\p{L}]/gu, '').length >= 2;
}

function datelineOf(match: RegExpExecArray, agency: string | null): Dateline {
  const { lead = '', city, region, date, after, dash = '' } = match.groups ?? {};
  const whole = match[0];
  return {
    raw: whole.slice(lead.length, whole.length - dash.length).trim(),
    city: city ?? null,
    region: region ?? null,
    agency,
    date: date ?? after ?? null,
    length: whole.length,
  };
}

function readBracketed(text: string): Dateline | null {
  const match = SOURCE_IN_BRACKETS.exec(text);
  const { city, source = '', dash } = match?.groups ?? {};
  if (match === null || !isNewsSource(source)) return null;
  // "Jarak (antara) …": in lower case these are words of the language.
  if (source === source.toLowerCase() && !isWebOutlet(source)) return null;
  if (city !== undefined && !looksLikePlace(city)) return null;
  if (dash === undefined) {
    const rest = text.slice(match[0].length);
    if (city === undefined || !/^(?: *$| +[\p{Lu}\p{N}"'“‘«])/u.test(rest)) return null;
    const spaces = /^ */.exec(rest)?.[0].length ?? 0;
    return { ...datelineOf(match, source), length: match[0].length + spaces };
  }
  return datelineOf(match, source);
}

function readUnbracketed(text: string): Dateline | null {
  for (const form of [SOURCE_LAST, SOURCE_FIRST]) {
    const match = form.exec(text);
    const { city = '', source = '' } = match?.groups ?? {};
    if (match !== null && isNewsSource(source) && looksLikePlace(city) && !isNewsSource(city)) {
      return datelineOf(match, source);
    }
  }
  const alone = SOURCE_ALONE.exec(text);
  const outlet = alone?.groups?.['source'] ?? '';
  if (alone !== null && isWebOutlet(outlet) && !looksLikeLink(outlet)) return datelineOf(alone, outlet);
  return null;
}

/** A web address in lower case that opens a sentence is spoken of, not a dateline. */
function looksLikeLink(outlet: string): boolean {
  return outlet === outlet.toLowerCase();
}

function readUndashed(text: string): Dateline | null {
  const match = SOURCE_FIRST_UNDASHED.exec(text);
  const { lead = '', source = '' } = match?.groups ?? {};
  if (match === null || !isWebOutlet(source) || looksLikeLink(source)) return null;
  const rest = text.slice(match[0].length);
  const city = leadingPlace(rest);
  if (city === null) return null;
  const after = /^(?: *$| +(?=[\p{Lu}\p{N}"'“‘«]))/u.exec(rest.slice(city.length));
  if (after === null) return null;
  const end = match[0].length + city.length;
  const raw = text.slice(lead.length, end);
  return { raw, city, region: null, agency: source, date: null, length: end + after[0].length };
}

function readPlaceAlone(text: string): Dateline | null {
  const match = PLACE_ALONE.exec(text);
  const { city = '' } = match?.groups ?? {};
  if (match === null || !isWellKnownPlace(city)) return null;
  const rest = text.slice(match[0].length);
  const sentence = /^[^.!?]*/.exec(rest)?.[0] ?? '';
  // "Jakarta - Bandung ditempuh …" names two ends of a way; "Jakarta – kota … – …" puts words between dashes.
  if (leadingPlace(rest) !== null || new RegExp(`[ ]${DASH}[ ]`, 'u').test(sentence)) return null;
  return datelineOf(match, null);
}

/**
 * Reads the dateline a paragraph opens with, or null. Takes `Jakarta (ANTARA) –`, `Jakarta, Oct 18, 2018 (Antara)`,
 * `Jember, Jawa Timur (ANTARA)`, `JAKARTA, KOMPAS.com -`, `TEMPO.CO, Jakarta -`, `Liputan6.com, Jakarta`,
 * `FORT WASHINGTON, Pa. (AP) _`, `(Reuters) -`, and `JAKARTA –` for well-known places; any dash, no-break spaces and
 * missing spaces included.
 */
export function recogniseDateline(paragraph: string): Dateline | null {
  // One character for one, so that lengths hold for the text as given.
  const text = paragraph.slice(0, LONGEST * 3).replace(/[^\S ]/g, ' ');
  const found = readBracketed(text) ?? readUnbracketed(text) ?? readUndashed(text) ?? readPlaceAlone(text);
  return found === null || found.raw.length > LONGEST ? null : found;
}

/**
 * The dateline of a story and the paragraph it opens, among its first three paragraphs that are not empty: a pull quote
 * may stand before it. A dateline without agency or outlet counts in the first of them only.
 */
export function findDateline(paragraphs: readonly string[]): { index: number; dateline: Dateline } | null {
  let seen = 0;
  for (const [index, paragraph] of paragraphs.entries()) {
    if (paragraph.trim() === '') continue;
    const dateline = recogniseDateline(paragraph);
    if (dateline !== null && (seen === 0 || dateline.agency !== null)) return { index, dateline };
    seen += 1;
    if (seen === 3) return null;
  }
  return null;
}

/** What a house dateline is made of. `outlet` is the house's name in datelines, `date` ready to print. */
export interface DatelineParts {
  city: string;
  outlet: string;
  region?: string | null;
  date?: string | null;
}

/** Gives `SINGAPURA, SERUJI.CO.ID – `. */
export const DEFAULT_DATELINE_PATTERN = '{CITY}, {OUTLET} – ';

const PLACEHOLDERS = ['CITY', 'City', 'OUTLET', 'Outlet', 'region', 'date'] as const;

/**
 * What is wrong with a house's dateline pattern, or null. Placeholders: `{CITY}` and `{OUTLET}` in capitals, `{City}`
 * and `{Outlet}` as they are, `{region}`, `{date}`; `[ … ]` is left out where a placeholder in it has no value
 * (`{CITY}[, {region}], {OUTLET} – `). A pattern names the city.
 */
export function validateDatelinePattern(pattern: string): PatternError | null {
  return validatePattern(pattern, PLACEHOLDERS, ['CITY', 'City']);
}

/** Writes a dateline by the house's pattern (see `validateDatelinePattern`), dash and closing space included. */
export function composeDateline(
  parts: DatelineParts,
  pattern: string = DEFAULT_DATELINE_PATTERN,
): PatternResult {
  const error = validateDatelinePattern(pattern);
  if (error !== null) return { ok: false, error };
  const city = parts.city.trim();
  const outlet = parts.outlet.trim();
  return fillPattern(pattern, {
    CITY: city.toUpperCase(),
    City: city,
    OUTLET: outlet.toUpperCase(),
    Outlet: outlet,
    region: (parts.region ?? '').trim(),
    date: (parts.date ?? '').trim(),
  });
}
