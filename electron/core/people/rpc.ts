import { implement } from '@orpc/server';
import { peopleContract } from '../../../shared/contract/people.ts';
import type { PeopleService } from './service.ts';

const procedures = implement(peopleContract);

/** The people slice behind the contract. */
export function peopleRouter(people: PeopleService) {
  return {
    list: procedures.list.handler(() => people.list()),
    sitDown: procedures.sitDown.handler(({ input }) => people.sitDown(input.personId)),
    add: procedures.add.handler(({ input }) => people.add(input)),
    trail: procedures.trail.handler(({ input }) => people.trail(input.cursor, input.limit)),
    change: procedures.change.handler(({ input }) => people.change(input)),
  };
}
