import { useQuery } from '@tanstack/react-query';
import { CircleCheck, TriangleAlert, WifiOff } from 'lucide-react';
import {
  useCallback,
  useEffect,
  useEffectEvent,
  useLayoutEffect,
  useRef,
  useState,
  type KeyboardEvent,
  type ReactElement,
} from 'react';
import { CHECKS, type Check } from '../../../../shared/contract/checks.ts';
import { useCore } from '../../../core-client/core-client.ts';
import { errorMessage } from '../../../core-client/core-error.ts';
import type { EditorHandle } from '../../../editor/ArticleEditor.tsx';
import { useTranslate } from '../../../i18n.ts';
import { Button } from '../../../ui/Button.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { Spinner } from '../../../ui/Loading.tsx';
import { useStore } from '../../../store.ts';
import type { Draft } from '../drafts/draft-desk.ts';
import type { CheckDesk } from './check-desk.ts';
import type { PlacedFinding } from './placed-findings.ts';
import { AcceptedFindings } from './AcceptedFindings.tsx';
import { FindingCard } from './FindingCard.tsx';
import { RightsFindings } from './RightsFindings.tsx';
import { kindOf, useFindingActions } from './use-finding-actions.ts';
import styles from './checks.module.css';

/** Of one kind so many are listed; the rest comes up as these are dealt with. */
const MOST_OF_A_KIND = 40;

interface ChecksTabProps {
  draft: Draft;
  desk: CheckDesk;
  editor: EditorHandle;
  /** A finding is in a field that another tab shows. */
  onHiddenField: (field: string) => void;
}

/** Everything the checks found, by kind, each with its reason and a fix one key away. */
export function ChecksTab({ draft, desk, editor, onHiddenField }: ChecksTabProps): ReactElement {
  const translate = useTranslate();
  const { findings, checking, failure, linksWait, accepted, hasSources } = useStore(desk.state);
  const actions = useFindingActions(desk, editor, onHiddenField);
  /** The one in hand, and where it stood: the next takes its place when it is mended. */
  const [inHand, setInHand] = useState<{ id: string; index: number } | null>(null);
  const list = useRef<HTMLDivElement>(null);
  const hadFocus = useRef(false);

  const listed = CHECKS.flatMap((check) =>
    findings.filter((one) => one.check === check).slice(0, MOST_OF_A_KIND),
  );
  const found = listed.findIndex(({ id }) => id === inHand?.id);
  const index = found === -1 ? Math.min(inHand?.index ?? 0, listed.length - 1) : found;
  const current = inHand === null ? null : (listed[index] ?? null);

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

  if (listed.length === 0 && failure !== null) {
    const { key, parameters } = errorMessage(failure);
    return (
      <EmptyState
        icon={TriangleAlert}
        tone="problem"
        title={translate('checks.failed')}
        actions={<Button onClick={() => desk.checkNow()}>{translate('ui.retry')}</Button>}
      >
        {translate(key, parameters)}
      </EmptyState>
    );
  }
  return (
    <div className={styles.checks}>
      <Dictionaries />
      <RightsFindings
        articleId={draft.articleId}
        onCredit={(credit) => {
          const before = draft.fields.get().credit;
          draft.setField('credit', credit);
          return before;
        }}
      />
      {linksWait && (
        <div className={styles.notice} role="status">
          <WifiOff size={15} strokeWidth={1.75} aria-hidden />
          <p>{translate('checks.linksWait')}</p>
        </div>
      )}
      {listed.length === 0 ? (
        checking ? (
          <div className={styles.waiting} role="status">
            <Spinner size={18} />
            {translate('checks.checking')}
          </div>
        ) : (
          <EmptyState icon={CircleCheck} title={translate('checks.none')}>
            {translate('checks.none.text')}
          </EmptyState>
        )
      ) : (
        // The keys work wherever the focus is in the list.
        // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
        <div
          ref={list}
          onKeyDown={onKeyDown}
          onFocus={() => (hadFocus.current = true)}
          onBlur={(event) => {
            if (event.relatedTarget !== null)
              hadFocus.current = event.currentTarget.contains(event.relatedTarget);
          }}
        >
          {CHECKS.map((check) => (
            <Group
              key={check}
              check={check}
              findings={findings.filter((one) => one.check === check)}
              currentId={current?.id ?? null}
              firstId={listed[0]?.id ?? null}
              actions={actions}
              onCurrent={take}
            />
          ))}
        </div>
      )}
      <AcceptedFindings accepted={accepted} actions={actions} />
      {hasSources === false && <p className={styles.said}>{translate('checks.noSources')}</p>}
    </div>
  );
}

interface GroupProps {
  check: Check;
  findings: readonly PlacedFinding[];
  currentId: string | null;
  /** The tab key enters the list here while none is current. */
  firstId: string | null;
  actions: ReturnType<typeof useFindingActions>;
  onCurrent: (id: string) => void;
}

function Group({ check, findings, currentId, firstId, actions, onCurrent }: GroupProps): ReactElement | null {
  const translate = useTranslate();
  if (findings.length === 0) return null;
  const counts = Map.groupBy(findings, kindOf);
  const more = findings.length - MOST_OF_A_KIND;
  return (
    <section className={styles.group} aria-label={translate(`checks.group.${check}`)}>
      <h3 className={styles.caption}>
        {translate(`checks.group.${check}`)} <span className={styles.count}>{findings.length}</span>
      </h3>
      <ul className={styles.list} role="list">
        {findings.slice(0, MOST_OF_A_KIND).map((finding) => (
          <FindingCard
            key={finding.id}
            finding={finding}
            same={counts.get(kindOf(finding))?.length ?? 1}
            current={finding.id === currentId}
            entrance={finding.id === (currentId ?? firstId)}
            actions={actions}
            onCurrent={onCurrent}
          />
        ))}
      </ul>
      {more > 0 && <p className={styles.more}>{translate('checks.more', { count: more })}</p>}
    </section>
  );
}

/** A dictionary that is missing or damaged: the checks go on without it. */
function Dictionaries(): ReactElement | null {
  const translate = useTranslate();
  const { queries } = useCore();
  const { data } = useQuery(queries.checks.condition.queryOptions());
  const troubled = data?.dictionaries.filter(({ problem }) => problem !== null) ?? [];
  if (troubled.length === 0) return null;
  return (
    <div className={styles.notice} role="status">
      <TriangleAlert size={15} strokeWidth={1.75} aria-hidden />
      <div>
        {troubled.map(({ language, from, problem }) => (
          <p key={language}>
            {translate(`checks.dictionary.${from === null ? 'none' : (problem ?? 'missing')}`, {
              language: translate(`checks.language.${language}`),
            })}
          </p>
        ))}
      </div>
    </div>
  );
}
