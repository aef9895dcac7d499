/** The order in which words are offered for one that is not known. */

/** How the word differs from another by one letter; null where by more. */
function slipBetween(word: string, other: string): 'left-out' | 'exchanged' | 'wrong' | 'too-many' | null {
  if (Math.abs(word.length - other.length) > 1) return null;
  let start = 0;
  while (start < word.length && start < other.length && word[start] === other[start]) start += 1;
  const [rest, otherRest] = [word.slice(start), other.slice(start)];
  if (rest === otherRest.slice(1)) return 'left-out';
  if (rest.slice(1) === otherRest) return 'too-many';
  if (rest.slice(1) === otherRest.slice(1)) return 'wrong';
  const isExchanged = rest.slice(0, 2) === `${otherRest.charAt(1)}${otherRest.charAt(0)}`;
  return isExchanged && rest.slice(2) === otherRest.slice(2) ? 'exchanged' : null;
}

/** Typists leave letters out, or exchange them, more often than they put one too many. */
const LIKELIHOOD = { 'left-out': 0, exchanged: 0, wrong: 1, 'too-many': 2 } as const;
const FURTHER = 3;

/**
 * Suggestions best first: `found` in the dictionary's own order, and of the `listed` words (which the dictionary does not
 * know) those one letter away. Without the word itself.
 */
export function rankSuggestions(word: string, found: readonly string[], listed: readonly string[]): string[] {
  const small = word.toLowerCase();
  const rank = (other: string): number => {
    const slip = slipBetween(small, other.toLowerCase());
    return slip === null ? FURTHER : LIKELIHOOD[slip];
  };
  const near = listed.filter((other) => rank(other) < FURTHER);
  const candidates = [...new Set([...found, ...near])].filter((other) => other.toLowerCase() !== small);
  return candidates.sort((one, other) => rank(one) - rank(other));
}
