import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { useId, useRef, useState, type ReactElement } from 'react';
import type { RuleSource, RuleTrial } from '../../../../shared/contract/house-rules.ts';
import { useCore } from '../../../core-client/core-client.ts';
import { errorMessage } from '../../../core-client/core-error.ts';
import { useTranslate, type Translate } from '../../../i18n.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { Field, Input, Switch, TextArea } from '../../../ui/Field.tsx';
import { Undo2 } from '../../../ui/icons/icons.ts';
import { ExamplesField } from './ExamplesField.tsx';
import { examplesOf, isComplete, type HouseRuleDraft } from './house-rule-draft.ts';
import styles from './checks-settings.module.css';

function problemWords({ problem }: RuleTrial, translate: Translate): string | null {
  if (problem === null) return null;
  const reason = translate(`find.problem.${problem.code}`);
  return translate('settings.checks.rule.problem', { reason, said: problem.said });
}

function hasMismatch({ problem, examples }: RuleTrial): boolean {
  return problem === null && examples.some(({ verdict }) => verdict !== 'holds');
}

interface HouseRuleDialogProps {
  title: string;
  draft: HouseRuleDraft;
  /** A rule of the house's own: words or a pattern, as it likes. */
  own: boolean;
  /** The rule that is written, as the checks take it. */
  ruleOf: (draft: HouseRuleDraft) => RuleSource;
  onSave: (draft: HouseRuleDraft) => void;
  /** Back to the rule that ships; left out where there is nothing to go back to. */
  onRestore?: () => void;
  onClose: () => void;
}

/**
 * One rule is written and tried on its examples while it is. A pattern that cannot be used is refused; examples that do
 * not hold are told, and saved only when that is asked for again.
 */
export function HouseRuleDialog({
  title,
  draft: given,
  own,
  ruleOf,
  onSave,
  onRestore,
  onClose,
}: HouseRuleDialogProps): ReactElement {
  const translate = useTranslate();
  const { client, queries } = useCore();
  const [draft, setDraft] = useState(given);
  const form = useId();
  const find = useRef<HTMLInputElement & HTMLTextAreaElement>(null);

  const complete = isComplete(draft);
  const rule = ruleOf(draft);
  const { data } = useQuery(
    queries.checks.tryRule.queryOptions({
      input: { rule },
      enabled: complete,
      placeholderData: keepPreviousData,
      gcTime: 0,
    }),
  );
  const trial = complete && data !== undefined ? data : null;
  const attempt = useMutation({
    mutationFn: () => client.checks.tryRule({ rule }),
    onSuccess(answer) {
      if (answer.problem !== null) find.current?.focus();
      else if (!hasMismatch(answer)) finish();
    },
  });
  const isTold = attempt.data !== undefined && hasMismatch(attempt.data);

  function finish(): void {
    onSave(draft);
    onClose();
  }
  function change(part: Partial<HouseRuleDraft>): void {
    attempt.reset();
    setDraft({ ...draft, ...part });
  }
  function failure(): string | null {
    if (attempt.error !== null) {
      const { key, parameters } = errorMessage(attempt.error);
      return translate(key, parameters);
    }
    return isTold ? translate('settings.checks.rule.mismatch') : null;
  }

  const { way } = draft;
  const problem = failure();
  const verdicts = trial?.examples ?? [];
  return (
    <Dialog
      open
      size="large"
      title={title}
      onClose={onClose}
      footer={
        <>
          {onRestore !== undefined && (
            <Button
              look="ghost"
              icon={Undo2}
              className={styles.restore ?? ''}
              onClick={() => {
                onRestore();
                onClose();
              }}
            >
              {translate('settings.checks.rule.restore')}
            </Button>
          )}
          {problem !== null && (
            <p className={styles.problem} role="alert">
              {problem}
            </p>
          )}
          <Button onClick={onClose}>{translate('ui.cancel')}</Button>
          <Button look="primary" type="submit" form={form} busy={attempt.isPending} disabled={!complete}>
            {translate(isTold ? 'settings.checks.rule.saveAnyway' : 'settings.checks.rule.save')}
          </Button>
        </>
      }
    >
      <form
        id={form}
        className={styles.dialog}
        onSubmit={(event) => {
          event.preventDefault();
          if (isTold) finish();
          else if (complete && !attempt.isPending) attempt.mutate();
        }}
      >
        {way !== 'check' && (
          <Field
            label={translate(`settings.checks.rule.find.${way}`)}
            hint={translate(`settings.checks.rule.find.${way}.hint`)}
            error={trial === null ? null : problemWords(trial, translate)}
          >
            {(control) =>
              way === 'phrase' ? (
                <Input
                  {...control}
                  ref={find}
                  required
                  maxLength={500}
                  spellCheck={false}
                  value={draft.find}
                  onChange={({ target }) => change({ find: target.value })}
                />
              ) : (
                <TextArea
                  {...control}
                  ref={find}
                  rows={way === 'pattern' ? 3 : 8}
                  maxLength={way !== 'pattern' ? undefined : own ? 500 : 2000}
                  className={way === 'pattern' ? styles.expression : undefined}
                  spellCheck={false}
                  value={draft.find}
                  onChange={({ target }) =>
                    change({
                      find: way === 'pattern' ? target.value.replaceAll(/[\r\n]/g, '') : target.value,
                    })
                  }
                />
              )
            }
          </Field>
        )}
        {own && (
          <Switch
            label={translate('settings.checks.own.isPattern')}
            checked={way === 'pattern'}
            onChange={(isPattern) => change({ way: isPattern ? 'pattern' : 'phrase' })}
          />
        )}
        {(way === 'phrase' || way === 'pattern') && (
          <Field
            label={translate('settings.checks.rule.replacement')}
            hint={translate(
              way === 'pattern'
                ? 'settings.checks.rule.replacement.hint.pattern'
                : 'settings.checks.rule.replacement.hint',
            )}
          >
            {(control) => (
              <Input
                {...control}
                maxLength={500}
                spellCheck={false}
                value={draft.replacement}
                onChange={({ target }) => change({ replacement: target.value })}
              />
            )}
          </Field>
        )}
        <Field
          label={translate('settings.checks.rule.advice')}
          hint={own ? translate('settings.checks.rule.advice.hint') : undefined}
        >
          {(control) => (
            <Input
              {...control}
              maxLength={300}
              value={draft.advice}
              onChange={({ target }) => change({ advice: target.value })}
            />
          )}
        </Field>
        <ExamplesField
          examples={draft.examples}
          verdictOf={(example) => verdicts[examplesOf(draft).indexOf(example)] ?? null}
          onChange={(examples) => change({ examples })}
        />
      </form>
    </Dialog>
  );
}
