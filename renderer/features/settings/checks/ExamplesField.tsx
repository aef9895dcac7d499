import { useLayoutEffect, useRef, type ReactElement } from 'react';
import { MOST_EXAMPLES } from '../../../../shared/contract/checks-settings.ts';
import type { ExampleVerdict, RuleExample } from '../../../../shared/contract/house-rules.ts';
import { useTranslate, type Translate } from '../../../i18n.ts';
import { Button, IconButton } from '../../../ui/Button.tsx';
import { Input } from '../../../ui/Field.tsx';
import { ArrowRight, CircleCheck, Plus, Trash2, TriangleAlert } from '../../../ui/icons/icons.ts';
import styles from './checks-settings.module.css';

function verdictWords({ verdict, mended }: ExampleVerdict, translate: Translate): string {
  return translate(`settings.checks.example.${verdict}`, { mended });
}

interface ExamplesFieldProps {
  examples: readonly RuleExample[];
  /** How an example fares with the rule as it stands; null where that is not known yet. */
  verdictOf: (example: RuleExample) => ExampleVerdict | null;
  onChange: (examples: readonly RuleExample[]) => void;
}

/** The examples of a rule, wrong and right, each with what the rule makes of it. */
export function ExamplesField({ examples, verdictOf, onChange }: ExamplesFieldProps): ReactElement {
  const translate = useTranslate();
  const group = useRef<HTMLFieldSetElement>(null);
  const focusAt = useRef<number | null>(null);

  // Into the row that came, or the one in the place of the one that went; after the last one onto the button.
  useLayoutEffect(() => {
    if (focusAt.current === null) return;
    const rows = group.current?.querySelectorAll('li');
    const row = rows?.[Math.min(focusAt.current, rows.length - 1)];
    focusAt.current = null;
    (row?.querySelector('input') ?? group.current?.querySelector('button'))?.focus();
  }, [examples.length]);

  function alter(index: number, part: Partial<RuleExample>): void {
    onChange(examples.map((example, at) => (at === index ? { ...example, ...part } : example)));
  }

  return (
    <fieldset ref={group} className={styles.examples}>
      <legend>{translate('settings.checks.examples')}</legend>
      <ul role="list">
        {examples.map((example, index) => {
          const verdict = verdictOf(example);
          const number = index + 1;
          const isGood = verdict?.verdict === 'holds';
          return (
            <li key={index} className={styles.example}>
              <Input
                aria-label={translate('settings.checks.example.bad', { number })}
                placeholder={translate('settings.checks.example.bad.placeholder')}
                maxLength={500}
                spellCheck={false}
                value={example.bad}
                onChange={({ target }) => alter(index, { bad: target.value })}
              />
              <ArrowRight size={14} />
              <Input
                aria-label={translate('settings.checks.example.good', { number })}
                placeholder={translate('settings.checks.example.good.placeholder')}
                maxLength={500}
                spellCheck={false}
                value={example.good}
                onChange={({ target }) => alter(index, { good: target.value })}
              />
              <IconButton
                size="small"
                icon={Trash2}
                tone="danger"
                label={translate('settings.checks.example.remove', { number })}
                onClick={() => {
                  focusAt.current = index;
                  onChange(examples.filter((_example, at) => at !== index));
                }}
              />
              <span className={isGood ? styles.holds : styles.mismatch} role="status">
                {verdict !== null && (
                  <>
                    {isGood ? <CircleCheck size={13} /> : <TriangleAlert size={13} />}
                    {verdictWords(verdict, translate)}
                  </>
                )}
              </span>
            </li>
          );
        })}
      </ul>
      <Button
        size="small"
        icon={Plus}
        disabled={examples.length >= MOST_EXAMPLES}
        onClick={() => {
          focusAt.current = examples.length;
          onChange([...examples, { bad: '', good: '' }]);
        }}
      >
        {translate('settings.checks.example.add')}
      </Button>
    </fieldset>
  );
}
