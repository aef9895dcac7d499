import SqliteDatabase from 'better-sqlite3';
import { beforeEach, expect, test } from 'vitest';
import type { CoreEvent } from '../../../shared/contract/events.ts';
import { createEventBus } from '../events.ts';
import { runAfterCommit } from './after-commit.ts';
import type { Database } from './open.ts';

let database: Database;
let afterCommit: (work: () => void) => void;
let told: string[];

beforeEach(() => {
  database = new SqliteDatabase(':memory:');
  database.exec('CREATE TABLE word (word TEXT)');
  afterCommit = runAfterCommit(database);
  told = [];
  return () => database.close();
});

/** Writes a word, and tells of it together with whether it could still be taken back. */
function write(word: string): void {
  database.prepare('INSERT INTO word VALUES (?)').run(word);
  afterCommit(() => told.push(database.inTransaction ? `${word}, open` : word));
}

function words(): unknown[] {
  return database.prepare('SELECT word FROM word').pluck().all();
}

test('outside a transaction it is told at once', () => {
  write('Jakarta');
  expect(told).toEqual(['Jakarta']);
});

test('what is written inside a transaction inside another is told when that one is committed, in its order', () => {
  const inner = database.transaction((word: string) => write(word));
  database.transaction(() => {
    write('Ambon');
    inner('Biak');
    expect(told).toEqual([]);
    write('Cirebon');
  })();
  expect(told).toEqual(['Ambon', 'Biak', 'Cirebon']);
  inner.immediate('Dumai');
  expect(told.at(-1)).toBe('Dumai');
});

test('nothing is told of what was rolled back, whole or in part', () => {
  const failing = database.transaction((word: string) => {
    write(word);
    throw new Error('disk full');
  });
  expect(() => failing('Ambon')).toThrow('disk full');
  database.transaction(() => {
    write('Biak');
    expect(() => failing('Cirebon')).toThrow('disk full');
    write('Dumai');
  })();
  expect(words()).toEqual(['Biak', 'Dumai']);
  expect(told).toEqual(['Biak', 'Dumai']);
});

test('work that writes in its turn is followed by what it tells', () => {
  database.transaction(() => {
    afterCommit(() => database.transaction(() => write('Biak'))());
    write('Ambon');
  })();
  expect(told).toEqual(['Biak', 'Ambon']);
});

test('events follow the commit of the outermost transaction', () => {
  const events = createEventBus(() => {}, afterCommit);
  const heard: CoreEvent['type'][] = [];
  events.subscribe(({ type }) => heard.push(type));
  const change = database.transaction(() => events.emit({ type: 'impact.changed' }));
  database.transaction(() => {
    change();
    expect(heard).toEqual([]);
  })();
  expect(heard).toEqual(['impact.changed']);
});
