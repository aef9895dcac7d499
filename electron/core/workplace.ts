/** What every slice may know of the people: who sits here, and whether that person may. create-slices.ts hands it over. */
import type { HouseEntry } from '../../shared/contract/house-trail.ts';
import type { Person } from '../../shared/contract/people.ts';
import type { GuardedAction } from '../../shared/domain/permission.ts';

export interface Workplace {
  /** Who sits here now; whatever is done is recorded under this person. */
  currentPerson(): Person;
  /** Anybody of the house, those who left too; null where there is no such person. */
  person(personId: string): Person | null;
  /** The same, for an action that not everybody may do. Throws NOT_PERMITTED, which names those who may. */
  requirePermission(action: GuardedAction): Person;
  /** Adds a line to the trail of the house under who sits here. Inside a transaction it is part of it. */
  record(entry: HouseEntry): void;
}
