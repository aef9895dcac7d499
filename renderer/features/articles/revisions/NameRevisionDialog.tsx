import { useId, useState, type ReactElement } from 'react';
import { useTranslate } from '../../../i18n.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { Field, Input } from '../../../ui/Field.tsx';

interface NameRevisionDialogProps {
  onSave: (name: string) => void;
  onClose: () => void;
}

/** *Simpan versi…*: a revision under a name that says why it matters. */
export function NameRevisionDialog({ onSave, onClose }: NameRevisionDialogProps): ReactElement {
  const translate = useTranslate();
  const [name, setName] = useState('');
  const form = useId();
  return (
    <Dialog
      open
      size="small"
      title={translate('revisions.save')}
      onClose={onClose}
      footer={
        <Button look="primary" type="submit" form={form}>
          {translate('revisions.saveNow')}
        </Button>
      }
    >
      <form
        id={form}
        onSubmit={(event) => {
          event.preventDefault();
          onSave(name);
          onClose();
        }}
      >
        <Field label={translate('revisions.name')} hint={translate('revisions.name.hint')}>
          {(control) => (
            <Input
              {...control}
              value={name}
              maxLength={200}
              placeholder={translate('revisions.name.placeholder')}
              onChange={(event) => setName(event.target.value)}
            />
          )}
        </Field>
      </form>
    </Dialog>
  );
}
