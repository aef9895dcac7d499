import { useQuery } from '@tanstack/react-query';
import { useState, type ReactElement, type Ref } from 'react';
import type { ImpactDetail } from '../../../shared/contract/impact.ts';
import { formatDateTime } from '../../../shared/domain/indonesian-dates.ts';
import { useCore } from '../../core-client/core-client.ts';
import { errorMessage, typedCoreError } from '../../core-client/core-error.ts';
import { useLocale, useTranslate } from '../../i18n.ts';
import { routeHref } from '../../navigation.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ArrowUpRight, CircleOff, RadioTower } from '../../ui/icons/icons.ts';
import { LoadingPane } from '../../ui/Loading.tsx';
import { PaneHeader } from '../../ui/PaneHeader.tsx';
import { RelativeTime } from '../../ui/RelativeTime.tsx';
import { ClosedEntry } from './ClosedEntry.tsx';
import { KindBadge } from './ImpactRow.tsx';
import { OpenEntry } from './OpenEntry.tsx';
import { WhereItStands } from './WhereItStands.tsx';
import styles from './ImpactDetail.module.css';

/** The entry in hand: what happened to the source, where our article stands, and its sentences beside the source's. */
export function ImpactDetailView({
  impactId,
  ref,
}: {
  impactId: number;
  ref: Ref<HTMLElement>;
}): ReactElement {
  const translate = useTranslate();
  const { queries } = useCore();
  const query = useQuery(queries.impact.get.queryOptions({ input: { impactId } }));
  const entry = query.data;
  if (entry === undefined) {
    if (query.isPending) return <LoadingPane />;
    const gone = typedCoreError(query.error)?.code === 'NOT_FOUND';
    const { key, parameters } = errorMessage(query.error);
    return (
      <EmptyState
        icon={CircleOff}
        tone="problem"
        title={translate(gone ? 'impact.gone' : 'impact.failed')}
        actions={gone ? null : <Button onClick={() => void query.refetch()}>{translate('ui.retry')}</Button>}
      >
        {gone ? null : translate(key, parameters)}
      </EmptyState>
    );
  }
  const headline = entry.articleHeadline === '' ? translate('articles.untitled') : entry.articleHeadline;
  return (
    <>
      <PaneHeader className={styles.head ?? ''}>
        <div className={styles.kinds}>
          {entry.kinds.map((kind) => (
            <KindBadge key={kind} kind={kind} />
          ))}
          <span className={styles.age}>
            <RelativeTime value={entry.openedAt} />
          </span>
        </div>
        <a className={styles.link} href={routeHref({ screen: 'articles', articleId: entry.articleId })}>
          {translate('impact.openArticle')} <ArrowUpRight size={14} />
        </a>
      </PaneHeader>
      {/* The entry scrolls: the keyboard has to reach it. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <article ref={ref} className={styles.body} tabIndex={0} aria-label={headline}>
        <div className={styles.measure}>
          <h2 className={styles.headline}>{headline}</h2>
          <p className={styles.source}>
            <RadioTower size={14} />
            <span>{[entry.sourceName, entry.storyHeadline].filter(Boolean).join(' · ')}</span>
            <a className={styles.link} href={routeHref({ screen: 'wire', storyId: entry.storyId })}>
              {translate('impact.openStory')} <ArrowUpRight size={13} />
            </a>
          </p>
          <Notices entry={entry} />
          <WhereItStands entry={entry} />
          <Copies entry={entry} />
        </div>
      </article>
    </>
  );
}

/** What keeps the source from being used, and what the source says about it. */
function Notices({ entry }: { entry: ImpactDetail }): ReactElement {
  const translate = useTranslate();
  const { language, offsetMinutes } = useLocale();
  const { kinds, effectiveStatus, embargoed, schedules, withdrawalReason, edNote } = entry;
  const isReleased =
    kinds.some((kind) => kind === 'embargo-lifted' || kind === 'usable-again') &&
    schedules.some(({ stopped }) => stopped);
  const said = withdrawalReason ?? edNote;
  const embargo =
    embargoed === null
      ? translate('impact.embargoed.unreadable')
      : translate('impact.embargoed.text', {
          time: formatDateTime(Date.parse(embargoed), offsetMinutes, language),
        });
  const notice =
    effectiveStatus === 'canceled'
      ? translate('impact.withdrawn.text')
      : effectiveStatus !== 'usable'
        ? translate('impact.withheld.text')
        : kinds.includes('embargoed')
          ? embargo
          : null;
  return (
    <>
      {notice !== null && <p className={styles.notice}>{notice}</p>}
      {isReleased && <p className={styles.moved}>{translate('impact.released.text')}</p>}
      {said !== null && said.trim() !== '' && (
        <p className={styles.says}>{translate('impact.says', { note: said })}</p>
      )}
    </>
  );
}

/**
 * What was seen is what is decided about: where the source or the article goes on meanwhile, that is said, and the choices
 * begin anew from what stands now.
 */
function Copies({ entry }: { entry: ImpactDetail }): ReactElement {
  const translate = useTranslate();
  const now = { versionId: entry.newest.versionId, base: entry.article.base };
  const [seen, setSeen] = useState(now);
  const [moved, setMoved] = useState<'source' | 'article' | null>(null);
  const [applied, setApplied] = useState(false);
  if (seen.versionId !== now.versionId || seen.base !== now.base) {
    setSeen(now);
    setMoved(seen.versionId !== now.versionId ? 'source' : 'article');
  }
  if (entry.state !== 'open') return <ClosedEntry entry={entry} fresh={applied} />;
  return (
    <>
      {moved !== null && (
        <p className={styles.moved} role="status">
          {translate(moved === 'source' ? 'impact.movedOn' : 'impact.articleMoved')}
        </p>
      )}
      <OpenEntry key={`${now.versionId} ${now.base}`} entry={entry} onApplied={() => setApplied(true)} />
    </>
  );
}
