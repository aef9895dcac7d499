/** The findings as the rows of a list: those of a kind under its heading. */
import type { Check } from '../../../../shared/contract/checks.ts';
import type { PlacedFinding } from './placed-findings.ts';

/** Of one kind so many are listed; the rest comes up as these are dealt with. */
export const MOST_OF_A_KIND = 40;

export type FindingRow =
  /** `count`: how many there are of the kind. */
  | { kind: 'heading'; check: Check; count: number }
  /** `position`: among those of its kind, from 1. */
  | { kind: 'finding'; check: Check; count: number; finding: PlacedFinding; position: number }
  /** `left`: how many of the kind are not listed. */
  | { kind: 'more'; check: Check; left: number };

export function rowsOf(findings: readonly PlacedFinding[]): FindingRow[] {
  return [...Map.groupBy(findings, ({ check }) => check)].flatMap(([check, group]): FindingRow[] => {
    const count = group.length;
    return [
      { kind: 'heading', check, count },
      ...group.slice(0, MOST_OF_A_KIND).map((finding, at): FindingRow => {
        return { kind: 'finding', check, count, finding, position: at + 1 };
      }),
      ...(count > MOST_OF_A_KIND ? [{ kind: 'more', check, left: count - MOST_OF_A_KIND } as const] : []),
    ];
  });
}

/** The same for a row as long as it says the same. */
export function keyOf(row: FindingRow): string {
  return row.kind === 'finding' ? row.finding.id : `${row.check} ${row.kind}`;
}

const HEADING_HEIGHT = 26;
const MORE_HEIGHT = 19;
const CARD_HEIGHT = 58;
/** A card shows its fix on a line of its own. */
const FIX_HEIGHT = 20;

/** What a row is high before it has been measured, in pixels. */
export function likelyHeight(row: FindingRow): number {
  if (row.kind === 'heading') return HEADING_HEIGHT;
  if (row.kind === 'more') return MORE_HEIGHT;
  return CARD_HEIGHT + (row.finding.fixes.length > 0 ? FIX_HEIGHT : 0);
}
