/**
 * Every action of the workstation, by name. A screen adds its own while it is shown (`useCommands`); the palette lists
 * them, the shortcut map shows their keys, and one key listener runs them.
 */
import { useEffect, useEffectEvent, useLayoutEffect, useMemo, useSyncExternalStore } from 'react';
import type { MessageKey, MessageParameters } from '../shared/i18n/translate.ts';
import {
  isListed,
  listedCommands,
  type CommandGroup,
  type ListedCommandId,
} from '../shared/page/commands.ts';
import type { Icon } from './ui/icons/icons.ts';

export interface Command {
  /** Unique among what is shown at one time: `wire.writeFromWire`. Its keys stand in shared/page/commands.ts. */
  id: string;
  title: MessageKey;
  /** What the title's placeholders stand for. */
  parameters?: MessageParameters;
  group: CommandGroup;
  icon?: Icon;
  /** A command that cannot be done now is not offered and its keys are not taken. */
  enabled?: boolean;
  /** Kept out of the palette, shown in the shortcut map: moving through a list, say. */
  hidden?: boolean;
  run: () => void;
}

export interface ShownCommand extends Command {
  keys: readonly string[];
}

const registered = new Map<symbol, readonly ShownCommand[]>();
const listeners = new Set<() => void>();
let all: readonly ShownCommand[] = [];

/** What shall run as soon as the screen that offers it is shown. */
let awaited: ListedCommandId | null = null;

function announce(): void {
  all = [...registered.values()].flat();
  for (const listener of listeners) listener();
  const command = all.find(({ id, enabled }) => id === awaited && enabled !== false);
  if (command === undefined) return;
  awaited = null;
  command.run();
}

/** Runs a command of the screen one is going to; another one asked for meanwhile takes its place. */
export function runWhenShown(id: ListedCommandId): void {
  awaited = id;
  announce();
}

/** Groups of commands that a screen will offer which is on its way. */
const coming = new Set<CommandGroup>();

/** Says that commands of a group will be offered soon; until the answer is called, their keys are kept for them. */
export function expectCommands(group: CommandGroup): () => void {
  coming.add(group);
  return () => coming.delete(group);
}

/** What was kept for a group and could not be done when it came is not done later. */
export function forgetKeptKeys(group: CommandGroup): void {
  if (awaited !== null && listedCommands[awaited].group === group) awaited = null;
}

/**
 * Whoever knows the keys presses them while the screen still opens: what was pressed last is done when the screen is
 * there. `screen`: what is being opened, null for nothing; `isThere`: it is, or will not be.
 */
export function useKeysAhead(group: CommandGroup, screen: string | null, isThere: boolean): void {
  const isComing = screen !== null && !isThere;
  useLayoutEffect(() => (isComing ? expectCommands(group) : undefined), [group, isComing]);
  // The commands below are offered before this effect runs.
  useEffect(() => {
    if (!isComing) forgetKeptKeys(group);
  }, [group, isComing]);
  useEffect(() => () => forgetKeptKeys(group), [group, screen]);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function keysOf(id: string): readonly string[] {
  return isListed(id) ? listedCommands[id].keys : [];
}

/** All commands that can be seen now. */
export function useAllCommands(): readonly ShownCommand[] {
  return useSyncExternalStore(subscribe, () => all);
}

/**
 * Adds commands while the component is shown. They may be written anew on every render: only a change of what the
 * palette shows is announced, and `run` is always that of the latest render.
 */
export function useCommands(commands: readonly Command[]): void {
  const runLatest = useEffectEvent((id: string) => commands.find((command) => command.id === id)?.run());
  const shown = JSON.stringify(
    commands.map(({ id, enabled, title, parameters }) => [id, enabled, title, parameters]),
  );
  const list = useMemo(() => commands, [shown]); // oxlint-disable-line react/exhaustive-deps
  useEffect(
    () => offerCommands(list.map((command) => ({ ...command, run: () => runLatest(command.id) }))),
    [list],
  );
}

/** Adds commands until the answer is called. */
export function offerCommands(commands: readonly Command[]): () => void {
  const key = Symbol('commands');
  registered.set(
    key,
    commands.map((command) => ({ ...command, keys: keysOf(command.id) })),
  );
  announce();
  return () => {
    registered.delete(key);
    announce();
  };
}

/** Runs a command by its id, as the palette would; one that cannot be done now is left alone. */
export function runCommand(id: string): void {
  all.find((command) => command.id === id && command.enabled !== false)?.run();
}

export const isMac = typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.platform);

