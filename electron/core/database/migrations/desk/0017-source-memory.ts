import type { Migration } from '../../migrate.ts';

/**
 * Every way in may remember what it has read: files of folders, near and far, the place in a mailbox, the key of a server.
 * And that a password lies in the vault is known without opening it.
 */
export const sourceMemory: Migration = {
  name: '0017-source-memory',
  run(database) {
    database.exec(`
      ALTER TABLE folder_file RENAME TO source_memory;
      ALTER TABLE source_memory RENAME COLUMN path TO key;
      ALTER TABLE source_memory RENAME COLUMN stamp TO value;
      ALTER TABLE source ADD COLUMN has_secret INTEGER NOT NULL DEFAULT 0;
    `);
  },
};
