import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef, useState, type ReactElement, type Ref } from 'react';
import type { LogEntry } from '../../../shared/contract/system.ts';
import { useCore } from '../../core-client/core-client.ts';
import { useTranslate } from '../../i18n.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Select } from '../../ui/Field.tsx';
import { CircleAlert, Info, RefreshCw, ScrollText, TriangleAlert, type Icon } from '../../ui/icons/icons.ts';
import { LoadingPane } from '../../ui/Loading.tsx';
import { PaneHeader } from '../../ui/PaneHeader.tsx';
import { RelativeTime } from '../../ui/RelativeTime.tsx';
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx';
import styles from './LogPane.module.css';

const LEVELS = [
  ['info', 'health.log.all'],
  ['warn', 'health.log.warn'],
  ['error', 'health.log.error'],
] as const;
const READ_AGAIN_MS = 10_000;
const ROW_HEIGHT = 62;

/** The log, newest first. It is read again while one looks at it. */
export function LogPane(): ReactElement {
  const translate = useTranslate();
  const { queries } = useCore();
  const [level, setLevel] = useState<LogEntry['level']>('info');
  const log = useQuery({
    ...queries.system.log.queryOptions({ input: { level } }),
    refetchInterval: READ_AGAIN_MS,
    placeholderData: keepPreviousData,
  });
  const entries = log.data ?? [];
  return (
    <section className={styles.pane} aria-label={translate('health.log')}>
      <PaneHeader className={styles.header ?? ''}>
        <h2 className={styles.title}>{translate('health.log')}</h2>
        <Select
          aria-label={translate('health.log.level')}
          value={level}
          onChange={({ target }) => {
            const chosen = LEVELS.find(([value]) => value === target.value);
            if (chosen !== undefined) setLevel(chosen[0]);
          }}
        >
          {LEVELS.map(([value, key]) => (
            <option key={value} value={value}>
              {translate(key)}
            </option>
          ))}
        </Select>
        <IconButton
          icon={RefreshCw}
          label={translate('health.log.refresh')}
          onClick={() => void log.refetch()}
        />
      </PaneHeader>
      {log.isPending && <LoadingPane />}
      {log.isError && entries.length === 0 && (
        <EmptyState
          icon={TriangleAlert}
          tone="problem"
          title={translate('health.log.failed')}
          actions={<Button onClick={() => void log.refetch()}>{translate('ui.retry')}</Button>}
        />
      )}
      {log.isSuccess && entries.length === 0 && (
        <EmptyState icon={ScrollText} title={translate('health.log.none.title')}>
          {translate('health.log.none.text')}
        </EmptyState>
      )}
      {entries.length > 0 && <LogList entries={entries} />}
    </section>
  );
}

function LogList({ entries }: { entries: readonly LogEntry[] }): ReactElement {
  const translate = useTranslate();
  const scroller = useRef<HTMLDivElement>(null);
  const virtualizer = useVirtualizer({
    count: entries.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 10,
  });
  return (
    <div
      ref={scroller}
      className={styles.scroller}
      // It is scrolled with the keyboard.
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      role="log"
      aria-label={translate('health.log')}
    >
      <div className={styles.rows} style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map(({ index, key, start }) => {
          const entry = entries[index];
          return entry === undefined ? null : (
            <LogRow key={key} entry={entry} index={index} start={start} ref={virtualizer.measureElement} />
          );
        })}
      </div>
    </div>
  );
}

const LEVEL_ICONS: Record<LogEntry['level'], Icon> = {
  info: Info,
  warn: TriangleAlert,
  error: CircleAlert,
};

interface LogRowProps {
  entry: LogEntry;
  index: number;
  /** Distance from the top of the list in pixels. */
  start: number;
  ref: Ref<HTMLDivElement>;
}

function LogRow({ entry, index, start, ref }: LogRowProps): ReactElement {
  const translate = useTranslate();
  const { time, level, message, details } = entry;
  const Icon = LEVEL_ICONS[level];
  const facts = Object.entries(details);
  return (
    <div
      ref={ref}
      data-index={index}
      className={classes(styles.row, styles[level])}
      style={{ transform: `translateY(${start}px)` }}
    >
      <Icon size={14} />
      <div>
        <p className={styles.message}>
          <VisuallyHidden>{translate(`health.level.${level}`)}: </VisuallyHidden>
          {message}
        </p>
        {facts.length > 0 && (
          <p className={styles.details}>{facts.map(([name, value]) => `${name}=${value}`).join('  ')}</p>
        )}
      </div>
      <span className={styles.time}>
        <RelativeTime value={time} short />
      </span>
    </div>
  );
}
