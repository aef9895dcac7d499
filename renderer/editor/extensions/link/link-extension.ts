import { $isLinkNode, $toggleLink, LinkExtension as LexicalLinkExtension } from '@lexical/link';
import {
  $getSelection,
  $isRangeSelection,
  $isTextNode,
  COMMAND_PRIORITY_NORMAL,
  configExtension,
  createCommand,
  defineExtension,
  mergeRegister,
  PASTE_COMMAND,
  type LexicalCommand,
  type PasteCommandType,
} from 'lexical';
import { KeysExtension, SHORTCUT_COMMAND } from '../keys/keys-extension.ts';
import { untrackedAddress } from '../../../../shared/conversion/links.ts';
import { isAllowedLink } from '../../../../shared/document/vocabulary.ts';

/** Opens the field in which the link at the selection is written. */
export const EDIT_LINK_COMMAND: LexicalCommand<void> = createCommand('EDIT_LINK');

/** What was typed as an address, completed to one that may stand in copy, without tracking; null where it may not. */
export function readLinkAddress(typed: string): string | null {
  const address = typed.trim();
  if (address === '' || /\s/.test(address)) return null;
  if (isAllowedLink(address)) return untrackedAddress(address);
  if (/^[\w.+-]+@[\w-]+(?:\.[\w-]+)+$/.test(address)) return `mailto:${address}`;
  if (/^[\w-]+(?:\.[\w-]+)+(?:[/?#:].*)?$/.test(address)) return untrackedAddress(`https://${address}`);
  return null;
}

function isLinkAddress(value: string): boolean {
  return !/\s/.test(value) && !value.startsWith('#') && isAllowedLink(value);
}

/** An address pasted over words of one paragraph makes a link of them. */
function $linkWords(event: PasteCommandType): boolean {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || selection.isCollapsed() || !('clipboardData' in event)) return false;
  const address = event.clipboardData?.getData('text').trim() ?? '';
  if (!isLinkAddress(address)) return false;
  const areWords = selection.getNodes().every((node) => $isTextNode(node) || $isLinkNode(node));
  if (!areWords) return false;
  event.preventDefault();
  $toggleLink(untrackedAddress(address), { rel: null });
  return true;
}

export const LinkExtension = defineExtension({
  name: 'redaksi/link',
  dependencies: [KeysExtension, configExtension(LexicalLinkExtension, { validateUrl: isLinkAddress })],
  register: (editor) =>
    mergeRegister(
      editor.registerCommand(PASTE_COMMAND, $linkWords, COMMAND_PRIORITY_NORMAL),
      editor.registerCommand(
        SHORTCUT_COMMAND,
        (event) => {
          const isShortcut =
            (event.ctrlKey || event.metaKey) && event.shiftKey && event.key.toLowerCase() === 'k';
          if (!isShortcut) return false;
          event.preventDefault();
          return editor.dispatchCommand(EDIT_LINK_COMMAND, undefined);
        },
        COMMAND_PRIORITY_NORMAL,
      ),
    ),
});
