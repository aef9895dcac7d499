import type { Migration } from '../../migrate.ts';

/** What is withdrawn or under embargo is found without a walk through the archive. */
export const statusIndexes: Migration = {
  name: '0003-status-indexes',
  run(database) {
    database.exec(`
      CREATE INDEX story_by_withdrawal ON story (newest_version_id) WHERE effective_status = 'canceled';
      CREATE INDEX story_by_embargo ON story (newest_version_id) WHERE embargoed_until IS NOT NULL;
    `);
  },
};
