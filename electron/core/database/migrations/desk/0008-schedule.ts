import type { Migration } from '../../migrate.ts';

/** When a delivery is to go out, and whether the target itself has taken over keeping that time. */
export const schedule: Migration = {
  name: '0008-schedule',
  run(database) {
    database.exec(`
      ALTER TABLE delivery ADD COLUMN publish_at INTEGER;
      ALTER TABLE delivery ADD COLUMN handed_over INTEGER NOT NULL DEFAULT 0;
      CREATE INDEX delivery_by_publish_at ON delivery (publish_at) WHERE publish_at IS NOT NULL;
      CREATE INDEX delivery_scheduled ON delivery (target_id, article_id) WHERE state = 'scheduled';
    `);
  },
};
