import {
  useLayoutEffect,
  useRef,
  useState,
  type KeyboardEvent,
  type ReactElement,
  type ReactNode,
} from 'react';
import { useTranslate } from '../../i18n.ts';
import { IconButton } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { ArrowDown, ArrowUp, GripVertical, Trash2 } from '../../ui/icons/icons.ts';
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx';
import styles from './OrderedList.module.css';

export interface OrderedItem {
  id: string;
  /** What it is called in the names of its buttons. */
  name: string;
  content: ReactNode;
}

interface OrderedListProps {
  label: string;
  items: readonly OrderedItem[];
  onMove: (from: number, to: number) => void;
  /** Without it rows are taken out elsewhere. */
  onRemove?: (index: number) => void;
  numbered?: boolean;
}

/** Takes an item to another place in a list. */
export function moveItem<Item>(items: readonly Item[], from: number, to: number): Item[] {
  const moved = [...items];
  const [item] = moved.splice(from, 1);
  if (item !== undefined) moved.splice(to, 0, item);
  return moved;
}

/** A list in hand order: moved by buttons, by Alt with the arrow keys, or dragged; told to screen readers. */
export function OrderedList({
  label,
  items,
  onMove,
  onRemove,
  numbered = false,
}: OrderedListProps): ReactElement {
  const translate = useTranslate();
  const [told, setTold] = useState('');
  const [dragged, setDragged] = useState<number | null>(null);
  const [over, setOver] = useState<number | null>(null);
  const list = useRef<HTMLOListElement>(null);
  const refocus = useRef<HTMLElement | null>(null);

  // A row that is moved in the page loses the focus.
  useLayoutEffect(() => {
    const element = refocus.current;
    refocus.current = null;
    if (element !== null && element.isConnected && document.activeElement !== element) element.focus();
  }, [items]);

  function move(from: number, to: number): void {
    const item = items[from];
    if (item === undefined || to < 0 || to >= items.length || from === to) return;
    if (document.activeElement instanceof HTMLElement) refocus.current = document.activeElement;
    onMove(from, to);
    setTold(translate('settings.order.moved', { name: item.name, position: to + 1, count: items.length }));
  }

  function remove(index: number): void {
    onRemove?.(index);
    const rows = list.current?.children;
    const next = rows?.[index + 1] ?? rows?.[index - 1];
    next?.querySelector<HTMLElement>('input, button')?.focus();
  }

  function onKeyDown(event: KeyboardEvent, index: number): void {
    if (!event.altKey || event.ctrlKey || event.metaKey) return;
    const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0;
    if (by === 0) return;
    event.preventDefault();
    move(index, index + by);
  }

  return (
    <>
      <ol ref={list} role="list" className={styles.list} aria-label={label}>
        {items.map((item, index) => (
          // The keys are those of the fields and buttons in the row.
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
          <li
            key={item.id}
            className={classes(
              styles.row,
              dragged === index && styles.dragged,
              over === index && dragged !== null && (dragged < index ? styles.below : styles.above),
            )}
            onKeyDown={(event) => onKeyDown(event, index)}
            onDragOver={(event) => {
              if (dragged === null) return;
              event.preventDefault();
              setOver(index);
            }}
            onDrop={(event) => {
              if (dragged === null) return;
              event.preventDefault();
              move(dragged, index);
              setDragged(null);
              setOver(null);
            }}
          >
            <span
              className={styles.grip}
              draggable
              title={translate('settings.order.drag')}
              aria-hidden
              onDragStart={(event) => {
                event.dataTransfer.effectAllowed = 'move';
                event.dataTransfer.setData('text/plain', item.name);
                setDragged(index);
              }}
              onDragEnd={() => {
                setDragged(null);
                setOver(null);
              }}
            >
              <GripVertical size={15} />
            </span>
            {numbered && <span className={styles.number}>{index + 1}</span>}
            <div className={styles.content}>{item.content}</div>
            <span className={styles.buttons}>
              <IconButton
                icon={ArrowUp}
                size="small"
                label={translate('settings.order.up', { name: item.name })}
                caps={['Alt', '↑']}
                disabled={index === 0}
                onClick={() => move(index, index - 1)}
              />
              <IconButton
                icon={ArrowDown}
                size="small"
                label={translate('settings.order.down', { name: item.name })}
                caps={['Alt', '↓']}
                disabled={index === items.length - 1}
                onClick={() => move(index, index + 1)}
              />
              {onRemove !== undefined && (
                <IconButton
                  icon={Trash2}
                  size="small"
                  tone="danger"
                  label={translate('settings.order.remove', { name: item.name })}
                  onClick={() => remove(index)}
                />
              )}
            </span>
          </li>
        ))}
      </ol>
      <VisuallyHidden>
        <span aria-live="polite">{told}</span>
      </VisuallyHidden>
    </>
  );
}
