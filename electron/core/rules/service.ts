/**
 * The routing rules: kept, handed to whoever judges arrivals, and acted on. The ingest worker notes in `wire.db` which
 * rule met which story; here what was noted is acted on, in order, each once, whatever came in between.
 */
import { randomUUID } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import type { PubStatus } from '../../../shared/contract/common.ts';
import type { News } from '../../../shared/contract/notifications.ts';
import type { Rule, RuleAction, RuleFacts, RuleFailure, RuleFiring } from '../../../shared/contract/rules.ts';
import { ruleProblems, type QueryContext } from '../../../shared/domain/match-wire-query.ts';
import { readWireQuery, type WireQuery } from '../../../shared/domain/wire-query.ts';
import type { Database } from '../database/open.ts';
import { contractError } from '../errors.ts';
import type { EventBus } from '../events.ts';
import type { Clock, Log } from '../providers.ts';
import type { Workplace } from '../workplace.ts';
import { createGatheredNews } from './gathered-news.ts';
import { ruleQueries, type RuleMatch } from './queries.ts';

/** Matches acted on before others get a turn. */
const atOnce = 20;
/** A rule that is too wide fills no desk: more drafts than this in an hour are not made. */
const draftsAnHour = 20;
const HOUR_MS = 3_600_000;

export type RulesService = ReturnType<typeof createRulesService>;

/** What rules do elsewhere. What throws counts as an action that failed. */
export interface RuleHands {
  tag(storyId: number, tag: string): void;
  /** False where it is in another section already. */
  section(storyId: number, section: string): boolean;
  spike(storyId: number, personId: string): void;
  /** False where somebody else has it. */
  assign(storyId: number, personId: string): boolean;
  /** Answers the id of the draft. */
  draft(storyId: number, versionId: number): string;
  notify(news: News): void;
}

interface RulesOptions {
  database: Database;
  events: EventBus;
  clock: Clock;
  log: Log;
  workplace: Workplace;
  offsetMinutes: () => number;
  /** The sources whose names hold one of these words. */
  sourcesNamed: (names: readonly string[]) => string[];
  hasSection: (slug: string) => boolean;
  /** Null where it was forgotten meanwhile. */
  story: (storyId: number) => { headline: string; status: PubStatus } | null;
  hands: RuleHands;
}

/** What saving a rule that is there already comes to, for the trail of the house. */
function changeOf(before: Rule, { enabled, ...facts }: RuleFacts) {
  const { name, condition, actions } = before;
  const isSwitched = enabled !== before.enabled;
  if (!isSwitched || !isDeepStrictEqual({ name, condition, actions }, facts)) return 'rule-changed';
  return enabled ? 'rule-resumed' : 'rule-paused';
}

/** A condition, read and with its names looked up. */
export interface ReadCondition {
  query: WireQuery;
  context: QueryContext;
}

/** A rule as stories are judged by it as they are stored. */
interface RuleInForce extends ReadCondition {
  ruleId: string;
  /** What it raises or lowers a story's urgency to; null: it leaves it alone. */
  urgency: number | null;
}

