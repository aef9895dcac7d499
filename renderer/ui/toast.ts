/** Short messages at the lower edge; what can be undone carries the undo. */
import { useSyncExternalStore } from 'react';

export interface Toast {
  id: number;
  text: string;
  tone: 'plain' | 'problem';
  /** The one thing to do about it, such as undo. */
  action: { label: string; run: () => void } | null;
}

const SHOWN_MS = 7_000;
const SHOWN_LONGER_MS = 12_000;

let toasts: readonly Toast[] = [];
let lastId = 0;
const listeners = new Set<() => void>();

function change(next: readonly Toast[]): void {
  toasts = next;
  for (const listener of listeners) listener();
}

/** Shows a message; with an action or a problem it stays longer. Returns its id. */
export function showToast(
  text: string,
  options: { tone?: Toast['tone']; action?: Toast['action'] } = {},
): number {
  lastId += 1;
  const toast: Toast = { id: lastId, text, tone: options.tone ?? 'plain', action: options.action ?? null };
  change([...toasts.slice(-2), toast]);
  const stay = toast.action === null && toast.tone === 'plain' ? SHOWN_MS : SHOWN_LONGER_MS;
  setTimeout(() => dismissToast(toast.id), stay);
  return toast.id;
}

export function dismissToast(id: number): void {
  if (toasts.some((toast) => toast.id === id)) change(toasts.filter((toast) => toast.id !== id));
}

export function useToasts(): readonly Toast[] {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => toasts,
  );
}
