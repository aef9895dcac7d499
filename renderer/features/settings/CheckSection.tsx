import { CircleCheck, CircleDashed, LoaderCircle, ShieldCheck, TriangleAlert } from 'lucide-react';
import { useEffect, useRef, useState, type ReactElement } from 'react';
import { checkPartSchema, type CheckedPart, type CheckPart } from '../../../shared/contract/system.ts';
import { useCore } from '../../core-client/core-client.ts';
import { useTranslate } from '../../i18n.ts';
import { Button } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { Section } from './Section.tsx';
import { useTellError } from './use-tell.ts';
import styles from './CheckSection.module.css';

/** Looks through both databases, the pictures and the backups, and says what to do about what is found. */
export function CheckSection(): ReactElement {
  const translate = useTranslate();
  const { client } = useCore();
  const tellError = useTellError();
  const [found, setFound] = useState<readonly CheckedPart[] | null>(null);
  const [running, setRunning] = useState<AbortController | null>(null);
  const current = useRef<AbortController | null>(null);
  useEffect(() => () => current.current?.abort(), []);

  async function check(): Promise<void> {
    const controller = new AbortController();
    current.current = controller;
    setRunning(controller);
    setFound([]);
    try {
      for await (const part of await client.system.check(undefined, { signal: controller.signal })) {
        setFound((before) => [...(before ?? []), part]);
      }
    } catch (error) {
      if (!controller.signal.aborted) tellError(error);
    } finally {
      setRunning(null);
    }
  }

  return (
    <Section
      title={translate('safety.check')}
      text={translate('safety.check.text')}
      aside={
        running === null ? (
          <Button icon={ShieldCheck} onClick={() => void check()}>
            {translate('safety.check.do')}
          </Button>
        ) : (
          <Button onClick={() => running.abort()}>{translate('safety.check.stop')}</Button>
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
              isRunning={running !== null && index === found.length}
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
      <Icon size={16} strokeWidth={1.75} aria-hidden className={classes(styles.mark, styles[state])} />
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
