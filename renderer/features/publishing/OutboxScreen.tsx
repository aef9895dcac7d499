import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useRef, type ReactElement } from 'react';
import type { ListedDelivery } from '../../../shared/contract/publishing.ts';
import { formatNumber } from '../../../shared/i18n/translate.ts';
import { listed } from '../../../shared/page/commands.ts';
import { useCommands } from '../../commands.ts';
import { useCore } from '../../core-client/core-client.ts';
import { useConnectionStatus } from '../../core-client/use-events.ts';
import { useLocale, useTranslate } from '../../i18n.ts';
import { navigate } from '../../navigation.ts';
import { classes } from '../../ui/classes.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import {
  ExternalLink,
  FileText,
  Flame,
  Plus,
  RotateCw,
  Send,
  Settings2,
  WifiOff,
  X,
  FileDown,
} from '../../ui/icons/icons.ts';
import { ListAndDetail } from '../../ui/ListAndDetail.tsx';
import { LoadingPane } from '../../ui/Loading.tsx';
import { Tabs } from '../../ui/Tabs.tsx';
import { DetailPane, ListCondition, ListPane, ListPlaceholder } from '../../ui/WorkPanes.tsx';
import { findOvertaken } from './decide-delivery-look.ts';
import { DeliveryDetail } from './DeliveryDetail.tsx';
import { DeliveryList } from './DeliveryList.tsx';
import { FrontDeliveries } from './FrontDeliveries.tsx';
import { OutboxPlaceholder } from './OutboxPlaceholder.tsx';
import { changeOutboxView, useOutboxView } from './outbox-view.ts';
import { openTargetSettings, TargetPane } from './TargetPane.tsx';
import { TargetTroubles } from './TargetTroubles.tsx';
import { Transfers } from './Transfers.tsx';
import { useDeliveries, useDeliveriesOf, useHeldTargets } from './use-deliveries.ts';
import { useDeliveryActions } from './use-delivery-actions.ts';
import { useOnline } from './use-online.ts';
import styles from './OutboxScreen.module.css';

/** The outbox: targets, deliveries newest first, and the one in hand. */
export function OutboxScreen(): ReactElement {
  const { view, targetId, selected } = useOutboxView();
  const deliveries = useDeliveries(view, targetId);
  const heldTargets = useHeldTargets();
  const list = useRef<HTMLDivElement>(null);
  const detail = useRef<HTMLElement>(null);
  const { rows } = deliveries;
  const index = rows.findIndex(({ deliveryId }) => deliveryId === selected?.deliveryId);

  function select({ deliveryId, articleId }: ListedDelivery): void {
    changeOutboxView({ selected: { deliveryId, articleId } });
  }

  function step(by: number): void {
    const next = rows[index < 0 ? 0 : index + by];
    if (next !== undefined) select(next);
  }

  // The newest delivery is what one comes for.
  const newest = selected === null ? rows[0] : undefined;
  useEffect(() => {
    if (newest !== undefined) select(newest);
  }, [newest]);

  const ready = deliveries.status === 'ready' && rows.length > 0;
  useEffect(() => {
    if (ready && document.activeElement === document.body) list.current?.focus({ preventScroll: true });
  }, [ready]);

  useOutboxCommands(step);

  return (
    <ListAndDetail
      name="outbox"
      views={<TargetPane />}
      list={
        <ListPane>
          <ListHead />
          <Conditions />
          <TargetTroubles targetId={targetId} />
          <FrontDeliveries targetId={targetId} />
          <Transfers targetId={targetId} />
          {deliveries.status === 'loading' && <LoadingPane />}
          {deliveries.status !== 'loading' && rows.length === 0 && (
            <EmptyList failed={deliveries.status === 'failed'} onRetry={deliveries.retry} />
          )}
          {ready && (
            <DeliveryList
              key={`${view} ${targetId ?? ''}`}
              ref={list}
              deliveries={deliveries}
              heldTargets={heldTargets}
              selectedId={selected?.deliveryId ?? null}
              onSelect={select}
              onRead={() => detail.current?.focus()}
            />
          )}
        </ListPane>
      }
      detail={
        <DetailPane>
          {selected === null ? (
            <NothingChosen />
          ) : (
            <ChosenDelivery
              key={selected.deliveryId}
              deliveryId={selected.deliveryId}
              articleId={selected.articleId}
              listed={rows[index]}
              heldTargets={heldTargets}
              detailRef={detail}
            />
          )}
        </DetailPane>
      }
    />
  );
}

/** The filter by state, with what waits and what stopped counted. */
function ListHead(): ReactElement {
  const translate = useTranslate();
  const { language } = useLocale();
  const { queries } = useCore();
  const { view } = useOutboxView();
  const counts = useQuery(queries.publishing.counts.queryOptions()).data;

  function count(value: number | undefined, alarm = false): ReactElement | null {
    if (value === undefined || value === 0) return null;
    return (
      <span className={classes(styles.count, alarm && styles.alarm)}>{formatNumber(language, value)}</span>
    );
  }

  return (
    <div className={styles.head}>
      <Tabs
        label={translate('publishing.view.label')}
        look="pill"
        value={view}
        onChange={(next) => changeOutboxView({ view: next })}
        items={[
          { value: 'all', label: translate('publishing.view.all') },
          { value: 'waiting', label: translate('publishing.view.waiting'), aside: count(counts?.waiting) },
          {
            value: 'stopped',
            label: translate('publishing.view.stopped'),
            aside: count(counts?.failed, true),
          },
          { value: 'done', label: translate('publishing.view.done') },
        ]}
      />
    </div>
  );
}

