/**
 * What agencies tell the desk in words, in keyword lines, subjects and notes to editors: which version this is
 * (`1st Ld-Writethru`, `Add 1`, `Ralat`), how pressing (`URGENT`, `BULLETIN`), and that a story is killed, withheld or
 * embargoed. Read on the safe side: what may be a kill and is not clearly one is never usable.
 */
import type { WireStory } from '../../../../shared/contract/wire-story.ts';
import { normaliseUrgency, readEmbargo } from '../../../../shared/domain/wire-status.ts';

export interface Advisory {
  /** Null where nothing is said. */
  status: 'withheld' | 'canceled' | 'unknown' | null;
  /** `sig:correction`, `sig:update`, `take:2` and the like. */
  signals: string[];
  urgency: number | null;
}

export interface KeywordLine extends Advisory {
  /** The line without its version words. */
  slug: string;
  /** The version words as sent; null where there are none. */
  version: string | null;
}

const CORRECTION = /^(?:correction|corrects|corrected|corrective|correx|korr|ralat|koreksi|pembetulan)$/i;
const UPDATE =
  /^(?:ld|lead|sub|subs|insert|writethru|writethrough|wrthru|update|updates|pembaruan|perbaruan)$/i;
const ADD = /^(?:add|adds|take|lanjutan|sambungan)$/i;
const PRESSING = /^(?:flash|kilat|bulletin|buletin|urgent|mendesak|segera)$/i;
const KILL = /^(?:kill|elimination|tarik)$/i;
const WITHHOLD = /^(?:withhold|hfr|tahan)$/i;
const COMPANION = /^(?:mandatory|advisory|notice|optional|berita)$/i;
const ORDINAL = /^\d{1,2}(?:st|nd|rd|th)$/i;
const FIGURE = /^\d{1,4}$/;
const ALL = [CORRECTION, UPDATE, ADD, PRESSING, KILL, WITHHOLD, COMPANION, ORDINAL];

interface Word {
  word: string;
  at: number;
}

function wordsOf(line: string): Word[] {
  return [...line.matchAll(/[^\s,/()[\]:-]+/g)].map((match) => ({ word: match[0], at: match.index }));
}

/** Version words end a keyword line; figures count among them only behind one (`Add 1`, `Writethru,0400`). */
function versionWords(words: readonly Word[]): readonly Word[] {
  let from = words.length;
  while (from > 0) {
    const word = words[from - 1]?.word ?? '';
    if (!FIGURE.test(word) && !ALL.some((kind) => kind.test(word))) break;
    from -= 1;
  }
  while (from < words.length && FIGURE.test(words[from]?.word ?? '')) from += 1;
  const found = words.slice(from);
  // `Rapat-Berita` ends in a word that says nothing by itself.
  return found.some(({ word }) => !COMPANION.test(word) && !ORDINAL.test(word)) ? found : [];
}

