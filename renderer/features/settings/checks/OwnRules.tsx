import { useState, type FormEvent, type ReactElement } from 'react';
import type { OwnRule } from '../../../../shared/contract/checks-settings.ts';
import { useCore } from '../../../core-client/core-client.ts';
import { errorMessage } from '../../../core-client/core-error.ts';
import { useTranslate } from '../../../i18n.ts';
import { Button, IconButton } from '../../../ui/Button.tsx';
import { Field, Input, Switch } from '../../../ui/Field.tsx';
import { Plus, Trash2 } from '../../../ui/icons/icons.ts';
import { Pair } from '../Section.tsx';
import styles from './checks-settings.module.css';

interface OwnRulesProps {
  rules: readonly OwnRule[];
  onChange: (rules: OwnRule[]) => void;
}

const NO_RULE = { find: '', replacement: '', advice: '', isPattern: false };

/** The first id of the house's own rules that is free. */
function freeId(rules: readonly OwnRule[]): string {
  const taken = new Set(rules.map(({ ruleId }) => ruleId));
  let number = rules.length + 1;
  while (taken.has(`rumah-${number}`)) number += 1;
  return `rumah-${number}`;
}

/** Rules a house adds: looked at, removed, added. A pattern that cannot be used is refused with the reason. */
export function OwnRules({ rules, onChange }: OwnRulesProps): ReactElement {
  const translate = useTranslate();
  const { client } = useCore();
  const [typed, setTyped] = useState(NO_RULE);
  const [problem, setProblem] = useState<string | null>(null);

  function type(part: Partial<typeof NO_RULE>): void {
    setTyped({ ...typed, ...part });
    setProblem(null);
  }

  async function add(event: FormEvent): Promise<void> {
    event.preventDefault();
    const find = typed.isPattern ? typed.find : typed.find.trim();
    if (find === '') return;
    if (typed.isPattern) {
      try {
        const { problem: found } = await client.checks.patternProblem({ pattern: find });
        if (found !== null) {
          setProblem(translate('settings.checks.own.problem', { problem: found }));
          return;
        }
      } catch (error) {
        const { key, parameters } = errorMessage(error);
        setProblem(translate(key, parameters));
        return;
      }
    }
    onChange([...rules, { ...typed, find, ruleId: freeId(rules) }]);
    setTyped(NO_RULE);
  }

  return (
    <div className={styles.own}>
      {rules.length === 0 ? (
        <p className={styles.empty}>{translate('settings.checks.own.empty')}</p>
      ) : (
        <ul className={styles.ownList} role="list">
          {rules.map(({ ruleId, find, replacement, advice, isPattern }) => (
            <li key={ruleId} className={styles.ownRule}>
              <span className={isPattern ? styles.pattern : undefined}>{find}</span>
              {replacement !== '' && <span className={styles.good}>→ {replacement}</span>}
              <span className={styles.advice}>{advice}</span>
              <IconButton
                size="small"
                icon={Trash2}
                tone="danger"
                label={translate('settings.checks.own.remove', { find })}
                onClick={() => onChange(rules.filter((one) => one.ruleId !== ruleId))}
              />
            </li>
          ))}
        </ul>
      )}
      <form className={styles.form} onSubmit={(event) => void add(event)}>
        <Pair>
          <Field label={translate('settings.checks.own.find')} error={problem}>
            {(control) => (
              <Input
                {...control}
                maxLength={500}
                spellCheck={false}
                value={typed.find}
                onChange={({ target }) => type({ find: target.value })}
              />
            )}
          </Field>
          <Field
            label={translate('settings.checks.own.replacement')}
            hint={translate('settings.checks.own.replacement.hint')}
          >
            {(control) => (
              <Input
                {...control}
                maxLength={500}
                spellCheck={false}
                value={typed.replacement}
                onChange={({ target }) => type({ replacement: target.value })}
              />
            )}
          </Field>
        </Pair>
        <Field label={translate('settings.checks.own.advice')}>
          {(control) => (
            <Input
              {...control}
              maxLength={300}
              value={typed.advice}
              onChange={({ target }) => type({ advice: target.value })}
            />
          )}
        </Field>
        <Switch
          label={translate('settings.checks.own.isPattern')}
          hint={translate('settings.checks.own.isPattern.hint')}
          checked={typed.isPattern}
          onChange={(isPattern) => type({ isPattern })}
        />
        <div>
          <Button type="submit" icon={Plus} disabled={typed.find.trim() === ''}>
            {translate('settings.checks.own.add')}
          </Button>
        </div>
      </form>
    </div>
  );
}
