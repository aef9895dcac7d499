/** What rules want told, gathered: one notification for each rule, and no more than one a minute, however much arrives. */
import type { News } from '../../../shared/contract/notifications.ts';

const apartMs = 60_000;
/** Headlines named in one notification. */
const mostNamed = 10;
/** Stories one notification leads to; what is more is counted in the log of the rules. */
const mostStories = 1_000;

interface Told {
  rule: { ruleId: string; name: string };
  storyId: number;
  headline: string;
}

export function createGatheredNews(notify: (news: News) => void) {
  const waiting = new Map<string, Told[]>();
  /** Rules that were told of less than a minute ago. */
  const resting = new Map<string, ReturnType<typeof setTimeout>>();

  function tell(ruleId: string): void {
    const told = waiting.get(ruleId) ?? [];
    const [first] = told;
    waiting.delete(ruleId);
    if (first === undefined) return;
    notify({
      kind: 'wire-rule',
      rule: first.rule.name,
      storyIds: told.slice(0, mostStories).map(({ storyId }) => storyId),
      headlines: told.slice(0, mostNamed).map(({ headline }) => headline),
    });
  }

  /** Tells of what has gathered, and rests again where something had. */
  function tellAndRest(ruleId: string): void {
    resting.delete(ruleId);
    if (!waiting.has(ruleId)) return;
    tell(ruleId);
    resting.set(ruleId, setTimeout(() => tellAndRest(ruleId), apartMs).unref());
  }

  return {
    add(told: readonly Told[]): void {
      for (const one of told) {
        const { ruleId } = one.rule;
        waiting.set(ruleId, [...(waiting.get(ruleId) ?? []), one].slice(0, mostStories));
      }
      for (const ruleId of new Set(told.map(({ rule }) => rule.ruleId))) {
        if (!resting.has(ruleId)) tellAndRest(ruleId);
      }
    },

    /** Tells of what has gathered so far: nothing more will come. */
    finish(): void {
      for (const timer of resting.values()) clearTimeout(timer);
      for (const ruleId of waiting.keys()) tell(ruleId);
    },
  };
}
