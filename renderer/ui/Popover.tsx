import { Popover as Radix } from 'radix-ui';
import type { ReactElement, ReactNode } from 'react';
import { layers } from './layers.ts';
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
  /** The panel takes the focus, not the first thing in it: Enter, still held from the key that opened it, does nothing. */
  keepsFocus?: boolean;
  /** Where the focus goes when it closes: `preventDefault` keeps it from going back to the trigger. */
  onCloseAutoFocus?: (event: Event) => void;
}

function focusPanel(event: Event): void {
  event.preventDefault();
  if (event.currentTarget instanceof HTMLElement) event.currentTarget.focus();
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
  keepsFocus = false,
  onCloseAutoFocus,
}: PopoverProps): ReactElement {
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
          {...(keepsFocus && { onOpenAutoFocus: focusPanel })}
          {...(onCloseAutoFocus === undefined ? {} : { onCloseAutoFocus })}
        >
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
