/** The second and third pane of a screen: a list of things to work on, and the one in hand. */
import type { ReactElement, ReactNode, Ref } from 'react';
import type { Icon } from './icons/icons.ts';
import styles from './WorkPanes.module.css';

export function ListPane({ children }: { children: ReactNode }): ReactElement {
  return <section className={styles.list}>{children}</section>;
}

export function DetailPane({ children }: { children: ReactNode }): ReactElement {
  return <div className={styles.detail}>{children}</div>;
}

/** What there is to read of the one in hand; it takes the keys, and `labelledBy` names it. */
export function DetailBody({
  ref,
  labelledBy,
  children,
}: {
  ref: Ref<HTMLElement>;
  labelledBy: string;
  children: ReactNode;
}): ReactElement {
  return (
    <section ref={ref} className={styles.body} tabIndex={-1} aria-labelledby={labelledBy}>
      <div className={styles.measure}>{children}</div>
    </section>
  );
}

/** What stands where the list would be. */
export function ListPlaceholder({ children }: { children: ReactNode }): ReactElement {
  return <div className={styles.placeholder}>{children}</div>;
}

/** A strip over the list: what keeps it from being the newest, or its things from moving. */
export function ListCondition({ icon: Icon, children }: { icon: Icon; children: ReactNode }): ReactElement {
  return (
    <p className={styles.condition} role="status">
      <Icon size={15} />
      <span>{children}</span>
    </p>
  );
}
