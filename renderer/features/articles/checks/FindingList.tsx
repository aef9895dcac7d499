import {
  memo,
  useCallback,
  useEffect,
  useEffectEvent,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type KeyboardEvent,
  type ReactElement,
} from 'react';
import type { Check } from '../../../../shared/contract/checks.ts';
import { useTranslate } from '../../../i18n.ts';
import { FindingCard } from './FindingCard.tsx';
import { rowsOf } from './finding-rows.ts';
import type { PlacedFinding } from './placed-findings.ts';
import { isAlike, type FindingActions } from './use-finding-actions.ts';
import { useRowsInSight, type RowInSight } from './use-rows-in-sight.ts';
import styles from './checks.module.css';

interface FindingListProps {
  /** Sorted by kind; not empty. */
  findings: readonly PlacedFinding[];
  actions: FindingActions;
}

/**
 * The findings by kind, worked by keys wherever the focus is among them. Those out of sight are not in the page, but for the
 * one in hand: a long article has many hundreds, and the browser would look through them all with every key that is typed.
 */
export const FindingList = memo(function FindingList({ findings, actions }: FindingListProps): ReactElement {
  /** The one in hand, and where it stood: the next takes its place when it is mended. */
  const [inHand, setInHand] = useState<{ id: string; index: number } | null>(null);
  const list = useRef<HTMLDivElement>(null);
  const hadFocus = useRef(false);

  const rows = useMemo(() => rowsOf(findings), [findings]);
  const listed = useMemo(() => rows.flatMap((row) => (row.kind === 'finding' ? row.finding : [])), [rows]);
  const found = listed.findIndex(({ id }) => id === inHand?.id);
  const index = found === -1 ? Math.min(inHand?.index ?? 0, listed.length - 1) : found;
  const current = inHand === null ? null : (listed[index] ?? null);
  /** The one the tab key reaches. */
  const entrance = current ?? listed[0];
  const inSight = useRowsInSight(
    list,
    rows,
    rows.findIndex((row) => row.kind === 'finding' && row.finding === entrance),
  );

  const latest = useRef(listed);
  useLayoutEffect(() => {
    latest.current = listed;
  });
  /** The same function for every drawing, so that cards need not be drawn anew. */
  const take = useCallback((id: string): void => {
    setInHand({ id, index: latest.current.findIndex((one) => one.id === id) });
  }, []);

  const show = useEffectEvent(() => {
    actions.point(current);
    if (current === null || !hadFocus.current) return;
    // What was mended has gone and the focus with it; wherever else the person went meanwhile, it stays.
    const { activeElement } = document;
    const isElsewhere = activeElement !== null && activeElement !== document.body;
    if (isElsewhere && list.current?.contains(activeElement) !== true) return;
    list.current?.querySelector<HTMLElement>(`[data-finding="${CSS.escape(current.id)}"]`)?.focus();
  });
  const shownId = current?.id ?? null;
  useEffect(() => show(), [shownId]);
  const leave = useEffectEvent(() => actions.point(null));
  useEffect(() => () => leave(), []);

  function step(by: number): void {
    const next = listed[Math.max(0, Math.min(listed.length - 1, (current === null ? -1 : index) + by))];
    if (next !== undefined) take(next.id);
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const steps: Record<string, number> = { n: 1, ArrowDown: 1, p: -1, ArrowUp: -1 };
    const by = steps[event.key];
    if (by === undefined) return;
    event.preventDefault();
    step(by);
  }

  return (
    // The keys work wherever the focus is in the list.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div
      ref={list}
      className={styles.findings}
      style={{ height: inSight.height }}
      onKeyDown={onKeyDown}
      onFocus={() => (hadFocus.current = true)}
      onBlur={(event) => {
        if (event.relatedTarget !== null)
          hadFocus.current = event.currentTarget.contains(event.relatedTarget);
      }}
    >
      {[...Map.groupBy(inSight.rows, ({ row }) => row.check)].map(([check, ofKind]) => (
        <Group
          key={check}
          check={check}
          rows={ofKind}
          measure={inSight.measure}
          card={(finding) => (
            <FindingCard
              finding={finding}
              same={finding === current ? findings.filter((one) => isAlike(one, finding)).length : 1}
              current={finding === current}
              entrance={finding === entrance}
              actions={actions}
              onCurrent={take}
            />
          )}
        />
      ))}
    </div>
  );
});

interface GroupProps {
  check: Check;
  rows: readonly RowInSight[];
  measure: (row: Element | null) => void;
  card: (finding: PlacedFinding) => ReactElement;
}

/** What is in the page of one kind. */
function Group({ check, rows, measure, card }: GroupProps): ReactElement {
  const translate = useTranslate();
  const name = translate(`checks.group.${check}`);
  const placeOf = ({ index, space }: RowInSight) => {
    return { ref: measure, 'data-index': index, style: { marginTop: space } };
  };
  return (
    <section aria-label={name}>
      {rows.map(
        (one) =>
          one.row.kind === 'heading' && (
            <h3 key="heading" {...placeOf(one)} className={styles.caption}>
              {name} <span className={styles.count}>{one.row.count}</span>
            </h3>
          ),
      )}
      {rows.some(({ row }) => row.kind === 'finding') && (
        <ul className={styles.ofKind} role="list">
          {rows.map(
            (one) =>
              one.row.kind === 'finding' && (
                <li
                  key={one.row.finding.id}
                  {...placeOf(one)}
                  // Not all of them are in the page.
                  aria-posinset={one.row.position}
                  aria-setsize={one.row.count}
                >
                  {card(one.row.finding)}
                </li>
              ),
          )}
        </ul>
      )}
      {rows.map(
        (one) =>
          one.row.kind === 'more' && (
            <p key={one.index} {...placeOf(one)} className={styles.more}>
              {translate('checks.more', { count: one.row.left })}
            </p>
          ),
      )}
    </section>
  );
}