/** The keys of a shortcut as they are printed on the board: `['Ctrl', 'K']`. */
export function keyCaps(keys: string, mac: boolean = isMac): string[] {
  const names: Record<string, string> = {
    Mod: mac ? '⌘' : 'Ctrl',
    Shift: mac ? '⇧' : 'Shift',
    Alt: mac ? '⌥' : 'Alt',
    ArrowUp: '↑',
    ArrowDown: '↓',
    ArrowLeft: '←',
    ArrowRight: '→',
    Enter: '↵',
    Escape: 'Esc',
  };
  return keys.split(/\+(?=.)/).map((key) => names[key] ?? (key.length === 1 ? key.toUpperCase() : key));
}

/** The first shortcut of a command as it is printed on the board; nothing where it has none. */
export function commandCaps(id: ListedCommandId): string[] {
  const [keys] = keysOf(id);
  return keys === undefined ? [] : keyCaps(keys);
}

/** Whether a pressed key is the shortcut. */
export function matchesKeys(event: KeyboardEvent, keys: string, mac: boolean = isMac): boolean {
  const parts = keys.split(/\+(?=.)/);
  const key = parts.at(-1) ?? '';
  const mod = parts.includes('Mod');
  if (mod !== (mac ? event.metaKey : event.ctrlKey)) return false;
  if (event.altKey !== parts.includes('Alt')) return false;
  if (mac ? event.ctrlKey : event.metaKey) return false;
  // A sign such as `?` is typed with Shift on one board and without on another.
  const isLetterOrName = /^[a-z0-9]$/i.test(key) || key.length > 1;
  if (isLetterOrName && event.shiftKey !== parts.includes('Shift')) return false;
  return event.key === key || event.key.toLowerCase() === key.toLowerCase();
}

/** Whether keys pressed there are text: a field, the editor, a list of choices. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable) return true;
  if (target instanceof HTMLInputElement)
    return !['checkbox', 'radio', 'button', 'range'].includes(target.type);
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement;
}

/** Whether Enter there does what the element is for. */
function takesEnter(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('button, a[href], summary') !== null;
}

/** What a text field does with keys of its own is left to it. */
const OF_FIELDS: ReadonlySet<string> = new Set(['Mod+z', 'Mod+Shift+z']);

/**
 * Does what a pressed key stands for, or keeps it for commands that are on their way. Whatever a component has handled
 * itself (`preventDefault`) is left alone.
 */
export function takeKeys(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing) return;
  const typing = isTyping(event.target);
  // A letter of somebody's text is no shortcut, whatever shortcuts there are.
  if (typing && !(isMac ? event.metaKey : event.ctrlKey)) return;
  if (event.key === 'Enter' && !(isMac ? event.metaKey : event.ctrlKey) && takesEnter(event.target)) return;
  const inDialog =
    event.target instanceof Element && event.target.closest('[role="dialog"], [role="menu"]') !== null;
  const isMeant = (keys: string): boolean =>
    matchesKeys(event, keys) && (keys.includes('Mod+') && !OF_FIELDS.has(keys) ? true : !typing && !inDialog);
  const command = all.find(({ enabled, keys }) => enabled !== false && keys.some(isMeant));
  if (command !== undefined) {
    event.preventDefault();
    command.run();
    return;
  }
  const ahead = Object.keys(listedCommands)
    .filter(isListed)
    .find((id) => coming.has(listedCommands[id].group) && keysOf(id).some(isMeant));
  if (ahead === undefined) return;
  event.preventDefault();
  runWhenShown(ahead);
}

/** The one key listener of the app. */
export function listenForShortcuts(): () => void {
  window.addEventListener('keydown', takeKeys);
  return () => window.removeEventListener('keydown', takeKeys);
}
