/** Judges stories by the routing rules as they are stored, in the ingest worker: the core acts on what was met. */
import {
  compileWireQuery,
  type ArrivedStory,
  type QueryContext,
} from '../../../shared/domain/match-wire-query.ts';
import { indexedWords } from '../../../shared/domain/search-words.ts';
import type { PubStatus } from '../../../shared/contract/common.ts';
import type { WireQuery } from '../../../shared/domain/wire-query.ts';
import type { Database } from '../database/open.ts';
import type { ParsedStory } from './parsed-story.ts';

/** A rule as the worker is handed it: its condition, read and with its names looked up. */
export interface IngestRule {
  ruleId: string;
  query: WireQuery;
  context: QueryContext;
  /** What it raises or lowers a story's urgency to; null: it leaves it alone. */
  urgency: number | null;
}

/** A version that was just stored. */
export interface StoredArrival {
  storyId: number;
  versionId: number;
  sourceId: string;
  /** Status of the story as a whole. */
  status: PubStatus;
  parsed: ParsedStory;
  /** Milliseconds since 1970. */
  now: number;
}

export function createRuleJudge(database: Database) {
  const statements = {
    match: database.prepare(
      `INSERT INTO rule_match (rule_id, story_id, version_id, urgency) VALUES (@ruleId, @storyId, @versionId, @urgency)
       ON CONFLICT DO NOTHING`,
    ),
    /** A rule's urgency outlasts the versions that follow; of several the first rule's. */
    setUrgency: database.prepare(
      `UPDATE story SET urgency = coalesce(
         (SELECT urgency FROM rule_match WHERE story_id = @storyId AND urgency IS NOT NULL ORDER BY id LIMIT 1), urgency)
       WHERE id = @storyId`,
    ),
    keepFacts: database.prepare(
      `INSERT INTO story_facts (story_id, fields) VALUES (@storyId, @fields)
       ON CONFLICT (story_id) DO UPDATE SET fields = excluded.fields`,
    ),
  };

  return {
    /** Keeps what the version that is shown says of itself. */
    keepFacts(storyId: number, { facts }: ParsedStory): void {
      statements.keepFacts.run({ storyId, fields: JSON.stringify(facts) });
    },

    /**
     * A judge for one delivery: notes each rule that meets a story for the first time and answers how many did. A rule
     * that cannot be judged by meets nothing and keeps nothing from being stored.
     */
    forDelivery(rules: readonly IngestRule[]): (arrival: StoredArrival) => number {
      const compiled = rules.map(({ ruleId, query, context, urgency }) => ({
        ruleId,
        urgency,
        meets: compileWireQuery(query, context),
      }));
      return ({ storyId, versionId, sourceId, status, parsed, now }) => {
        let words: string[] | null = null;
        const story: ArrivedStory = {
          sourceId,
          facts: parsed.facts,
          urgency: parsed.urgency,
          status,
          embargoed: parsed.embargoed !== null || parsed.embargoUnreadable,
          arrivedAt: now,
          words: () => (words ??= indexedWords(`${parsed.headline}\n${parsed.bodyText}`)),
        };
        let met = 0;
        for (const { ruleId, urgency, meets } of compiled) {
          if (meets(story)) met += statements.match.run({ ruleId, storyId, versionId, urgency }).changes;
        }
        // A later version brings the source's own urgency back: the rule's is set again.
        if (compiled.some((rule) => rule.urgency !== null)) statements.setUrgency.run({ storyId });
        return met;
      };
    },
  };
}
