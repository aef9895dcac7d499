import { isValidElement, type ReactElement, type ReactNode } from 'react';
import { IconButton } from './Button.tsx';
import { classes } from './classes.ts';
import { Ellipsis, Plus, type Icon } from './icons/icons.ts';
import { Menu, type MenuEntry } from './Menu.tsx';
import styles from './SidePane.module.css';

/** The first pane of a screen: what can be looked at, in short lists with headings. */
export function SidePane({ label, children }: { label: string; children: ReactNode }): ReactElement {
  return (
    <nav className={styles.pane} aria-label={label}>
      {children}
    </nav>
  );
}

/** A heading in it; `action` stands at its end. */
export function SideHeading({
  children,
  later = false,
  action,
}: {
  children: ReactNode;
  /** It begins another part of the pane. */
  later?: boolean;
  action?: ReactNode;
}): ReactElement {
  return (
    <div className={classes(styles.heading, later && styles.later)}>
      <h2 className={styles.label}>{children}</h2>
      {action}
    </div>
  );
}

interface SideItemProps {
  /** A sign from the icons, or one of the screen's own. */
  icon: Icon | ReactElement;
  children: ReactNode;
  /** What is to be said of it, at its end. */
  aside?: ReactNode;
  alarm?: boolean;
  /** `page`: one looks at it; `true`: the list is narrowed down to it. */
  current?: 'page' | 'true' | undefined;
  title?: string | undefined;
  /** What can be done with it, behind a button over its end. */
  menu?: { label: string; entries: MenuEntry[] };
}

/** One thing to look at: a link with `href`, else a button. Stands in a list. */
export function SideItem({
  icon: Icon,
  children,
  aside,
  alarm = false,
  current,
  title,
  menu,
  ...goes
}: SideItemProps & ({ href: string } | { onClick: () => void })): ReactElement {
  const content = (
    <>
      {isValidElement(Icon) ? Icon : <Icon size={16} />}
      <span className={styles.name}>{children}</span>
      {aside !== undefined && aside !== null && aside !== false && (
        <span className={classes(styles.aside, alarm && styles.alarm)}>{aside}</span>
      )}
    </>
  );
  return (
    <li className={styles.row}>
      {'href' in goes ? (
        <a className={styles.item} href={goes.href} aria-current={current} title={title}>
          {content}
        </a>
      ) : (
        <button
          type="button"
          className={styles.item}
          aria-current={current}
          title={title}
          onClick={goes.onClick}
        >
          {content}
        </button>
      )}
      {menu !== undefined && (
        <Menu
          align="end"
          label={menu.label}
          entries={menu.entries}
          trigger={<IconButton icon={Ellipsis} size="small" className={styles.menu} label={menu.label} />}
        />
      )}
    </li>
  );
}

/** How something in it fares; colour is never alone: what is not fine has words beside it. */
export function SideDot({
  look,
  working = false,
}: {
  look: 'green' | 'amber' | 'red' | 'ring';
  working?: boolean;
}): ReactElement {
  return <span className={classes(styles.dot, styles[look], working && styles.working)} aria-hidden />;
}

/** Adds the first of what a part of the pane is for. */
export function SideAdd({ children, onClick }: { children: ReactNode; onClick: () => void }): ReactElement {
  return (
    <button type="button" className={styles.add} onClick={onClick}>
      <Plus size={15} />
      {children}
    </button>
  );
}
