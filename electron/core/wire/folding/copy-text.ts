/** A wire story's copy as shared/domain/duplicates compares it. */
import type { WireStory } from '../../../../shared/contract/wire-story.ts';
import type { CopyText } from '../../../../shared/domain/duplicates/compared-copy.ts';

type Copy = Pick<WireStory, 'headline' | 'bodyText' | 'dateline' | 'language'>;

/** The copy without its dateline, which names the agency and no more of the story than the copy does. */
export function copyTextOf({ headline, bodyText, dateline, language }: Copy): CopyText {
  const opening = dateline?.text ?? '';
  const hasOpening = opening !== '' && bodyText.startsWith(opening);
  return {
    headline: headline ?? '',
    body: hasOpening ? bodyText.slice(opening.length).replace(/^[\s\-–—―−_]+/, '') : bodyText,
    language: language?.toLowerCase().startsWith('en') ? 'en' : 'id',
  };
}
