/** All SQL of the routing rules; rows are mapped here and nowhere else. Times in milliseconds since 1970. */
import {
  ruleFactsSchema,
  ruleFiringSchema,
  type Rule,
  type RuleAction,
  type RuleFacts,
  type RuleFiring,
} from '../../../shared/contract/rules.ts';
import type { Database } from '../database/open.ts';

const mostFirings = 2_000;

interface RuleRow {
  id: string;
  facts: string;
  person_id: string;
  firings: number;
  last_fired_at: number | null;
}

interface FiringRow {
  id: number;
  rule_id: string;
  rule_name: string;
  story_id: number;
  headline: string;
  at: number;
  actions: string;
  outcomes: string | null;
}

/** A rule met a story: what is to be acted on. */
export interface RuleMatch {
  matchId: number;
  ruleId: string;
  storyId: number;
  versionId: number;
}

function ruleOf(row: RuleRow): Rule {
  return {
    ...ruleFactsSchema.parse(JSON.parse(row.facts)),
    ruleId: row.id,
    personId: row.person_id,
    firings: row.firings,
    lastFiredAt: row.last_fired_at === null ? null : new Date(row.last_fired_at).toISOString(),
  };
}

function firingOf(row: FiringRow): RuleFiring {
  const interrupted = (JSON.parse(row.actions) as RuleAction[]).map((action) => ({
    action,
    failure: 'interrupted' as const,
  }));
  return ruleFiringSchema.parse({
    firingId: row.id,
    ruleId: row.rule_id,
    ruleName: row.rule_name,
    storyId: row.story_id,
    headline: row.headline,
    at: new Date(row.at).toISOString(),
    outcomes: row.outcomes === null ? interrupted : JSON.parse(row.outcomes),
  });
}

export function ruleQueries(database: Database) {
  const statements = {
    list: database.prepare<[], RuleRow>(
      'SELECT * FROM rule WHERE removed_at IS NULL ORDER BY place, created_at, id',
    ),
    get: database.prepare<[string], RuleRow>('SELECT * FROM rule WHERE id = ? AND removed_at IS NULL'),
    insert: database.prepare(
      `INSERT INTO rule (id, facts, person_id, created_at, place)
       VALUES (?, ?, ?, ?, 1 + coalesce((SELECT max(place) FROM rule), 0))`,
    ),
    place: database.prepare('UPDATE rule SET place = ? WHERE id = ?'),
    change: database.prepare('UPDATE rule SET facts = ?, person_id = ? WHERE id = ? AND removed_at IS NULL'),
    remove: database.prepare('UPDATE rule SET removed_at = ? WHERE id = ? AND removed_at IS NULL'),
    matches: database.prepare<[number], RuleMatch>(
      `SELECT id AS matchId, rule_id AS ruleId, story_id AS storyId, version_id AS versionId FROM wire.rule_match
       WHERE id > (SELECT acted_up_to FROM rule_progress) ORDER BY id LIMIT ?`,
    ),
    actedUpTo: database.prepare('UPDATE rule_progress SET acted_up_to = ?'),
    notBeyondWire: database.prepare(
      `UPDATE rule_progress SET acted_up_to = min(acted_up_to,
         coalesce((SELECT seq FROM wire.sqlite_sequence WHERE name = 'rule_match'), 0))`,
    ),
    fire: database.prepare<[string, string, number, string, number, string], { id: number }>(
      `INSERT INTO rule_firing (rule_id, rule_name, story_id, headline, at, actions) VALUES (?, ?, ?, ?, ?, ?)
       RETURNING id`,
    ),
    countFiring: database.prepare('UPDATE rule SET firings = firings + 1, last_fired_at = ? WHERE id = ?'),
    thinOut: database.prepare(
      `DELETE FROM rule_firing WHERE id <= (SELECT id FROM rule_firing ORDER BY id DESC LIMIT 1 OFFSET ${mostFirings})`,
    ),
    settle: database.prepare('UPDATE rule_firing SET outcomes = ?, drafted = ? WHERE id = ?'),
    log: database.prepare<[number, number], FiringRow>(
      'SELECT * FROM rule_firing WHERE id < ? ORDER BY id DESC LIMIT ?',
    ),
    draftsSince: database
      .prepare<[number], number>('SELECT count(*) FROM rule_firing WHERE drafted = 1 AND at >= ?')
      .pluck(),
    forget: database.prepare('DELETE FROM rule_firing WHERE story_id IN (SELECT value FROM json_each(?))'),
  };

  return {
    list: (): Rule[] => statements.list.all().map(ruleOf),
    get(ruleId: string): Rule | null {
      const row = statements.get.get(ruleId);
      return row ? ruleOf(row) : null;
    },
    insert: (ruleId: string, facts: RuleFacts, personId: string, now: number) =>
      statements.insert.run(ruleId, JSON.stringify(facts), personId, now),
    change: (ruleId: string, facts: RuleFacts, personId: string): boolean =>
      statements.change.run(JSON.stringify(facts), personId, ruleId).changes > 0,
    /** Sets the order; call it inside a transaction. */
    arrange: (ruleIds: readonly string[]): void =>
      ruleIds.forEach((ruleId, index) => statements.place.run(index + 1, ruleId)),
    remove: (ruleId: string, now: number): boolean => statements.remove.run(now, ruleId).changes > 0,
    /** What was met and not acted on yet, in the order in which it came. */
    matches: (limit: number): RuleMatch[] => statements.matches.all(limit),
    actedUpTo: (matchId: number) => statements.actedUpTo.run(matchId),
    /** A `wire.db` that was made anew counts from 1 again. */
    notBeyondWire: () => statements.notBeyondWire.run(),
    /** Notes that a rule fires, before it does anything; answers the firing's id. Call it inside a transaction. */
    fire(rule: Rule, match: RuleMatch, headline: string, now: number): number {
      const { ruleId, name, actions } = rule;
      const id =
        statements.fire.get(ruleId, name, match.storyId, headline, now, JSON.stringify(actions))?.id ?? 0;
      statements.countFiring.run(now, ruleId);
      statements.thinOut.run();
      return id;
    },
    settle(firingId: number, outcomes: RuleFiring['outcomes']): void {
      const drafted = outcomes.some(({ articleId }) => articleId !== undefined);
      statements.settle.run(JSON.stringify(outcomes), drafted ? 1 : 0, firingId);
    },
    log: (before: number | null, limit: number): RuleFiring[] =>
      statements.log.all(before ?? Number.MAX_SAFE_INTEGER, limit).map(firingOf),
    draftsSince: (since: number): number => statements.draftsSince.get(since) ?? 0,
    forget: (storyIds: readonly number[]) => statements.forget.run(JSON.stringify(storyIds)),
  };
}
