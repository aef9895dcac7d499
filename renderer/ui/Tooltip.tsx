import { Tooltip as Radix } from 'radix-ui';
import type { ReactElement, ReactNode } from 'react';
import { Kbd } from './Kbd.tsx';
import { layers } from './layers.ts';
import styles from './Tooltip.module.css';

/** Stands once around the app: moving from one tooltip to the next shows it at once. */
export function TooltipProvider({ children }: { children: ReactNode }): ReactElement {
  return (
    <Radix.Provider delayDuration={450} skipDelayDuration={250} disableHoverableContent>
      {children}
    </Radix.Provider>
  );
}

interface TooltipProps {
  label: ReactNode;
  caps?: readonly string[];
  side?: 'top' | 'right' | 'bottom' | 'left';
  children: ReactElement;
}

export function Tooltip({ label, caps, side = 'bottom', children }: TooltipProps): ReactElement {
  return (
    <Radix.Root>
      {/* Focus that comes back by itself, as from a dialog that was closed with the mouse, asks for no explanation. */}
      <Radix.Trigger
        asChild
        onFocus={(event) => {
          if (!event.currentTarget.matches(':focus-visible')) event.preventDefault();
        }}
      >
        {children}
      </Radix.Trigger>
      <Radix.Portal container={layers()}>
        <Radix.Content className={styles.tooltip} side={side} sideOffset={6} collisionPadding={8}>
          {label}
          {caps !== undefined && <Kbd caps={caps} tone="inverse" />}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
