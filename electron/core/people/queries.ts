/** All SQL of the people slice; rows are mapped here and nowhere else. */
import type { Person, PersonFacts, Role } from '../../../shared/contract/people.ts';
import type { Database } from '../database/open.ts';

interface PersonRow {
  id: string;
  name: string;
  code: string;
  role: Role;
  left_at: number | null;
}

function personOf({ id, name, code, role, left_at: leftAt }: PersonRow): Person {
  return { personId: id, name, code, role, active: leftAt === null };
}

export function peopleQueries(database: Database) {
  const statements = {
    list: database.prepare<[], PersonRow>('SELECT * FROM person ORDER BY number'),
    get: database.prepare<[string], PersonRow>('SELECT * FROM person WHERE id = ?'),
    current: database.prepare<[], PersonRow>(
      'SELECT person.* FROM workplace JOIN person ON person.id = workplace.person_id',
    ),
    add: database.prepare(
      `INSERT INTO person (id, name, code, role, created_at) VALUES (@personId, @name, @code, @role, @now)`,
    ),
    change: database.prepare(
      `UPDATE person SET name = @name, code = @code, role = @role,
         left_at = CASE WHEN @active THEN NULL ELSE coalesce(left_at, @now) END
       WHERE id = @personId`,
    ),
    sitDown: database.prepare(
      `INSERT INTO workplace (id, person_id) VALUES (1, ?)
       ON CONFLICT (id) DO UPDATE SET person_id = excluded.person_id`,
    ),
  };
  return {
    list: (): Person[] => statements.list.all().map(personOf),
    get(personId: string): Person | null {
      const row = statements.get.get(personId);
      return row ? personOf(row) : null;
    },
    current(): Person | null {
      const row = statements.current.get();
      return row ? personOf(row) : null;
    },
    add(person: PersonFacts & { personId: string; now: number }): void {
      statements.add.run(person);
    },
    change({ active, ...person }: PersonFacts & { personId: string; active: boolean; now: number }): void {
      statements.change.run({ ...person, active: active ? 1 : 0 });
    },
    sitDown(personId: string): void {
      statements.sitDown.run(personId);
    },
  };
}
