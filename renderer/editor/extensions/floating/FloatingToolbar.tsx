import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { useExtensionSignalValue } from '@lexical/react/useExtensionSignalValue';
import { FORMAT_TEXT_COMMAND } from 'lexical';
import { useEffect, useRef, type ReactElement } from 'react';
import { createPortal } from 'react-dom';
import { commandCaps, keyCaps, runCommand } from '../../../commands.ts';
import { useTranslate } from '../../../i18n.ts';
import { IconButton } from '../../../ui/Button.tsx';
import { Bold, Heading2, Italic, Link2, MessageSquarePlus, TextQuote } from '../../../ui/icons/icons.ts';
import { layers } from '../../../ui/layers.ts';
import { Toolbar } from '../../../ui/Toolbar.tsx';
import { useHasFocus } from '../../use-has-focus.ts';
import { DragExtension } from '../drag/drag-extension.ts';
import { EDIT_LINK_COMMAND } from '../link/link-extension.ts';
import { FormatExtension, SET_BLOCK_COMMAND } from '../toolbar/format-extension.ts';
import styles from './floating.module.css';

/** Pixels between the selection and the bar. */
const GAP = 8;

function placeAbove(bar: HTMLElement): void {
  const selection = window.getSelection();
  if (selection === null || selection.rangeCount === 0) return;
  const words = selection.getRangeAt(0).getBoundingClientRect();
  const { width, height } = bar.getBoundingClientRect();
  const ceiling = document.querySelector('[data-editor-bar]')?.getBoundingClientRect().bottom ?? 0;
  const above = words.top - height - GAP;
  const below = Math.min(words.bottom + GAP, window.innerHeight - height - GAP);
  const left = Math.min(
    Math.max(GAP, words.left + words.width / 2 - width / 2),
    window.innerWidth - width - GAP,
  );
  bar.style.left = `${left}px`;
  bar.style.top = `${above < ceiling ? below : above}px`;
}

/**
 * The few things one does with words just selected, beside them; all of it is in the toolbar too. While the words are
 * dragged it is out of the way.
 */
export function FloatingToolbar(): ReactElement | null {
  const [editor] = useLexicalComposerContext();
  const hasFocus = useHasFocus(editor);
  const { selected } = useExtensionSignalValue(FormatExtension, 'format');
  const dragging = useExtensionSignalValue(DragExtension, 'dragging');
  return selected && hasFocus && !dragging ? <Bar /> : null;
}

function Bar(): ReactElement {
  const [editor] = useLexicalComposerContext();
  const translate = useTranslate();
  const format = useExtensionSignalValue(FormatExtension, 'format');
  const bar = useRef<HTMLDivElement>(null);

  useEffect(() => {
    function place(): void {
      if (bar.current !== null) placeAbove(bar.current);
    }
    place();
    document.addEventListener('selectionchange', place);
    document.addEventListener('scroll', place, true);
    return () => {
      document.removeEventListener('selectionchange', place);
      document.removeEventListener('scroll', place, true);
    };
  }, []);

  return createPortal(
    <Toolbar ref={bar} className={styles.bar} label={translate('editor.selection')} keepsSelection>
      <IconButton
        size="small"
        icon={Bold}
        label={translate('editor.bold')}
        caps={keyCaps('Mod+b')}
        pressed={format.bold}
        onClick={() => editor.dispatchCommand(FORMAT_TEXT_COMMAND, 'bold')}
      />
      <IconButton
        size="small"
        icon={Italic}
        label={translate('editor.italic')}
        caps={keyCaps('Mod+i')}
        pressed={format.italic}
        onClick={() => editor.dispatchCommand(FORMAT_TEXT_COMMAND, 'italic')}
      />
      <IconButton
        size="small"
        icon={Link2}
        label={translate('editor.link')}
        caps={keyCaps('Mod+Shift+k')}
        pressed={format.link}
        onClick={() => editor.dispatchCommand(EDIT_LINK_COMMAND, undefined)}
      />
      <IconButton
        size="small"
        icon={Heading2}
        label={translate('editor.block.h2')}
        pressed={format.block === 'h2'}
        onClick={() => editor.dispatchCommand(SET_BLOCK_COMMAND, 'h2')}
      />
      <IconButton
        size="small"
        icon={TextQuote}
        label={translate('editor.quote')}
        pressed={format.block === 'quote'}
        onClick={() => editor.dispatchCommand(SET_BLOCK_COMMAND, 'quote')}
      />
      <IconButton
        size="small"
        icon={MessageSquarePlus}
        label={translate('notes.add')}
        caps={commandCaps('article.addNote')}
        onClick={() => runCommand('article.addNote')}
      />
    </Toolbar>,
    layers(),
  );
}
