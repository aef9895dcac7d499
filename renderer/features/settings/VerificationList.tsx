import { useEffect, useRef, type ReactElement } from 'react';
import type { Verification } from '../../../shared/contract/publishing.ts';
import { useTranslate } from '../../i18n.ts';
import { classes } from '../../ui/classes.ts';
import { CircleCheck, CircleX, TriangleAlert } from '../../ui/icons/icons.ts';
import { Spinner } from '../../ui/Loading.tsx';
import { HostKeyChoice } from './HostKeyChoice.tsx';
import { tellCheck, tellInspection, tellVerdict } from './tell-check.ts';
import type { VerificationState } from './use-verification.ts';
import styles from './VerificationList.module.css';

const ICONS = { good: CircleCheck, remark: TriangleAlert, bad: CircleX } as const;

interface VerificationListProps {
  state: VerificationState;
  /** A person takes the key that the server shows now for the right one. */
  onTrustHostKey: (hostKey: string) => void;
}

/** What a test of a target found: the verdict, then line by line. */
export function VerificationList({ state, onTrustHostKey }: VerificationListProps): ReactElement | null {
  const translate = useTranslate();
  const frame = useRef<HTMLDivElement>(null);
  useEffect(() => {
    frame.current?.scrollIntoView({ block: 'nearest' });
  }, [state]);
  if (state.status === 'idle') return null;
  return (
    <div ref={frame} className={styles.frame} role="status">
      {state.status === 'running' && (
        <p className={styles.running}>
          <Spinner size={15} />{' '}
          {translate(state.about === 'files' ? 'settings.target.inspecting' : 'settings.target.verifying')}
        </p>
      )}
      {state.status === 'failed' && <p className={styles.bad}>{state.words}</p>}
      {state.status === 'done' && <Found {...state} onTrustHostKey={onTrustHostKey} />}
    </div>
  );
}

interface FoundProps extends Pick<VerificationListProps, 'onTrustHostKey'> {
  about: 'connection' | 'files';
  verification: Verification;
}

function Found({ about, verification, onTrustHostKey }: FoundProps): ReactElement {
  const translate = useTranslate();
  const verdict = about === 'files' ? tellInspection(verification) : tellVerdict(verification);
  return (
    <>
      <p className={classes(styles.verdict, styles[verdict.look])}>{translate(verdict.key)}</p>
      <ul role="list" className={styles.checks}>
        {verification.checks.map((check, index) => {
          const told = tellCheck(check);
          const Icon = ICONS[told.look];
          return (
            <li key={`${check.code}-${index}`} className={styles.check}>
              <Icon className={styles[told.look]} size={16} />
              <span>
                {told.key === null ? check.code : translate(told.key, told.parameters)}
                {told.advice !== null && <span className={styles.advice}>{translate(told.advice)}</span>}
                {check.hostKeys === undefined ? (
                  told.detail !== '' && <span className={styles.detail}>{told.detail}</span>
                ) : (
                  <HostKeyChoice hostKeys={check.hostKeys} onTrust={onTrustHostKey} />
                )}
              </span>
            </li>
          );
        })}
      </ul>
    </>
  );
}
