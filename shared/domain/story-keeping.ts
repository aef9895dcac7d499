/** For how long stories of a source are kept. */

/** Copy that may not be archived is news for as long, where the house has settled nothing shorter or longer. */
export const UNARCHIVED_DAYS = 30;

export interface Keeping {
  /** Null: forever. */
  keepStoriesDays: number | null;
  allowedUses: { archive: boolean | null };
}

/** The days after which stories leave; null where they stay. */
export function keptDays({ keepStoriesDays, allowedUses }: Keeping): number | null {
  return keepStoriesDays ?? (allowedUses.archive === false ? UNARCHIVED_DAYS : null);
}
