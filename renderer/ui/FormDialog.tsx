import { useId, type ReactElement, type ReactNode } from 'react';
import { useTranslate } from '../i18n.ts';
import { Button } from './Button.tsx';
import { Dialog } from './Dialog.tsx';
import { RefusalNote } from './RefusalNote.tsx';
import styles from './FormDialog.module.css';

interface FormDialogProps {
  title: string;
  description?: ReactNode;
  size?: 'small' | 'medium' | 'large';
  /** On the main button. */
  submit: string;
  /** Whether what is filled in can be taken. */
  complete: boolean;
  busy: boolean;
  /** Why the last attempt failed. */
  error?: string | null;
  /** Why this person may not. */
  refusal?: string | null;
  onSubmit: () => void;
  onClose: () => void;
  children: ReactNode;
}

/** A dialog with one form: Enter and the main button do the same. */
export function FormDialog({
  title,
  description,
  size = 'medium',
  submit,
  complete,
  busy,
  error = null,
  refusal = null,
  onSubmit,
  onClose,
  children,
}: FormDialogProps): ReactElement {
  const translate = useTranslate();
  const id = useId();
  const may = complete && refusal === null;
  return (
    <Dialog
      open
      size={size}
      onClose={onClose}
      title={title}
      description={description}
      footer={
        <>
          {error !== null && (
            <p className={styles.error} role="alert">
              {error}
            </p>
          )}
          <Button onClick={onClose}>{translate('ui.cancel')}</Button>
          <Button
            type="submit"
            form={id}
            look="primary"
            busy={busy}
            disabled={!may}
            aria-describedby={refusal === null ? undefined : `${id}-refusal`}
          >
            {submit}
          </Button>
        </>
      }
    >
      <form
        id={id}
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (may && !busy) onSubmit();
        }}
      >
        {refusal !== null && <RefusalNote id={`${id}-refusal`}>{refusal}</RefusalNote>}
        {children}
      </form>
    </Dialog>
  );
}

/** Two fields beside each other. */
export function FieldPair({ children }: { children: ReactNode }): ReactElement {
  return <div className={styles.pair}>{children}</div>;
}