/** What keeps deliveries from leaving, or this list from being the newest. */
function Conditions(): ReactElement | null {
  const translate = useTranslate();
  const connection = useConnectionStatus();
  const online = useOnline();
  if (connection !== 'reconnecting' && online) return null;
  const key = connection === 'reconnecting' ? 'publishing.list.stale' : 'publishing.list.noInternet';
  return <ListCondition icon={WifiOff}>{translate(key)}</ListCondition>;
}

function EmptyList({ failed, onRetry }: { failed: boolean; onRetry: () => void }): ReactElement {
  const { queries } = useCore();
  const { view, targetId } = useOutboxView();
  const targets = useQuery(queries.publishing.targets.list.queryOptions()).data;
  const targetName = targets?.find(({ id }) => id === targetId)?.name ?? null;
  return (
    <ListPlaceholder>
      <OutboxPlaceholder view={view} targetName={targetName} failed={failed} onRetry={onRetry} />
    </ListPlaceholder>
  );
}

function NothingChosen(): ReactElement {
  const translate = useTranslate();
  return (
    <EmptyState icon={Send} title={translate('publishing.none.title')}>
      {translate('publishing.none.text')}
    </EmptyState>
  );
}

interface ChosenDeliveryProps {
  deliveryId: string;
  articleId: string;
  /** As the list has it; missing where it has left the list. */
  listed: ListedDelivery | undefined;
  heldTargets: ReadonlySet<string>;
  detailRef: React.RefObject<HTMLElement | null>;
}

/** The delivery in hand, from the history of its article: it stays when it leaves the list for another view. */
function ChosenDelivery({
  deliveryId,
  articleId,
  listed,
  heldTargets,
  detailRef,
}: ChosenDeliveryProps): ReactElement {
  const history = useDeliveriesOf(articleId);
  const rows = useMemo(() => history.data?.rows ?? [], [history.data]);
  const overtaken = useMemo(() => findOvertaken(rows), [rows]);
  const delivery = listed ?? rows.find((row) => row.deliveryId === deliveryId);
  if (delivery === undefined) return history.isPending ? <LoadingPane /> : <NothingChosen />;
  const others = rows.filter(
    (row) => row.targetId === delivery.targetId && row.deliveryId !== delivery.deliveryId,
  );
  const held = heldTargets.has(delivery.targetId);
  return <ShownDelivery {...{ delivery, overtaken, held, others, detailRef }} />;
}

interface ShownDeliveryProps {
  delivery: ListedDelivery;
  overtaken: ReadonlySet<string>;
  held: boolean;
  others: readonly ListedDelivery[];
  detailRef: React.RefObject<HTMLElement | null>;
}

function ShownDelivery({ delivery, overtaken, held, others, detailRef }: ShownDeliveryProps): ReactElement {
  const handlers = useDeliveryActions(delivery, overtaken.has(delivery.deliveryId));
  const { url } = delivery;
  useCommands([
    {
      ...listed('outbox.retry'),
      icon: RotateCw,
      // What overwrites the work of others takes a click on the button that says so.
      enabled: handlers.send !== null && !handlers.overwrites && !handlers.busy,
      run: handlers.onSend,
    },
    {
      ...listed('outbox.cancel'),
      icon: X,
      enabled: handlers.cancel && !handlers.busy,
      run: handlers.onCancel,
    },
    {
      ...listed('outbox.article'),
      icon: FileText,
      run: handlers.onOpenArticle,
    },
    {
      ...listed('outbox.live'),
      icon: ExternalLink,
      enabled: url !== null,
      run: () => void window.open(url ?? '', '_blank', 'noreferrer'),
    },
  ]);
  return (
    <DeliveryDetail
      ref={detailRef}
      delivery={delivery}
      overtaken={overtaken}
      held={held}
      others={others}
      handlers={handlers}
    />
  );
}

function useOutboxCommands(step: (by: number) => void): void {
  const group = 'palette.group.publishing';
  useCommands([
    {
      ...listed('outbox.next'),
      hidden: true,
      run: () => step(1),
    },
    {
      ...listed('outbox.previous'),
      hidden: true,
      run: () => step(-1),
    },
    {
      id: 'outbox.posts',
      title: 'publishing.posts.open',
      group,
      icon: FileDown,
      run: () => changeOutboxView({ takingIn: true }),
    },
    {
      id: 'outbox.addTarget',
      title: 'publishing.command.addTarget',
      group,
      icon: Plus,
      run: () => openTargetSettings(true),
    },
    {
      id: 'outbox.targets',
      title: 'publishing.command.targets',
      group,
      icon: Settings2,
      run: () => openTargetSettings(),
    },
    {
      id: 'outbox.popular',
      title: 'publishing.command.popular',
      group,
      icon: Flame,
      run: () => navigate({ screen: 'fronts' }),
    },
  ]);
}
