import { useState, type FormEvent, type ReactElement } from 'react';
import { errorMessage } from '../../core-client/core-error.ts';
import { useTranslate } from '../../i18n.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Field, Input, TextArea } from '../../ui/Field.tsx';
import styles from './PasteDialog.module.css';

interface PasteDialogProps {
  /** What was on the clipboard, where the dialog was opened by pasting. */
  initialText: string;
  onImport: (text: string, creditName: string) => Promise<void>;
  onClose: () => void;
}

/** *Tempel kawat*: one story as text. What cannot be read stays in the field, with the reason. */
export function PasteDialog({ initialText, onImport, onClose }: PasteDialogProps): ReactElement {
  const translate = useTranslate();
  const [text, setText] = useState(initialText);
  const [creditName, setCreditName] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [working, setWorking] = useState(false);

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    setWorking(true);
    setProblem(null);
    try {
      await onImport(text, creditName.trim());
      onClose();
    } catch (error) {
      const { key, parameters } = errorMessage(error);
      setProblem(translate(key, parameters));
    } finally {
      setWorking(false);
    }
  }

  return (
    <Dialog
      open
      onClose={onClose}
      size="large"
      title={translate('wire.paste.title')}
      description={translate('wire.paste.text')}
    >
      <form className={styles.form} onSubmit={(event) => void submit(event)}>
        <Field label={translate('wire.paste.field')} error={problem}>
          {(control) => (
            <TextArea
              {...control}
              className={styles.text}
              rows={14}
              value={text}
              onChange={(event) => {
                setProblem(null);
                setText(event.target.value);
              }}
            />
          )}
        </Field>
        <Field label={translate('wire.paste.credit')} hint={translate('wire.paste.creditHint')}>
          {(control) => (
            <Input
              {...control}
              className={styles.credit}
              value={creditName}
              onChange={(event) => setCreditName(event.target.value)}
            />
          )}
        </Field>
        <div className={styles.buttons}>
          <Button onClick={onClose}>{translate('ui.cancel')}</Button>
          <Button type="submit" look="primary" disabled={text.trim() === ''} busy={working}>
            {translate('wire.paste.do')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
