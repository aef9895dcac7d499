import {
  COMMAND_PRIORITY_CRITICAL,
  createCommand,
  defineExtension,
  KEY_DOWN_COMMAND,
  type LexicalCommand,
  type LexicalEditor,
} from 'lexical';

/** A key that may be a shortcut, or the first one typed after such; handled, it is no key of the copy any more. */
export const SHORTCUT_COMMAND: LexicalCommand<KeyboardEvent> = createCommand('SHORTCUT_COMMAND');

/** A letter or sign and nothing else. */
function isTyped({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  return key.length === 1 && !ctrlKey && !metaKey && !altKey;
}

/** A shortcut of the whole window, of which Lexical would make a paragraph. */
function isOfWindow({ key, ctrlKey, metaKey }: KeyboardEvent): boolean {
  return key === 'Enter' && (ctrlKey || metaKey);
}

/**
 * Lexical begins an update, with a copy of its table of nodes, for each priority at which anybody listens to its keys. So
 * nobody does while letters are typed one after the other: what a shortcut may be comes as a command of its own.
 */
export function createShortcutOffer(editor: LexicalEditor) {
  let stopListening: (() => void) | null = null;
  let wasTyped = false;

  function prepare(event: KeyboardEvent): void {
    const typed = isTyped(event);
    const isPlain = typed && wasTyped;
    wasTyped = typed;
    if (isPlain) {
      stopListening?.();
      stopListening = null;
      return;
    }
    stopListening ??= editor.registerCommand(
      KEY_DOWN_COMMAND,
      (key) => editor.dispatchCommand(SHORTCUT_COMMAND, key) || isOfWindow(key),
      COMMAND_PRIORITY_CRITICAL,
    );
  }

  return {
    /** Is told of every key before Lexical is. */
    prepare,
    end: () => stopListening?.(),
  };
}

export const KeysExtension = defineExtension({
  name: 'redaksi/keys',
  register(editor) {
    const offer = createShortcutOffer(editor);
    const endRoot = editor.registerRootListener((root) => {
      root?.addEventListener('keydown', offer.prepare, true);
      return () => root?.removeEventListener('keydown', offer.prepare, true);
    });
    return () => {
      endRoot();
      offer.end();
    };
  },
});
