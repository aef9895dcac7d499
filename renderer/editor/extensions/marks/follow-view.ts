/** Tells whoever draws beside the words of the copy when they may stand elsewhere, or others are on screen. */
import type { LexicalEditor, UpdateListenerPayload } from 'lexical';

const SCROLL_REST_MS = 80;

export interface ViewListener {
  onUpdate(update: UpdateListenerPayload): void;
  /** The copy is longer or shorter than it was or, where its width is another, its words flow anew. */
  onSize(isOtherWidth: boolean): void;
  /** Something in the copy was scrolled by itself. */
  onScrollWithin(scrolled: Element): void;
  /** Whether anything is shown that scrolling may bring on screen. */
  isShowing(): boolean;
  /** What was scrolled, or a window made larger or smaller, has come to rest. */
  onRest(): void;
}

/** Follows the copy of an editor until the answer is called. */
export function followView(
  editor: LexicalEditor,
  { onUpdate, onSize, onScrollWithin, isShowing, onRest }: ViewListener,
): () => void {
  let sizes: ResizeObserver | null = null;
  let resting: ReturnType<typeof setTimeout> | undefined;

  function follow(root: HTMLElement | null, before: HTMLElement | null): void {
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
  }

  function onScroll({ target }: Event): void {
    if (!isShowing()) return;
    if (target instanceof Element && editor.getRootElement()?.contains(target)) onScrollWithin(target);
    clearTimeout(resting);
    resting = setTimeout(onRest, SCROLL_REST_MS);
  }

  const endUpdates = editor.registerUpdateListener(onUpdate);
  const endRoot = editor.registerRootListener(follow);
  const listening = new AbortController();
  if (typeof window !== 'undefined') {
    const { signal } = listening;
    window.addEventListener('scroll', onScroll, { capture: true, passive: true, signal });
    window.addEventListener('resize', onScroll, { passive: true, signal });
  }
  return () => {
    endUpdates();
    endRoot();
    sizes?.disconnect();
    listening.abort();
    clearTimeout(resting);
  };
}
