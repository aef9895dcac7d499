/** What arrived of a JSON text that broke off: every value that came, the last string as far as it came. */

export interface SalvagedJson {
  value: unknown;
  /** How many objects and arrays were still open where the text ended; 0 where it is whole. */
  openAtEnd: number;
}

function parsed(text: string): { value: unknown } | null {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch {
    return null;
  }
}

/** A string cut in the middle of an escape, without that escape. */
function withoutBrokenEscape(text: string): string {
  const escape = /\\(?:u[\da-f]{0,3})?$/i.exec(text);
  if (escape === null) return text;
  const backslashes = /\\*$/.exec(text.slice(0, escape.index + 1))?.[0].length ?? 0;
  return backslashes % 2 === 1 ? text.slice(0, escape.index) : text;
}

/** Reads a JSON text, closing what it leaves open; null where even that is no JSON. No recursion, linear time. */
export function salvageJson(source: string): SalvagedJson | null {
  const whole = parsed(source);
  if (whole !== null) return { ...whole, openAtEnd: 0 };
  const open: string[] = [];
  let inString = false;
  let soundUpTo = 0;
  for (let at = 0; at < source.length; at += 1) {
    const character = source[at];
    if (inString) {
      if (character === '\\') at += 1;
      else if (character === '"') inString = false;
    } else if (character === '"') {
      inString = true;
    } else if (character === '{' || character === '[') {
      open.push(character === '{' ? '}' : ']');
      soundUpTo = at + 1;
    } else if (character === '}' || character === ']') {
      if (open.pop() !== character) return null;
      soundUpTo = at + 1;
    } else if (character === ',') {
      soundUpTo = at;
    }
  }
  if (open.length === 0) return null;
  const ends = (closers: readonly string[]): string => closers.toReversed().join('');
  const arrived = inString ? `${withoutBrokenEscape(source)}"` : source;
  const closed = parsed(arrived + ends(open));
  if (closed !== null) return { ...closed, openAtEnd: open.length };
  // A name without its value, half a word or number: the member it belongs to is left out.
  const shortened = parsed(source.slice(0, soundUpTo) + ends(open));
  return shortened === null ? null : { ...shortened, openAtEnd: open.length };
}
