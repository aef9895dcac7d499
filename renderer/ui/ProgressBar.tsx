import type { ReactElement } from 'react';
import styles from './ProgressBar.module.css';

interface ProgressBarProps {
  /** 0 to 1. */
  fraction: number;
  label: string;
  /** What is told beside it: rate, end. */
  facts: readonly string[];
}

/** How far work that takes long is. */
export function ProgressBar({ fraction, label, facts }: ProgressBarProps): ReactElement {
  return (
    <progress
      className={styles.bar}
      value={fraction}
      max={1}
      aria-label={label}
      aria-valuetext={facts.join(', ')}
    />
  );
}
