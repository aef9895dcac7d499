/** What a row of the inbox says about its story beside headline and time. */
import type { WireUse } from '../../../shared/contract/wire-sources.ts';
import type { WireListItem } from '../../../shared/contract/wire.ts';
import {
  translate,
  type Language,
  type MessageKey,
  type MessageParameters,
} from '../../../shared/i18n/translate.ts';

export interface StoryMark {
  tone: 'plain' | 'accent' | 'red' | 'amber' | 'violet' | 'alarm';
  key: MessageKey;
  parameters: MessageParameters;
}

export interface StoryMarks {
  /** `solid` for a flash, `dashed` for what is urgent, `plain` for what is a little raised. */
  bar: 'solid' | 'dashed' | 'plain' | null;
  /** The bar in words. */
  urgency: { key: MessageKey; parameters: MessageParameters } | null;
  withdrawn: boolean;
  marks: StoryMark[];
}

type Marked = Pick<
  WireListItem,
  'urgency' | 'refusedUses' | 'pubStatus' | 'embargoed' | 'problems' | 'versionCount' | 'articleIds' | 'marks'
>;

/** `11 j 20 m`, `20 mnt`, `2 hr 3 j`: how long until an embargo ends. Milliseconds in; under a minute counts as one. */
export function formatRemaining(milliseconds: number, language: Language): string {
  const minutes = Math.max(1, Math.ceil(milliseconds / 60_000));
  const [day, hour, minute, onlyMinutes] =
    language === 'id' ? ['hr', 'j', 'm', 'mnt'] : ['d', 'h', 'm', 'min'];
  if (minutes < 60) return `${minutes} ${onlyMinutes}`;
  const hours = Math.floor(minutes / 60);
  if (hours >= 24) return joined(Math.floor(hours / 24), day, hours % 24, hour);
  return joined(hours, hour, minutes % 60, minute);
}

function joined(
  large: number,
  largeUnit: string | undefined,
  small: number,
  smallUnit: string | undefined,
): string {
  return small === 0 ? `${large} ${largeUnit}` : `${large} ${largeUnit} ${small} ${smallUnit}`;
}

function decideUrgency(urgency: number | null): Pick<StoryMarks, 'bar' | 'urgency'> {
  if (urgency === null || urgency > 4) return { bar: null, urgency: null };
  const parameters = { urgency };
  if (urgency === 1) return { bar: 'solid', urgency: { key: 'wire.urgency.flash', parameters } };
  if (urgency <= 3) return { bar: 'dashed', urgency: { key: 'wire.urgency.urgent', parameters } };
  return { bar: 'plain', urgency: { key: 'wire.urgency.raised', parameters } };
}

const REFUSED = {
  publish: 'wire.badge.noPublishing',
  archive: 'wire.badge.noArchive',
  artificialIntelligence: 'wire.badge.noAi',
} as const satisfies Record<WireUse, MessageKey>;

const USES = {
  publish: 'wire.badge.use.publish',
  archive: 'wire.badge.use.archive',
  artificialIntelligence: 'wire.badge.use.ai',
} as const satisfies Record<WireUse, MessageKey>;

/**
 * Decides bar and marks of a story; `now` in milliseconds since 1970. Unknown and unreadable count as the worse case.
 * `sectionName` gives the name of a section by its slug.
 */
export function decideStoryMarks(
  item: Marked,
  now: number,
  language: Language,
  sectionName: (slug: string) => string,
): StoryMarks {
  const marks: StoryMark[] = [];
  if (item.versionCount > 1) {
    marks.push({ tone: 'plain', key: 'wire.badge.version', parameters: { count: item.versionCount } });
  }
  const withdrawn = item.pubStatus === 'canceled';
  if (withdrawn) marks.push({ tone: 'red', key: 'wire.badge.withdrawn', parameters: {} });
  if (item.pubStatus === 'withheld')
    marks.push({ tone: 'violet', key: 'wire.badge.withheld', parameters: {} });
  if (item.pubStatus === 'unknown') marks.push({ tone: 'amber', key: 'wire.badge.unknown', parameters: {} });
  const until = item.embargoed === null ? Number.NaN : Date.parse(item.embargoed);
  if (item.problems.includes('embargo-unreadable')) {
    marks.push({ tone: 'violet', key: 'wire.badge.embargoUnreadable', parameters: {} });
  } else if (until > now) {
    const time = formatRemaining(until - now, language);
    marks.push({ tone: 'violet', key: 'wire.badge.embargo', parameters: { time } });
  }
  if (item.problems.includes('partial'))
    marks.push({ tone: 'amber', key: 'wire.badge.partial', parameters: {} });
  if (item.problems.includes('summary-only'))
    marks.push({ tone: 'plain', key: 'wire.badge.summary', parameters: {} });
  const [refused, ...others] = item.refusedUses;
  if (refused !== undefined) {
    const uses = item.refusedUses.map((use) => translate(language, USES[use])).join(', ');
    const isAlone = others.length === 0;
    marks.push({
      tone: item.refusedUses.includes('publish') ? 'amber' : 'plain',
      key: isAlone ? REFUSED[refused] : 'wire.badge.refused',
      parameters: isAlone ? {} : { uses },
    });
  }
  const { claimed, flagged, note, tags, section } = item.marks;
  if (claimed !== null) {
    const who = claimed.code || claimed.name;
    marks.push({ tone: 'accent', key: 'wire.badge.claimed', parameters: { who } });
  }
  if (flagged !== null) marks.push({ tone: 'amber', key: 'wire.badge.flagged', parameters: {} });
  if (note !== null) marks.push({ tone: 'plain', key: 'wire.badge.note', parameters: {} });
  if (section !== null) {
    marks.push({
      tone: 'plain',
      key: 'rules.badge.section',
      parameters: { section: sectionName(section) },
    });
  }
  const [tag, ...otherTags] = tags;
  if (tag !== undefined) {
    const more = otherTags.length === 0 ? '' : ` +${otherTags.length}`;
    marks.push({ tone: 'plain', key: 'rules.badge.tag', parameters: { tag, more } });
  }
  const articles = item.articleIds.length;
  if (articles > 0) {
    marks.push(
      withdrawn
        ? { tone: 'alarm', key: 'wire.badge.affected', parameters: { count: articles } }
        : { tone: 'accent', key: 'wire.badge.written', parameters: { count: articles } },
    );
  }
  return { ...decideUrgency(item.urgency), withdrawn, marks };
}
