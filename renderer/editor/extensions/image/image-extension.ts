import { DRAG_DROP_PASTE } from '@lexical/rich-text';
import {
  $getNodeByKey,
  COMMAND_PRIORITY_LOW,
  createCommand,
  defineExtension,
  HISTORY_MERGE_TAG,
  mergeRegister,
  type LexicalCommand,
  type LexicalEditor,
  type NodeKey,
} from 'lexical';
import { $insertBlocksAtCaret } from '../../insert-block.ts';
import type { EditorServices, StoredPicture } from '../../services.ts';
import type { Arrivals, BlockChange } from '../copy/arrivals.ts';
import { CopyExtension } from '../copy/copy-extension.ts';
import { SUGGEST_NODES_COMMAND } from '../review/suggest-commands.ts';
import { ServicesExtension } from '../services/services-extension.ts';
import type { ImageActions } from './image-actions.ts';
import { $createImageNode, $isImageNode, ImageNode } from './image-node.tsx';
import { createPictureTransfers } from './picture-transfers.ts';

/** Puts pictures from files after the block the caret is in and stores them. */
export const INSERT_PICTURES_COMMAND: LexicalCommand<readonly File[]> = createCommand('INSERT_PICTURES');

function $imageByKey(key: NodeKey): ImageNode | null {
  const node = $getNodeByKey(key);
  return $isImageNode(node) ? node : null;
}

/** The block with its picture; what the file says of itself fills what is empty. */
function withPicture(picture: StoredPicture): BlockChange {
  return (block) => {
    if (block.type !== 'image') return block;
    const { mediaId, width, height } = picture;
    const caption = block.caption === '' ? picture.caption : block.caption;
    const credit = block.credit === '' ? picture.credit : block.credit;
    return { ...block, mediaId, width, height, caption, credit };
  };
}

function createActions(editor: LexicalEditor, services: EditorServices, copy: Arrivals): ImageActions {
  const expect = (key: NodeKey) => copy.expect(key, HISTORY_MERGE_TAG);
  const transfers = createPictureTransfers(
    (error) => services.explain(error),
    (key) => {
      const arrive = expect(key);
      return (picture) => arrive(picture === null ? null : withPicture(picture));
    },
  );
  return {
    services,
    transfers,
    restore(key) {
      const transfer = transfers.get(key);
      if (transfer?.kind === 'done') expect(key)(withPicture(transfer.picture));
    },
    fetch(key) {
      const sourceUrl = editor.read(() => $imageByKey(key)?.getDetails().sourceUrl ?? '');
      if (sourceUrl === '') return;
      transfers.start(key, { name: sourceUrl, take: () => services.fetchPicture(sourceUrl) });
    },
    write(key, field, value) {
      editor.update(() => {
        $imageByKey(key)?.setDetails({ [field]: value });
      });
    },
    frame(key, framing) {
      editor.update(() => {
        $imageByKey(key)?.setDetails(framing);
      });
    },
    remove(key) {
      editor.update(() => {
        const node = $imageByKey(key);
        node?.selectNext();
        node?.remove();
      });
      editor.focus();
    },
  };
}

export const ImageExtension = defineExtension({
  name: 'redaksi/image',
  dependencies: [ServicesExtension, CopyExtension],
  nodes: () => [ImageNode],
  build: (editor, _config, state) =>
    createActions(
      editor,
      state.getDependency(ServicesExtension).output,
      state.getDependency(CopyExtension).output,
    ),
  register(editor, _config, state) {
    const { services, transfers } = state.getOutput();

    function $takeIn(files: readonly File[]): boolean {
      const pictures = files.filter((file) => file.type === '' || file.type.startsWith('image/'));
      const nodes = pictures.map(() => $createImageNode());
      if (nodes.length > 0 && !editor.dispatchCommand(SUGGEST_NODES_COMMAND, nodes))
        $insertBlocksAtCaret(nodes);
      for (const [index, node] of nodes.entries()) {
        const file = pictures[index];
        if (file === undefined) continue;
        transfers.start(node.getKey(), { name: file.name, take: () => services.addPicture(file) });
      }
      return pictures.length > 0;
    }

    return mergeRegister(
      editor.registerCommand(INSERT_PICTURES_COMMAND, $takeIn, COMMAND_PRIORITY_LOW),
      editor.registerCommand(DRAG_DROP_PASTE, $takeIn, COMMAND_PRIORITY_LOW),
    );
  },
});
