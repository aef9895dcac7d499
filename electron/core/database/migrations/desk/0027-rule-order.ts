import type { Migration } from '../../migrate.ts';

/** Rules stand in an order of the house's own; until now it was that in which they were made. */
export const ruleOrder: Migration = {
  name: '0027-rule-order',
  run(database) {
    database.exec(`
      ALTER TABLE rule ADD COLUMN place INTEGER NOT NULL DEFAULT 0;
      UPDATE rule SET place = (SELECT count(*) FROM rule earlier
        WHERE (earlier.created_at, earlier.id) <= (rule.created_at, rule.id));
    `);
  },
};
