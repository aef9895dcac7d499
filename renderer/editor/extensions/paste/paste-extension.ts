/** Paste and drop, limited to the vocabulary at the door. */
import { $generateNodesFromSerializedNodes, ClipboardImportExtension } from '@lexical/clipboard';
import { getExtensionDependencyFromEditor } from '@lexical/extension';
import {
  $getEditor,
  $getSelection,
  COMMAND_PRIORITY_HIGH,
  configExtension,
  createCommand,
  defineExtension,
  mergeRegister,
  PASTE_TAG,
  type BaseSelection,
  type LexicalCommand,
  type LexicalEditor,
} from 'lexical';
import { KeysExtension, SHORTCUT_COMMAND } from '../keys/keys-extension.ts';
import { literalTextToDocument } from '../../../../shared/conversion/pasted.ts';
import type { BlockNode } from '../../../../shared/document/vocabulary.ts';
import { blockText } from '../../../../shared/document/walk.ts';
import { showToast } from '../../../ui/toast.ts';
import { $insertBlocksAtCaret } from '../../insert-block.ts';
import { SUGGEST_NODES_COMMAND } from '../review/suggest-commands.ts';
import { SHOWN_TAG } from '../copy/copy-extension.ts';
import { ImageExtension } from '../image/image-extension.ts';
import { $isImageNode } from '../image/image-node.tsx';
import { convertClipboard, type Clipboard, type ConvertedClipboard } from './convert-clipboard.ts';
import { convertInWorker } from './convert-in-worker.ts';
import { $insertPastedBlocks, $insertPastedNodes } from './insert-blocks.ts';
import { readOwnNodes } from './own-nodes.ts';

/** Puts text at the caret by its letters alone. */
export const PASTE_TEXT_COMMAND: LexicalCommand<string> = createCommand('PASTE_TEXT');

/** Puts whole blocks behind the one the caret is in, or at the end. */
export const INSERT_BLOCKS_COMMAND: LexicalCommand<readonly BlockNode[]> = createCommand('INSERT_BLOCKS');

/** From here on a clipboard is converted in a worker: the page goes on meanwhile. */
const CONVERTED_AT_ONCE = 200_000;
/** More characters than any story has, pictures included; more is a file, and read as one. */
const LARGEST_CLIPBOARD = 30_000_000;
/** As much copy as the composer stays quick with. */
const MOST_LETTERS = 1_500_000;

function lettersOf(blocks: readonly BlockNode[]): number {
  return blocks.reduce((sum, block) => sum + blockText(block).length, 0);
}

/** Puts what was converted at the caret, and begins to store its pictures. */
function $insertConverted(
  { blocks, pictures, unreachable }: ConvertedClipboard,
  selection: BaseSelection,
): void {
  const { services, fetch, transfers } = getExtensionDependencyFromEditor(
    $getEditor(),
    ImageExtension,
  ).output;
  if (unreachable > 0) showToast(services.say('paste.unreachable', { count: unreachable }));
  const waiting = blocks.map((block) => (block.type === 'image' ? pictures.get(block.mediaId) : undefined));
  const shown = blocks.map((block, index) =>
    block.type === 'image' && waiting[index] !== undefined ? { ...block, mediaId: '' } : block,
  );
  for (const [index, node] of $insertPastedBlocks(shown, selection).entries()) {
    if (!$isImageNode(node)) continue;
    const picture = waiting[index];
    const key = node.getKey();
    if (picture === undefined) {
      queueMicrotask(() => fetch(key));
      continue;
    }
    const { mimeType, bytes } = picture;
    const name = `gambar.${mimeType.replace(/^image\//, '')}`;
    const file = new File([bytes], name, { type: mimeType });
    transfers.start(key, { name, take: () => services.addPicture(file) });
  }
}

interface Pastes {
  /** Converts a clipboard and puts it at the caret, large ones a moment later. Call it in an update. */
  $paste(clipboard: Clipboard, selection: BaseSelection): boolean;
  register(): () => void;
}

