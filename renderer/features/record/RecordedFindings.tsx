import type { ReactElement } from 'react';
import type { RecordedAlignment, RecordedAnswer, RecordedFinding } from '../../../shared/contract/record.ts';
import { isMessageKey } from '../../../shared/i18n/translate.ts';
import { useTranslate } from '../../i18n.ts';
import { Badge, type Tone } from '../../ui/Badge.tsx';
import styles from './RecordView.module.css';

const TONES: Record<RecordedAnswer['kind'], Tone> = {
  accepted: 'green',
  ignored: 'plain',
  advisory: 'plain',
  open: 'amber',
};

/** What was found in the copy, the source's words beside ours, and how each was answered. */
export function RecordedFindings({
  findings,
  checked,
  at,
}: {
  findings: readonly RecordedFinding[];
  checked: RecordedAlignment['state'];
  at: (instant: string) => string;
}): ReactElement {
  const translate = useTranslate();
  if (findings.length === 0) {
    const nothing = checked === 'checked' ? 'none' : checked;
    return <p className={styles.quiet}>{translate(`record.findings.${nothing}`)}</p>;
  }
  return (
    <ul className={styles.list}>
      {findings.map((finding, index) => (
        // A finding has no id of its own, and the entry never changes.
        <li key={index}>
          <p>
            <Badge tone={TONES[finding.answer.kind]}>
              {translate(`record.answer.${finding.answer.kind}`)}
            </Badge>{' '}
            <Reason finding={finding} />
          </p>
          {finding.words !== '' && <p className={styles.words}>{finding.words}</p>}
          {finding.source !== null && (
            <p className={styles.quiet}>
              {finding.source.name}: <q>{finding.source.sentence}</q>
            </p>
          )}
          <Answer answer={finding.answer} at={at} />
        </li>
      ))}
    </ul>
  );
}

function Reason({ finding: { code, parameters } }: { finding: RecordedFinding }): ReactElement {
  const translate = useTranslate();
  const key = `checks.reason.${code}`;
  return <>{isMessageKey(key) ? translate(key, parameters) : code}</>;
}

function Answer({
  answer,
  at,
}: {
  answer: RecordedAnswer;
  at: (instant: string) => string;
}): ReactElement | null {
  if (answer.kind !== 'accepted' && answer.kind !== 'ignored') return null;
  const { person } = answer;
  return (
    <p className={styles.quiet}>
      {answer.kind === 'accepted' && <>“{answer.note}” · </>}
      {person.name || person.code || '–'} · {at(answer.at)}
    </p>
  );
}
