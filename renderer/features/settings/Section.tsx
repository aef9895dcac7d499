import { useId, type ReactElement, type ReactNode } from 'react';
import styles from './Section.module.css';

interface SectionProps {
  title: string;
  text?: ReactNode;
  /** A button or count beside the title. */
  aside?: ReactNode;
  children?: ReactNode;
}

/** A titled part of a page of settings. */
export function Section({ title, text, aside, children }: SectionProps): ReactElement {
  const id = useId();
  return (
    <section className={styles.section} aria-labelledby={id}>
      <div className={styles.head}>
        <h2 id={id} className={styles.title}>
          {title}
        </h2>
        {aside}
      </div>
      {text !== undefined && <p className={styles.text}>{text}</p>}
      {children !== undefined && <div className={styles.content}>{children}</div>}
    </section>
  );
}

/** Two fields side by side where there is room. */
export function Pair({ children }: { children: ReactNode }): ReactElement {
  return <div className={styles.pair}>{children}</div>;
}