function createPastes(editor: LexicalEditor): Pastes {
  /** Counts the articles shown: what is converted for one never lands in another. */
  let shown = 0;
  const images = () => getExtensionDependencyFromEditor(editor, ImageExtension).output;

  function refuse(): void {
    showToast(images().services.say('paste.tooLarge'), { tone: 'problem' });
  }

  async function pasteLater(clipboard: Clipboard): Promise<void> {
    const meantFor = shown;
    try {
      const converted = await convertInWorker(clipboard);
      if (meantFor !== shown || !editor.isEditable()) return;
      if (lettersOf(converted.blocks) > MOST_LETTERS) return refuse();
      editor.update(
        () => {
          const selection = $getSelection();
          if (selection !== null) $insertConverted(converted, selection);
        },
        { tag: PASTE_TAG },
      );
    } catch {
      showToast(images().services.say('paste.failed'), { tone: 'problem' });
    }
  }

  return {
    $paste(clipboard, selection) {
      const size = clipboard.kind === 'html' ? clipboard.html.length : clipboard.text.length;
      if (size > LARGEST_CLIPBOARD) {
        refuse();
        return true;
      }
      if (size > CONVERTED_AT_ONCE) {
        void pasteLater(clipboard);
        return true;
      }
      const converted = convertClipboard(clipboard);
      if (converted.blocks.length === 0) return false;
      $insertConverted(converted, selection);
      return true;
    },
    register: () =>
      editor.registerUpdateListener(({ tags }) => {
        if (tags.has(SHOWN_TAG)) shown += 1;
      }),
  };
}

function $pasteLiterally(words: string, selection: BaseSelection): boolean {
  $insertPastedBlocks(literalTextToDocument(words).root.children, selection);
  return true;
}

function pastesOf(editor: LexicalEditor): Pastes & { literal: boolean } {
  return getExtensionDependencyFromEditor(editor, PasteExtension).output;
}

export const PasteExtension = defineExtension({
  name: 'redaksi/paste',
  dependencies: [
    KeysExtension,
    ImageExtension,
    configExtension(ClipboardImportExtension, {
      $importMimeType: {
        'application/x-lexical-editor': [
          (data, selection) => {
            const nodes = readOwnNodes(data);
            return nodes !== null && $insertPastedNodes($generateNodesFromSerializedNodes(nodes), selection);
          },
        ],
        'text/html': [
          (html, selection, _next, transfer) => {
            const rtf = transfer.getData('text/rtf');
            return pastesOf($getEditor()).$paste({ kind: 'html', html, rtf }, selection);
          },
        ],
        'text/plain': [
          (text, selection) => {
            const pastes = pastesOf($getEditor());
            return pastes.literal
              ? $pasteLiterally(text, selection)
              : pastes.$paste({ kind: 'text', text }, selection);
          },
        ],
      },
    }),
  ],
  /** `literal`: the paste that comes is to be of letters alone. */
  build: (editor) => ({ ...createPastes(editor), literal: false }),
  register(editor, _config, state) {
    const pastes = state.getOutput();
    return mergeRegister(
      pastes.register(),
      // Browsers give Ctrl+Shift+V the plain text; that it was these keys, only they tell.
      editor.registerCommand(
        SHORTCUT_COMMAND,
        ({ key, ctrlKey, metaKey, shiftKey }) => {
          if ((ctrlKey || metaKey) && key.toLowerCase() === 'v') pastes.literal = shiftKey;
          return false;
        },
        COMMAND_PRIORITY_HIGH,
      ),
      editor.registerCommand(
        PASTE_TEXT_COMMAND,
        (words) => {
          const selection = $getSelection();
          return editor.isEditable() && selection !== null && $pasteLiterally(words, selection);
        },
        COMMAND_PRIORITY_HIGH,
      ),
      editor.registerCommand(
        INSERT_BLOCKS_COMMAND,
        (blocks) => {
          if (!editor.isEditable()) return false;
          const nodes = $generateNodesFromSerializedNodes([...blocks]);
          if (!editor.dispatchCommand(SUGGEST_NODES_COMMAND, nodes)) $insertBlocksAtCaret(nodes);
          return true;
        },
        COMMAND_PRIORITY_HIGH,
      ),
    );
  },
});
