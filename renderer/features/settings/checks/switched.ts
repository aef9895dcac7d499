/** The ids of the rules that are off, after one was switched. */
export function switched(rulesOff: readonly string[], ruleId: string, on: boolean): string[] {
  const others = rulesOff.filter((one) => one !== ruleId);
  return on ? others : [...others, ruleId];
}
