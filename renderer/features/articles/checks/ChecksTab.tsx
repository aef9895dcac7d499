import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useCore } from '../../../core-client/core-client.ts';
import { errorMessage } from '../../../core-client/core-error.ts';
import type { EditorHandle } from '../../../editor/ArticleEditor.tsx';
import { useTranslate } from '../../../i18n.ts';
import { Button } from '../../../ui/Button.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { CircleCheck, TriangleAlert, WifiOff } from '../../../ui/icons/icons.ts';
import { Spinner } from '../../../ui/Loading.tsx';
import { useStore } from '../../../store.ts';
import type { Draft } from '../drafts/draft-desk.ts';
import type { CheckDesk } from './check-desk.ts';
import { AcceptedFindings } from './AcceptedFindings.tsx';
import { FindingList } from './FindingList.tsx';
import { RightsFindings } from './RightsFindings.tsx';
import { useFindingActions } from './use-finding-actions.ts';
import styles from './checks.module.css';

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

  if (findings.length === 0 && failure !== null) {
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
          <WifiOff size={15} />
          <p>{translate('checks.linksWait')}</p>
        </div>
      )}
      {findings.length === 0 ? (
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
        <FindingList findings={findings} actions={actions} />
      )}
      <AcceptedFindings accepted={accepted} actions={actions} />
      {hasSources === false && <p className={styles.said}>{translate('checks.noSources')}</p>}
    </div>
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
      <TriangleAlert size={15} />
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
