import type { KeyboardEvent, ReactElement, ReactNode } from 'react';
import type { BlockNode } from '../../../../shared/document/vocabulary.ts';
import { Trash2 } from '../../../ui/icons/icons.ts';
import type { Card } from './use-card.ts';
import styles from './cards.module.css';

interface CardFrameProps<Block extends BlockNode> {
  card: Card<Block>;
  /** What the card is, for a screen reader. */
  label: string;
  className?: string | undefined;
  children: ReactNode;
}

/** The frame of a card: selected by a click, removed by its button. The keyboard reaches it with the arrow keys. */
export function CardFrame<Block extends BlockNode>({
  card,
  label,
  className,
  children,
}: CardFrameProps<Block>): ReactElement {
  const remove = card.services.say('editor.card.remove', { name: label });
  /** Escape leads from any control back to the copy, Enter from a line of text on behind the card. */
  function onKeyDown(event: KeyboardEvent<HTMLElement>): void {
    // What opens from a control, as a dialog, is none of the card.
    if (!(event.target instanceof Element) || !event.currentTarget.contains(event.target)) return;
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || event.nativeEvent.isComposing)
      return;
    if (event.key === 'Escape') card.leave();
    else if (event.key === 'Enter' && event.target instanceof HTMLTextAreaElement) card.goOn();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section
      className={[styles.card, card.selected ? styles.selected : '', className ?? ''].join(' ')}
      aria-label={label}
      onKeyDown={onKeyDown}
      onClick={(event) => {
        if (event.target instanceof Element && event.target.closest('textarea, input, button, select, a'))
          return;
        card.select();
      }}
    >
      {children}
      <button
        type="button"
        className={styles.remove}
        onClick={() => card.remove()}
        title={remove}
        aria-label={remove}
      >
        <Trash2 size={15} />
      </button>
    </section>
  );
}
