import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { useExtensionDependency } from '@lexical/react/useExtensionComponent';
import { useLexicalNodeSelection } from '@lexical/react/useLexicalNodeSelection';
import { $getNodeByKey, type NodeKey } from 'lexical';
import type { BlockNode } from '../../../../shared/document/vocabulary.ts';
import type { EditorServices } from '../../services.ts';
import { ServicesExtension } from '../services/services-extension.ts';
import { CardNode, type DetailsOf } from './card-node.ts';

export interface Card<Block extends BlockNode> {
  services: EditorServices;
  selected: boolean;
  select(): void;
  write(details: Partial<DetailsOf<Block>>): void;
  /** Takes the card out of the copy and goes on behind it. */
  remove(): void;
}

/** What the card on screen can do with the node behind it. */
export function useCard<Block extends BlockNode>(key: NodeKey): Card<Block> {
  const [editor] = useLexicalComposerContext();
  const services = useExtensionDependency(ServicesExtension).output;
  const [selected, setSelected, clearSelection] = useLexicalNodeSelection(key);
  return {
    services,
    selected,
    select() {
      clearSelection();
      setSelected(true);
    },
    write(details) {
      if (!editor.isEditable()) return;
      editor.update(() => {
        const node = $getNodeByKey(key);
        if (node instanceof CardNode) node.setDetails(details);
      });
    },
    remove() {
      if (!editor.isEditable()) return;
      editor.update(() => {
        const node = $getNodeByKey(key);
        node?.selectNext();
        node?.remove();
      });
      editor.focus();
    },
  };
}
