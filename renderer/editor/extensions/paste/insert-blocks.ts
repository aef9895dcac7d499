/** Pasted blocks at the caret: whole blocks stay whole, a single paragraph joins the sentence the caret is in. */
import { SUGGEST_NODES_COMMAND } from '../review/suggest-commands.ts';
import { $generateNodesFromSerializedNodes, $insertGeneratedNodes } from '@lexical/clipboard';
import { $isListNode } from '@lexical/list';
import {
  $createParagraphNode,
  $getEditor,
  $isElementNode,
  $isParagraphNode,
  $isRangeSelection,
  $isRootNode,
  type BaseSelection,
  type ElementNode,
  type LexicalNode,
} from 'lexical';
import { link, paragraph, text } from '../../../../shared/document/build.ts';
import type { BlockNode } from '../../../../shared/document/vocabulary.ts';

/** The block the caret stands at the end of; null where it stands anywhere else. */
function $blockEndingAtCaret(selection: BaseSelection): ElementNode | null {
  if (!$isRangeSelection(selection) || !selection.isCollapsed()) return null;
  const node = selection.anchor.getNode();
  const block = node.getTopLevelElement();
  // In a table or a box, Lexical knows best.
  if (!$isElementNode(block) || $isListNode(block) || !$isRootNode(block.getParent())) return null;
  const isAtEnd =
    block.isEmpty() ||
    (block.getLastDescendant()?.is(node) === true && selection.anchor.offset === node.getTextContentSize());
  return isAtEnd ? block : null;
}

export function $insertPastedNodes(nodes: LexicalNode[], selection: BaseSelection): boolean {
  const first = nodes[0];
  if (first === undefined) return false;
  if ($getEditor().dispatchCommand(SUGGEST_NODES_COMMAND, nodes)) return true;
  const block = $blockEndingAtCaret(selection);
  const isInline = nodes.some((node) => node.isInline());
  if (block === null || isInline) {
    $insertGeneratedNodes($getEditor(), nodes, selection);
    return true;
  }
  // Whole blocks after a whole block stay what they are, instead of the first one joining the sentence before.
  let last: LexicalNode = block;
  for (const node of nodes) last = last.insertAfter(node);
  if (block.isEmpty() && $isParagraphNode(block)) block.remove();
  // Behind a card or a table there must be a line to go on in.
  if ($isElementNode(last) && !last.isShadowRoot()) {
    last.selectEnd();
  } else {
    const next = last.getNextSibling();
    ($isElementNode(next) ? next : last.insertAfter($createParagraphNode())).selectStart();
  }
  return true;
}

/** An address alone on its line is meant as what it shows; amid copy it is an address. */
function $asMeant(blocks: readonly BlockNode[], selection: BaseSelection): readonly BlockNode[] {
  const [only] = blocks;
  if (blocks.length !== 1 || only?.type !== 'embed' || only.title !== '') return blocks;
  return $blockEndingAtCaret(selection)?.isEmpty() === true
    ? blocks
    : [paragraph([link(only.url, [text(only.url)])])];
}

/** Inserts the blocks and gives the nodes they became, in their order. */
export function $insertPastedBlocks(pasted: readonly BlockNode[], selection: BaseSelection): LexicalNode[] {
  const blocks = $asMeant(pasted, selection);
  const [only] = blocks;
  const parts = blocks.length === 1 && only?.type === 'paragraph' ? only.children : blocks;
  const nodes = $generateNodesFromSerializedNodes([...parts]);
  $insertPastedNodes(nodes, selection);
  return nodes;
}
