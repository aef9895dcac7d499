/** House-style rules: what ships as YAML, and what the house added in the settings. */
import { parse } from 'yaml';
import type { ChecksSettings } from '../../../shared/contract/checks-settings.ts';
import type { HouseRule } from '../../../shared/contract/checks.ts';
import { patternProblem } from '../../../shared/checks/check-copy.ts';
import { houseStyleSchema, ruleSourceSchema, type RuleSource } from '../../../shared/checks/house-rules.ts';
import { readTextResource } from '../resources.ts';

const NAMES_RULE = 'nama-rumah';

/** The rules that ship. Throws where the file is none of ours any more. */
export async function readShippedRules(): Promise<RuleSource[]> {
  return houseStyleSchema.parse(parse(await readTextResource('house-styles/redaksi.yaml'))).rules;
}

function ownRules(settings: ChecksSettings): RuleSource[] {
  return settings.ownRules.flatMap(({ ruleId, find, isPattern, replacement, advice }) => {
    if (isPattern && patternProblem(find) !== null) return [];
    const way = isPattern
      ? { pattern: find, ...(replacement === '' ? {} : { replacement }) }
      : { words: { [find]: replacement } };
    const words = advice === '' ? find : advice;
    const rule = ruleSourceSchema.safeParse({ id: ruleId, advice: { id: words, en: words }, ...way });
    return rule.success ? [rule.data] : [];
  });
}

function namesRule({ names }: ChecksSettings): RuleSource[] {
  if (names.length === 0) return [];
  const advice = { id: 'Ditulis begini menurut daftar redaksi.', en: 'Written so in the house’s list.' };
  return [ruleSourceSchema.parse({ id: NAMES_RULE, advice, names })];
}

/** The rules in force: shipped ones and the house's own, without those that are switched off. */
export function rulesInForce(shipped: readonly RuleSource[], settings: ChecksSettings): RuleSource[] {
  const off = new Set(settings.rulesOff);
  return [...shipped, ...ownRules(settings)].filter(({ id }) => !off.has(id)).concat(namesRule(settings));
}

/** All rules with their switches, for who sets them. */
export function listRules(shipped: readonly RuleSource[], settings: ChecksSettings): HouseRule[] {
  const off = new Set(settings.rulesOff);
  const told = (rules: readonly RuleSource[], own: boolean): HouseRule[] =>
    rules.map(({ id, advice, examples }) => ({ ruleId: id, advice, examples, on: !off.has(id), own }));
  return [...told(shipped, false), ...told(ownRules(settings), true)];
}
