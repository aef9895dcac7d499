import type { ReactElement } from 'react';
import type { StoryMarks } from '../../../shared/contract/wire.ts';
import { useTranslate } from '../../i18n.ts';
import { useSectionName } from '../../section-name.ts';
import { Badge } from '../../ui/Badge.tsx';
import styles from './ReadingPane.module.css';

/** The section and tags the house put on a story; they go along into what is written from it. */
export function StoryLabels({ marks: { section, tags } }: { marks: StoryMarks }): ReactElement | null {
  const translate = useTranslate();
  const sectionName = useSectionName();
  if (section === null && tags.length === 0) return null;
  return (
    <ul role="list" className={styles.labels} aria-label={translate('wire.read.labels')}>
      {section !== null && (
        <li>
          <Badge tone="accent" title={translate('wire.read.labels.section')}>
            {sectionName(section)}
          </Badge>
        </li>
      )}
      {tags.map((tag) => (
        <li key={tag}>
          <Badge>#{tag}</Badge>
        </li>
      ))}
    </ul>
  );
}