/** Slugs may end in the verb (`Police Kill`): only set apart from the slug is the word surely the advisory. */
function isSetApart(line: string, { word, at }: Word, beside: readonly Word[]): boolean {
  if (at === 0 || /[,/([:]\s*$/.test(line.slice(0, at))) return true;
  if (beside.some((other) => PRESSING.test(other.word) || COMPANION.test(other.word))) return true;
  return word === word.toUpperCase() && /\p{Ll}/u.test(line.slice(0, at));
}

function advisoryOf(line: string, version: readonly Word[]): Advisory {
  const signals = new Set<string>();
  let urgency: number | null = null;
  let status: Advisory['status'] = null;
  for (const [index, one] of version.entries()) {
    const { word } = one;
    const figure =
      FIGURE.exec(version[index + 1]?.word ?? '') ?? /^\d{1,2}/.exec(version[index - 1]?.word ?? '');
    if (CORRECTION.test(word)) signals.add('sig:correction');
    else if (UPDATE.test(word)) signals.add('sig:update');
    else if (/^take$/i.test(word)) signals.add(`take:${Number(figure?.[0] ?? 1)}`);
    else if (ADD.test(word)) signals.add(`take:${Number(figure?.[0] ?? 1) + 1}`);
    else if (PRESSING.test(word)) urgency = Math.min(urgency ?? 9, normaliseUrgency(word) ?? 9);
    else if (KILL.test(word)) {
      status = isSetApart(line, one, version) ? 'canceled' : (status ?? 'unknown');
    } else if (WITHHOLD.test(word)) {
      status ??= isSetApart(line, one, version) ? 'withheld' : 'unknown';
    }
  }
  return { status, signals: [...signals], urgency };
}

/** Reads a keyword line (`BC-Indonesia-Quake, 1st Ld-Writethru,0412`): the slug, and what its last words say. */
export function readKeywordLine(line: string): KeywordLine {
  const leading = /^(?:(?:bulletin|urgent|mandatory|advisory)\s+)*(?:kill|withhold)\b[\s:,-]*/i.exec(line);
  if (leading !== null && leading[0] === leading[0].toUpperCase()) {
    const rest = readKeywordLine(line.slice(leading[0].length));
    const said = leading[0].trim().replace(/[\s:,-]+$/, '');
    const { status, urgency } = advisoryOf(said, wordsOf(said));
    return {
      ...rest,
      version: [said, rest.version].filter((part) => part !== null).join(' '),
      status: rest.status === 'canceled' ? 'canceled' : status,
      urgency: urgency ?? rest.urgency,
    };
  }
  const version = versionWords(wordsOf(line));
  const from = version[0]?.at ?? line.length;
  return {
    slug: line.slice(0, from).replace(/[\s,/([:-]+$/, ''),
    version: version.length === 0 ? null : line.slice(from).replace(/[\s,)\]]+$/, ''),
    ...advisoryOf(line, version),
  };
}

const NO_ADVISORY: Advisory = { status: null, signals: [], urgency: null };

const LABEL = /^\s*[[(]?\s*([\p{L}\d ]{3,40}?)\s*(?:[\])]:?|:|\s[-–—]\s)/u;

/** Reads what stands set apart before a headline or subject: `RALAT: …`, `[KILL] …`, `URGENT - …`. */
export function readLabel(headline: string): Advisory {
  const label = LABEL.exec(headline)?.[1];
  if (label === undefined) return NO_ADVISORY;
  const words = wordsOf(label);
  return versionWords(words).length === words.length ? advisoryOf(label, words) : NO_ADVISORY;
}

/** The headline without such a label, which is for newsrooms and not for readers. */
export function withoutLabel(headline: string): string {
  if (readLabel(headline) === NO_ADVISORY) return headline;
  return headline.replace(LABEL, '').trim() || headline;
}

const TO_EDITORS =
  /^\W*(?:(?:attention|attn|perhatian|kepada|para|to|all|catatan|note to)\W+){0,3}(?:editors?|eds|redaksi|redaktur|desks?)\b/i;
const KILL_WORDS =
  /\b(?:kill|withdraw|withdrawn|do not use|batalkan|tarik|ditarik|dibatalkan|jangan (?:di)?muat)\b/i;
const WITHHOLD_WORDS = /\b(?:withhold|hold this|tahan|tunda pemuatan)\b/i;

/** Reads a note to editors; a paragraph that is none says nothing. */
export function readEditorsNote(paragraph: string): Advisory {
  const opening = paragraph.slice(0, 400);
  if (/^\W*(?:bulletin |urgent |mandatory )*(?:KILL|TARIK BERITA)\W*$/.test(opening))
    return { ...NO_ADVISORY, status: 'canceled' };
  if (!TO_EDITORS.test(opening)) return NO_ADVISORY;
  const signals = /\b(?:corrects|correction|correcting|meralat|ralat|koreksi)\b/i.test(opening)
    ? ['sig:correction']
    : [];
  const status = KILL_WORDS.test(opening) ? 'canceled' : WITHHOLD_WORDS.test(opening) ? 'withheld' : null;
  return { status, signals, urgency: null };
}

/** True for a paragraph that speaks to the desk, not to readers. */
export function isEditorsNote(paragraph: string): boolean {
  return TO_EDITORS.test(paragraph.slice(0, 400));
}

const EMBARGO =
  /^\W*(?:embargo(?:ed)?(?:\s+(?:until|till|to|hingga|sampai))?|(?:hold )?for release(?: at| on)?|not for (?:publication|release|use) (?:before|until)|tidak untuk disiarkan sebelum)\b[\s:]*(.*)$/i;

/** The words of an embargo line (`EMBARGO hingga 18 Okt 2018 10.00 WIB`); null where the line is none. */
export function embargoWords(line: string): string | null {
  return EMBARGO.exec(line.slice(0, 300))?.[1]?.replace(/^[\s:]+|[\s.)\]*]+$/g, '') ?? null;
}

const SEVERITY = { usable: 0, withheld: 1, unknown: 2, canceled: 3 } as const;

/** Brings what was told to the desk into a story: the worst status, every signal, the most pressing urgency. */
export function applyAdvisories(story: WireStory, advisories: readonly Advisory[]): void {
  for (const { status, signals, urgency } of advisories) {
    if (status !== null && SEVERITY[status] > SEVERITY[story.pubStatus]) story.pubStatus = status;
    story.signals = [...new Set([...story.signals, ...signals])];
    if (urgency !== null) story.urgency = Math.min(story.urgency ?? 9, urgency);
  }
  if (story.pubStatus === 'unknown' && !story.problems.includes('status-unknown'))
    story.problems.push('status-unknown');
}

/** Sets a story's embargo from its words; what cannot be read is an embargo all the same. */
export function applyEmbargo(story: WireStory, words: string | null, defaultOffsetMinutes: number): void {
  const embargo = readEmbargo(words, { defaultOffsetMinutes, emptyMeans: 'unreadable' });
  if (embargo.state === 'until') story.embargoed = embargo.at;
  else if (embargo.state === 'unreadable' && !story.problems.includes('embargo-unreadable'))
    story.problems.push('embargo-unreadable');
}
