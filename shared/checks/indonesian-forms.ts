/**
 * Derived forms of Indonesian words that a dictionary of roots does not list: clitics, prefixes and suffixes with the
 * changes of sound the nasal prefixes bring, doubled words, compounds within affixes. Generous where a form is possible,
 * strict in what may stand together (`ber-…-i` is no word).
 */

/** Whether the dictionary has a word as it is. */
export type Knows = (word: string) => boolean;

/** Words that take no affixes; a typing error behind one would otherwise pass for a suffix (`yangi`). */
const CLOSED = new Set(
  'yang dan di ke dari untuk pada ini itu dengan atau juga akan telah sudah sedang masih bisa dapat para oleh kami kita dia ia mereka saya aku anda adalah ialah bahwa karena jika bila agar maka lalu pun per si sang nya kan lah kah'.split(
    ' ',
  ),
);

type Suffix = '' | 'kan' | 'i' | 'an';

interface Prefix {
  written: string;
  suffixes: readonly Suffix[];
  /** What the root may have begun with before the prefix swallowed it; `''`: nothing was swallowed. */
  swallowed: readonly string[];
  /** What the rest must begin with for this shape of the prefix. */
  before: RegExp;
}

const VOWEL = /^[aeiou]/;
const ANY = /^/;

function nasal(base: 'me' | 'pe' | 'memper' | 'di', suffixes: readonly Suffix[]): Prefix[] {
  return [
    { written: `${base}m`, suffixes, swallowed: [''], before: /^(?:[bfvp])/ },
    { written: `${base}m`, suffixes, swallowed: ['p'], before: VOWEL },
    { written: `${base}n`, suffixes, swallowed: [''], before: /^(?:[cdjtz]|sy)/ },
    { written: `${base}n`, suffixes, swallowed: ['t'], before: VOWEL },
    { written: `${base}ny`, suffixes, swallowed: ['s'], before: VOWEL },
    { written: `${base}ng`, suffixes, swallowed: [''], before: /^[aeioughkqx]/ },
    { written: `${base}ng`, suffixes, swallowed: ['k'], before: VOWEL },
    {
      written: `${base}nge`,
      suffixes,
      swallowed: [''],
      before: /^[bcdfghjklmnprstvwz]{1,2}[aeiou][a-z]{1,2}$/,
    },
    { written: base, suffixes, swallowed: [''], before: /^[lmnrwy]/ },
  ];
}

function plain(written: string, ...suffixes: Suffix[]): Prefix {
  return { written, suffixes, swallowed: [''], before: ANY };
}

const PREFIXES: readonly Prefix[] = [
  plain('', '', 'kan', 'i', 'an'),
  ...nasal('me', ['', 'kan', 'i']),
  ...nasal('pe', ['', 'an']),
  plain('di', '', 'kan', 'i'),
  plain('ber', '', 'an', 'kan'),
  { ...plain('be', '', 'an'), before: /^(?:r|[bcdfghjklmnpqrstvwxyz]er)/ },
  plain('ter', '', 'kan', 'i'),
  { ...plain('te', ''), before: /^r/ },
  plain('ke', '', 'an'),
  plain('se', '', 'an'),
  plain('per', '', 'an', 'kan', 'i'),
  { ...plain('pe', '', 'an'), before: /^(?:r|[bcdfghjklmnpqrstvwxyz])/ },
  plain('memper', '', 'kan', 'i'),
  plain('diper', '', 'kan', 'i'),
  plain('ku', '', 'kan', 'i'),
  plain('kau', '', 'kan', 'i'),
];

/** Prefixes that stand before a word that may itself be derived: `keterlibatan`, `pemberdayaan`, `berkemampuan`. */
const OUTER = [
  'ke',
  'pem',
  'per',
  'se',
  'ber',
  'mem',
  'di',
  'ter',
  'meng',
  'peng',
  'men',
  'pen',
  'me',
] as const;

/** Bound forms that are written together with what follows (EYD V). */
const BOUND =
  /^(?:adi|anti|antar|audio|auto|bio|daktilo|de|dwi|eko|ekstra|geo|hidro|hiper|infra|inter|intra|ko|kontra|maha|makro|meta|mikro|mini|mono|multi|nara|neo|non|nir|panca|para|pasca|poli|pra|pramu|pro|pseudo|purba|purna|re|sapta|semi|serba|sub|super|supra|swa|tele|trans|tri|tuna|ultra)/;

