import { $isLinkNode, $toggleLink, type LinkNode } from '@lexical/link';
import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { Popover } from 'radix-ui';
import {
  $findMatchingParent,
  $getSelection,
  $isRangeSelection,
  $setSelection,
  COMMAND_PRIORITY_LOW,
} from 'lexical';
import { useEffect, useId, useRef, useState, type ReactElement } from 'react';
import { useTranslate } from '../../../i18n.ts';
import { Button, IconButton } from '../../../ui/Button.tsx';
import { Input } from '../../../ui/Field.tsx';
import { Unlink } from '../../../ui/icons/icons.ts';
import { layers } from '../../../ui/layers.ts';
import { EDIT_LINK_COMMAND, readLinkAddress } from './link-extension.ts';
import styles from './link.module.css';

interface Editing {
  address: string;
  linked: boolean;
}

function $linkAtSelection(): LinkNode | null {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return null;
  return $findMatchingParent(selection.anchor.getNode(), $isLinkNode);
}

/** The field in which a link is written, beside the selected words. */
export function LinkPopover(): ReactElement {
  const [editor] = useLexicalComposerContext();
  const translate = useTranslate();
  const [editing, setEditing] = useState<Editing | null>(null);
  const [refused, setRefused] = useState(false);
  const problem = useId();
  const anchor = useRef({ getBoundingClientRect: () => new DOMRect() });

  useEffect(() => {
    function $open(): void {
      const selection = $getSelection();
      const link = $linkAtSelection();
      if (!$isRangeSelection(selection) || (selection.isCollapsed() && link === null)) return;
      const selected = window.getSelection();
      const range = selected === null || selected.rangeCount === 0 ? null : selected.getRangeAt(0);
      const place = range?.getBoundingClientRect() ?? new DOMRect();
      anchor.current = { getBoundingClientRect: () => place };
      setRefused(false);
      setEditing({ address: link?.getURL() ?? '', linked: link !== null });
    }
    return editor.registerCommand(
      EDIT_LINK_COMMAND,
      () => {
        // A selection made by the key just before is known to Lexical only in the next frame.
        requestAnimationFrame(() => editor.read($open));
        return true;
      },
      COMMAND_PRIORITY_LOW,
    );
  }, [editor]);

  function close(): void {
    setEditing(null);
    editor.focus();
  }

  function setLink(address: string | null): void {
    editor.update(() => {
      const selection = $getSelection();
      const link = $linkAtSelection();
      // With the caret inside a link, the whole link is meant.
      if ($isRangeSelection(selection) && selection.isCollapsed() && link !== null) {
        const before = selection.clone();
        link.select(0, link.getChildrenSize());
        $toggleLink(address, { rel: null });
        $setSelection(before);
      } else $toggleLink(address, { rel: null });
    });
    close();
  }

  function apply(): void {
    const address = readLinkAddress(editing?.address ?? '');
    if (address === null) setRefused(true);
    else setLink(address);
  }

  return (
    <Popover.Root open={editing !== null} onOpenChange={(open) => !open && setEditing(null)}>
      <Popover.Anchor virtualRef={anchor} />
      <Popover.Portal container={layers()}>
        <Popover.Content
          className={styles.popover}
          side="bottom"
          align="start"
          sideOffset={8}
          collisionPadding={8}
          aria-label={translate('editor.link')}
          onCloseAutoFocus={(event) => event.preventDefault()}
          onEscapeKeyDown={() => editor.focus()}
        >
          <form
            className={styles.form}
            onSubmit={(event) => {
              event.preventDefault();
              apply();
            }}
          >
            <Input
              autoFocus
              className={styles.address}
              value={editing?.address ?? ''}
              placeholder={translate('editor.link.placeholder')}
              aria-label={translate('editor.link.address')}
              aria-invalid={refused}
              aria-describedby={problem}
              spellCheck={false}
              onChange={(event) => {
                setRefused(false);
                setEditing((now) => (now === null ? null : { ...now, address: event.target.value }));
              }}
            />
            <Button type="submit" look="primary">
              {translate('editor.link.apply')}
            </Button>
            {editing?.linked === true && (
              <IconButton
                icon={Unlink}
                label={translate('editor.link.remove')}
                tone="danger"
                onClick={() => setLink(null)}
              />
            )}
          </form>
          <p id={problem} className={styles.problem} role="alert">
            {refused && translate('editor.link.refused')}
          </p>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
