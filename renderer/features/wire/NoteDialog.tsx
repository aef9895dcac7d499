import { useId, useState, type ReactElement } from 'react';
import { useTranslate } from '../../i18n.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Field, TextArea } from '../../ui/Field.tsx';

interface NoteDialogProps {
  text: string;
  onSave: (text: string) => void;
  onClose: () => void;
}

/** A note of the desk on a story, for whoever looks at it next. */
export function NoteDialog({ text, onSave, onClose }: NoteDialogProps): ReactElement {
  const translate = useTranslate();
  const formId = useId();
  const [typed, setTyped] = useState(text);
  return (
    <Dialog
      open
      title={translate('wire.mark.note')}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{translate('ui.cancel')}</Button>
          <Button look="primary" type="submit" form={formId}>
            {translate('wire.note.save')}
          </Button>
        </>
      }
    >
      <form
        id={formId}
        onSubmit={(event) => {
          event.preventDefault();
          onSave(typed.trim());
          onClose();
        }}
      >
        <Field label={translate('wire.note.label')} hint={translate('wire.note.hint')}>
          {(control) => (
            <TextArea
              {...control}
              rows={4}
              maxLength={2000}
              value={typed}
              onChange={(event) => setTyped(event.target.value)}
            />
          )}
        </Field>
      </form>
    </Dialog>
  );
}
