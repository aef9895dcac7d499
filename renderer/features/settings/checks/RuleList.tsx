import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useCore } from '../../../core-client/core-client.ts';
import { useLocale } from '../../../i18n.ts';
import { Switch } from '../../../ui/Field.tsx';
import { Skeleton } from '../../../ui/Loading.tsx';
import styles from './checks-settings.module.css';

interface RuleListProps {
  rulesOff: readonly string[];
  onChange: (rulesOff: string[]) => void;
}

/** The rules that ship, each with an example and its switch. */
export function RuleList({ rulesOff, onChange }: RuleListProps): ReactElement {
  const { language } = useLocale();
  const { queries } = useCore();
  const { data } = useQuery(queries.checks.condition.queryOptions());
  if (data === undefined) return <Skeleton lines={6} />;
  return (
    <ul className={styles.rules} role="list">
      {data.rules
        .filter(({ own }) => !own)
        .map(({ ruleId, advice, examples: [example] }) => (
          <li key={ruleId}>
            <Switch
              label={advice[language]}
              hint={
                example !== undefined && (
                  <>
                    <del className={styles.bad}>{example.bad}</del>{' '}
                    <ins className={styles.good}>{example.good}</ins>
                  </>
                )
              }
              checked={!rulesOff.includes(ruleId)}
              onChange={(on) =>
                onChange(on ? rulesOff.filter((one) => one !== ruleId) : [...rulesOff, ruleId])
              }
            />
          </li>
        ))}
    </ul>
  );
}
