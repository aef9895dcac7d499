import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useId, useState, type FormEvent, type ReactElement } from 'react';
import type { Rule } from '../../../../shared/contract/rules.ts';
import { useCore } from '../../../core-client/core-client.ts';
import { errorMessage } from '../../../core-client/core-error.ts';
import { useLocale, useTranslate } from '../../../i18n.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { Field, Input } from '../../../ui/Field.tsx';
import { showToast } from '../../../ui/toast.ts';
import { useTellError } from '../use-tell.ts';
import { ActionFields } from './ActionFields.tsx';
import { ConditionField, conditionProblem } from './ConditionField.tsx';
import { actionsOfDraft, draftOfRule, NEW_RULE, type RuleDraft } from './rule-draft.ts';
import { TryOut } from './TryOut.tsx';
import styles from './rules.module.css';

interface RuleDialogProps {
  /** Null for a new one. */
  rule: Rule | null;
  /** Ids of all rules, in their order. */
  before: readonly string[];
  onClose: () => void;
}

/** One rule: which stories, what is done, and what it would have met. */
export function RuleDialog({ rule, before, onClose }: RuleDialogProps): ReactElement {
  const translate = useTranslate();
  const { offsetMinutes } = useLocale();
  const { client, queries } = useCore();
  const queryClient = useQueryClient();
  const tellError = useTellError();
  const [draft, setDraft] = useState<RuleDraft>(() => (rule === null ? NEW_RULE : draftOfRule(rule)));
  const [tried, setTried] = useState(false);
  const form = useId();

  const name = draft.name.trim();
  const actions = actionsOfDraft(draft);
  const problem = conditionProblem(draft.condition, offsetMinutes, translate);
  const facts = { name, condition: draft.condition, actions, enabled: rule?.enabled ?? true };
  const refresh = (): void => void queryClient.invalidateQueries({ queryKey: queries.rules.key() });

  const save = useMutation({
    mutationFn: () => client.rules.save({ ruleId: rule?.ruleId ?? null, rule: facts }),
    onSuccess() {
      refresh();
      onClose();
    },
  });
  /** A rule that was removed comes back as a new one, in its old place. */
  async function putBack(removed: Rule): Promise<void> {
    const { ruleId } = await client.rules.save({ ruleId: null, rule: removed });
    const order = before.map((id) => (id === removed.ruleId ? ruleId : id));
    await client.rules.arrange({ ruleIds: order });
  }
  const remove = useMutation({
    mutationFn: (removed: Rule) => client.rules.remove({ ruleId: removed.ruleId }),
    onSuccess(_none, removed) {
      refresh();
      onClose();
      showToast(translate('rules.removed', { name: removed.name }), {
        action: {
          label: translate('ui.undo'),
          run: () => void putBack(removed).then(refresh, tellError),
        },
      });
    },
    onError: tellError,
  });

  function change(typed: Partial<RuleDraft>): void {
    save.reset();
    setDraft({ ...draft, ...typed });
  }

  function submit(event: FormEvent): void {
    event.preventDefault();
    setTried(true);
    if (name !== '' && problem === null && actions.length > 0) save.mutate();
  }

  const refused = save.error === null ? null : errorMessage(save.error);
  return (
    <Dialog
      open
      size="large"
      title={rule?.name ?? translate('rules.form.new')}
      onClose={onClose}
      footer={
        <>
          {rule !== null && (
            <Button
              look="danger"
              className={styles.remove ?? ''}
              busy={remove.isPending}
              onClick={() => remove.mutate(rule)}
            >
              {translate('rules.remove')}
            </Button>
          )}
          <Button onClick={onClose}>{translate('ui.cancel')}</Button>
          <Button look="primary" type="submit" form={form} busy={save.isPending}>
            {translate('rules.form.save')}
          </Button>
        </>
      }
    >
      <form id={form} className={styles.form} onSubmit={submit}>
        <Field
          label={translate('rules.form.name')}
          hint={translate('rules.form.name.hint')}
          error={refused === null ? null : translate(refused.key, refused.parameters)}
        >
          {(control) => (
            <Input
              {...control}
              required
              maxLength={100}
              autoComplete="off"
              value={draft.name}
              onChange={({ target }) => change({ name: target.value })}
            />
          )}
        </Field>
        <ConditionField
          condition={draft.condition}
          tried={tried}
          onChange={(condition) => change({ condition })}
        />
        <TryOut key={draft.condition} condition={draft.condition} disabled={problem !== null} />
        <ActionFields draft={draft} onChange={change} />
        {tried && actions.length === 0 && (
          <p role="alert" className={styles.problem}>
            {translate('rules.problem.actions')}
          </p>
        )}
      </form>
    </Dialog>
  );
}
