import type { Migration } from '../../migrate.ts';

/** How often somebody was told again that an entry is open since its source last changed (shared/domain/decide-reminder.ts). */
export const impactReminders: Migration = {
  name: '0025-impact-reminders',
  run(database) {
    database.exec('ALTER TABLE impact ADD COLUMN reminders INTEGER NOT NULL DEFAULT 0');
  },
};
