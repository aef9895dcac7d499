/** What a story says of itself beside its copy, as conditions ask for it. */
import type { WireStory } from '../contract/wire-story.ts';

export const STORY_FIELDS = [
  'headline',
  'subject',
  'language',
  'byline',
  'city',
  'keyword',
  'slug',
  'credit',
  'note',
  'signal',
] as const;
export type StoryField = (typeof STORY_FIELDS)[number];

/** Small letters; several values of one field stand behind one another, parted by ` · `. A field it lacks is empty. */
export type StoryFacts = Readonly<Record<StoryField, string>>;

const PARTING = ' · ';
const LONGEST = 300;

function joined(values: readonly (string | null)[]): string {
  return values
    .filter((value) => value !== null && value !== '')
    .join(PARTING)
    .toLowerCase()
    .slice(0, LONGEST);
}

/** The first of a story's subjects, for counts; null where it has none. */
export function subjectOf({ subject }: Pick<StoryFacts, 'subject'>): string | null {
  return subject.split(PARTING)[0] || null;
}

/** Languages by their primary subtag (BCP 47), subjects by name, else by code. */
export function storyFactsOf(story: WireStory): StoryFacts {
  return {
    headline: joined([story.headline]),
    subject: joined(story.subjects.map(({ name, code }) => name ?? code)),
    language: joined([story.language?.split(/[-_]/)[0] ?? null]),
    byline: joined([story.byline]),
    city: joined([story.dateline?.city ?? null]),
    keyword: joined(story.keywords),
    slug: joined([story.slugline]),
    credit: joined([story.credit, story.provider]),
    note: joined([story.edNote]),
    signal: joined(story.signals),
  };
}
