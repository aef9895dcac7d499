/**
 * What the parse worker hands on: a story ready to be stored. Everything storing it needs is worked out there, off every
 * request path, and is words and numbers only, so that it crosses between threads cheaply.
 */
import type { PubStatus } from '../../../shared/contract/common.ts';
import type { WireStory } from '../../../shared/contract/wire-story.ts';
import { storyFactsOf, type StoryFacts } from '../../../shared/domain/story-facts.ts';
import { countWords } from '../../../shared/document/walk.ts';
import { sketchOf } from '../../../shared/domain/duplicates/compared-copy.ts';
import { copyTextOf } from './folding/copy-text.ts';
import { contentHashOf } from './formats/editorial.ts';

const TEASER_LENGTH = 240;
/** White space that is not one plain space: most copy has next to none. */
const WIDE_GAPS = /\s{2,}|[^\S ]/g;

/** Times in milliseconds since 1970. */
export interface ParsedStory {
  uri: string;
  version: string | null;
  headline: string;
  /** The opening of the copy without its dateline, for lists. */
  teaser: string;
  bodyText: string;
  pubStatus: PubStatus;
  urgency: number | null;
  versionCreated: number | null;
  embargoed: number | null;
  embargoUnreadable: boolean;
  wordCount: number;
  /** SHA-256 (hex) over what a reader or a desk would notice: a version with the same hash is the same version. */
  contentHash: string;
  /** By which duplicates are found: see shared/domain/duplicates/compared-copy.ts. */
  sketch: Uint32Array;
  /** What it says of itself, as conditions ask for it. */
  facts: StoryFacts;
  /** JSON of the story's `problems`. */
  problems: string;
  /** JSON of the whole WireStory. */
  content: string;
}

function teaserOf(story: WireStory): string {
  const text = story.abstract?.trim() || story.bodyText || (story.edNote ?? '');
  const datelineText = story.dateline?.text ?? '';
  const opensWithDateline = datelineText !== '' && text.startsWith(datelineText);
  const body = opensWithDateline ? text.slice(datelineText.length).replace(/^[\s\-–—―−_]+/, '') : text;
  return body
    .slice(0, TEASER_LENGTH * 2)
    .replace(WIDE_GAPS, ' ')
    .trim()
    .slice(0, TEASER_LENGTH);
}

function milliseconds(instant: string | null): number | null {
  const time = instant === null ? Number.NaN : Date.parse(instant);
  return Number.isNaN(time) ? null : time;
}

/** Works out what storing a story needs; `defaultUrgency` is that of stories which name none. */
export function parsedStoryOf(sent: WireStory, defaultUrgency: number | null = null): ParsedStory {
  const story = { ...sent, urgency: sent.urgency ?? defaultUrgency };
  return {
    uri: story.uri,
    version: story.version,
    headline: story.headline ?? '',
    teaser: teaserOf(story),
    bodyText: story.bodyText,
    pubStatus: story.pubStatus,
    urgency: story.urgency,
    versionCreated: milliseconds(story.versionCreated),
    embargoed: milliseconds(story.embargoed),
    embargoUnreadable: story.problems.includes('embargo-unreadable'),
    wordCount: countWords(story.bodyText),
    // Of what the source sent: another setting makes no new version.
    contentHash: contentHashOf(sent),
    sketch: sketchOf(copyTextOf(story)),
    facts: storyFactsOf(story),
    problems: JSON.stringify(story.problems),
    content: JSON.stringify(story),
  };
}
