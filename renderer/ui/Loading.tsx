import type { ReactElement } from 'react';
import { useTranslate } from '../i18n.ts';
import { LoaderCircle } from './icons/icons.ts';
import { VisuallyHidden } from './VisuallyHidden.tsx';
import styles from './Loading.module.css';

export function Spinner({ size = 18 }: { size?: number }): ReactElement {
  const translate = useTranslate();
  return (
    <span className={styles.spinner} role="status">
      <LoaderCircle size={size} />
      <VisuallyHidden>{translate('ui.loading')}</VisuallyHidden>
    </span>
  );
}

/** Grey lines where text will stand; appears only when it takes long enough to be seen. */
export function Skeleton({ lines = 3 }: { lines?: number }): ReactElement {
  const translate = useTranslate();
  return (
    <div className={styles.skeleton} role="status">
      {Array.from({ length: lines }, (_, index) => (
        <span key={index} className={styles.line} style={{ width: `${[94, 78, 88, 62][index % 4]}%` }} />
      ))}
      <VisuallyHidden>{translate('ui.loading')}</VisuallyHidden>
    </div>
  );
}

/** A whole pane that waits. */
export function LoadingPane(): ReactElement {
  return (
    <div className={styles.pane}>
      <Spinner size={22} />
    </div>
  );
}
