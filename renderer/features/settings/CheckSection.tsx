import { useEffect, useEffectEvent, type ReactElement } from 'react';
import { checkPartSchema, type CheckedPart, type CheckPart } from '../../../shared/contract/system.ts';
import { useCore } from '../../core-client/core-client.ts';
import { useTranslate } from '../../i18n.ts';
import { Button } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { CircleCheck, CircleDashed, LoaderCircle, ShieldCheck, TriangleAlert } from '../../ui/icons/icons.ts';
import { Section } from './Section.tsx';
import { useLongWork } from './use-long-work.ts';
import { useTellError } from './use-tell.ts';
import styles from './CheckSection.module.css';

/** Looks through both databases, the pictures and the backups, and says what to do about what is found. */
export function CheckSection(): ReactElement {
  const translate = useTranslate();
  const { client } = useCore();
  const tellError = useTellError();
  const {
    told: found,
    isRunning,
    ended,
    run,
    stop,
  } = useLongWork((signal) => client.system.check(undefined, { signal }));
  const tellFailure = useEffectEvent((error: unknown) => tellError(error));
  useEffect(() => {
    if (ended?.by === 'failure') tellFailure(ended.error);
  }, [ended]);

  return (
    <Section
      title={translate('safety.check')}
      text={translate('safety.check.text')}
      aside={
        !isRunning ? (
          <Button icon={ShieldCheck} onClick={run}>
            {translate('safety.check.do')}
          </Button>
        ) : (
          <Button onClick={stop}>{translate('safety.check.stop')}</Button>
        )
      }
    >
      {found !== null && (
        <ul role="list" className={styles.parts} aria-live="polite" aria-label={translate('safety.check')}>
          {checkPartSchema.options.map((part, index) => (
            <Part
              key={part}
              part={part}
              result={found.find((one) => one.part === part) ?? null}
              isRunning={isRunning && index === found.length}
            />
          ))}
        </ul>
      )}
    </Section>
  );
}

function Part({
  part,
  result,
  isRunning,
}: {
  part: CheckPart;
  result: CheckedPart | null;
  isRunning: boolean;
}): ReactElement {
  const translate = useTranslate();
  const state = result === null ? (isRunning ? 'running' : 'waiting') : result.sound ? 'sound' : 'damaged';
  const Icon = { running: LoaderCircle, waiting: CircleDashed, sound: CircleCheck, damaged: TriangleAlert }[
    state
  ];
  return (
    <li className={styles.part}>
      <Icon size={16} className={classes(styles.mark, styles[state])} />
      <span className={styles.name}>{translate(`safety.check.part.${part}`)}</span>
      {result !== null && (
        <span className={styles.examined}>
          {translate('safety.check.examined', { count: result.examined })}
        </span>
      )}
      <span className={styles[state]}>{translate(`safety.check.${state}`)}</span>
      {result !== null && !result.sound && (
        <div className={styles.problems}>
          <p>{translate(`safety.check.${part}Advice`)}</p>
          <pre>{result.problems.join('\n')}</pre>
        </div>
      )}
    </li>
  );
}
