import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { useExtensionDependency } from '@lexical/react/useExtensionComponent';
import { useLexicalNodeSelection } from '@lexical/react/useLexicalNodeSelection';
import { $createParagraphNode, $getNodeByKey, $isElementNode, $isParagraphNode, type NodeKey } from 'lexical';
import type { BlockNode } from '../../../../shared/document/vocabulary.ts';
import type { EditorServices } from '../../services.ts';
import { ServicesExtension } from '../services/services-extension.ts';
import { CardNode, type DetailsOf } from './card-node.ts';

export interface Card<Block extends BlockNode> {
  services: EditorServices;
  selected: boolean;
  select(): void;
  write(details: Partial<DetailsOf<Block>>): void;
  /** From a control inside back to the copy beside the card. */
  leave(): void;
  /** From a control inside into the paragraph behind it, which is made where there is none. */
  goOn(): void;
  /** Takes the card out of the copy and goes on behind it. */
  remove(): void;
}

/** What the card on screen can do with the node behind it. */
export function useCard<Block extends BlockNode>(key: NodeKey): Card<Block> {
  const [editor] = useLexicalComposerContext();
  const services = useExtensionDependency(ServicesExtension).output;
  const [selected, setSelected, clearSelection] = useLexicalNodeSelection(key);
  function backToCopy($select: () => void): void {
    // While a control has the focus, Lexical leaves the selection where it is.
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    editor.update($select, { discrete: true });
    editor.focus();
  }
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
    leave: () =>
      backToCopy(() => {
        const node = $getNodeByKey(key);
        const next = node?.getNextSibling();
        const previous = node?.getPreviousSibling();
        if ($isElementNode(next)) next.selectStart();
        else if ($isElementNode(previous)) previous.selectEnd();
        else node?.selectNext();
      }),
    goOn: () =>
      backToCopy(() => {
        const node = $getNodeByKey(key);
        const next = node?.getNextSibling() ?? null;
        if ($isParagraphNode(next)) next.selectStart();
        else if (editor.isEditable()) node?.insertAfter($createParagraphNode()).selectStart();
      }),
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
