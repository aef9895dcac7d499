import { useQuery } from '@tanstack/react-query';
import {
  useDeferredValue,
  useId,
  useState,
  type KeyboardEvent,
  type ReactElement,
  type ReactNode,
  type Ref,
} from 'react';
import { classes } from './classes.ts';
import { Input } from './Field.tsx';
import styles from './SearchPicker.module.css';
import { useEnterOnceFound } from './use-enter-once-found.ts';

interface SearchPickerProps<Item> {
  /** What is looked for: the accessible name and the placeholder. */
  label: string;
  /** The list of what was found, for screen readers. */
  listLabel: string;
  typed: string;
  onTyped: (typed: string) => void;
  /** What fits; null where nothing is to be looked for. */
  find: ((query: string, signal: AbortSignal) => Promise<readonly Item[]>) | null;
  /** Names the search among others, so that answers are remembered. */
  name: string;
  keyOf: (item: Item) => string | number;
  renderItem: (item: Item) => ReactNode;
  onPick: (item: Item) => void;
  /** The one in hand stays marked, where picking does not end the search. */
  picked?: Item | null;
  words: { none: string; failed: string };
  ref?: Ref<HTMLInputElement>;
}

/** A field that looks for something by part of its name, worked by arrows and Enter. */
export function SearchPicker<Item>({
  label,
  listLabel,
  typed,
  onTyped,
  find,
  name,
  keyOf,
  renderItem,
  onPick,
  picked = null,
  words,
  ref = null,
}: SearchPickerProps<Item>): ReactElement {
  const [at, setAt] = useState(0);
  const list = useId();
  const query = useDeferredValue(typed.trim());
  const answer = useQuery({
    queryKey: ['search-picker', name, query],
    queryFn: ({ signal }) => find?.(query, signal) ?? [],
    enabled: find !== null,
    staleTime: 5_000,
    retry: false,
    placeholderData: (before) => before,
  });
  const found = find === null ? [] : (answer.data ?? []);
  const inHand = found[Math.min(at, found.length - 1)];
  const isSettled =
    find === null || (query === typed.trim() && !answer.isPlaceholderData && !answer.isPending);
  const { enter, typeOn } = useEnterOnceFound(inHand, isSettled, onPick);

  function onKeyDown(event: KeyboardEvent): void {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0 && found.length > 0) {
      event.preventDefault();
      setAt((Math.min(at, found.length - 1) + step + found.length) % found.length);
    } else if (event.key === 'Enter' && (inHand !== undefined || !isSettled)) {
      // Once more on what is picked already: the form around it goes on.
      if (isSettled && picked !== null && inHand !== undefined && keyOf(picked) === keyOf(inHand)) return;
      event.preventDefault();
      enter();
    }
  }

  const told =
    find === null || answer.isPending
      ? null
      : answer.isError
        ? words.failed
        : found.length === 0
          ? words.none
          : null;
  return (
    <div className={styles.picker}>
      <Input
        ref={ref}
        role="combobox"
        aria-label={label}
        aria-expanded={found.length > 0}
        aria-controls={list}
        aria-autocomplete="list"
        aria-activedescendant={inHand === undefined ? undefined : `${list}-${keyOf(inHand)}`}
        placeholder={label}
        autoComplete="off"
        spellCheck={false}
        value={typed}
        onChange={(event) => {
          typeOn();
          setAt(0);
          onTyped(event.target.value);
        }}
        onKeyDown={onKeyDown}
      />
      <div
        id={list}
        role="listbox"
        aria-label={listLabel}
        className={styles.found}
        hidden={found.length === 0}
      >
        {found.map((item, index) => (
          // The field keeps the focus and handles the keys.
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
          <div
            key={keyOf(item)}
            id={`${list}-${keyOf(item)}`}
            role="option"
            tabIndex={-1}
            aria-selected={picked === null ? item === inHand : keyOf(item) === keyOf(picked)}
            className={classes(styles.option, item === inHand && styles.inHand)}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => {
              setAt(index);
              onPick(item);
            }}
          >
            {renderItem(item)}
          </div>
        ))}
      </div>
      <p className={styles.told} role="status">
        {told}
      </p>
    </div>
  );
}
