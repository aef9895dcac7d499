import { Dialog as Radix } from 'radix-ui';
import type { ReactElement, ReactNode } from 'react';
import { useTranslate } from '../i18n.ts';
import { IconButton } from './Button.tsx';
import { classes } from './classes.ts';
import { X } from './icons/icons.ts';
import { layers } from './layers.ts';
import { usePageMark } from './use-page-mark.ts';
import { useReturnFocus } from './use-return-focus.ts';
import styles from './Dialog.module.css';

interface DialogProps {
  open: boolean;
  onClose: () => void;
  title: string;
  description?: ReactNode;
  size?: 'small' | 'medium' | 'large' | 'wide';
  children: ReactNode;
  /** Buttons at the foot, the main one last; `false` where there is nothing to do. */
  footer?: ReactNode;
}

/** Into the first field, else onto the main button, not onto the cross. */
function focusFirstField(event: Event): void {
  if (!(event.target instanceof HTMLElement)) return;
  const field = event.target.querySelector<HTMLElement>('input:not([type="hidden"]), textarea, select');
  const first = field ?? event.target.querySelector<HTMLElement>('footer button:last-child');
  event.preventDefault();
  (first ?? event.target).focus();
}

/** Escape in a field whose list is open closes the list. */
function closeListFirst(event: KeyboardEvent): void {
  const field = event.target instanceof HTMLElement ? event.target : null;
  if (field?.getAttribute('aria-expanded') === 'true') event.preventDefault();
}

/**
 * A window over the app that takes the keyboard until it is closed. The veil is our own element: Radix's locks
 * scrolling with a style element, which the content security policy refuses, and nothing behind it scrolls anyway.
 */
export function Dialog({
  open,
  onClose,
  title,
  description,
  size = 'medium',
  children,
  footer,
}: DialogProps): ReactElement {
  const translate = useTranslate();
  const { remember, giveBack } = useReturnFocus();
  return (
    <Radix.Root open={open} onOpenChange={(next) => !next && onClose()}>
      <Radix.Portal container={layers()}>
        <div className={styles.veil}>
          <PageMark />
          <Radix.Content
            className={classes(styles.dialog, styles[size])}
            onOpenAutoFocus={(event) => {
              remember();
              focusFirstField(event);
            }}
            onCloseAutoFocus={(event) => {
              event.preventDefault();
              giveBack();
            }}
            onEscapeKeyDown={closeListFirst}
            {...(description === undefined ? { 'aria-describedby': undefined } : {})}
          >
            <header className={styles.header}>
              <div>
                <Radix.Title className={styles.title}>{title}</Radix.Title>
                {description !== undefined && (
                  <Radix.Description className={styles.description}>{description}</Radix.Description>
                )}
              </div>
              <IconButton icon={X} label={translate('ui.close')} onClick={onClose} />
            </header>
            <div className={styles.body}>{children}</div>
            {footer !== undefined && footer !== false && <footer className={styles.footer}>{footer}</footer>}
          </Radix.Content>
        </div>
      </Radix.Portal>
    </Radix.Root>
  );
}

/** Messages make room for a dialog. */
function PageMark(): null {
  usePageMark('data-dialog');
  return null;
}
