/** A house-style rule as it is being written in the settings: everything it finds stands in one field. */
import type { OwnRule } from '../../../../shared/contract/checks-settings.ts';
import type { RuleExample, RuleSource } from '../../../../shared/contract/house-rules.ts';

export interface HouseRuleDraft {
  /** `phrase`: words of the house's own rule; `list`: words and their replacements, one a line; `names`: one a line. */
  way: 'phrase' | 'pattern' | 'list' | 'names' | 'check';
  find: string;
  replacement: string;
  advice: string;
  examples: readonly RuleExample[];
}

export const NEW_HOUSE_RULE: HouseRuleDraft = {
  way: 'phrase',
  find: '',
  replacement: '',
  advice: '',
  examples: [],
};

const SEPARATOR = '=';
/** What the settings keep of one entry of a list. */
const LONGEST_ENTRY = 500;

/** `resiko = risiko`, one a line; words that only advise stand by themselves. */
export function writeWordList(words: Readonly<Record<string, string>>): string {
  return Object.entries(words)
    .map(([avoid, prefer]) => (prefer === '' ? avoid : `${avoid} ${SEPARATOR} ${prefer}`))
    .join('\n');
}

/** The words of a list, each once: the last line that has it counts. */
export function readWordList(text: string): Record<string, string> {
  return Object.fromEntries(
    text.split('\n').flatMap((line) => {
      const [avoid = '', ...prefer] = line.split(SEPARATOR);
      const entry = [avoid, prefer.join(SEPARATOR)].map((part) => part.trim().slice(0, LONGEST_ENTRY));
      return entry[0] === '' ? [] : [entry];
    }),
  );
}

function readNames(text: string): string[] {
  const lines = text.split('\n').map((line) => line.trim().slice(0, LONGEST_ENTRY));
  return [...new Set(lines.filter((line) => line !== ''))];
}

/** The examples that have something in them. */
export function examplesOf({ examples }: HouseRuleDraft): RuleExample[] {
  return examples.filter(({ bad }) => bad.trim() !== '');
}

/** Whether the rule looks for anything; a shipped list may be empty. */
export function isComplete({ way, find }: HouseRuleDraft): boolean {
  return (way !== 'phrase' && way !== 'pattern') || find.trim() !== '';
}

export function draftOfOwn({ find, isPattern, replacement, advice, examples }: OwnRule): HouseRuleDraft {
  return { way: isPattern ? 'pattern' : 'phrase', find, replacement, advice, examples };
}

/** The house's own rule that was written. */
export function ownOfDraft(draft: HouseRuleDraft, ruleId: string): OwnRule {
  const { way, find, replacement, advice } = draft;
  const isPattern = way === 'pattern';
  return {
    ruleId,
    find: isPattern ? find : find.trim(),
    isPattern,
    replacement,
    advice: advice.trim(),
    examples: examplesOf(draft),
  };
}

/** A shipped rule, as the house has it now, to be changed. */
export function draftOfShipped(rule: RuleSource, language: 'id' | 'en'): HouseRuleDraft {
  const { words, names, pattern, replacement = '', advice, examples } = rule;
  const rest = { replacement, advice: advice[language], examples };
  if (words !== undefined) return { way: 'list', find: writeWordList(words), ...rest };
  if (names !== undefined) return { way: 'names', find: names.join('\n'), ...rest };
  if (pattern !== undefined) return { way: 'pattern', find: pattern, ...rest };
  return { way: 'check', find: '', ...rest };
}

/**
 * The shipped rule as it was written. Advice left as it ships, or empty, is the shipped one in both languages; the
 * house's own words are the same in both.
 */
export function changedByDraft(
  shipped: RuleSource,
  draft: HouseRuleDraft,
  language: 'id' | 'en',
): RuleSource {
  const { way, find, replacement } = draft;
  const advice = draft.advice.trim();
  const rule: RuleSource = {
    ...shipped,
    advice:
      advice === '' || advice === shipped.advice[language] ? shipped.advice : { id: advice, en: advice },
    examples: examplesOf(draft),
  };
  if (way === 'list') rule.words = readWordList(find);
  if (way === 'names') rule.names = readNames(find);
  if (way === 'pattern') {
    rule.pattern = find;
    if (replacement === '') delete rule.replacement;
    else rule.replacement = replacement;
  }
  return rule;
}
