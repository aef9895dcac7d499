import { Fragment, useState, type ReactElement } from 'react';
import { formatDay } from '../../../../shared/domain/indonesian-dates.ts';
import { commandCaps, runCommand } from '../../../commands.ts';
import { useLocale, useTranslate } from '../../../i18n.ts';
import { usePeople } from '../../../people.ts';
import { Button } from '../../../ui/Button.tsx';
import { classes } from '../../../ui/classes.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import {
  FilePlus2,
  History,
  PenLine,
  RotateCcw,
  Save,
  Send,
  SquareArrowRight,
  type Icon,
} from '../../../ui/icons/icons.ts';
import { Skeleton } from '../../../ui/Loading.tsx';
import { RelativeTime } from '../../../ui/RelativeTime.tsx';
import { CompareDialog, type ComparedSide } from './CompareDialog.tsx';
import type { Draft, DraftDesk } from '../drafts/draft-desk.ts';
import { useRevisionTitle, type RevisionSummary } from './revision-title.ts';
import { useRevisionActions, useRevisions } from './use-revisions.ts';
import styles from './revisions.module.css';

const ICONS: Record<RevisionSummary['reason'], Icon> = {
  created: FilePlus2,
  editing: PenLine,
  state: SquareArrowRight,
  publish: Send,
  restore: RotateCcw,
  named: Save,
};

/** Every revision that was cut, newest first by day: who, when and why; compare any of them, go back to one. */
export function RevisionsTab({ desk, draft }: { desk: DraftDesk; draft: Draft }): ReactElement {
  const translate = useTranslate();
  const actions = useRevisionActions(desk, draft);
  const [comparing, setComparing] = useState<{ before: ComparedSide; after: ComparedSide } | null>(null);
  const { data: revisions, isError } = useRevisions(draft.articleId);

  if (isError) return <p className={styles.problem}>{translate('revisions.failed')}</p>;
  if (revisions === undefined) return <Skeleton lines={4} />;
  const [newest] = revisions;
  return (
    <div className={styles.revisions}>
      <div className={styles.tools}>
        <Button
          icon={Save}
          caps={commandCaps('article.nameRevision')}
          onClick={() => runCommand('article.nameRevision')}
        >
          {translate('revisions.save')}
        </Button>
      </div>
      {newest === undefined ? (
        <EmptyState icon={History} title={translate('revisions.empty')} />
      ) : (
        <ol className={styles.timeline} aria-label={translate('revisions.timeline')}>
          <li className={styles.now}>
            <span className={styles.dot} aria-hidden />
            <span className={styles.title}>{translate('compare.now')}</span>
            <span className={styles.entryTools}>
              <Button
                size="small"
                look="ghost"
                onClick={() => setComparing({ before: newest.revisionId, after: 'now' })}
              >
                {translate('revisions.sinceLast')}
              </Button>
            </span>
          </li>
          {revisions.map((revision, index) => (
            <Fragment key={revision.revisionId}>
              <Day revision={revision} before={revisions[index - 1]} />
              <Entry
                revision={revision}
                restoring={actions.restoring === revision.revisionId}
                onCompare={() => setComparing({ before: revision.revisionId, after: 'now' })}
                onRestore={() => actions.restore(revision.revisionId)}
              />
            </Fragment>
          ))}
        </ol>
      )}
      {comparing !== null && (
        <CompareDialog
          draft={draft}
          revisions={revisions}
          start={comparing}
          restoring={actions.restoring !== null}
          onRestore={(revisionId) => {
            actions.restore(revisionId);
            setComparing(null);
          }}
          onClose={() => setComparing(null)}
        />
      )}
    </div>
  );
}

/** The day, above the first revision of it. */
function Day({
  revision,
  before,
}: {
  revision: RevisionSummary;
  before: RevisionSummary | undefined;
}): ReactElement | null {
  const { language, offsetMinutes } = useLocale();
  const dayOf = (value: string): string => formatDay(Date.parse(value), offsetMinutes, language);
  const day = dayOf(revision.createdAt);
  if (before !== undefined && dayOf(before.createdAt) === day) return null;
  return <li className={styles.day}>{day}</li>;
}

function Entry({
  revision,
  restoring,
  onCompare,
  onRestore,
}: {
  revision: RevisionSummary;
  restoring: boolean;
  onCompare: () => void;
  onRestore: () => void;
}): ReactElement {
  const translate = useTranslate();
  const titleOf = useRevisionTitle();
  const { nameOf } = usePeople();
  const { personId, personCode, createdAt, reason, wordCount } = revision;
  const Icon = ICONS[reason];
  const title = titleOf(revision);
  const who = (personId === null ? '' : nameOf(personId)) || personCode;
  return (
    <li className={styles.entry}>
      <span className={classes(styles.mark, styles[reason])} aria-hidden>
        <Icon size={13} />
      </span>
      <div className={styles.head}>
        <strong className={styles.title}>{title}</strong>
        <RelativeTime value={createdAt} short />
      </div>
      <div className={styles.facts}>
        {[
          title === translate(`revisions.reason.${reason}`) ? '' : translate(`revisions.reason.${reason}`),
          who,
          translate('articles.words', { count: wordCount }),
        ]
          .filter((part) => part !== '')
          .join(' · ')}
      </div>
      <div className={styles.entryTools}>
        <Button size="small" look="ghost" onClick={onCompare}>
          {translate('revisions.compare')}
        </Button>
        <Button size="small" look="ghost" busy={restoring} onClick={onRestore}>
          {translate('revisions.restore')}
        </Button>
      </div>
    </li>
  );
}
