import type { Migration } from '../../migrate.ts';
import { stories } from './0001-stories.ts';
import { searchInParts } from './0002-search-in-parts.ts';
import { statusIndexes } from './0003-status-indexes.ts';
import { folding } from './0004-folding.ts';
import { deliveries } from './0005-deliveries.ts';
import { factsAndRules } from './0006-facts-and-rules.ts';
import { saidAndLeft } from './0007-said-and-left.ts';

/** wire.db: what arrived. Append only; a step that has shipped is never edited. */
export const wireMigrations: readonly Migration[] = [
  stories,
  searchInParts,
  statusIndexes,
  folding,
  deliveries,
  factsAndRules,
  saidAndLeft,
];
