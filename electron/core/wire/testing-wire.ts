/** An empty `wire.db` of its own for a test. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openWireDatabase, type Database } from '../database/open.ts';

export interface TestWire {
  folder: string;
  database: Database;
  close(): void;
}

export function openTestWire(): TestWire {
  const folder = mkdtempSync(join(tmpdir(), 'redaksi-wire-'));
  const database = openWireDatabase(folder);
  return {
    folder,
    database,
    close() {
      database.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
