import { useMutation } from '@tanstack/react-query';
import { useId, useState, type FormEvent, type ReactElement } from 'react';
import type { SavedSearch } from '../../../../shared/contract/wire-searches.ts';
import { useCore } from '../../../core-client/core-client.ts';
import { errorMessage } from '../../../core-client/core-error.ts';
import { useTranslate } from '../../../i18n.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { Field, Input } from '../../../ui/Field.tsx';
import styles from './ticker.module.css';

interface SearchDialogProps {
  /** Without an id a new one. */
  search: Omit<SavedSearch, 'searchId'> & { searchId: string | null };
  onClose: () => void;
}

/** Name and words of a saved search. */
export function SearchDialog({ search, onClose }: SearchDialogProps): ReactElement {
  const translate = useTranslate();
  const { client } = useCore();
  const [facts, setFacts] = useState(search);
  const form = useId();
  const save = useMutation({ mutationFn: () => client.wire.searches.save(facts), onSuccess: onClose });
  const refused = save.error === null ? null : errorMessage(save.error);

  function submit(event: FormEvent): void {
    event.preventDefault();
    save.mutate();
  }

  return (
    <Dialog
      open
      size="small"
      title={translate(search.searchId === null ? 'searches.save' : 'searches.edit')}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{translate('ui.cancel')}</Button>
          <Button look="primary" type="submit" form={form} busy={save.isPending}>
            {translate('searches.form.save')}
          </Button>
        </>
      }
    >
      <form id={form} className={styles.form} onSubmit={submit}>
        <Field
          label={translate('searches.name')}
          error={refused === null ? null : translate(refused.key, refused.parameters)}
        >
          {(control) => (
            <Input
              {...control}
              required
              maxLength={60}
              autoComplete="off"
              value={facts.name}
              onChange={({ target }) => setFacts({ ...facts, name: target.value })}
            />
          )}
        </Field>
        <Field label={translate('searches.query')}>
          {(control) => (
            <Input
              {...control}
              required
              maxLength={500}
              spellCheck={false}
              value={facts.query}
              onChange={({ target }) => setFacts({ ...facts, query: target.value })}
            />
          )}
        </Field>
      </form>
    </Dialog>
  );
}
