import { Tabs as Radix } from 'radix-ui';
import { useEffect, useRef, type KeyboardEvent, type ReactElement, type ReactNode } from 'react';
import { classes } from './classes.ts';
import { placeOfKey } from './walk-keys.ts';
import styles from './Tabs.module.css';

export interface TabItem<Value extends string> {
  value: Value;
  label: ReactNode;
  /** A count or mark beside the label. */
  aside?: ReactNode;
}

interface TabsProps<Value extends string> {
  label: string;
  value: Value;
  onChange: (value: Value) => void;
  items: readonly TabItem<Value>[];
  /** `line`: the heads of a pane (51 px, underlined); `pill`: a filter over a list. */
  look?: 'line' | 'pill';
  /** The panel of the chosen tab; left out where the tabs only filter what stands below. */
  children?: ReactNode;
  className?: string | undefined;
}

/** The focus moves with the key. Radix moves it a moment later: of two quick keys one would be lost. */
function walkTabs(event: KeyboardEvent<HTMLElement>): void {
  if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
  const tabs = [...event.currentTarget.querySelectorAll<HTMLElement>('[role="tab"]')];
  const at = tabs.findIndex((tab) => tab === event.target);
  const next = at === -1 ? null : placeOfKey(event.key, at, tabs.length);
  if (next === null) return;
  // What is handled Radix leaves alone.
  event.preventDefault();
  tabs[next]?.focus();
}

export function Tabs<Value extends string>({
  label,
  value,
  onChange,
  items,
  look = 'line',
  children,
  className,
}: TabsProps<Value>): ReactElement {
  const list = useRef<HTMLDivElement>(null);
  // Where there is not room for all, the chosen one is in sight.
  useEffect(() => {
    const chosen = list.current?.querySelector('[data-state="active"]');
    chosen?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [value]);
  return (
    <Radix.Root
      className={classes(styles.root, className)}
      value={value}
      onValueChange={(next) => onChange(next as Value)}
    >
      <Radix.List
        ref={list}
        className={classes(styles.list, styles[look])}
        aria-label={label}
        onKeyDownCapture={walkTabs}
      >
        {items.map((item) => (
          <Radix.Trigger
            key={item.value}
            value={item.value}
            data-value={item.value}
            className={styles.tab}
            {...(children === undefined && { 'aria-controls': undefined })}
          >
            {item.label}
            {item.aside}
          </Radix.Trigger>
        ))}
      </Radix.List>
      {children !== undefined && (
        <Radix.Content value={value} className={styles.panel} tabIndex={-1}>
          {children}
        </Radix.Content>
      )}
    </Radix.Root>
  );
}
