/** Shortcuts as Electron writes them: https://www.electronjs.org/docs/latest/tutorial/keyboard-shortcuts */

const NAMES: Readonly<Record<string, string>> = {
  Mod: 'CommandOrControl',
  ArrowUp: 'Up',
  ArrowDown: 'Down',
  ArrowLeft: 'Left',
  ArrowRight: 'Right',
  Enter: 'Return',
  '+': 'Plus',
};

/** `Mod+Shift+p` → `CommandOrControl+Shift+P`. */
export function acceleratorOf(keys: string): string {
  const parts = keys.split(/\+(?=.)/);
  return parts.map((key) => NAMES[key] ?? (key.length === 1 ? key.toUpperCase() : key)).join('+');
}
