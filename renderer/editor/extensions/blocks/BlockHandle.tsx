import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { DraggableBlockPlugin_EXPERIMENTAL as DraggableBlocks } from '@lexical/react/LexicalDraggableBlockPlugin';
import { $getNearestNodeFromDOMNode, type LexicalNode } from 'lexical';
import { useRef, useState, type ReactElement } from 'react';
import { keyCaps } from '../../../commands.ts';
import { useTranslate } from '../../../i18n.ts';
import { classes } from '../../../ui/classes.ts';
import { ArrowDown, ArrowUp, GripVertical, Trash2 } from '../../../ui/icons/icons.ts';
import { Menu } from '../../../ui/Menu.tsx';
import { $rootBlockOf } from '../../root-block.ts';
import { $moveBlock } from './block-move-extension.ts';
import styles from './blocks.module.css';

interface BlockHandleProps {
  /** Covers the copy and what is left of it, and does not hold the copy: it would have React handed each key twice. */
  area: HTMLElement;
}

/** The handle beside the block under the pointer: dragged to move it, pressed for what can be done with it. */
export function BlockHandle({ area }: BlockHandleProps): ReactElement {
  const [editor] = useLexicalComposerContext();
  const translate = useTranslate();
  const handle = useRef<HTMLDivElement>(null);
  const line = useRef<HTMLDivElement>(null);
  const [block, setBlock] = useState<HTMLElement | null>(null);
  const [open, setOpen] = useState(false);
  /** The block the menu was opened for: on the way into the menu the pointer leaves it. */
  const [chosen, setChosen] = useState<HTMLElement | null>(null);

  function change(make: (node: LexicalNode) => void): void {
    editor.update(() => {
      const node = chosen === null ? null : $getNearestNodeFromDOMNode(chosen);
      const root = node === null ? null : $rootBlockOf(node);
      if (root !== null) make(root);
    });
    editor.focus();
  }

  function show(isOpen: boolean): void {
    if (isOpen) setChosen(block);
    setOpen(isOpen);
  }

  return (
    <DraggableBlocks
      anchorElem={area}
      menuRef={handle}
      targetLineRef={line}
      // With its menu open it stays, wherever the pointer goes: the menu hangs on it.
      isOnMenu={(element) => open || element.closest('[data-block-handle]') !== null}
      onElementChanged={setBlock}
      menuComponent={
        // A press may begin a drag, which a menu that opens with it would end: the click opens it.
        <div
          ref={handle}
          className={classes(styles.handle, open && styles.open)}
          data-block-handle
          onPointerDownCapture={(event) => event.stopPropagation()}
        >
          <Menu
            label={translate('editor.handle')}
            movesFocus
            open={open}
            onOpenChange={show}
            trigger={
              <button
                type="button"
                className={styles.grip}
                aria-label={translate('editor.handle')}
                tabIndex={-1}
                onClick={() => show(!open)}
              >
                <GripVertical size={15} />
              </button>
            }
            entries={[
              {
                label: translate('editor.handle.up'),
                icon: ArrowUp,
                caps: keyCaps('Alt+ArrowUp'),
                onSelect: () => change((node) => void $moveBlock(node, 'up')),
              },
              {
                label: translate('editor.handle.down'),
                icon: ArrowDown,
                caps: keyCaps('Alt+ArrowDown'),
                onSelect: () => change((node) => void $moveBlock(node, 'down')),
              },
              {
                label: translate('editor.handle.remove'),
                icon: Trash2,
                tone: 'danger',
                onSelect: () =>
                  change((node) => {
                    node.selectNext();
                    node.remove();
                  }),
              },
            ]}
          />
        </div>
      }
      targetLineComponent={<div ref={line} className={styles.target} />}
    />
  );
}
