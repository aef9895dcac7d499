/** All checks over the texts of an article: the same for the composer, the way to the reader and the command line. */
import { RE2JS, RE2JSSyntaxException } from 're2js';
import type { CheckedBlock, Finding, Segment } from '../contract/checks.ts';
import type { RuleSource, RuleTrial } from '../contract/house-rules.ts';
import { patternProblemOf } from '../domain/find-text.ts';
import { checkDates } from './dates.ts';
import { checkHeadlineCase, checkMoney, checkSmallNumbers, type HeadlineCase } from './eyd.ts';
import { replaceWith, tellFinding, type CheckContext, type Found, type TextCheck } from './found.ts';
import { inCaseOf, PhraseBook } from './house-rules.ts';
import { lengthAndPictureChecks } from './lengths-and-pictures.ts';
import { checkPlaceholders } from './placeholders.ts';
import { createSpelling, type ForeignWords, type Lexicon } from './spelling.ts';
import { typingChecks } from './typing.ts';

export interface HouseChoices {
  foreignWords: ForeignWords;
  headlineCase: HeadlineCase;
}

export type CopyChecker = (blocks: readonly CheckedBlock[], context: CheckContext) => CheckedFindings[];

export interface CheckedFindings {
  id: string;
  findings: Finding[];
}

/** More findings than these in one text help nobody. */
const MOST_IN_A_TEXT = 50;

const mechanical: readonly TextCheck[] = [
  checkPlaceholders,
  checkDates,
  ...typingChecks,
  ...lengthAndPictureChecks,
];

interface PatternRule {
  source: RuleSource;
  pattern: RE2JS;
}

/** Why a pattern cannot be used, with the words of the engine; null where it can. */
export function patternProblem(pattern: string): RuleTrial['problem'] {
  try {
    RE2JS.compile(pattern);
    return null;
  } catch (error) {
    if (!(error instanceof RE2JSSyntaxException)) return { code: 'other', said: String(error) };
    const said = error.getDescription();
    // Of `\p{…}` the engine says the same as of a range.
    const isProperty = said.includes('class range') && /^\\p/i.test(error.getPattern() ?? '');
    return { code: isProperty ? 'escape' : patternProblemOf(said), said };
  }
}

function expand(replacement: string, group: (number: number) => string | null): string {
  return replacement.replaceAll(/\$(?:(\d)|\{(\d)\})/g, (_whole, bare?: string, braced?: string) =>
    String(group(Number(bare ?? braced)) ?? ''),
  );
}

function findPattern({ source, pattern }: PatternRule, { text }: Segment): Found[] {
  const found: Found[] = [];
  const matcher = pattern.matcher(text);
  while (found.length < MOST_IN_A_TEXT && matcher.find()) {
    const [start, end] = [matcher.start(), matcher.end()];
    const words = text.slice(start, end);
    if (end === start || source.except.includes(words.toLowerCase())) continue;
    const instead =
      source.replacement === undefined ? null : expand(source.replacement, (at) => matcher.group(at));
    if (instead === words) continue;
    const fixes = instead === null ? [] : [replaceWith(inCaseOf(words, instead))];
    found.push({ check: 'style', code: source.id, start, end, advice: source.advice, fixes });
  }
  return found;
}

function appliesTo({ in: where }: RuleSource, { kind }: Segment): boolean {
  if (kind === 'alt' || kind === 'credit') return where === 'everywhere';
  return where === 'everywhere' || (where === 'headline') === (kind === 'headline');
}

/** Makes the checker of one house. Rules that are switched off are left out by the caller. Throws on a bad pattern. */
export function createCopyChecker(
  rules: readonly RuleSource[],
  lexicon: Lexicon,
  choices: HouseChoices,
): CopyChecker {
  const phrases = new PhraseBook();
  const byId = new Map(rules.map((rule) => [rule.id, rule]));
  const patterns: PatternRule[] = [];
  const own = new Set(lexicon.own);
  for (const source of rules) {
    for (const [avoid, prefer] of Object.entries(source.words ?? {})) phrases.add(source.id, avoid, prefer);
    for (const name of source.names ?? []) {
      phrases.add(source.id, name, name, true);
      for (const word of name.toLowerCase().split(/\s+/)) own.add(word);
    }
    if (source.pattern !== undefined) patterns.push({ source, pattern: RE2JS.compile(source.pattern) });
  }
  const spelling = createSpelling({ ...lexicon, own });

  function eyd(source: RuleSource, segment: Segment): Found[] {
    const found =
      source.check === 'money'
        ? checkMoney(segment)
        : source.check === 'small-numbers'
          ? checkSmallNumbers(segment)
          : checkHeadlineCase(segment, choices.headlineCase, spelling.isOrdinary);
    return found.map((one) => ({ ...one, check: 'style', code: source.id, advice: source.advice }));
  }

  function styleOf(segment: Segment): Found[] {
    const listed = phrases.find(segment.text).flatMap(({ start, end, ruleId, replacement }): Found[] => {
      const source = byId.get(ruleId);
      if (source === undefined || !appliesTo(source, segment)) return [];
      const fixes = replacement === null ? [] : [replaceWith(replacement)];
      return [{ check: 'style', code: ruleId, start, end, advice: source.advice, fixes }];
    });
    const applying = patterns.filter(({ source }) => appliesTo(source, segment));
    const coded = rules.filter((source) => source.check !== undefined && appliesTo(source, segment));
    return [
      ...listed,
      ...applying.flatMap((rule) => findPattern(rule, segment)),
      ...coded.flatMap((source) => eyd(source, segment)),
    ];
  }

  function checkSegment(segment: Segment, position: number, context: CheckContext): Finding[] {
    const simple = mechanical.flatMap((check) => check(segment, context));
    // Names of people and agencies, no copy.
    const isCopy = segment.kind !== 'credit';
    const style = isCopy && !spelling.isEnglish(segment.text) ? styleOf(segment) : [];
    const taken = [...simple.filter(({ check }) => check === 'placeholder'), ...style];
    const spelled = isCopy
      ? spelling
          .check(segment, choices.foreignWords)
          .filter(({ start, end }) => !taken.some((other) => start < other.end && other.start < end))
      : [];
    return [...simple, ...style, ...spelled]
      .map((found) => tellFinding(found, segment, position))
      .sort((one, other) => one.start - other.start || one.end - other.end)
      .slice(0, MOST_IN_A_TEXT);
  }

  return (blocks, context) =>
    blocks.map(({ id, segments }) => ({
      id,
      findings: segments.flatMap((segment, position) => checkSegment(segment, position, context)),
    }));
}
