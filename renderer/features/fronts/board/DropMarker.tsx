import { useEffect, useRef, type ReactElement } from 'react';
import { useTranslate } from '../../../i18n.ts';
import styles from './DropMarker.module.css';

/** Where what is carried would be put down. */
export function DropMarker(): ReactElement {
  const translate = useTranslate();
  const marker = useRef<HTMLLIElement>(null);
  // By keys the place may lie outside what is seen.
  useEffect(() => {
    void marker.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  return (
    <li ref={marker} className={styles.marker} aria-hidden>
      {translate('fronts.dropHere')}
    </li>
  );
}
