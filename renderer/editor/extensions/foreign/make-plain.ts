import { $generateNodesFromSerializedNodes } from '@lexical/clipboard';
import { $getNodeByKey, HISTORY_PUSH_TAG, UNDO_COMMAND, type LexicalEditor, type NodeKey } from 'lexical';
import type { ForeignNode } from '../../../../shared/document/vocabulary.ts';
import { showToast } from '../../../ui/toast.ts';
import type { DetailsOf } from '../cards/card-node.ts';
import type { EditorServices } from '../../services.ts';

/** Puts the nearest of our own blocks in the place of a foreign one: one step to undo, and said what is lost. */
export async function makePlain(
  editor: LexicalEditor,
  key: NodeKey,
  { origin, raw }: DetailsOf<ForeignNode>,
  { makePlain: convert, say, explain }: EditorServices,
): Promise<void> {
  try {
    const { blocks, lost } = await convert(origin, raw);
    if (blocks.length === 0) {
      showToast(say('editor.foreign.plain.nothing'), { tone: 'problem' });
      return;
    }
    editor.update(
      () => {
        const foreign = $getNodeByKey(key);
        if (foreign === null) return;
        const nodes = $generateNodesFromSerializedNodes(blocks);
        for (const node of nodes) foreign.insertBefore(node);
        nodes.at(-1)?.selectEnd();
        foreign.remove();
      },
      { tag: HISTORY_PUSH_TAG },
    );
    editor.focus();
    showToast(
      lost.length === 0
        ? say('editor.foreign.plain.done')
        : say('editor.foreign.plain.lost', { lost: lost.join(', ') }),
      {
        action: {
          label: say('ui.undo'),
          run: () => editor.dispatchCommand(UNDO_COMMAND, undefined),
        },
      },
    );
  } catch (error) {
    showToast(explain(error), { tone: 'problem' });
  }
}
