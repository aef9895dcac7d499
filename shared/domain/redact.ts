/**
 * Takes out of a technical text what must not leave the newsroom: passwords and keys, what stands in addresses behind
 * the host, names of people and of files, and words that may be copy. Pure. On the safe side: what might be one of
 * these goes; codes, counts, times and hosts stay.
 */

const GONE = '…';
const LONGEST_QUOTE = 12;
const LONGEST_TEXT = 300;

/** `scheme://user:password@host:port/path?query#fragment` */
const ADDRESS = /\b([a-z][a-z0-9+.-]{1,20}):\/\/([^\s"'<>`“”]*)/gi;
const MAIL_ADDRESS = /[^\s"'<>()@:/]+@([a-z0-9-]+(?:\.[a-z0-9-]+)+)/gi;
const USER_INFO = /\S+:\S+@(?=[\w[])/g;
const AUTHORISATION = /\b(basic|bearer|digest)\s+[^\s,;]{6,}/gi;
/** Up to the next name: a passphrase has spaces. */
const NAMED_SECRET =
  /\b(pass(?:word|wd|phrase)?|pwd|(?:kata )?sandi|secret|token|ticket|api[-_ ]?key|key|kunci|cookie|session|sid|signature|sig|nonce|authorization|auth)\b(["']?\s*[:=]\s*)("[^"]*"|'[^']*'|[^\s,;&]+(?: (?![\w-]+["']?\s*[:=])[^\s,;&]+)*)/gi;
/** WordPress shows application passwords in groups of four. */
const APPLICATION_PASSWORD = /\b[a-z0-9]{4}(?: [a-z0-9]{4}){3,}\b/gi;
const QUOTED = /"([^"\n]*)"|“([^”\n]*)”|‘([^’\n]*)’|'([^'\n]*)'|`([^`\n]*)`|«([^»\n]*)»/g;
const FILE_PATH =
  /(?<![\w.:/])(?:~|[a-z]:)?[\\/](?:[^\s\\/:"'<>|]+[\\/])+[^\s\\/:"'<>|,;)]*|\\\\[^\s"'<>|]+/gi;
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
/** Long, and mixed as nobody writes: a key, a hash, a ticket. */
const LONG_TOKEN = /[\w+/=-]{20,}/g;

function redactAddress(_whole: string, scheme: string, rest: string): string {
  const authority = /^[^/?#]*/.exec(rest)?.[0] ?? '';
  const host = authority.slice(authority.lastIndexOf('@') + 1);
  const behind = rest.slice(authority.length).replace(/^\/$/, '');
  return `${scheme.toLowerCase()}://${host}${behind === '' ? '' : `/${GONE}`}`;
}

function redactToken(token: string): string {
  if (UUID.test(token)) return token;
  const mixed = /\d/.test(token) && /[a-z]/i.test(token);
  return mixed || token.length > 40 ? GONE : token;
}

/** A quotation is kept where it is one short word: a code, a name of a field. */
function redactQuote(whole: string, ...words: (string | undefined)[]): string {
  const quoted = words.slice(0, 6).find((text) => text !== undefined) ?? '';
  const isCode = quoted.length <= LONGEST_QUOTE && /^[\w.:/-]*$/.test(quoted);
  return isCode ? whole : `${whole[0]}${GONE}${whole.at(-1)}`;
}

/** The text without what must not leave the newsroom, on one line, cut at 300 characters. */
export function redact(text: string): string {
  const clean = text
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, LONGEST_TEXT * 4)
    .replace(ADDRESS, redactAddress)
    .replace(AUTHORISATION, `$1 ${GONE}`)
    .replace(NAMED_SECRET, `$1$2${GONE}`)
    .replace(MAIL_ADDRESS, `${GONE}@$1`)
    .replace(USER_INFO, `${GONE}@`)
    .replace(APPLICATION_PASSWORD, GONE)
    .replace(FILE_PATH, (path) => {
      const ending = /\.[a-z]{1,5}$/i.exec(path)?.[0] ?? '';
      return `/${GONE}${ending}`;
    })
    .replace(QUOTED, redactQuote)
    .replace(LONG_TOKEN, redactToken);
  return clean.length <= LONGEST_TEXT ? clean : `${clean.slice(0, LONGEST_TEXT)}${GONE}`;
}
