/** All SQL about targets: what they are, what they remember of their site, what trouble they are in. */
import {
  targetConfigurationSchema,
  type TargetConfiguration,
} from '../../../shared/contract/target-configuration.ts';
import type { Database } from '../database/open.ts';
import type { TargetTrouble } from './circuit-breaker.ts';

export interface StoredTarget {
  id: string;
  name: string;
  configuration: TargetConfiguration;
  removed: boolean;
}

interface TargetRow {
  id: string;
  name: string;
  configuration: string;
  removed_at: number | null;
}

interface TroubleRow {
  target_id: string;
  since: number;
  failures: number;
  error: string;
  next_try_at: number | null;
}

function targetOf(row: TargetRow): StoredTarget {
  return {
    id: row.id,
    name: row.name,
    configuration: targetConfigurationSchema.parse(JSON.parse(row.configuration)),
    removed: row.removed_at !== null,
  };
}

function troubleOf(row: TroubleRow): [targetId: string, trouble: TargetTrouble] {
  const { since, failures } = row;
  const error = JSON.parse(row.error) as TargetTrouble['error'];
  return [row.target_id, { since, failures, error, nextTryAt: row.next_try_at }];
}

export function targetQueries(database: Database) {
  const statements = {
    targets: database.prepare<[], TargetRow>(
      'SELECT * FROM target WHERE removed_at IS NULL ORDER BY created_at, id',
    ),
    everyTarget: database.prepare<[], number>('SELECT count(*) FROM target').pluck(),
    target: database.prepare<[string], TargetRow>('SELECT * FROM target WHERE id = ?'),
    addTarget: database.prepare(
      'INSERT INTO target (id, name, configuration, created_at) VALUES (@id, @name, @configuration, @now)',
    ),
    changeTarget: database.prepare(
      'UPDATE target SET name = @name, configuration = @configuration WHERE id = @id',
    ),
    removeTarget: database.prepare('UPDATE target SET removed_at = ? WHERE id = ?'),

    recall: database
      .prepare<[string, string], string>('SELECT value FROM target_memory WHERE target_id = ? AND key = ?')
      .pluck(),
    remember: database.prepare(
      `INSERT INTO target_memory (target_id, key, value) VALUES (?, ?, ?)
       ON CONFLICT (target_id, key) DO UPDATE SET value = excluded.value`,
    ),
    forget: database.prepare('DELETE FROM target_memory WHERE target_id = ?'),

    troubles: database.prepare<[], TroubleRow>('SELECT * FROM target_trouble'),
    writeTrouble: database.prepare(
      `INSERT INTO target_trouble (target_id, since, failures, error, next_try_at)
       VALUES (@targetId, @since, @failures, @error, @nextTryAt)
       ON CONFLICT (target_id) DO UPDATE SET since = excluded.since, failures = excluded.failures,
         error = excluded.error, next_try_at = excluded.next_try_at`,
    ),
    endTrouble: database.prepare('DELETE FROM target_trouble WHERE target_id = ?'),

    erase: [
      'DELETE FROM delivery_exchange WHERE delivery_id IN (SELECT id FROM delivery WHERE target_id = @id)',
      'DELETE FROM delivery WHERE target_id = @id',
      'DELETE FROM front_delivery WHERE target_id = @id',
      'DELETE FROM placement WHERE target_id = @id',
      'DELETE FROM target_memory WHERE target_id = @id',
      'DELETE FROM target_trouble WHERE target_id = @id',
      'DELETE FROM target WHERE id = @id',
    ].map((statement) => database.prepare<{ id: string }>(statement)),
  };

  return {
    targets: (): StoredTarget[] => statements.targets.all().map(targetOf),
    /** Removed ones count: a built-in target that was taken away does not come back. */
    hasEverHadTarget: (): boolean => (statements.everyTarget.get() ?? 0) > 0,
    target(id: string): StoredTarget | null {
      const row = statements.target.get(id);
      return row ? targetOf(row) : null;
    },
    addTarget(target: { id: string; name: string; configuration: TargetConfiguration; now: number }): void {
      statements.addTarget.run({ ...target, configuration: JSON.stringify(target.configuration) });
    },
    changeTarget(target: { id: string; name: string; configuration: TargetConfiguration }): void {
      statements.changeTarget.run({ ...target, configuration: JSON.stringify(target.configuration) });
    },
    removeTarget(id: string, now: number): void {
      statements.removeTarget.run(now, id);
    },

    /** Deletes a target with everything that tells of it, deliveries and all; call it in a transaction. */
    erase(id: string): void {
      for (const statement of statements.erase) statement.run({ id });
    },

    recall: (targetId: string, key: string): string | null => statements.recall.get(targetId, key) ?? null,
    remember(targetId: string, key: string, value: string): void {
      statements.remember.run(targetId, key, value);
    },
    /** Forgets what a target remembered of the site it pointed to. */
    forget(targetId: string): void {
      statements.forget.run(targetId);
    },

    troubles: (): [targetId: string, trouble: TargetTrouble][] => statements.troubles.all().map(troubleOf),
    writeTrouble(targetId: string, trouble: TargetTrouble | null): void {
      if (trouble === null) statements.endTrouble.run(targetId);
      else statements.writeTrouble.run({ targetId, ...trouble, error: JSON.stringify(trouble.error) });
    },
  };
}
