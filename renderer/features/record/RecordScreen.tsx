import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, type ReactElement } from 'react';
import type { RecordKind, RecordSummary } from '../../../shared/contract/record.ts';
import { formatDateTime } from '../../../shared/domain/indonesian-dates.ts';
import { listed } from '../../../shared/page/commands.ts';
import { useCommands } from '../../commands.ts';
import { useCore } from '../../core-client/core-client.ts';
import { errorMessage } from '../../core-client/core-error.ts';
import { useLocale, useTranslate } from '../../i18n.ts';
import { navigate, routeHref } from '../../navigation.ts';
import { Badge, type Tone } from '../../ui/Badge.tsx';
import { Button, IconButton } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ArrowLeft, FileClock, TriangleAlert } from '../../ui/icons/icons.ts';
import { LoadingPane } from '../../ui/Loading.tsx';
import { PaneHeader } from '../../ui/PaneHeader.tsx';
import { ResizablePanes } from '../../ui/ResizablePanes.tsx';
import { DetailPane, ListPane } from '../../ui/WorkPanes.tsx';
import { PublicAddress } from './PublicAddress.tsx';
import { useActionWords } from './record-words.ts';
import { RecordView } from './RecordView.tsx';
import styles from './RecordScreen.module.css';

const TONES: Record<RecordKind, Tone> = {
  published: 'green',
  'stood-there': 'violet',
  'taken-down': 'amber',
  'found-gone': 'red',
};

/** What is recorded of an article's publications: every entry on the left, the one in hand as a page that can be printed. */
export function RecordScreen({
  articleId,
  recordId,
}: {
  articleId: string;
  recordId: string | null;
}): ReactElement {
  const translate = useTranslate();
  const { queries } = useCore();
  const {
    data: entries,
    error,
    refetch,
  } = useQuery(queries.record.list.queryOptions({ input: { articleId } }));
  const current = recordId ?? entries?.[0]?.recordId ?? null;

  function back(): void {
    navigate({ screen: 'articles', articleId });
  }

  useCommands([{ ...listed('article.back'), title: 'record.back', icon: ArrowLeft, run: back }]);
  const list = useRef<HTMLElement>(null);
  const isThere = entries !== undefined;
  // The keys are with the entry in hand, unless something else has them already.
  useEffect(() => {
    if (!isThere || document.activeElement !== document.body) return;
    list.current?.querySelector<HTMLElement>('[aria-current]')?.focus({ preventScroll: true });
  }, [isThere]);

  return (
    <ResizablePanes
      name="record"
      panes={[
        {
          id: 'list',
          width: { wide: 300, narrow: 260 },
          minWidth: 220,
          maxWidth: 460,
          children: (
            <ListPane>
              <PaneHeader className={styles.head ?? ''}>
                <IconButton icon={ArrowLeft} label={translate('record.back')} onClick={back} />
                <h1 className={styles.title}>{translate('record.title')}</h1>
              </PaneHeader>
              <nav ref={list} className={styles.entries} aria-label={translate('record.entries')}>
                {entries?.map((entry) => (
                  <Entry key={entry.recordId} articleId={articleId} entry={entry} current={current} />
                ))}
              </nav>
              <WithoutEntry articleId={articleId} />
            </ListPane>
          ),
        },
        {
          id: 'detail',
          minWidth: 460,
          children: (
            <DetailPane>
              {error !== null ? (
                <EmptyState
                  icon={TriangleAlert}
                  tone="problem"
                  title={translate(errorMessage(error).key, errorMessage(error).parameters)}
                  actions={<Button onClick={() => void refetch()}>{translate('ui.retry')}</Button>}
                />
              ) : entries === undefined ? (
                <LoadingPane />
              ) : current === null ? (
                <EmptyState
                  icon={FileClock}
                  title={translate('record.empty.title')}
                  actions={<Button onClick={back}>{translate('record.back')}</Button>}
                >
                  {translate('record.empty.text')}
                </EmptyState>
              ) : (
                <RecordView key={current} recordId={current} entries={entries} />
              )}
            </DetailPane>
          ),
        },
      ]}
    />
  );
}

function Entry({
  articleId,
  entry: { recordId, number, kind, action, at, targetName },
  current,
}: {
  articleId: string;
  entry: RecordSummary;
  current: string | null;
}): ReactElement {
  const translate = useTranslate();
  const { language, offsetMinutes } = useLocale();
  const actionWords = useActionWords();
  return (
    <a
      className={styles.entry}
      href={routeHref({ screen: 'record', articleId, recordId })}
      aria-current={recordId === current ? 'page' : undefined}
    >
      <span className={styles.place}>{targetName}</span>
      <span className={styles.facts}>
        <Badge tone={TONES[kind]}>
          {kind === 'published' ? actionWords(action) : translate(`record.kind.${kind}`)}
        </Badge>
        <span>{translate('record.number', { number })}</span>
      </span>
      <time dateTime={at}>{formatDateTime(Date.parse(at), offsetMinutes, language)}</time>
    </a>
  );
}

/** What readers saw of it before there was a record, or before it was taken in from its place: known, and not recorded. */
function WithoutEntry({ articleId }: { articleId: string }): ReactElement | null {
  const translate = useTranslate();
  const { queries } = useCore();
  const { language, offsetMinutes } = useLocale();
  const { data: found = [] } = useQuery(queries.record.unrecorded.queryOptions({ input: { articleId } }));
  if (found.length === 0) return null;
  return (
    <section className={styles.without} aria-labelledby="record-without">
      <h2 id="record-without">{translate('record.without')}</h2>
      <ul role="list">
        {found.map(({ targetName, url, at, why }) => (
          <li key={`${at} ${targetName}`}>
            <span className={styles.place}>{targetName}</span>
            <time dateTime={at}>{formatDateTime(Date.parse(at), offsetMinutes, language)}</time>
            <span>{translate(`record.without.${why}`)}</span>
            {url !== null && <PublicAddress url={url} />}
          </li>
        ))}
      </ul>
    </section>
  );
}
