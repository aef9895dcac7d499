import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

/** Files that hold the one writing connection to `wire.db`, or the only connection there is at that moment. */
const OWN_FILE = [
  'database/migrate.ts',
  'wire/delivery-log.ts',
  'wire/forget-stories.ts',
  'wire/ingest-writer.ts',
];

test('nothing on the desk’s connection asks for the right to write both files', () => {
  const core = join(import.meta.dirname, '../electron/core');
  const asking = readdirSync(core, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .filter((file) => /\.immediate\b|BEGIN IMMEDIATE'/.test(readFileSync(join(core, file), 'utf8')));
  expect(asking.toSorted()).toEqual(OWN_FILE);
});
