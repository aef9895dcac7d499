import { DropdownMenu as Radix } from 'radix-ui';
import { Check, type LucideIcon } from 'lucide-react';
import { useRef, type ReactElement } from 'react';
import { classes } from './classes.ts';
import { Kbd } from './Kbd.tsx';
import styles from './Menu.module.css';

export type MenuEntry =
  | {
      label: string;
      /** More about it, quietly beside the label. */
      hint?: string;
      icon?: LucideIcon;
      /** What stands in the icon's place. */
      mark?: ReactElement;
      /** Whether it is the one in force, where an entry is one of several choices. */
      checked?: boolean;
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
  side?: 'bottom' | 'right';
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  /** What an entry does puts the focus where it belongs; otherwise it goes back to the trigger. */
  movesFocus?: boolean;
}

/** A menu of actions. Not modal: Radix's modal menus lock scrolling with a style element (see Dialog). */
export function Menu({
  trigger,
  label,
  entries,
  align = 'start',
  side = 'bottom',
  open,
  onOpenChange,
  movesFocus = false,
}: MenuProps): ReactElement {
  const chosen = useRef(false);
  return (
    <Radix.Root
      modal={false}
      {...(open === undefined ? {} : { open })}
      {...(onOpenChange === undefined ? {} : { onOpenChange })}
    >
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          className={styles.menu}
          align={align}
          side={side}
          sideOffset={4}
          collisionPadding={8}
          aria-label={label}
          onCloseAutoFocus={(event) => {
            if (movesFocus && chosen.current) event.preventDefault();
            chosen.current = false;
          }}
        >
          {entries.map((entry, index) =>
            entry === 'separator' ? (
              <Radix.Separator key={`separator-${index}`} className={styles.separator} />
            ) : (
              <Entry
                key={`${index}-${entry.label}`}
                entry={entry}
                onChosen={() => {
                  chosen.current = true;
                }}
              />
            ),
          )}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

interface EntryProps {
  entry: Exclude<MenuEntry, 'separator'>;
  onChosen: () => void;
}

function Entry({ entry, onChosen }: EntryProps): ReactElement {
  const { label, hint, icon: Icon, mark, caps, tone, disabled = false, checked } = entry;
  function onSelect(): void {
    onChosen();
    entry.onSelect();
  }
  const className = classes(styles.item, tone === 'danger' && styles.danger);
  const content = (
    <>
      {mark}
      {Icon !== undefined && <Icon size={15} strokeWidth={1.75} aria-hidden />}
      <span className={styles.label}>{label}</span>
      {hint !== undefined && <span className={styles.hint}>{hint}</span>}
      {caps !== undefined && <Kbd caps={caps} />}
    </>
  );
  if (checked === undefined) {
    return (
      <Radix.Item className={className} disabled={disabled} onSelect={onSelect}>
        {content}
      </Radix.Item>
    );
  }
  return (
    <Radix.CheckboxItem className={className} disabled={disabled} checked={checked} onSelect={onSelect}>
      {content}
      <span className={styles.check}>{checked && <Check size={15} strokeWidth={2} aria-hidden />}</span>
    </Radix.CheckboxItem>
  );
}
