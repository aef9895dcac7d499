import { startTransition, useEffect, useState } from 'react';

/** A page out of sight draws no frames; it is not waited for longer than this. */
const LONGEST_FRAME_MS = 250;

/** The value as it was when the last frame was painted: for what may come a moment after the rest. */
export function useAfterPaint<Value>(value: Value): Value {
  const [painted, setPainted] = useState(value);
  useEffect(() => {
    let late: ReturnType<typeof setTimeout>;
    const follow = (): void => startTransition(() => setPainted(value));
    const frame = requestAnimationFrame(() => {
      clearTimeout(late);
      late = setTimeout(follow);
    });
    late = setTimeout(follow, LONGEST_FRAME_MS);
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(late);
    };
  }, [value]);
  return painted;
}
