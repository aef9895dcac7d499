/** What a change of a source means for an article made from it. Pure. */
import { impactKindSchema, type ImpactKind } from '../contract/impact.ts';
import type { PubStatus } from '../contract/common.ts';
import type { WireStory } from '../contract/wire-story.ts';

/** A version of the source, with the status of the story as a whole at that time. */
export interface SourceState {
  story: WireStory;
  status: PubStatus;
}

/** Milliseconds since 1970 when it ends: 0 without an embargo, never where it cannot be read. */
function embargoEnd({ embargoed, problems }: WireStory): number {
  if (problems.includes('embargo-unreadable')) return Number.POSITIVE_INFINITY;
  return embargoed === null ? 0 : Date.parse(embargoed);
}

/** NewsML-G2 `sig:correction`, edStat:C, ninjs and feeds in their own words. */
const CORRECTS = /(?:^|[:/#\s])(?:correction|corrected|correx|koreksi|ralat|pembetulan|edstat:c)\b/i;

function saysItCorrects({ signals, edNote, headline }: WireStory): boolean {
  return [...signals, edNote ?? '', headline ?? ''].some((words) => CORRECTS.test(words));
}

function sameWords(one: WireStory, other: WireStory): boolean {
  return (
    one.bodyText === other.bodyText &&
    one.headline === other.headline &&
    (one.abstract ?? '') === (other.abstract ?? '')
  );
}

function ofStatus(before: PubStatus, now: PubStatus): ImpactKind[] {
  if (before === now) return [];
  if (now === 'canceled') return ['withdrawn'];
  return now === 'usable' ? ['usable-again'] : ['withheld'];
}

function ofEmbargo(before: WireStory, now: WireStory, at: number): ImpactKind[] {
  const [earlier, later] = [embargoEnd(before), embargoEnd(now)];
  if (earlier === later || Math.max(earlier, later) <= at) return [];
  return later > earlier ? ['embargoed'] : ['embargo-lifted'];
}

/** `silent`: other words came under the version's own name. */
function ofWords(before: WireStory, now: WireStory, silent: boolean): ImpactKind[] {
  if (sameWords(before, now)) return [];
  if (saysItCorrects(now)) return ['correction'];
  return silent ? ['silent-edit'] : ['new-version'];
}

/** The gravest kind has the smallest rank. */
export function rankOf(kinds: readonly ImpactKind[]): number {
  return Math.min(...kinds.map((kind) => impactKindSchema.options.indexOf(kind)));
}

/**
 * What happened between two states of a source, the gravest first; empty where a reader would notice nothing: other keywords,
 * an embargo that has passed. `before` is null where that version is not kept any more. `now` in milliseconds since 1970.
 */
export function decideImpact(
  before: { story: WireStory | null; status: PubStatus },
  after: SourceState,
  silent: boolean,
  now: number,
): ImpactKind[] {
  const kinds = [
    ...ofStatus(before.status, after.status),
    ...(before.story === null
      ? (['new-version'] as const)
      : [...ofEmbargo(before.story, after.story, now), ...ofWords(before.story, after.story, silent)]),
  ];
  return kinds.toSorted((one, other) => rankOf([one]) - rankOf([other]));
}
