import { expect, it } from 'vitest';
import { noteThreadSchema } from '../../../../shared/document/marks.ts';
import { beginThread, remove, reopen, reply, resolve } from './note-changes.ts';

const sari = { personId: 'sari', now: Date.UTC(2018, 3, 27, 8) };
const budi = { personId: 'budi', now: Date.UTC(2018, 3, 27, 9) };

it('a note is begun, answered, resolved, opened again by an answer, and deleted', () => {
  const begun = beginThread([], { noteId: 'c1', quote: 'Presiden' }, 'Presiden siapa?', sari);
  const answered = reply(begun, 'c1', 'Joko Widodo.', budi);
  expect(answered[0]?.messages.map(({ text, personId }) => [personId, text])).toEqual([
    ['sari', 'Presiden siapa?'],
    ['budi', 'Joko Widodo.'],
  ]);
  const resolved = resolve(answered, 'c1', sari);
  expect(resolved[0]?.resolved).toEqual({ personId: 'sari', at: '2018-04-27T08:00:00.000Z' });
  expect(reopen(resolved, 'c1')[0]?.resolved).toBeNull();
  expect(reply(resolved, 'c1', 'Sebentar.', budi)[0]?.resolved).toBeNull();
  expect(noteThreadSchema.array().parse(resolved)).toEqual(resolved);
  expect(remove(resolved, 'c1')).toEqual([]);
});
