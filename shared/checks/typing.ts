/** Slips of the keyboard: double spaces and words, spaces before signs, quotation marks without a partner. */
import { replaceWith, type Found, type TextCheck } from './found.ts';

function matches(pattern: RegExp, text: string, tell: (match: RegExpExecArray) => Found | null): Found[] {
  return Array.from(text.matchAll(pattern), tell).filter((found) => found !== null);
}

function stretch({ index, 0: whole }: RegExpExecArray): { start: number; end: number } {
  return { start: index, end: index + whole.length };
}

const checkSpaces: TextCheck = ({ text }) => [
  ...matches(/(?<=\S)[ \u00a0]{2,}(?=\S)/g, text, (match) => ({
    check: 'typing',
    code: 'double-space',
    ...stretch(match),
    fixes: [replaceWith(' ')],
  })),
  ...matches(/(?<=[\p{L}\p{N}”’)])[ \u00a0]+([,;:!?]|\.(?!\.|\d))(?=\s|$|[”’)])/gu, text, (match) => ({
    check: 'typing',
    code: 'space-before-sign',
    ...stretch(match),
    fixes: [replaceWith(match[1] ?? '')],
  })),
  ...matches(/(?<=\p{Ll}{2}),(?=\p{L}{2})/gu, text, (match) => ({
    check: 'typing',
    code: 'no-space-after-comma',
    ...stretch(match),
    fixes: [replaceWith(', ')],
  })),
];

/** Names may double (`Duran Duran`), and `satu satu` stays a finding: Indonesian doubles with a hyphen. */
const checkDoubleWords: TextCheck = ({ text }) =>
  matches(/(?<![\p{L}\p{N}-])(\p{L}[\p{L}\p{M}’']*)([ \u00a0\n]+)\1(?![\p{L}\p{N}-])/giu, text, (match) => {
    const [whole, word = '', gap = ''] = match;
    const second = whole.slice(word.length + gap.length);
    const isName = /^\p{Lu}/u.test(word) && /^\p{Lu}/u.test(second) && match.index > 0;
    if (isName) return null;
    return { check: 'typing', code: 'double-word', ...stretch(match), fixes: [replaceWith(word)] };
  });

const PAIRS = [
  { open: '“', close: '”', code: 'quote' },
  { open: '(', close: ')', code: 'bracket' },
] as const;

/** A mark without its partner. A quotation over several paragraphs opens each and closes the last: the last one is told. */
const checkPairs: TextCheck = ({ text, kind }) => {
  const found: Found[] = [];
  const tell = (code: string, at: number): void => {
    found.push({ check: 'typing', code, start: at, end: at + 1, fixes: [] });
  };
  for (const { open, close, code } of PAIRS) {
    let opened = -1;
    for (let at = 0; at < text.length; at += 1) {
      const sign = text.charAt(at);
      if (sign === open) {
        if (opened !== -1 && code === 'quote') tell(`${code}-unclosed`, opened);
        if (opened === -1 || code === 'quote') opened = at;
      } else if (sign === close) {
        // `a)` and `1)` number the items of a list.
        const isNumbering =
          code === 'bracket' && (kind === 'item' || /(?:^|\s)[\p{L}\d]{1,2}$/u.test(text.slice(0, at)));
        if (opened === -1 && !isNumbering) tell(`${code}-unopened`, at);
        opened = -1;
      }
    }
    if (opened !== -1) tell(`${code}-unclosed`, opened);
  }
  const straight = [...text.matchAll(/"/g)];
  const last = straight.at(-1);
  if (straight.length % 2 === 1 && last !== undefined) tell('quote-unclosed', last.index);
  return found;
};

export const typingChecks: readonly TextCheck[] = [checkSpaces, checkDoubleWords, checkPairs];
