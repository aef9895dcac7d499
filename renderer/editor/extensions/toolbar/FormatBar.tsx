import { HistoryExtension } from '@lexical/history';
import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { useExtensionSignalValue } from '@lexical/react/useExtensionSignalValue';
import {
  COMMAND_PRIORITY_LOW,
  FORMAT_TEXT_COMMAND,
  REDO_COMMAND,
  UNDO_COMMAND,
  type LexicalCommand,
  type TextFormatType,
} from 'lexical';
import { useEffect, useRef, type ReactElement } from 'react';
import { commandCaps, keyCaps, runCommand } from '../../../commands.ts';
import { useTranslate } from '../../../i18n.ts';
import { IconButton } from '../../../ui/Button.tsx';
import { Choice } from '../../../ui/Choice.tsx';
import {
  Bold,
  ImagePlus,
  Italic,
  Link2,
  List,
  ListOrdered,
  PencilLine,
  Quote,
  Redo2,
  Strikethrough,
  TextQuote,
  Underline,
  Undo2,
} from '../../../ui/icons/icons.ts';
import { Toolbar } from '../../../ui/Toolbar.tsx';
import { INSERT_PICTURES_COMMAND } from '../image/image-extension.ts';
import { PICK_PICTURES_COMMAND } from '../insert/insertables.ts';
import { InsertMenu } from '../insert/InsertMenu.tsx';
import { TableMenu } from '../table/TableMenu.tsx';
import { EDIT_LINK_COMMAND } from '../link/link-extension.ts';
import { SuggestingExtension } from '../review/suggesting-extension.ts';
import { FormatExtension, SET_BLOCK_COMMAND } from './format-extension.ts';
import type { BlockKind } from './read-format.ts';
import styles from './toolbar.module.css';

const BLOCK_KINDS: readonly BlockKind[] = [
  'paragraph',
  'h2',
  'h3',
  'h4',
  'quote',
  'pullquote',
  'bullet',
  'number',
];
const MARKS = [
  { format: 'bold', icon: Bold, label: 'editor.bold', keys: 'Mod+b' },
  { format: 'italic', icon: Italic, label: 'editor.italic', keys: 'Mod+i' },
  { format: 'underline', icon: Underline, label: 'editor.underline', keys: 'Mod+u' },
  { format: 'strikethrough', icon: Strikethrough, label: 'editor.strike' },
] as const;
const BLOCKS = [
  { kind: 'bullet', icon: List, label: 'editor.bullets' },
  { kind: 'number', icon: ListOrdered, label: 'editor.numbers' },
  { kind: 'quote', icon: TextQuote, label: 'editor.quote' },
  { kind: 'pullquote', icon: Quote, label: 'editor.pullquote' },
] as const;

/** What the copy can be set in, above it. */
export function FormatBar(): ReactElement {
  const [editor] = useLexicalComposerContext();
  const translate = useTranslate();
  const format = useExtensionSignalValue(FormatExtension, 'format');
  const suggesting = useExtensionSignalValue(SuggestingExtension, 'suggesting');
  const canUndo = useExtensionSignalValue(HistoryExtension, 'canUndo');
  const canRedo = useExtensionSignalValue(HistoryExtension, 'canRedo');
  const filePicker = useRef<HTMLInputElement>(null);

  useEffect(
    () =>
      editor.registerCommand(
        PICK_PICTURES_COMMAND,
        () => {
          filePicker.current?.click();
          return true;
        },
        COMMAND_PRIORITY_LOW,
      ),
    [editor],
  );

  function run<Payload>(command: LexicalCommand<Payload>, payload: Payload): void {
    editor.dispatchCommand(command, payload);
    editor.focus();
  }

  return (
    <Toolbar
      className={styles.toolbar}
      label={translate('editor.toolbar')}
      keepsSelection
      onLeave={() => editor.focus()}
    >
      <Choice
        className={styles.kind}
        label={translate('editor.block')}
        value={format.block}
        choices={BLOCK_KINDS.map((kind) => ({ value: kind, name: translate(`editor.block.${kind}`) }))}
        movesFocus
        onChange={(kind) => run(SET_BLOCK_COMMAND, kind)}
      />
      <span className={styles.gap} />
      {MARKS.map((mark) => (
        <IconButton
          key={mark.format}
          size="small"
          icon={mark.icon}
          label={translate(mark.label)}
          pressed={format[mark.format]}
          {...('keys' in mark ? { caps: keyCaps(mark.keys) } : {})}
          onClick={() => run<TextFormatType>(FORMAT_TEXT_COMMAND, mark.format)}
        />
      ))}
      <IconButton
        size="small"
        icon={Link2}
        label={translate('editor.link')}
        caps={keyCaps('Mod+Shift+k')}
        pressed={format.link}
        onClick={() => editor.dispatchCommand(EDIT_LINK_COMMAND, undefined)}
      />
      <span className={styles.gap} />
      {BLOCKS.map((block) => (
        <IconButton
          key={block.kind}
          size="small"
          icon={block.icon}
          label={translate(block.label)}
          pressed={format.block === block.kind}
          onClick={() => run(SET_BLOCK_COMMAND, block.kind)}
        />
      ))}
      <IconButton
        size="small"
        icon={ImagePlus}
        label={translate('editor.picture')}
        onClick={() => filePicker.current?.click()}
      />
      {!suggesting && <InsertMenu />}
      {!suggesting && format.table && <TableMenu />}
      <input
        ref={filePicker}
        type="file"
        accept="image/jpeg,image/png,image/gif,image/webp,image/avif"
        multiple
        hidden
        aria-label={translate('editor.picture')}
        onChange={(event) => {
          run(INSERT_PICTURES_COMMAND, [...(event.target.files ?? [])]);
          event.target.value = '';
        }}
      />
      <span className={styles.spring} />
      <IconButton
        size="small"
        icon={PencilLine}
        label={translate('suggest.mode')}
        caps={commandCaps('article.suggesting')}
        pressed={suggesting}
        onClick={() => runCommand('article.suggesting')}
      />
      <IconButton
        size="small"
        icon={Undo2}
        label={translate('editor.undo')}
        caps={keyCaps('Mod+z')}
        disabled={!canUndo}
        onClick={() => run<void>(UNDO_COMMAND, undefined)}
      />
      <IconButton
        size="small"
        icon={Redo2}
        label={translate('editor.redo')}
        caps={keyCaps('Mod+Shift+z')}
        disabled={!canRedo}
        onClick={() => run<void>(REDO_COMMAND, undefined)}
      />
    </Toolbar>
  );
}