export function createRulesService({
  database,
  events,
  clock,
  log,
  workplace,
  offsetMinutes,
  sourcesNamed,
  hasSection,
  story,
  hands,
}: RulesOptions) {
  const queries = ruleQueries(database);
  const gathered = createGatheredNews(hands.notify);
  const atomically = <Result>(work: () => Result): Result => database.transaction(work)();
  let acting: Promise<void> | null = null;
  let stopped = false;
  let inForce: RuleInForce[] | null = null;
  const stopHearing = events.subscribe(({ type }) => {
    if (type === 'rules.changed' || type === 'source.changed' || type === 'settings.changed') inForce = null;
  });

  function read(condition: string): ReadCondition {
    const query = readWireQuery(condition, clock.now(), offsetMinutes());
    return {
      query,
      context: {
        sourceIds: query.sources.length === 0 ? null : sourcesNamed(query.sources),
        withoutSourceIds: query.withoutSources.length === 0 ? [] : sourcesNamed(query.withoutSources),
        offsetMinutes: offsetMinutes(),
      },
    };
  }

  /** Throws INVALID where the condition says nothing as a story arrives. */
  function readUsable(condition: string): ReadCondition {
    const found = read(condition);
    const [problem] = ruleProblems(found.query);
    if (problem !== undefined) throw contractError('INVALID', { field: 'condition', reason: problem });
    return found;
  }

  /** Does one action; null where it is done, else why not. */
  function perform(action: RuleAction, rule: Rule, match: RuleMatch, status: PubStatus): Outcome {
    const { storyId } = match;
    const failed = (failure: RuleFailure): Outcome => ({ action, failure });
    switch (action.kind) {
      case 'tag':
        hands.tag(storyId, action.tag);
        break;
      case 'section':
        if (!hasSection(action.section)) return failed('section-gone');
        if (!hands.section(storyId, action.section)) return failed('section-set');
        break;
      case 'spike':
        hands.spike(storyId, rule.personId);
        break;
      case 'assign':
        if (workplace.person(action.personId)?.active !== true) return failed('person-gone');
        if (!hands.assign(storyId, action.personId)) return failed('taken');
        break;
      case 'draft':
        if (status !== 'usable') return failed('not-usable');
        if (queries.draftsSince(clock.now() - HOUR_MS) >= draftsAnHour) return failed('too-many-drafts');
        return { action, failure: null, articleId: hands.draft(storyId, match.versionId) };
      // The urgency was set as the story was stored, notifications are told together.
      case 'urgency':
      case 'notify':
        break;
    }
    return { action, failure: null };
  }

  function tryToPerform(action: RuleAction, rule: Rule, match: RuleMatch, status: PubStatus): Outcome {
    try {
      return perform(action, rule, match, status);
    } catch (error) {
      log.warn('rule action failed', { rule: rule.ruleId, action: action.kind, error: String(error) });
      return { action, failure: 'failed' };
    }
  }

  /** Acts on one match; answers the headline where the rule wants it told. */
  function act(match: RuleMatch): { rule: Rule; headline: string } | null {
    const rule = queries.get(match.ruleId);
    const found = story(match.storyId);
    if (rule === null || found === null || !rule.enabled) {
      queries.actedUpTo(match.matchId);
      return null;
    }
    const { headline, status } = found;
    const firingId = atomically(() => {
      queries.actedUpTo(match.matchId);
      return queries.fire(rule, match, headline, clock.now());
    });
    const outcomes = rule.actions.map((action) => tryToPerform(action, rule, match, status));
    queries.settle(firingId, outcomes);
    return rule.actions.some(({ kind }) => kind === 'notify') ? { rule, headline } : null;
  }

  async function actOnAll(): Promise<void> {
    while (!stopped) {
      const matches = queries.matches(atOnce);
      if (matches.length === 0) return;
      const told = matches.flatMap((match) => {
        const one = act(match);
        return one === null ? [] : [{ ...one, storyId: match.storyId }];
      });
      gathered.add(told);
      events.emit({ type: 'rules.changed' });
      await nextTurn();
    }
  }

  function known(ruleId: string): Rule {
    const rule = queries.get(ruleId);
    if (rule === null) throw contractError('NOT_FOUND', { kind: 'rule', id: ruleId });
    return rule;
  }

  return {
    list: queries.list,
    log: queries.log,
    readUsable,

    /** The rules in force, read: what the ingest worker judges by. */
    inForce: (): readonly RuleInForce[] =>
      (inForce ??= queries
        .list()
        .filter(({ enabled }) => enabled)
        .map(({ ruleId, condition, actions }) => {
          const raise = actions.find(({ kind }) => kind === 'urgency');
          return { ruleId, ...read(condition), urgency: raise?.kind === 'urgency' ? raise.urgency : null };
        })),

    /** See the contract. Throws INVALID, NOT_FOUND. */
    save(ruleId: string | null, facts: RuleFacts): Rule {
      readUsable(facts.condition);
      const { personId } = workplace.currentPerson();
      const { name } = facts;
      const id = ruleId ?? randomUUID();
      atomically(() => {
        if (ruleId === null) {
          queries.insert(id, facts, personId, clock.now());
          workplace.record({ kind: 'rule-added', name });
        } else {
          const before = known(id);
          queries.change(id, facts, personId);
          workplace.record({ kind: changeOf(before, facts), name });
        }
      });
      events.emit({ type: 'rules.changed' });
      return known(id);
    },

    /** See the contract. */
    arrange(ruleIds: readonly string[]): Rule[] {
      atomically(() => {
        const before = queries.list().map((rule) => rule.ruleId);
        const named = new Set(ruleIds);
        const after = [...ruleIds, ...before.filter((ruleId) => !named.has(ruleId))];
        queries.arrange(after);
        const now = queries.list().map((rule) => rule.ruleId);
        if (now.join() !== before.join()) workplace.record({ kind: 'rules-arranged' });
      });
      events.emit({ type: 'rules.changed' });
      return queries.list();
    },

    /** Throws NOT_FOUND. */
    remove(ruleId: string): void {
      atomically(() => {
        const { name } = known(ruleId);
        queries.remove(ruleId, clock.now());
        workplace.record({ kind: 'rule-removed', name });
      });
      events.emit({ type: 'rules.changed' });
    },

    /** Acts on everything that was met and not acted on yet. Never throws: what cannot be done waits for the next time. */
    actOnMatches(): Promise<void> {
      acting ??= actOnAll()
        .catch((error: unknown) => log.error('rules not acted on', { error: String(error) }))
        .finally(() => {
          acting = null;
        });
      return acting;
    },

    /** Takes stories that are gone for good out of the log. */
    forget: (storyIds: readonly number[]): void => void queries.forget(storyIds),

    start(): void {
      queries.notBeyondWire();
      void this.actOnMatches();
    },

    async stop(): Promise<void> {
      stopped = true;
      stopHearing();
      await acting;
      gathered.finish();
    },
  };
}

type Outcome = RuleFiring['outcomes'][number];