const SUFFIXES: readonly Suffix[] = ['', 'kan', 'an', 'i'];

/** The word, and the word without the particles and possessives that lean on it: `rumahnyalah` → `rumahnya`, `rumah`. */
function withoutClitics(word: string): string[] {
  const forms = [word];
  const particle = /^(.{3,}?)(?:lah|kah|tah|pun)$/.exec(word)?.[1];
  if (particle !== undefined) forms.push(particle);
  for (const form of [...forms]) {
    const owned = /^(.{3,}?)(?:nya|ku|mu)$/.exec(form)?.[1];
    if (owned !== undefined) forms.push(owned);
  }
  return forms;
}

function isRoot(word: string, knows: Knows): boolean {
  return word.length >= 3 && !CLOSED.has(word) && knows(word);
}

/** Two roots in one, which only an affix on both sides may hold together: `menyebarluaskan`, `pertanggungjawaban`. */
function isCompound(word: string, knows: Knows): boolean {
  for (let cut = 3; cut <= word.length - 3; cut += 1) {
    const [first, second] = [word.slice(0, cut), word.slice(cut)];
    if (first.length + second.length >= 8 && isRoot(first, knows) && isRoot(second, knows)) return true;
  }
  return false;
}

function isAffixed(word: string, knows: Knows): boolean {
  for (const { written, suffixes, swallowed, before } of PREFIXES) {
    if (!word.startsWith(written)) continue;
    for (const suffix of SUFFIXES) {
      if ((written === '' && suffix === '') || !suffixes.includes(suffix) || !word.endsWith(suffix)) continue;
      const rest = word.slice(written.length, word.length - suffix.length);
      // `-i` never follows an i: `mengungsii` is a slip.
      if (rest.length < 2 || !before.test(rest) || (suffix === 'i' && rest.endsWith('i'))) continue;
      for (const sound of swallowed) {
        const root = sound + rest;
        if (isRoot(root, knows)) return true;
        if (written !== '' && suffix !== '' && root.length >= 8 && isCompound(root, knows)) return true;
      }
    }
  }
  return false;
}

function isTwiceAffixed(word: string, knows: Knows): boolean {
  const found = OUTER.some((outer) => {
    if (!word.startsWith(outer)) return false;
    const rest = word.slice(outer.length);
    return (
      rest.length >= 6 && /^(?:ber|ter|per|ke|se|be|pe)/.test(rest) && (knows(rest) || isAffixed(rest, knows))
    );
  });
  if (found) return true;
  const bound = BOUND.exec(word)?.[0];
  const rest = word.slice(bound?.length ?? 0);
  return (
    bound !== undefined && rest.length >= 4 && !CLOSED.has(rest) && (knows(rest) || isAffixed(rest, knows))
  );
}

/** Whether a word without hyphens, in small letters, is in the dictionary or can be made of what is. */
export function isIndonesianForm(word: string, knows: Knows): boolean {
  return withoutClitics(word).some(
    (form) => knows(form) || isAffixed(form, knows) || isTwiceAffixed(form, knows),
  );
}

/** `kata-kata`, `bersama-sama`, `kemerah-merahan`, `tolong-menolong`, `sayur-mayur` where the dictionary has it. */
function isDoubled(first: string, second: string, knows: Knows): boolean {
  const longest = Math.min(first.length, second.length);
  for (let size = longest; size >= 3; size -= 1) {
    const common = second.slice(0, size);
    if (!first.endsWith(common)) continue;
    const [before, after] = [first.slice(0, first.length - size), second.slice(size)];
    if (isIndonesianForm(before + common + after, knows) || isIndonesianForm(common, knows)) return true;
  }
  // `menulis-nulis`: the sound that was swallowed stays away; `tulis-menulis`, `pukul-memukul`.
  return isIndonesianForm(first, knows) && (first.endsWith(second) || second.endsWith(first.slice(1)));
}

/** Whether a word in small letters, hyphens and all, is Indonesian. */
export function isIndonesianWord(word: string, knows: Knows): boolean {
  if (!word.includes('-')) return isIndonesianForm(word, knows);
  if (knows(word)) return true;
  const parts = word.split('-').filter((part) => part !== '');
  if (parts.every((part) => /^\d+$/.test(part) || isIndonesianForm(part, knows))) return true;
  const [first = '', second = ''] = parts;
  return parts.length === 2 && isDoubled(first, second, knows);
}
