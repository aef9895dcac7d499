import { Popover as Radix } from 'radix-ui';
import type { ReactElement, ReactNode } from 'react';
import { layers } from './layers.ts';
import { useReturnFocus } from './use-return-focus.ts';
import styles from './Popover.module.css';

interface PopoverProps {
  trigger: ReactElement;
  /** What it is about, for screen readers. */
  label: string;
  children: ReactNode;
  align?: 'start' | 'center' | 'end';
  side?: 'top' | 'right' | 'bottom' | 'left';
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  /**
   * It opens by a key as well: the panel takes the focus, not the first thing in it, so that an Enter still held does
   * nothing, and gives it back to where it was rather than to the trigger.
   */
  byKey?: boolean;
  /** Where the focus goes when it closes: `preventDefault` keeps it from going back to the trigger. */
  onCloseAutoFocus?: (event: Event) => void;
}

/** A small panel beside the thing it tells about. */
export function Popover({
  trigger,
  label,
  children,
  align = 'start',
  side = 'bottom',
  open,
  onOpenChange,
  byKey = false,
  onCloseAutoFocus,
}: PopoverProps): ReactElement {
  const { remember, giveBack } = useReturnFocus();

  function takeFocus(event: Event): void {
    event.preventDefault();
    remember();
    if (event.currentTarget instanceof HTMLElement) event.currentTarget.focus();
  }
  function leaveFocus(event: Event): void {
    event.preventDefault();
    giveBack();
  }

  return (
    <Radix.Root
      {...(open === undefined ? {} : { open })}
      {...(onOpenChange === undefined ? {} : { onOpenChange })}
    >
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal container={layers()}>
        <Radix.Content
          className={styles.popover}
          aria-label={label}
          align={align}
          side={side}
          sideOffset={6}
          collisionPadding={8}
          {...(byKey && { onOpenAutoFocus: takeFocus, onCloseAutoFocus: leaveFocus })}
          {...(onCloseAutoFocus === undefined ? {} : { onCloseAutoFocus })}
        >
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
