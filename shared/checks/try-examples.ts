/** Examples of a house-style rule, tried on the rule as copy would be. */
import type { Segment } from '../contract/checks.ts';
import type { ExampleVerdict, RuleSource } from '../contract/house-rules.ts';
import type { CopyChecker } from './check-copy.ts';
import { applyFix, type CheckContext } from './found.ts';

/**
 * How each example of the rule fares with a checker that has the rule. Without a good form it only has to be found;
 * where the rule advises only, what it is to become is not asked.
 */
export function tryExamples(rule: RuleSource, check: CopyChecker, context: CheckContext): ExampleVerdict[] {
  const kind = rule.in === 'headline' ? 'headline' : 'text';
  function find(text: string) {
    const segment: Segment = { kind, text, italics: [], links: [], path: [], property: null, about: '' };
    const [block] = check([{ id: '', segments: [segment] }], context);
    return block?.findings.filter(({ code }) => code === rule.id) ?? [];
  }

  return rule.examples.map(({ bad, good }) => {
    const found = find(bad);
    // From the end, so that offsets hold.
    const mended = found.toReversed().reduce((text, finding) => {
      const [fix] = finding.fixes;
      return fix === undefined ? text : applyFix(text, finding, fix);
    }, bad);
    if (found.length === 0) return { verdict: 'not-found', mended };
    if (good === '') return { verdict: 'holds', mended };
    const advisesOnly = found.some(({ fixes }) => fixes.length === 0);
    if (!advisesOnly && mended !== good) return { verdict: 'mended-otherwise', mended };
    return { verdict: find(good).length > 0 ? 'good-is-found' : 'holds', mended };
  });
}
