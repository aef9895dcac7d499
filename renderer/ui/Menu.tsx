import { DropdownMenu as Radix, Slot } from 'radix-ui';
import {
  useId,
  useImperativeHandle,
  useRef,
  useState,
  type FocusEvent,
  type KeyboardEvent,
  type PointerEvent,
  type ReactElement,
  type Ref,
  type RefObject,
} from 'react';
import { classes } from './classes.ts';
import { Check, type Icon } from './icons/icons.ts';
import { Kbd } from './Kbd.tsx';
import { layers } from './layers.ts';
import { useMenuSearch } from './menu-search.ts';
import styles from './Menu.module.css';

export type MenuEntry =
  | {
      label: string;
      /** More about it, quietly beside the label. */
      hint?: string;
      icon?: Icon;
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

function menuIdOf(buttonId: string): string {
  return `${buttonId}-menu`;
}

/**
 * A menu of actions. Radix's part of it stands only while it is open: shut, it would listen to every key of the page. Not
 * modal: Radix's modal menus lock scrolling with a style element (see Dialog).
 */
export function Menu({ trigger, label, open, onOpenChange, ...opened }: MenuProps): ReactElement {
  const button = useRef<HTMLElement>(null);
  const id = useId();
  const [byPointer, setByPointer] = useState(false);
  const [isShown, setShown] = useState(false);
  const isOpen = open ?? isShown;

  function show(next: boolean): void {
    setShown(next);
    if (!next) setByPointer(false);
    onOpenChange?.(next);
  }

  function onPointerDown(event: PointerEvent): void {
    if (event.defaultPrevented || event.button !== 0 || event.ctrlKey) return;
    setByPointer(true);
    // The button takes no focus: it would take it back from the menu.
    if (!isOpen) event.preventDefault();
    show(!isOpen);
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.defaultPrevented || !['Enter', ' ', 'ArrowDown'].includes(event.key)) return;
    event.preventDefault();
    show(event.key === 'ArrowDown' || !isOpen);
  }

  return (
    <>
      <Slot.Root
        ref={button}
        id={id}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        aria-controls={isOpen ? menuIdOf(id) : undefined}
        data-state={isOpen ? 'open' : 'closed'}
        onPointerDown={onPointerDown}
        onKeyDown={onKeyDown}
      >
        {trigger}
      </Slot.Root>
      {isOpen && (
        <OpenMenu
          {...opened}
          label={label}
          buttonId={id}
          button={button}
          byPointer={byPointer}
          onOpenChange={show}
        />
      )}
    </>
  );
}

/** Radix's trigger is the button that stands already. */
function StandIn({
  button,
  ref,
}: {
  button: RefObject<HTMLElement | null>;
  ref?: Ref<HTMLElement | null>;
}): null {
  useImperativeHandle<HTMLElement | null, HTMLElement | null>(ref, () => button.current);
  return null;
}

interface OpenMenuProps extends Pick<MenuProps, 'label' | 'entries' | 'align' | 'side' | 'movesFocus'> {
  /** The button's name goes before the label. */
  buttonId: string;
  button: RefObject<HTMLElement | null>;
  byPointer: boolean;
  onOpenChange: (open: boolean) => void;
}

function OpenMenu({
  label,
  entries,
  align = 'start',
  side = 'bottom',
  movesFocus = false,
  buttonId,
  button,
  byPointer,
  onOpenChange,
}: OpenMenuProps): ReactElement {
  const leftFor = useRef<'entry' | 'elsewhere' | null>(null);
  const entered = useRef(false);
  const search = useMenuSearch();

  /** Opened by key, the entry in force has the focus, or the first one. */
  function onFocus({ target, currentTarget }: FocusEvent<HTMLElement>): void {
    if (entered.current || target !== currentTarget) return;
    entered.current = true;
    if (byPointer || !currentTarget.matches(':focus-visible')) return;
    const entry = ['[aria-checked="true"]', '[role^="menuitem"]:not([data-disabled])']
      .map((selector) => currentTarget.querySelector<HTMLElement>(selector))
      .find((found) => found !== null);
    entry?.focus();
  }

  return (
    <Radix.Root modal={false} open onOpenChange={onOpenChange}>
      <Radix.Trigger asChild>
        <StandIn button={button} />
      </Radix.Trigger>
      <Radix.Portal container={layers()}>
        <Radix.Content
          className={styles.menu}
          align={align}
          side={side}
          sideOffset={4}
          collisionPadding={8}
          aria-label={label}
          id={menuIdOf(buttonId)}
          aria-labelledby={buttonId}
          onFocus={onFocus}
          onKeyDownCapture={search}
          onInteractOutside={() => {
            leftFor.current = 'elsewhere';
          }}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            if (leftFor.current === 'elsewhere' || (movesFocus && leftFor.current === 'entry')) return;
            button.current?.focus();
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
                  leftFor.current = 'entry';
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
      {Icon !== undefined && <Icon size={15} />}
      <span className={styles.label} data-label>
        {label}
      </span>
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
      <span className={styles.check}>{checked && <Check size={15} />}</span>
    </Radix.CheckboxItem>
  );
}
