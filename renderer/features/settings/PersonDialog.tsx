import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useId, useState, type FormEvent, type ReactElement } from 'react';
import { roleSchema, type Person, type PersonFacts } from '../../../shared/contract/people.ts';
import { composeCredit } from '../../../shared/domain/credits.ts';
import { useCore } from '../../core-client/core-client.ts';
import { errorMessage, typedCoreError } from '../../core-client/core-error.ts';
import { useTranslate } from '../../i18n.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Field, Input, Select } from '../../ui/Field.tsx';
import { Pair } from './Section.tsx';
import { useSettingsForm } from './use-settings-form.ts';
import styles from './PersonDialog.module.css';

interface PersonDialogProps {
  /** Null for a new one. */
  person: Person | null;
  onClose: () => void;
}

/** Name, code and role of one person. What the core refuses stands at its field. */
export function PersonDialog({ person, onClose }: PersonDialogProps): ReactElement {
  const translate = useTranslate();
  const { client, queries } = useCore();
  const queryClient = useQueryClient();
  const { creditPattern } = useSettingsForm().settings.house;
  const [facts, setFacts] = useState<PersonFacts>({
    name: person?.name ?? '',
    code: person?.code ?? '',
    role: person?.role ?? 'editor',
  });
  const form = useId();

  const save = useMutation({
    mutationFn: () =>
      person === null ? client.people.add(facts) : client.people.change({ ...person, ...facts }),
    onSuccess() {
      void queryClient.invalidateQueries({ queryKey: queries.people.key() });
      onClose();
    },
  });

  /** What is wrong with a field; what is about none of them stands at the name. */
  function problemOf(field: 'name' | 'code' | 'role'): string | null {
    if (save.error === null) return null;
    const at = typedCoreError(save.error)?.data['field'];
    const shownAt = at === 'code' || at === 'role' ? at : 'name';
    const { key, parameters } = errorMessage(save.error);
    return shownAt === field ? translate(key, parameters) : null;
  }

  function change(typed: Partial<PersonFacts>): void {
    save.reset();
    setFacts({ ...facts, ...typed });
  }

  function submit(event: FormEvent): void {
    event.preventDefault();
    save.mutate();
  }

  const credit = composeCredit({ agencies: ['Ant'], reporters: [], editorCode: facts.code }, creditPattern);
  return (
    <Dialog
      open
      size="small"
      title={person === null || person.name === '' ? translate('people.form.add') : person.name}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{translate('ui.cancel')}</Button>
          <Button look="primary" type="submit" form={form} busy={save.isPending}>
            {translate('people.form.save')}
          </Button>
        </>
      }
    >
      <form id={form} className={styles.form} onSubmit={submit}>
        <Field
          label={translate('people.form.name')}
          hint={translate('people.form.name.hint')}
          error={problemOf('name')}
        >
          {(control) => (
            <Input
              {...control}
              value={facts.name}
              maxLength={200}
              autoComplete="off"
              spellCheck={false}
              onChange={({ target }) => change({ name: target.value })}
            />
          )}
        </Field>
        <Pair>
          <Field
            label={translate('people.form.code')}
            hint={
              facts.code.trim() !== '' && credit.ok
                ? translate('people.form.code.hint', { credit: credit.text })
                : translate('people.form.code.none')
            }
            error={problemOf('code')}
          >
            {(control) => (
              <Input
                {...control}
                value={facts.code}
                maxLength={20}
                autoComplete="off"
                spellCheck={false}
                onChange={({ target }) => change({ code: target.value })}
              />
            )}
          </Field>
          <Field
            label={translate('people.form.role')}
            hint={translate(`people.role.${facts.role}.text`)}
            error={problemOf('role')}
          >
            {(control) => (
              <Select
                {...control}
                value={facts.role}
                onChange={({ target }) => change({ role: roleSchema.parse(target.value) })}
              >
                {roleSchema.options.map((role) => (
                  <option key={role} value={role}>
                    {translate(`people.role.${role}`)}
                  </option>
                ))}
              </Select>
            )}
          </Field>
        </Pair>
      </form>
    </Dialog>
  );
}
