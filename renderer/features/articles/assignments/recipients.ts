/** Whom an article can be sent to, in words. */
import type { Recipient } from '../../../../shared/contract/people.ts';
import { roleSchema } from '../../../../shared/contract/people.ts';
import { desksOf } from '../../../../shared/domain/permission.ts';
import { usePeople } from '../../../people.ts';

/** A key that is the same for the same recipient: for lists of choices. */
export function recipientKey(to: Recipient): string {
  return to.kind === 'person' ? to.personId : to.role;
}

/** Everybody who is here but who sits here, and the desks at which at least one of them sits. */
export function useRecipients(): { people: Recipient[]; desks: Recipient[] } {
  const { active, current } = usePeople();
  const others = active.filter(({ personId }) => personId !== current?.personId);
  return {
    people: others.map(({ personId }) => ({ kind: 'person', personId })),
    desks: roleSchema.options
      .filter((role) => others.some((person) => desksOf(person.role).includes(role)))
      .map((role) => ({ kind: 'desk', role })),
  };
}
