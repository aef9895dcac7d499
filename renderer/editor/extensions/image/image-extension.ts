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

function createActions(editor: LexicalEditor, services: EditorServices): ImageActions {
  function apply(key: NodeKey, picture: StoredPicture): void {
    editor.update(
      () => {
        const node = $imageByKey(key);
        if (node === null) return;
        const { caption, credit } = node.getDetails();
        node.setDetails({
          mediaId: picture.mediaId,
          width: picture.width,
          height: picture.height,
          caption: caption === '' ? picture.caption : caption,
          credit: credit === '' ? picture.credit : credit,
        });
      },
      { tag: HISTORY_MERGE_TAG },
    );
  }
  const transfers = createPictureTransfers((error) => services.explain(error), apply);
  return {
    services,
    transfers,
    restore(key) {
      const transfer = transfers.get(key);
      if (transfer?.kind === 'done') apply(key, transfer.picture);
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
  dependencies: [ServicesExtension],
  nodes: () => [ImageNode],
  build: (editor, _config, state) => createActions(editor, state.getDependency(ServicesExtension).output),
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
