/**
 * Entries of a menu by the letters they begin with. Radix looks for them too, but moves the focus a moment after the key:
 * an Enter that follows at once takes the entry that had it before.
 */
import { useRef, type KeyboardEvent } from 'react';

/** After this much rest, letters begin a new word. */
const REST_MS = 1_000;

/**
 * Index of the entry that begins with what was typed, from the one in hand on and round; one letter, typed once or again and
 * again, goes to the next. -1 where none does.
 */
export function findByLetters(labels: readonly string[], typed: string, inHand: number): number {
  const letters = [...typed.toLowerCase()];
  const isOneLetter = letters.every((letter) => letter === letters[0]);
  const sought = isOneLetter ? (letters[0] ?? '') : letters.join('');
  const first = Math.max(0, isOneLetter ? inHand + 1 : inHand);
  const order = labels.map((_, step) => (first + step) % labels.length);
  return order.find((index) => labels[index]?.toLowerCase().startsWith(sought)) ?? -1;
}

/** Takes the letters typed in an open menu, and puts the focus where they lead before the next key comes. */
export function useMenuSearch(): (event: KeyboardEvent<HTMLElement>) => void {
  const typed = useRef({ letters: '', at: 0 });
  return (event) => {
    const { key, timeStamp, currentTarget } = event;
    if (event.ctrlKey || event.altKey || event.metaKey || key.length !== 1) return;
    const before = timeStamp - typed.current.at > REST_MS ? '' : typed.current.letters;
    // A space alone chooses the entry, as ever.
    if (key === ' ' && before === '') return;
    event.preventDefault();
    const letters = before + key;
    typed.current = { letters, at: timeStamp };
    const entries = [
      ...currentTarget.querySelectorAll<HTMLElement>('[role^="menuitem"]:not([data-disabled])'),
    ];
    const labels = entries.map((entry) => entry.querySelector('[data-label]')?.textContent ?? '');
    const inHand = entries.findIndex((entry) => entry === document.activeElement);
    entries[findByLetters(labels, letters, inHand)]?.focus();
  };
}
