import type { ReactElement } from 'react';
import type { ArticleSource } from '../../../../shared/contract/article-sources.ts';
import { formatDateTime } from '../../../../shared/domain/indonesian-dates.ts';
import { useLocale, useTranslate } from '../../../i18n.ts';
import { Badge } from '../../../ui/Badge.tsx';
import { classes } from '../../../ui/classes.ts';
import { CircleX, RefreshCw, TriangleAlert } from '../../../ui/icons/icons.ts';
import { useNow } from '../../../ui/use-now.ts';
import styles from './sources.module.css';

const isEmbargoed = ({ embargoed }: ArticleSource, now: number): boolean =>
  embargoed !== null && Date.parse(embargoed) > now;

/** What has happened to a source since the article was written from it, in a word. */
export function SourceStateBadge({ source }: { source: ArticleSource }): ReactElement | null {
  const translate = useTranslate();
  const now = useNow();
  const { effectiveStatus, outdated } = source;
  if (effectiveStatus !== 'usable')
    return <Badge tone="red">{translate(`sources.${effectiveStatus}`)}</Badge>;
  if (isEmbargoed(source, now)) return <Badge tone="violet">{translate('articleSources.embargo')}</Badge>;
  return outdated ? <Badge tone="amber">{translate('sources.newer')}</Badge> : null;
}

/** The same told in full. */
export function SourceState({ source }: { source: ArticleSource }): ReactElement | null {
  const translate = useTranslate();
  const { language, offsetMinutes } = useLocale();
  const now = useNow();
  const { effectiveStatus } = source;
  if (effectiveStatus !== 'usable') {
    return (
      <section className={classes(styles.finding, styles.findingRed)}>
        <h3>
          <CircleX size={15} />
          {translate(`sources.${effectiveStatus}`)}
        </h3>
        {source.withdrawalReason !== null && (
          <p>{translate('lifeCycle.reason', { reason: source.withdrawalReason })}</p>
        )}
        <p>{translate(`sources.${effectiveStatus}.text`)}</p>
      </section>
    );
  }
  if (source.embargoed !== null && isEmbargoed(source, now)) {
    const until = Date.parse(source.embargoed);
    return (
      <section className={classes(styles.finding, styles.findingViolet)}>
        <h3>
          <TriangleAlert size={15} />
          {translate('sources.embargo', { time: formatDateTime(until, offsetMinutes, language) })}
        </h3>
      </section>
    );
  }
  if (!source.outdated) return null;
  return (
    <section className={styles.finding}>
      <h3>
        <RefreshCw size={15} />
        {translate('sources.newer')}
      </h3>
      <p>{translate('sources.newer.text')}</p>
    </section>
  );
}
