/** Copy of the wire as copy of the house: where the wire's stories, the house's settings and its articles meet. */
import type { Settings } from '../../shared/contract/settings.ts';
import type { WireStory } from '../../shared/contract/wire-story.ts';
import type { WireStoryDetail } from '../../shared/contract/wire.ts';
import type { ArticleDocument } from '../../shared/document/vocabulary.ts';
import { creditInStep } from '../../shared/domain/credits.ts';
import { creditNameOf, draftFromWire, type DraftFromWire } from './articles/write-from-wire.ts';
import { withoutLabel } from './wire/formats/advisories.ts';
import type { Wire } from './wire/create-wire.ts';
import type { Workplace } from './workplace.ts';

export function createHouseCopy({
  wire,
  settings,
  workplace,
}: {
  wire: Wire;
  settings: () => Settings;
  workplace: Workplace;
}) {
  return {
    /** A story taken to be written up: it is claimed, and its tags and section go along. Throws NOT_FOUND. */
    take(
      storyId: number,
      versionId: number | undefined,
    ): { story: WireStoryDetail; draft: DraftFromWire; creditName: string } {
      const story = wire.service.get(storyId, versionId);
      wire.marking.claimForWriting(storyId);
      const credit = wire.sources.creditOf(story.sourceId);
      const creditName = creditNameOf(story, credit.name);
      const { house } = settings();
      const { fields, document } = draftFromWire(
        story,
        { name: creditName, text: credit.text },
        house,
        workplace.currentPerson(),
      );
      const { tags, section } = story.marks;
      const hasSection = house.sections.some(({ slug }) => slug === section);
      return {
        story,
        creditName,
        draft: {
          document,
          fields: {
            ...fields,
            ...(section !== null && hasSection ? { section } : {}),
            tags: [...new Set([...tags, ...fields.tags])],
          },
        },
      };
    },

    /** A version's words as `take` would make them, without a credit and without being taken. */
    ofVersion(story: WireStory): { headline: string; dek: string; document: ArticleDocument } {
      const { fields, document } = draftFromWire(
        story,
        { name: '', text: '' },
        settings().house,
        workplace.currentPerson(),
      );
      return { headline: withoutLabel(fields.headline), dek: fields.dek, document };
    },

    /** An article's credit after its sources changed, in the house's pattern. */
    creditInStep: (credit: string, before: readonly string[], after: readonly string[]): string | null =>
      creditInStep({ credit, before, after }, workplace.currentPerson().code, settings().house.creditPattern),
  };
}
