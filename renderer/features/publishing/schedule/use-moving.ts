/** Moving a card of the calendar: with the pointer, or with Alt and the arrow keys; let go, it is asked for. */
import { useEffect, useRef, useState, type KeyboardEvent, type PointerEvent, type RefObject } from 'react';
import type { Delivery } from '../../../../shared/contract/publishing.ts';
import { DAY_MS, SNAP_MINUTES, timeAt } from './calendar-time.ts';
import { decideScheduleLook, timeOf } from './decide-schedule-look.ts';

/** Pixels a pointer travels before a click becomes a drag. */
const DRAG_THRESHOLD = 5;

export interface Moving {
  delivery: Delivery;
  /** Where it would be put, in milliseconds since 1970. */
  time: number;
}

export interface MovingHandlers {
  moving: Moving | null;
  onPointerDown: (event: PointerEvent<HTMLButtonElement>, delivery: Delivery) => void;
  /** True where the key moved the card, let it go or put it back. */
  onKeyDown: (event: KeyboardEvent, delivery: Delivery) => boolean;
  /** A move with keys that was not let go comes to nothing. */
  onBlur: () => void;
  /** True right after a drag: the click that follows it means nothing. */
  wasDragged: () => boolean;
}

/** `columns` is the element whose width is the week's seven days, `pixelsPerHour` its scale downwards. */
export function useMoving({
  columns,
  firstDay,
  pixelsPerHour,
  onMove,
}: {
  columns: RefObject<HTMLElement | null>;
  firstDay: number;
  pixelsPerHour: number;
  onMove: (delivery: Delivery, time: number) => void;
}): MovingHandlers {
  const [moving, setMoving] = useState<Moving | null>(null);
  const dragged = useRef(false);
  const stop = useRef<() => void>(() => {});
  useEffect(() => () => stop.current(), []);

  function letGo({ delivery, time }: Moving): void {
    setMoving(null);
    if (time !== timeOf(delivery)) onMove(delivery, time);
  }

  function onPointerDown(event: PointerEvent<HTMLButtonElement>, delivery: Delivery): void {
    dragged.current = false;
    if (event.button !== 0 || !decideScheduleLook(delivery).movable) return;
    const { clientX, clientY, pointerId, currentTarget } = event;
    const grip = clientY - currentTarget.getBoundingClientRect().top;
    let current: Moving | null = null;

    function follow(pointer: globalThis.PointerEvent): void {
      if (pointer.pointerId !== pointerId) return;
      const travelled = Math.hypot(pointer.clientX - clientX, pointer.clientY - clientY);
      const area = columns.current?.getBoundingClientRect();
      if (area === undefined || (current === null && travelled < DRAG_THRESHOLD)) return;
      const column = Math.floor(((pointer.clientX - area.left) / area.width) * 7);
      const minute = ((pointer.clientY - grip - area.top) / pixelsPerHour) * 60;
      current = { delivery, time: timeAt(firstDay, column, minute) };
      dragged.current = true;
      setMoving(current);
    }
    function end(pointer: globalThis.PointerEvent): void {
      if (pointer.pointerId !== pointerId) return;
      stop.current();
      if (current !== null && pointer.type === 'pointerup') letGo(current);
      else setMoving(null);
    }
    function giveUp(key: globalThis.KeyboardEvent): void {
      if (key.key !== 'Escape' || current === null) return;
      key.stopPropagation();
      stop.current();
      setMoving(null);
    }
    window.addEventListener('pointermove', follow);
    window.addEventListener('pointerup', end);
    window.addEventListener('pointercancel', end);
    window.addEventListener('keydown', giveUp, true);
    stop.current = () => {
      window.removeEventListener('pointermove', follow);
      window.removeEventListener('pointerup', end);
      window.removeEventListener('pointercancel', end);
      window.removeEventListener('keydown', giveUp, true);
      stop.current = () => {};
    };
  }

  function onKeyDown(event: KeyboardEvent, delivery: Delivery): boolean {
    if (moving !== null && event.key === 'Escape') {
      setMoving(null);
      event.stopPropagation();
      return true;
    }
    if (moving !== null && event.key === 'Enter') {
      letGo(moving);
      return true;
    }
    const steps: Record<string, number> = {
      ArrowUp: -SNAP_MINUTES * 60_000,
      ArrowDown: SNAP_MINUTES * 60_000,
      ArrowLeft: -DAY_MS,
      ArrowRight: DAY_MS,
    };
    const step = steps[event.key];
    if (!event.altKey || step === undefined || !decideScheduleLook(delivery).movable) return false;
    const from = moving?.time ?? timeOf(delivery);
    setMoving({ delivery, time: Math.max(firstDay, Math.min(firstDay + 7 * DAY_MS - 1, from + step)) });
    return true;
  }

  return {
    moving,
    onPointerDown,
    onKeyDown,
    onBlur: () => {
      // A drag goes on although the focus is elsewhere.
      if (!dragged.current) setMoving(null);
    },
    wasDragged: () => dragged.current,
  };
}
