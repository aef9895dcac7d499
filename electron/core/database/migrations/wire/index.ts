import type { Migration } from '../../migrate.ts';
import { stories } from './0001-stories.ts';

/** wire.db: what arrived. Append only; a step that has shipped is never edited. */
export const wireMigrations: readonly Migration[] = [stories];
