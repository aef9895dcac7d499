/** How blocks that hold words alone, as a paragraph does, are left: by Enter behind them, by Backspace at their start. */
import { $createParagraphNode, type ElementNode, type ParagraphNode } from 'lexical';

export function $paragraphAfter(block: ElementNode, restoreSelection?: boolean): ParagraphNode {
  const paragraph = $createParagraphNode();
  block.insertAfter(paragraph, restoreSelection);
  return paragraph;
}

/** The words stay, as a paragraph in the block's place. */
export function $becomeParagraph(block: ElementNode): true {
  block.replace($createParagraphNode().append(...block.getChildren()));
  return true;
}
