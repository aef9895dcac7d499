import { useRef, useState, type ReactElement } from 'react';
import type { Slot } from '../../../../shared/contract/front-content.ts';
import { formatNumber } from '../../../../shared/i18n/translate.ts';
import { useLocale, useTranslate } from '../../../i18n.ts';
import { classes } from '../../../ui/classes.ts';
import { Button, IconButton } from '../../../ui/Button.tsx';
import { ChevronDown, ChevronRight, ClipboardList, GripVertical, X } from '../../../ui/icons/icons.ts';
import { DropMarker } from '../board/DropMarker.tsx';
import { boardMarks, CLIPBOARD } from '../drag/board-on-page.ts';
import { useDraggable, useFrontDrag } from '../drag/drag-context.ts';
import { useCarried, useDropIndex, useIsCarried } from '../drag/drag-state.ts';
import { useClipboard, type Clipboard } from './use-clipboard.ts';
import carryable from '../carryable.module.css';
import styles from './ClipboardPane.module.css';

/** What lies ready: dragged here from pool or board, dragged out onto any front. */
export function ClipboardPane(): ReactElement {
  const translate = useTranslate();
  const { language } = useLocale();
  const clipboard = useClipboard();
  const { store } = useFrontDrag();
  const [opened, setOpened] = useState(false);
  const dropIndex = useDropIndex(store, CLIPBOARD);
  const carrying = useCarried(store) !== null;
  const { slots } = clipboard;
  const isOpen = opened || carrying;
  return (
    <section
      className={styles.clipboard}
      aria-label={translate('fronts.clipboard')}
      {...{ [boardMarks.column]: CLIPBOARD }}
    >
      <div className={styles.head}>
        <button
          type="button"
          className={styles.toggle}
          aria-expanded={isOpen}
          onClick={() => setOpened(!opened)}
        >
          {isOpen ? <ChevronDown size={15} /> : <ChevronRight size={15} />}
          <ClipboardList size={15} />
          {translate('fronts.clipboard')}
          <span className={styles.count}>{formatNumber(language, slots.length)}</span>
        </button>
        {isOpen && slots.length > 0 && (
          <Button
            size="small"
            look="ghost"
            onClick={() => clipboard.remove(slots.map(({ slotId }) => slotId))}
          >
            {translate('fronts.clipboard.clear')}
          </Button>
        )}
      </div>
      <ul
        role="list"
        className={classes(styles.rows, !isOpen && styles.shut)}
        {...{ [boardMarks.collection]: CLIPBOARD }}
      >
        {dropIndex !== null && <DropMarker />}
        {isOpen && slots.map((slot) => <ClipboardRow key={slot.slotId} slot={slot} clipboard={clipboard} />)}
        {isOpen && slots.length === 0 && dropIndex === null && (
          <li className={styles.empty}>{translate('fronts.clipboard.empty')}</li>
        )}
      </ul>
    </section>
  );
}

function ClipboardRow({ slot, clipboard }: { slot: Slot; clipboard: Clipboard }): ReactElement {
  const translate = useTranslate();
  const { store } = useFrontDrag();
  const card = useRef<HTMLLIElement>(null);
  const grip = useRef<HTMLButtonElement>(null);
  const { slotId } = slot;
  const headline = clipboard.titleOf(slot) || translate('fronts.card.untitled');
  const carried = useIsCarried(store, 'clipboard', slotId);
  useDraggable(`clipboard ${slotId}`, card, grip, {
    carried: () => ({ from: 'clipboard', ids: [slotId], headline, stories: [] }),
    home: () => null,
  });
  return (
    <li ref={card} className={classes(carryable.item, styles.row, carried && carryable.carried)}>
      <span className={styles.headline}>{headline}</span>
      <IconButton
        icon={X}
        size="small"
        label={translate('fronts.clipboard.remove', { headline })}
        onClick={() => clipboard.remove([slotId])}
      />
      <button
        ref={grip}
        type="button"
        className={carryable.grip}
        aria-label={translate('fronts.clipboard.grip', { headline })}
      >
        <GripVertical size={15} />
      </button>
    </li>
  );
}
