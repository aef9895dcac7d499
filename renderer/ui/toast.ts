/**
 * Short messages at the lower edge; what can be undone carries the undo. Each is also kept for as long as the window
 * is open, so that what went by can be read again, unless the core keeps it for all windows.
 */
import { useSyncExternalStore } from 'react';

export interface Toast {
  id: number;
  text: string;
  tone: 'plain' | 'problem';
  /** The one thing to do about it, such as undo; null once it was done. */
  action: { label: string; run: () => void } | null;
}

export interface KeptMessage extends Toast {
  /** ISO 8601. */
  at: string;
  /** False while it went by and nobody closed it, acted on it, or looked at the notifications since. */
  read: boolean;
}

interface Messages {
  /** On screen now, oldest first. */
  shown: readonly Toast[];
  /** Kept, newest first. */
  kept: readonly KeptMessage[];
}

const SHOWN_MS = 7_000;
const SHOWN_LONGER_MS = 12_000;
const MOST_SHOWN = 3;
const MOST_KEPT = 100;

let messages: Messages = { shown: [], kept: [] };
let lastId = 0;
const listeners = new Set<() => void>();

function change(next: Partial<Messages>): void {
  messages = { ...messages, ...next };
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Shows a message; with an action or a problem it stays longer. `kept: false`: the core keeps it. Returns its id. */
export function showToast(
  text: string,
  options: { tone?: Toast['tone']; action?: Toast['action']; kept?: boolean } = {},
): number {
  lastId += 1;
  const toast: Toast = { id: lastId, text, tone: options.tone ?? 'plain', action: options.action ?? null };
  const message: KeptMessage = { ...toast, at: new Date().toISOString(), read: false };
  change({
    shown: [...messages.shown.slice(1 - MOST_SHOWN), toast],
    kept: options.kept === false ? messages.kept : [message, ...messages.kept].slice(0, MOST_KEPT),
  });
  const stay = toast.action === null && toast.tone === 'plain' ? SHOWN_MS : SHOWN_LONGER_MS;
  setTimeout(() => hide(toast.id), stay);
  return toast.id;
}

/** Takes a message off the screen; it stays among the notifications. */
function hide(id: number): void {
  if (messages.shown.some((toast) => toast.id === id)) {
    change({ shown: messages.shown.filter((toast) => toast.id !== id) });
  }
}

/** Takes all messages off the screen, unread as they are: the notifications are shown instead. */
export function hideToasts(): void {
  if (messages.shown.length > 0) change({ shown: [] });
}

function changeKept(id: number, facts: Partial<KeptMessage>): void {
  change({ kept: messages.kept.map((one) => (one.id === id ? { ...one, ...facts } : one)) });
}

/** A person closed the message: it counts as read. */
export function dismissToast(id: number): void {
  hide(id);
  changeKept(id, { read: true });
}

/** Does what a message offers, once: from the message itself or later from the notifications. */
export function runAction(id: number): void {
  const isIt = (one: Toast): boolean => one.id === id;
  const action = (messages.kept.find(isIt) ?? messages.shown.find(isIt))?.action;
  hide(id);
  changeKept(id, { read: true, action: null });
  action?.run();
}

export function markKeptMessagesRead(): void {
  if (messages.kept.some(({ read }) => !read)) {
    change({ kept: messages.kept.map((one) => ({ ...one, read: true })) });
  }
}

export function clearKeptMessages(): void {
  change({ kept: [] });
}

export function currentMessages(): Messages {
  return messages;
}

export function useToasts(): readonly Toast[] {
  return useSyncExternalStore(subscribe, () => currentMessages().shown);
}

/** What was told in this window, newest first. */
export function useKeptMessages(): readonly KeptMessage[] {
  return useSyncExternalStore(subscribe, () => currentMessages().kept);
}
