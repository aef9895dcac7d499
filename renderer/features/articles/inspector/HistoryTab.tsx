import type { ReactElement } from 'react';
import { useTranslate } from '../../../i18n.ts';
import { Tabs } from '../../../ui/Tabs.tsx';
import type { Draft, DraftDesk } from '../drafts/draft-desk.ts';
import { RevisionsTab } from '../revisions/RevisionsTab.tsx';
import { TrailTab } from './TrailTab.tsx';
import styles from './inspector.module.css';

type Part = 'revisions' | 'trail';

interface HistoryTabProps {
  desk: DraftDesk;
  draft: Draft;
  part: Part;
  onPart: (part: Part) => void;
}

/** What the article was before: its revisions, or who did what with it. */
export function HistoryTab({ desk, draft, part, onPart }: HistoryTabProps): ReactElement {
  const translate = useTranslate();
  return (
    <>
      <div className={styles.parts}>
        <Tabs<Part>
          label={translate('inspector.history')}
          look="pill"
          value={part}
          onChange={onPart}
          items={[
            { value: 'revisions', label: translate('inspector.revisions') },
            { value: 'trail', label: translate('inspector.trail') },
          ]}
        />
      </div>
      {part === 'revisions' ? (
        <RevisionsTab desk={desk} draft={draft} />
      ) : (
        <TrailTab articleId={draft.articleId} />
      )}
    </>
  );
}
