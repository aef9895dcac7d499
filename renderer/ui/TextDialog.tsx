import { useId, useState, type ReactElement } from 'react';
import { useTranslate } from '../i18n.ts';
import { Button } from './Button.tsx';
import { Dialog } from './Dialog.tsx';
import { Field, TextArea } from './Field.tsx';

interface TextDialogProps {
  title: string;
  label: string;
  hint: string;
  /** What the button that keeps it says. */
  save: string;
  text?: string;
  /** Nothing can be kept that is empty. */
  required?: boolean;
  busy?: boolean;
  onSave: (text: string) => void;
  onClose: () => void;
}

/** Asks for a few sentences: a note, a reason. */
export function TextDialog({
  title,
  label,
  hint,
  save,
  text = '',
  required = false,
  busy = false,
  onSave,
  onClose,
}: TextDialogProps): ReactElement {
  const translate = useTranslate();
  const formId = useId();
  const [typed, setTyped] = useState(text);
  const written = typed.trim();
  const missing = required && written === '';
  return (
    <Dialog
      open
      title={title}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{translate('ui.cancel')}</Button>
          <Button look="primary" type="submit" form={formId} busy={busy} disabled={missing}>
            {save}
          </Button>
        </>
      }
    >
      <form
        id={formId}
        onSubmit={(event) => {
          event.preventDefault();
          if (!missing) onSave(written);
        }}
      >
        <Field label={label} hint={hint}>
          {(control) => (
            <TextArea
              {...control}
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
