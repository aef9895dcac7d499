/** Tells when the copy's words flow anew or what follows stands lower. */

export interface SizeFollower {
  /** A listener of Lexical's root: the element that is watched from now on, and the one before. */
  follow(root: HTMLElement | null, before: HTMLElement | null): void;
  stop(): void;
}

/** `onSize` is told whether the width is another than it was. */
export function createSizeFollower(onSize: (isOtherWidth: boolean) => void): SizeFollower {
  let sizes: ResizeObserver | null = null;
  return {
    follow(root, before) {
      if (before !== null) sizes?.unobserve(before);
      if (root === null || typeof ResizeObserver === 'undefined') return;
      let width: number | null = null;
      sizes ??= new ResizeObserver(([entry]) => {
        const next = entry?.contentRect.width ?? null;
        const isOtherWidth = width !== null && next !== width;
        width = next;
        onSize(isOtherWidth);
      });
      sizes.observe(root);
    },
    stop: () => sizes?.disconnect(),
  };
}
