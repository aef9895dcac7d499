/** What sources signal of a version, in the one spelling that is used here: IPTC's `sig:correction` and `sig:update`. */

/** The editorial status codes (`edStat:C`) and bare words that some agencies use. */
const OTHER_SPELLINGS: Readonly<Record<string, string>> = {
  correction: 'sig:correction',
  'edstat:c': 'sig:correction',
  update: 'sig:update',
  'edstat:u': 'sig:update',
};

/** A signal in small letters; corrections and updates as IPTC's NewsCodes name them. */
export function normaliseSignal(signal: string): string {
  const code = signal.trim().toLowerCase();
  return OTHER_SPELLINGS[code] ?? code;
}
