/** House-style rules: what ships as YAML, and what the house added in the settings. */
import { parse } from 'yaml';
import type { ChecksSettings } from '../../../shared/contract/checks-settings.ts';
import { ruleSourceSchema, type RuleSource } from '../../../shared/contract/house-rules.ts';
import { patternProblem } from '../../../shared/checks/check-copy.ts';
import { adjustRule, houseStyleSchema, ownRuleSource } from '../../../shared/checks/house-rules.ts';
import { readTextResource } from '../resources.ts';

const NAMES_RULE = 'nama-rumah';

/** The rules that ship. Throws where the file is none of ours any more. */
export async function readShippedRules(): Promise<RuleSource[]> {
  return houseStyleSchema.parse(parse(await readTextResource('house-styles/redaksi.yaml'))).rules;
}

function isUsable({ pattern }: RuleSource): boolean {
  return pattern === undefined || patternProblem(pattern) === null;
}

/** A shipped rule as the house changed it; one whose pattern cannot be used stays as it ships. */
function adjusted(shipped: RuleSource, { adjustedRules }: ChecksSettings): RuleSource {
  const changes = adjustedRules[shipped.id];
  if (changes === undefined) return shipped;
  const rule = adjustRule(shipped, changes);
  return isUsable(rule) ? rule : shipped;
}

function namesRule({ names }: ChecksSettings): RuleSource[] {
  if (names.length === 0) return [];
  const advice = { id: 'Ditulis begini menurut daftar redaksi.', en: 'Written so in the house’s list.' };
  return [ruleSourceSchema.parse({ id: NAMES_RULE, advice, names })];
}

/** The rules in force: the house's own and the shipped ones as it changed them, without those that are switched off. */
export function rulesInForce(shipped: readonly RuleSource[], settings: ChecksSettings): RuleSource[] {
  const off = new Set(settings.rulesOff);
  const own = settings.ownRules.map(ownRuleSource).filter(isUsable);
  // Of two that speak of the same words the first is told.
  return [...own, ...shipped.map((rule) => adjusted(rule, settings))]
    .filter(({ id }) => !off.has(id))
    .concat(namesRule(settings));
}
