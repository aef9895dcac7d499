import { useQuery } from '@tanstack/react-query';
import { ArrowUpRight, CircleX, FileText, RadioTower, RefreshCw, TriangleAlert } from 'lucide-react';
import { useState, type ReactElement } from 'react';
import type { ArticleSource } from '../../../../shared/contract/article-sources.ts';
import { formatDateTime } from '../../../../shared/domain/indonesian-dates.ts';
import { useCore } from '../../../core-client/core-client.ts';
import { typedCoreError } from '../../../core-client/core-error.ts';
import { DocumentView } from '../../../document-view/DocumentView.tsx';
import { useLocale, useTranslate } from '../../../i18n.ts';
import { routeHref } from '../../../navigation.ts';
import { Badge } from '../../../ui/Badge.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { Skeleton } from '../../../ui/Loading.tsx';
import { RelativeTime } from '../../../ui/RelativeTime.tsx';
import { Tabs } from '../../../ui/Tabs.tsx';
import { classes } from '../../../ui/classes.ts';
import { useNow } from '../../../ui/use-now.ts';
import type { Draft } from '../drafts/draft-desk.ts';
import { useSelected } from '../../../store.ts';
import styles from './inspector.module.css';

/** The wire stories the article was written from, readable beside it. */
export function SourcesTab({ draft }: { draft: Draft }): ReactElement {
  const translate = useTranslate();
  const sources = useSelected(draft.meta, (meta) => meta.sources);
  const [chosenId, setChosenId] = useState<number | null>(null);
  const chosen = sources.find(({ storyId }) => storyId === chosenId) ?? sources[0];
  if (chosen === undefined) {
    return (
      <EmptyState icon={FileText} title={translate('sources.empty.title')}>
        {translate('sources.empty.text')}
      </EmptyState>
    );
  }
  return (
    <div className={styles.sources}>
      {sources.map((source) => (
        <Findings key={source.storyId} source={source} />
      ))}
      <h3 className={styles.caption}>{translate('sources.used')}</h3>
      <ul className={styles.sourceList}>
        {sources.map((source) => (
          <li key={source.storyId}>
            <button
              type="button"
              className={classes(styles.source, source === chosen && styles.sourceChosen)}
              aria-pressed={source === chosen}
              onClick={() => setChosenId(source.storyId)}
            >
              <RadioTower size={15} strokeWidth={1.75} aria-hidden />
              <span
                className={classes(
                  styles.sourceName,
                  source.effectiveStatus === 'canceled' && styles.sourceWithdrawn,
                )}
              >
                {source.sourceName} · {source.headline}
              </span>
              {source.outdated && <Badge tone="amber">{translate('sources.newer')}</Badge>}
            </button>
          </li>
        ))}
      </ul>
      <WireText key={chosen.storyId} source={chosen} />
    </div>
  );
}

/** What has happened to a source since the article was written from it. */
function Findings({ source }: { source: ArticleSource }): ReactElement | null {
  const translate = useTranslate();
  const { language, offsetMinutes } = useLocale();
  const now = useNow();
  const { effectiveStatus } = source;
  if (effectiveStatus !== 'usable') {
    return (
      <section className={classes(styles.finding, styles.findingRed)}>
        <h3>
          <CircleX size={15} strokeWidth={1.75} aria-hidden />
          {translate(`sources.${effectiveStatus}`)}
        </h3>
        {source.withdrawalReason !== null && (
          <p>{translate('lifeCycle.reason', { reason: source.withdrawalReason })}</p>
        )}
        <p>{translate(`sources.${effectiveStatus}.text`)}</p>
      </section>
    );
  }
  const embargo = source.embargoed === null ? Number.NaN : Date.parse(source.embargoed);
  if (embargo > now) {
    return (
      <section className={classes(styles.finding, styles.findingViolet)}>
        <h3>
          <TriangleAlert size={15} strokeWidth={1.75} aria-hidden />
          {translate('sources.embargo', { time: formatDateTime(embargo, offsetMinutes, language) })}
        </h3>
      </section>
    );
  }
  if (!source.outdated) return null;
  return (
    <section className={styles.finding}>
      <h3>
        <RefreshCw size={15} strokeWidth={1.75} aria-hidden />
        {translate('sources.newer')}
      </h3>
      <p>{translate('sources.newer.text')}</p>
    </section>
  );
}

function WireText({ source }: { source: ArticleSource }): ReactElement {
  const translate = useTranslate();
  const { queries } = useCore();
  const [shown, setShown] = useState<'used' | 'newest'>('used');
  const { storyId, versionId } = source;
  const story = useQuery(
    queries.wire.get.queryOptions({ input: shown === 'used' ? { storyId, versionId } : { storyId } }),
  );
  return (
    <section className={styles.wire} aria-label={source.headline}>
      <div className={styles.wireHead}>
        {source.outdated ? (
          <Tabs<'used' | 'newest'>
            label={translate('sources.shown')}
            look="pill"
            value={shown}
            onChange={setShown}
            items={[
              { value: 'used', label: translate('sources.shown.used') },
              { value: 'newest', label: translate('sources.shown.newest') },
            ]}
          />
        ) : (
          <span className={styles.wireSource}>
            {source.sourceName}
            {story.data !== undefined && (
              <>
                {' · '}
                <RelativeTime value={story.data.arrivedAt} />
              </>
            )}
          </span>
        )}
        <a className={styles.wireLink} href={routeHref({ screen: 'wire', storyId })}>
          {translate('sources.open')} <ArrowUpRight size={13} strokeWidth={1.75} aria-hidden />
        </a>
      </div>
      {story.isPending && <Skeleton lines={4} />}
      {story.isError && (
        <p className={styles.wireProblem}>
          {translate(typedCoreError(story.error)?.code === 'NOT_FOUND' ? 'sources.gone' : 'sources.failed')}
        </p>
      )}
      {story.data !== undefined && (
        <>
          <h4
            className={classes(
              styles.wireHeadline,
              story.data.effectiveStatus === 'canceled' && styles.sourceWithdrawn,
            )}
          >
            {story.data.headline}
          </h4>
          <div className={styles.wireBody}>
            <DocumentView document={story.data.body} dateline={story.data.dateline?.text ?? null} />
          </div>
        </>
      )}
    </section>
  );
}
