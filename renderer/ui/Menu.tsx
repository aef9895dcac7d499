import { DropdownMenu as Radix } from 'radix-ui';
import type { LucideIcon } from 'lucide-react';
import type { ReactElement } from 'react';
import { classes } from './classes.ts';
import { Kbd } from './Kbd.tsx';
import styles from './Menu.module.css';

export type MenuEntry =
  | {
      label: string;
      icon?: LucideIcon;
      caps?: readonly string[];
      tone?: 'plain' | 'danger';
      disabled?: boolean;
      onSelect: () => void;
    }
  | 'separator';

interface MenuProps {
  /** The button that opens it. */
  trigger: ReactElement;
  label: string;
  entries: readonly MenuEntry[];
  align?: 'start' | 'end';
}

/** A menu of actions. Not modal: Radix's modal menus lock scrolling with a style element (see Dialog). */
export function Menu({ trigger, label, entries, align = 'start' }: MenuProps): ReactElement {
  return (
    <Radix.Root modal={false}>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          className={styles.menu}
          align={align}
          sideOffset={4}
          collisionPadding={8}
          aria-label={label}
        >
          {entries.map((entry, index) =>
            entry === 'separator' ? (
              <Radix.Separator key={`separator-${index}`} className={styles.separator} />
            ) : (
              <Radix.Item
                key={entry.label}
                className={classes(styles.item, entry.tone === 'danger' && styles.danger)}
                disabled={entry.disabled ?? false}
                onSelect={entry.onSelect}
              >
                {entry.icon !== undefined && <entry.icon size={15} strokeWidth={1.75} aria-hidden />}
                <span className={styles.label}>{entry.label}</span>
                {entry.caps !== undefined && <Kbd caps={entry.caps} />}
              </Radix.Item>
            ),
          )}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
