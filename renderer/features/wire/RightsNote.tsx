import { Fragment, type ReactElement, type ReactNode } from 'react';
import type { WireStoryDetail } from '../../../shared/contract/wire.ts';
import { forbidsAi } from '../../../shared/domain/ai-notice.ts';
import { keptDays, UNARCHIVED_DAYS } from '../../../shared/domain/story-keeping.ts';
import { useTranslate } from '../../i18n.ts';
import { Info } from '../../ui/icons/icons.ts';
import { useStorySource } from './use-story-source.ts';
import styles from './ReadingPane.module.css';

/** What may be done with the story: what the house has set for the source, and what the source says itself. */
export function RightsNote({ story }: { story: WireStoryDetail }): ReactElement {
  const translate = useTranslate();
  const source = useStorySource(story);
  const publish = source?.allowedUses.publish ?? null;
  const credit = source?.creditText || source?.creditName || '';
  const settled = source?.rightsText ?? '';
  const parts: ReactNode[] = [
    translate(
      publish === null
        ? 'wire.read.rights.unset'
        : publish
          ? 'wire.read.rights.allowed'
          : 'wire.read.rights.refused',
    ),
  ];
  if (credit !== '') parts.push(translate('wire.read.rights.credit', { credit }));
  if (source?.allowedUses.archive === false) {
    parts.push(translate('wire.read.rights.noArchive', { days: keptDays(source) ?? UNARCHIVED_DAYS }));
  }
  if (source?.allowedUses.artificialIntelligence === false || forbidsAi(story.rights)) {
    parts.push(translate('wire.read.rights.noAi'));
  }
  if (story.url !== null && /^https?:/i.test(story.url)) {
    parts.push(
      <a href={story.url} target="_blank" rel="noopener noreferrer">
        {translate('wire.read.source')}
      </a>,
    );
  }
  return (
    <aside className={styles.rights}>
      <Info size={14} />
      <div>
        {translate('wire.read.rights')}:{' '}
        {parts.map((part, index) => (
          <Fragment key={index}>
            {index > 0 && ' · '}
            {part}
          </Fragment>
        ))}
        {settled !== '' && <p className={styles.rightsWords}>{settled}</p>}
        {(story.rights !== null || settled === '') && (
          <p className={styles.rightsWords}>{story.rights ?? translate('wire.read.rights.none')}</p>
        )}
      </div>
    </aside>
  );
}
