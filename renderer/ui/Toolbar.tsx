import {
  useLayoutEffect,
  useRef,
  type FocusEvent,
  type KeyboardEvent,
  type ReactElement,
  type ReactNode,
  type RefObject,
} from 'react';
import { placeOfKey } from './walk-keys.ts';

interface ToolbarProps {
  label: string;
  /** The selection beside it survives a click on a button, which takes no focus then. */
  keepsSelection?: boolean;
  /** Escape leads back to what the buttons are for; without it Escape is none of the bar's keys. */
  onLeave?: () => void;
  className?: string | undefined;
  ref?: RefObject<HTMLDivElement | null>;
  children: ReactNode;
}

function buttonsOf(bar: HTMLElement): HTMLButtonElement[] {
  return [...bar.querySelectorAll<HTMLButtonElement>('button:not(:disabled)')];
}

/** Tab stops at the given button and at no other; at the first one where that has gone or can do nothing now. */
function keepOneStop(bar: HTMLElement, last: Element | null): void {
  const buttons = buttonsOf(bar);
  const stop = buttons.find((button) => button === last) ?? buttons[0];
  for (const button of buttons) button.tabIndex = button === stop ? 0 : -1;
}

/**
 * Buttons in a row: one stop of Tab, at the button that had the focus last; arrows, Home and End go from one to the next
 * that can be pressed. What opens from a button is none of the row.
 */
export function Toolbar({
  label,
  keepsSelection = false,
  onLeave,
  className,
  ref,
  children,
}: ToolbarProps): ReactElement {
  const own = useRef<HTMLDivElement>(null);
  const bar = ref ?? own;
  const last = useRef<Element | null>(null);
  // Buttons come and go, and are disabled, as it is drawn.
  useLayoutEffect(() => {
    if (bar.current !== null) keepOneStop(bar.current, last.current);
  });

  function onFocus({ currentTarget, target }: FocusEvent<HTMLDivElement>): void {
    if (!currentTarget.contains(target)) return;
    last.current = target;
    keepOneStop(currentTarget, target);
  }
  function onKeyDown(event: KeyboardEvent<HTMLDivElement>): void {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const buttons = buttonsOf(event.currentTarget);
    const at = buttons.findIndex((button) => button === event.target);
    if (at === -1) return;
    // The tooltip of the button, which Escape takes away, has handled it already: it goes with the focus.
    if (event.key === 'Escape' && onLeave !== undefined) onLeave();
    else {
      const next = event.defaultPrevented ? null : placeOfKey(event.key, at, buttons.length);
      if (next === null) return;
      buttons[next]?.focus();
    }
    event.preventDefault();
  }

  return (
    <div
      ref={bar}
      className={className}
      role="toolbar"
      tabIndex={-1}
      aria-label={label}
      onFocus={onFocus}
      onKeyDown={onKeyDown}
      {...(keepsSelection && { onMouseDown: (event) => event.preventDefault() })}
    >
      {children}
    </div>
  );
}
