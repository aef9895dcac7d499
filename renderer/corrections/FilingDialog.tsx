import { useEffect, useId, useRef, type ReactElement, type ReactNode } from 'react';
import type { CorrectionEntry } from '../../shared/contract/corrections.ts';
import { useTranslate } from '../i18n.ts';
import { useRefusal } from '../people.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import type { Icon } from '../ui/icons/icons.ts';
import { Skeleton } from '../ui/Loading.tsx';
import { RefusalNote } from '../ui/RefusalNote.tsx';
import { KeptEntries } from './KeptEntries.tsx';
import styles from './corrections.module.css';

interface FilingDialogProps {
  articleId: string;
  title: string;
  /** The button that files it. */
  file: { label: string; icon: Icon; look: 'primary' | 'danger' };
  busy: boolean;
  /** Why the last try was refused. */
  problem: string | null;
  /** It was refused for what nobody has answered alone: the button says yes to that. */
  asks?: boolean;
  /** What was said so far could not be read, so nothing can be filed. */
  failed: boolean;
  /** What was said so far; undefined while it is being fetched. */
  entries: readonly CorrectionEntry[] | undefined;
  onSubmit: () => void;
  onClose: () => void;
  children: ReactNode;
}

/** The frame of every form about what readers have: who may file it, what was said so far, what went wrong. */
export function FilingDialog({
  articleId,
  title,
  file,
  busy,
  problem,
  asks = false,
  failed,
  entries,
  onSubmit,
  onClose,
  children,
}: FilingDialogProps): ReactElement {
  const translate = useTranslate();
  const form = useId();
  const refusal = useRefusal('publish');
  const reason = useRef<HTMLParagraphElement>(null);
  // The same button would now do it all the same: a second Enter must not, before the reason was read.
  useEffect(() => {
    if (asks) reason.current?.focus();
  }, [asks]);
  return (
    <Dialog
      open
      title={title}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{translate('ui.cancel')}</Button>
          <Button
            look={asks ? 'danger' : file.look}
            icon={file.icon}
            type="submit"
            form={form}
            busy={busy}
            disabled={refusal !== null || entries === undefined}
          >
            {asks ? translate('publish.anyway') : file.label}
          </Button>
        </>
      }
    >
      {failed && <p role="alert">{translate('corrections.failed')}</p>}
      <form
        id={form}
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          onSubmit();
        }}
      >
        {refusal !== null && <RefusalNote>{refusal}</RefusalNote>}
        {children}
        {entries === undefined ? (
          !failed && <Skeleton lines={2} />
        ) : (
          <KeptEntries articleId={articleId} entries={entries} />
        )}
        {problem !== null && (
          <p ref={reason} className={styles.problem} role="alert" tabIndex={-1}>
            {problem}
          </p>
        )}
      </form>
    </Dialog>
  );
}
