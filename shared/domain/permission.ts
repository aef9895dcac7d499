/** Who may do what. The core holds to it and the interface shows it; nothing else in the house decides about roles. */
import type { Person, Role } from '../contract/people.ts';

/**
 * `publish`: whatever changes what readers see of us (publish, update, unpublish, send again, launch). `moderate`: what
 * becomes of readers' comments, answers to them, and how complaints end; anybody may mark a complaint, whoever the reader
 * reached. `manage-people`: the list of people and their roles. What is not named here anybody may do.
 */
export type GuardedAction = 'publish' | 'moderate' | 'manage-people';

const ALLOWED: Readonly<Record<GuardedAction, readonly Role[]>> = {
  publish: ['publisher', 'administrator'],
  moderate: ['copy-desk', 'publisher', 'administrator'],
  'manage-people': ['administrator'],
};

/** The desks a person sits at: what is sent to one of them is for that person too. */
export function desksOf(role: Role): readonly Role[] {
  return role === 'administrator' ? ['administrator', 'publisher'] : [role];
}

export type Permission =
  | { ok: true }
  | {
      ok: false;
      action: GuardedAction;
      /** The people of the house who may, in the order in which they came. */
      whoMay: Person[];
    };

/** Whether a role includes an action. */
export function mayDo(role: Role, action: GuardedAction): boolean {
  return ALLOWED[action].includes(role);
}

/** Whether `person` may do something; where not, who of `people` may. One who left may do nothing guarded. */
export function decidePermission(
  person: Pick<Person, 'role' | 'active'>,
  action: GuardedAction,
  people: readonly Person[],
): Permission {
  if (person.active && mayDo(person.role, action)) return { ok: true };
  return { ok: false, action, whoMay: people.filter(({ role, active }) => active && mayDo(role, action)) };
}
