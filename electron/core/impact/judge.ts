/** Looks at a story that changed: opens, moves on or closes the entries of the articles made from it. */
import type { News } from '../../../shared/contract/notifications.ts';
import type { PubStatus } from '../../../shared/contract/common.ts';
import type { ImpactKind } from '../../../shared/contract/impact.ts';
import type { WireStory } from '../../../shared/contract/wire-story.ts';
import { decideImpact } from '../../../shared/domain/decide-impact.ts';
import { silentEdits } from '../../../shared/domain/silent-edits.ts';
import type { Clock } from '../providers.ts';
import type { ImpactQueries, MadeFrom, StoredImpact } from './queries.ts';

/** What the impact slice needs of the wire; create-slices.ts hands it over. */
export interface WireForImpact {
  /** Null where the story is gone. */
  story(storyId: number): {
    newestVersionId: number;
    effectiveStatus: PubStatus;
    withdrawalReason: string | null;
  } | null;
  /** Null where the version is not kept. */
  version(versionId: number): { arrivedAt: number; story: WireStory } | null;
  /** Every version of a story in the order of arrival. */
  versions(storyId: number): { versionId: number; version: string | null }[];
}

export interface ArticlesJudged {
  /** The house took the article back for good: nothing of its sources matters any more. */
  isWithdrawn(articleId: string): boolean;
  /** It was to go out at a time and was stopped. */
  hasStopped(articleId: string): boolean;
}

export type JudgeStory = (storyId: number) => { changed: boolean; news: News[] };

export function createJudge({
  queries,
  wire,
  clock,
  articles,
}: {
  queries: ImpactQueries;
  wire: WireForImpact;
  clock: Clock;
  articles: ArticlesJudged;
}): JudgeStory {
  /** Call it inside a transaction; the news is to be told after it. */
  return (storyId) => {
    const story = wire.story(storyId);
    const newest = story === null ? null : wire.version(story.newestVersionId);
    if (story === null || newest === null) return { changed: false, news: [] };
    const { newestVersionId: versionId, effectiveStatus: status } = story;
    const now = clock.now();
    const after = { story: newest.story, status };
    const silent = silentEdits(wire.versions(storyId)).has(versionId);
    const open = queries.openOf(storyId);
    const told = new Map<string, ImpactKind[]>();
    let changed = false;
    const affected: { impactId: number; kinds: ImpactKind[] }[] = [];

    /** Somebody has decided about just this state of the story. */
    function isSettled(source: MadeFrom): boolean {
      return source.versionId === versionId && source.status === status;
    }

    /** Many articles were made from one version: what happened to it is worked out once. */
    function kindsSince(source: MadeFrom): ImpactKind[] {
      const key = `${source.versionId} ${source.status}`;
      const known = told.get(key);
      if (known !== undefined) return known;
      const before = { story: wire.version(source.versionId)?.story ?? null, status: source.status };
      const kinds = decideImpact(before, after, silent, now);
      told.set(key, kinds);
      return kinds;
    }

    /**
     * An embargo that came and went again leaves the source as it was, but what it stopped stays stopped: somebody has to know
     * that it may go out.
     */
    function kindsOfStopped(entry: StoredImpact): ImpactKind[] {
      const seen = { story: wire.version(entry.versionId)?.story ?? null, status: entry.status };
      const since = decideImpact(seen, after, silent, now);
      return since.length === 0 ? entry.kinds : since;
    }

    function kindsOf(source: MadeFrom, entry: StoredImpact | undefined): ImpactKind[] {
      const { articleId } = source;
      if (articles.isWithdrawn(articleId)) return [];
      const kinds = isSettled(source) ? [] : kindsSince(source);
      if (kinds.length > 0 || entry === undefined || !articles.hasStopped(articleId)) return kinds;
      return kindsOfStopped(entry);
    }

    for (const source of queries.madeFrom(storyId)) {
      const { articleId } = source;
      const entry = open.get(articleId);
      const kinds = kindsOf(source, entry);
      if (kinds.length === 0) {
        if (!isSettled(source)) queries.settle({ articleId, storyId, versionId, status, taken: false });
        if (entry !== undefined) {
          const { impactId } = entry;
          queries.close({ impactId, state: 'not-affected', reason: '', mended: [], by: null, now });
        }
        changed ||= !isSettled(source) || entry !== undefined;
      } else if (entry === undefined) {
        const base = { baseVersionId: source.versionId, baseStatus: source.status };
        const impactId = queries.open({ articleId, storyId, kinds, ...base, versionId, status, now });
        affected.push({ impactId, kinds });
      } else if (entry.versionId !== versionId || entry.status !== status) {
        queries.moveOn({ impactId: entry.impactId, kinds, versionId, status, now });
        affected.push({ impactId: entry.impactId, kinds });
      }
    }
    return { changed: changed || affected.length > 0, news: newsOf(storyId, affected, newest.story) };
  };

  /** One piece of news for a story, whatever the number of articles; that it was withdrawn is news of its own. */
  function newsOf(
    storyId: number,
    affected: readonly { impactId: number; kinds: ImpactKind[] }[],
    { headline }: WireStory,
  ): News[] {
    const [first] = affected;
    const change = first?.kinds[0];
    if (first === undefined || change === undefined || change === 'withdrawn') return [];
    return [
      {
        kind: 'impact',
        storyId,
        impactId: first.impactId,
        change,
        headline: headline ?? '',
        articles: affected.length,
      },
    ];
  }
}
