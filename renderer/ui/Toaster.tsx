import type { ReactElement } from 'react';
import { useTranslate } from '../i18n.ts';
import { IconButton } from './Button.tsx';
import { classes } from './classes.ts';
import { CircleAlert, X } from './icons/icons.ts';
import { dismissToast, runAction, useToasts } from './toast.ts';
import styles from './Toaster.module.css';

/** Where messages appear; stands once in the shell. */
export function Toaster(): ReactElement {
  const translate = useTranslate();
  const toasts = useToasts();
  return (
    <section className={styles.region} aria-label={translate('ui.notifications')} aria-live="polite">
      {toasts.map((toast) => (
        <div key={toast.id} className={classes(styles.toast, toast.tone === 'problem' && styles.problem)}>
          {toast.tone === 'problem' && <CircleAlert size={16} />}
          <span className={styles.text}>{toast.text}</span>
          {toast.action !== null && (
            <button type="button" className={styles.action} onClick={() => runAction(toast.id)}>
              {toast.action.label}
            </button>
          )}
          <IconButton
            icon={X}
            size="small"
            label={translate('ui.close')}
            onClick={() => dismissToast(toast.id)}
          />
        </div>
      ))}
    </section>
  );
}
