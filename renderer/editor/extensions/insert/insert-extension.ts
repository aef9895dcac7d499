import { $createHorizontalRuleNode } from '@lexical/extension';
import { $isTableNode, $createTableNodeWithDimensions } from '@lexical/table';
import {
  $isDecoratorNode,
  $isElementNode,
  $onUpdate,
  COMMAND_PRIORITY_LOW,
  createCommand,
  defineExtension,
  type LexicalCommand,
  type LexicalNode,
} from 'lexical';
import { $insertBlocksAtCaret } from '../../insert-block.ts';
import { FreshCardsExtension } from '../cards/fresh-cards-extension.ts';
import { $createEmbedNode } from '../embed/embed-node.tsx';
import { $createFactBoxNode } from '../fact-box/fact-box-node.ts';
import { $createGalleryNode } from '../gallery/gallery-node.tsx';
import { $createReadMoreNode } from '../read-more/read-more-node.tsx';
import { $createRelatedStoryNode } from '../related-story/related-story-node.tsx';
import { $createSourceNoteNode } from '../source-note/source-note-node.ts';

/** Blocks that are put after the block the caret is in. */
export type InsertableBlock =
  'gallery' | 'table' | 'embed' | 'factbox' | 'relatedstory' | 'sourcenote' | 'readmore' | 'horizontalrule';

export const INSERT_BLOCK_COMMAND: LexicalCommand<InsertableBlock> = createCommand('INSERT_BLOCK');

function $create(kind: InsertableBlock): LexicalNode {
  switch (kind) {
    case 'gallery':
      return $createGalleryNode();
    case 'table':
      return $createTableNodeWithDimensions(3, 3, { rows: true, columns: false });
    case 'embed':
      return $createEmbedNode();
    case 'factbox':
      return $createFactBoxNode();
    case 'relatedstory':
      return $createRelatedStoryNode();
    case 'sourcenote':
      return $createSourceNoteNode();
    case 'readmore':
      return $createReadMoreNode();
    case 'horizontalrule':
      return $createHorizontalRuleNode();
  }
}

export const InsertExtension = defineExtension({
  name: 'redaksi/insert',
  dependencies: [FreshCardsExtension],
  register(editor, _config, state) {
    const fresh = state.getDependency(FreshCardsExtension).output;

    /** Goes on where the new block is filled in: in its first field (not in a table's last), else in its copy, else behind it. */
    function $goOnIn(node: LexicalNode): void {
      if ($isDecoratorNode(node)) {
        fresh.keys.add(node.getKey());
        node.selectNext();
      } else if ($isElementNode(node)) {
        node.selectStart();
        if ($isTableNode(node)) return;
        const key = node.getKey();
        $onUpdate(() => editor.getElementByKey(key)?.querySelector('input')?.focus());
      }
    }

    return editor.registerCommand(
      INSERT_BLOCK_COMMAND,
      (kind) => {
        const node = $create(kind);
        $insertBlocksAtCaret([node]);
        $goOnIn(node);
        return true;
      },
      COMMAND_PRIORITY_LOW,
    );
  },
});
