import type { Migration } from '../../migrate.ts';

/**
 * Whether a picture was stored without its camera data. Pictures are named by their bytes and articles know them by that
 * name, so those that were stored before stay as they are and lose theirs when they leave the house.
 */
export const barePictures: Migration = {
  name: '0032-bare-pictures',
  run(database) {
    database.exec(`ALTER TABLE media ADD COLUMN is_bare INTEGER NOT NULL DEFAULT 0`);
  },
};
