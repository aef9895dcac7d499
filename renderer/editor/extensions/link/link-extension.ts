import { LinkExtension as LexicalLinkExtension } from '@lexical/link';
import {
  COMMAND_PRIORITY_NORMAL,
  configExtension,
  createCommand,
  defineExtension,
  type LexicalCommand,
} from 'lexical';
import { KeysExtension, SHORTCUT_COMMAND } from '../keys/keys-extension.ts';
import { isAllowedLink } from '../../../../shared/document/vocabulary.ts';

/** Opens the field in which the link at the selection is written. */
export const EDIT_LINK_COMMAND: LexicalCommand<void> = createCommand('EDIT_LINK');

/** What was typed as an address, completed to one that may stand in copy; null where it may not. */
export function readLinkAddress(typed: string): string | null {
  const address = typed.trim();
  if (address === '' || /\s/.test(address)) return null;
  if (isAllowedLink(address)) return address;
  if (/^[\w.+-]+@[\w-]+(?:\.[\w-]+)+$/.test(address)) return `mailto:${address}`;
  if (/^[\w-]+(?:\.[\w-]+)+(?:[/?#:].*)?$/.test(address)) return `https://${address}`;
  return null;
}

/** Also asked of what is pasted over selected words: only a whole address turns them into a link. */
function isLinkAddress(value: string): boolean {
  return !/\s/.test(value) && !value.startsWith('#') && isAllowedLink(value);
}

export const LinkExtension = defineExtension({
  name: 'redaksi/link',
  dependencies: [KeysExtension, configExtension(LexicalLinkExtension, { validateUrl: isLinkAddress })],
  register: (editor) =>
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
});
