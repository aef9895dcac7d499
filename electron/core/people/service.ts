/** The people of the house and who of them sits here. */
import { randomUUID } from 'node:crypto';
import type { HouseEntry } from '../../../shared/contract/house-trail.ts';
import type { Person, PersonFacts } from '../../../shared/contract/people.ts';
import { decidePermission, type GuardedAction } from '../../../shared/domain/permission.ts';
import type { Database } from '../database/open.ts';
import { contractError } from '../errors.ts';
import type { EventBus } from '../events.ts';
import type { Clock } from '../providers.ts';
import type { Workplace } from '../workplace.ts';
import { peopleQueries } from './queries.ts';
import { createHouseTrail } from './trail.ts';

export type PeopleService = ReturnType<typeof createPeopleService>;

/**
 * `firstPerson`: who the settings of an earlier version said sits here; empty where nobody said. Where there is nobody
 * yet, that person comes first, as administrator, so that a house of one can do everything at once.
 */
export function createPeopleService({
  database,
  events,
  clock,
  firstPerson,
}: {
  database: Database;
  events: EventBus;
  clock: Clock;
  firstPerson: { name: string; code: string };
}) {
  const queries = peopleQueries(database);
  const trail = createHouseTrail(database, clock.now);
  const atomically = <Result>(work: () => Result): Result => database.transaction(work)();

  function begin(): Person {
    return atomically(() => {
      const personId = queries.list()[0]?.personId ?? randomUUID();
      if (queries.get(personId) === null) {
        queries.add({ personId, ...firstPerson, role: 'administrator', now: clock.now() });
      }
      queries.sitDown(personId);
      return stored(personId);
    });
  }

  let current = queries.current() ?? begin();

  function stored(personId: string): Person {
    const person = queries.get(personId);
    if (!person) throw contractError('NOT_FOUND', { kind: 'person', id: personId });
    return person;
  }

  function requirePermission(action: GuardedAction): Person {
    const decision = decidePermission(current, action, queries.list());
    if (decision.ok) return current;
    const whoMay = decision.whoMay.map(({ name, code }) => ({ name, code }));
    throw contractError('NOT_PERMITTED', { action, whoMay });
  }

  function refuse(field: string, reason: string): never {
    throw contractError('INVALID', { field, reason });
  }

  /** The facts as they are kept. Throws INVALID; a code belongs to one person as long as that person is here. */
  function sound({ name, code, role }: PersonFacts, personId: string | null): PersonFacts {
    const facts = { name: name.trim().replace(/\s+/g, ' '), code: code.trim(), role };
    if (facts.name === '') refuse('name', 'name-missing');
    if (/[()[\]/]/.test(facts.code)) refuse('code', 'code-signs');
    const sameCode = (other: Person): boolean =>
      other.active && other.personId !== personId && other.code.toLowerCase() === facts.code.toLowerCase();
    if (facts.code !== '' && queries.list().some(sameCode)) refuse('code', 'code-taken');
    return facts;
  }

  /** Writes, then tells. */
  function write(personId: string, work: () => void): Person {
    const person = atomically(() => {
      work();
      return stored(personId);
    });
    current = queries.current() ?? current;
    events.emit({ type: 'people.changed' });
    return person;
  }

  const workplace: Workplace = {
    currentPerson: () => current,
    person: (personId) => queries.get(personId),
    requirePermission,
    record: (entry) => trail.record(current.personId, entry),
  };

  /** What changed about a person, in one line of the trail. */
  function recordChange(before: Person, { name, role, active }: Person): void {
    const kind: HouseEntry['kind'] =
      before.active === active ? 'person-changed' : active ? 'person-returned' : 'person-left';
    workplace.record({ kind, name, role });
  }

  return {
    workplace,
    trail: trail.list,
    /** A backup was put in place by somebody who need not be known in it. */
    recordRestore(personId: string | null, backup: string): void {
      const known = personId !== null && queries.get(personId) !== null;
      trail.record(known ? personId : null, { kind: 'restored', backup });
    },
    list: () => ({ people: queries.list(), currentPersonId: current.personId }),

    sitDown(personId: string): Person {
      if (!stored(personId).active) refuse('personId', 'person-left');
      const { personId: beforeId, name, code } = current;
      if (personId === beforeId) return current;
      return write(personId, () => {
        queries.sitDown(personId);
        trail.record(personId, { kind: 'sat-down', before: name || code });
      });
    },

    add(facts: PersonFacts): Person {
      requirePermission('manage-people');
      const personId = randomUUID();
      return write(personId, () => {
        const kept = sound(facts, null);
        queries.add({ personId, ...kept, now: clock.now() });
        workplace.record({ kind: 'person-added', name: kept.name, role: kept.role });
      });
    },

    change({ personId, active, ...facts }: PersonFacts & { personId: string; active: boolean }): Person {
      requirePermission('manage-people');
      const before = stored(personId);
      if (!active && personId === current.personId) refuse('active', 'person-sits-here');
      return write(personId, () => {
        queries.change({ personId, active, ...sound(facts, personId), now: clock.now() });
        const administrators = queries.list().filter((one) => one.active && one.role === 'administrator');
        if (administrators.length === 0) refuse('role', 'last-administrator');
        recordChange(before, stored(personId));
      });
    },
  };
}
