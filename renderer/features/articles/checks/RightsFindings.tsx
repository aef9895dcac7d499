import { useMutation, useQuery } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import type { RightsFinding } from '../../../../shared/contract/rights.ts';
import { formatDateTime } from '../../../../shared/domain/indonesian-dates.ts';
import { useCore } from '../../../core-client/core-client.ts';
import { errorMessage } from '../../../core-client/core-error.ts';
import { useLocale, useTranslate } from '../../../i18n.ts';
import { Button, IconButton } from '../../../ui/Button.tsx';
import { Check, CornerDownLeft, EyeOff, RotateCcw } from '../../../ui/icons/icons.ts';
import { showToast } from '../../../ui/toast.ts';
import { AcceptForm } from './Evidence.tsx';
import styles from './checks.module.css';

interface RightsFindingsProps {
  articleId: string;
  /** Takes over the credit line; answers what stood there. */
  onCredit: (credit: string) => string;
}

/** What in the stored copy is not as the licences of its sources and pictures have it, answered as findings of fidelity are. */
export function RightsFindings({ articleId, onCredit }: RightsFindingsProps): ReactElement | null {
  const translate = useTranslate();
  const { queries } = useCore();
  const input = { articleId };
  const { data: findings = [], isError } = useQuery(queries.rights.findings.queryOptions({ input }));
  const ignored = useQuery(queries.checks.ignored.list.queryOptions({ input })).data ?? [];
  const shown = findings.filter(({ key }) => !ignored.includes(key));
  if (isError) return <p className={styles.notice}>{translate('rights.findings.failed')}</p>;
  if (shown.length === 0) return null;
  return (
    <section aria-label={translate('rights.findings')}>
      <h3 className={styles.caption}>
        {translate('rights.findings')} <span className={styles.count}>{shown.length}</span>
      </h3>
      <ul className={styles.list} role="list">
        {shown.map((finding) => (
          <RightsCard key={finding.key} articleId={articleId} finding={finding} onCredit={onCredit} />
        ))}
      </ul>
    </section>
  );
}

function RightsCard({
  articleId,
  finding,
  onCredit,
}: RightsFindingsProps & { finding: RightsFinding }): ReactElement {
  const translate = useTranslate();
  const { client, queries } = useCore();
  const [accepting, setAccepting] = useState(false);
  const { key, ours, theirs, credit } = finding;
  const accepted = useQuery(queries.provenance.accepted.list.queryOptions({ input: { articleId } })).data;
  const acceptance = accepted?.find((one) => one.key === key);
  const answering = useMutation({
    mutationFn: (answer: () => Promise<unknown>) => answer(),
    onSuccess: () => setAccepting(false),
    onError(error) {
      const told = errorMessage(error);
      showToast(translate(told.key, told.parameters), { tone: 'problem' });
    },
  });
  const { language, offsetMinutes } = useLocale();
  const reason = useReason(finding);

  if (acceptance !== undefined) {
    return (
      <li className={styles.settled}>
        <p>{reason}</p>
        <p>“{acceptance.note}”</p>
        <p className={styles.reason}>
          {translate('checks.accepted.by', {
            name: acceptance.personName,
            time: formatDateTime(Date.parse(acceptance.acceptedAt), offsetMinutes, language),
          })}
        </p>
        <Button
          size="small"
          look="ghost"
          icon={RotateCcw}
          onClick={() => answering.mutate(() => client.provenance.accepted.remove({ articleId, key }))}
        >
          {translate('rights.reopen')}
        </Button>
      </li>
    );
  }
  return (
    <li className={styles.settled}>
      <p>{reason}</p>
      {theirs !== '' && (
        <dl className={styles.both}>
          <dt>{translate('rights.ours')}</dt>
          <dd>{ours === '' ? translate('rights.none') : ours}</dd>
          <dt>{translate('rights.theirs')}</dt>
          <dd>{theirs}</dd>
        </dl>
      )}
      {accepting ? (
        <AcceptForm
          onAccept={(note) =>
            answering.mutate(() => client.provenance.accepted.add({ articleId, key, note }))
          }
          onCancel={() => setAccepting(false)}
        />
      ) : (
        <div className={styles.actions}>
          {credit !== null && (
            <Button
              look="primary"
              size="small"
              icon={CornerDownLeft}
              onClick={() => {
                const before = onCredit(credit);
                showToast(translate('rights.fixed'), {
                  action: { label: translate('ui.undo'), run: () => onCredit(before) },
                });
              }}
            >
              {translate('rights.fix', { credit })}
            </Button>
          )}
          <Button size="small" icon={Check} onClick={() => setAccepting(true)}>
            {translate('rights.accept')}
          </Button>
          <IconButton
            size="small"
            icon={EyeOff}
            label={translate('rights.ignore')}
            onClick={() => answering.mutate(() => client.checks.ignored.add({ articleId, key }))}
          />
        </div>
      )}
    </li>
  );
}

function useReason({ code, parameters }: RightsFinding): string {
  const translate = useTranslate();
  return translate(`checks.reason.${code}`, parameters);
}
