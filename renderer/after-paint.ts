/** What need not be there in the next frame is done once that frame is painted: what somebody waits to see comes first. */
import { startTransition, useEffect, useState } from 'react';

/** A page out of sight draws no frames; it is not waited for longer than this. */
const LONGEST_FRAME_MS = 250;
/** The browser's first idle moment after the frame is waited for, but no longer than this. */
const LONGEST_BUSY_MS = 50;

/** Does something once the next frame is painted. The answer calls it off. */
export function afterPaint(task: () => void): () => void {
  let idle: number | undefined;
  const late = setTimeout(() => {
    cancelAnimationFrame(frame);
    task();
  }, LONGEST_FRAME_MS);
  const frame = requestAnimationFrame(() => {
    clearTimeout(late);
    idle = requestIdleCallback(task, { timeout: LONGEST_BUSY_MS });
  });
  return () => {
    cancelAnimationFrame(frame);
    clearTimeout(late);
    if (idle !== undefined) cancelIdleCallback(idle);
  };
}

/**
 * The value as it was when the last frame was painted, `before` the first: for what may come a moment after the rest.
 */
export function useAfterPaint<Value>(value: Value, before: Value = value): Value {
  const [painted, setPainted] = useState(before);
  useEffect(() => afterPaint(() => startTransition(() => setPainted(value))), [value]);
  return painted;
}
