import {
  $generateNodesFromSerializedNodes,
  $insertGeneratedNodes,
  ClipboardImportExtension,
} from '@lexical/clipboard';
import { $isListNode } from '@lexical/list';
import {
  $createParagraphNode,
  $getEditor,
  $isElementNode,
  $isParagraphNode,
  $isRangeSelection,
  $isRootNode,
  configExtension,
  defineExtension,
  type BaseSelection,
  type ElementNode,
  type LexicalNode,
} from 'lexical';
import { link, paragraph, text } from '../../../../shared/document/build.ts';
import { documentSchema, type BlockNode, type InlineNode } from '../../../../shared/document/vocabulary.ts';
import { blocksFromHtml } from './html-to-blocks.ts';
import { blocksFromText } from './text-to-blocks.ts';

const INLINE = new Set(['text', 'linebreak', 'tab', 'link']);

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

function $insertNodes(nodes: LexicalNode[], selection: BaseSelection): boolean {
  const first = nodes[0];
  if (first === undefined) return false;
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

function $insertBlocks(pasted: readonly BlockNode[], selection: BaseSelection): boolean {
  const blocks = $asMeant(pasted, selection);
  const [only] = blocks;
  // One paragraph is a piece of a sentence: it joins the one the caret is in, whatever that is.
  const nodes = blocks.length === 1 && only?.type === 'paragraph' ? only.children : blocks;
  return $insertNodes($generateNodesFromSerializedNodes([...nodes]), selection);
}

/** Copy from this editor or another window of it: taken as it is, but only if it is what the vocabulary allows. */
function readOwnNodes(data: string): (BlockNode | InlineNode)[] | null {
  try {
    const payload: unknown = JSON.parse(data);
    if (typeof payload !== 'object' || payload === null || !('nodes' in payload)) return null;
    const { nodes } = payload;
    if (!Array.isArray(nodes)) return null;
    const isInline = nodes.every((node: { type?: string }) => INLINE.has(node?.type ?? ''));
    const children = isInline ? [{ type: 'paragraph', children: nodes }] : nodes;
    const { root } = documentSchema.parse({ root: { type: 'root', children } });
    const [first] = root.children;
    return isInline && first?.type === 'paragraph' ? first.children : root.children;
  } catch {
    return null;
  }
}

/** The security policy of the page refuses style attributes, in parsed documents too; we only read them. */
function setStylesAside(html: string): string {
  return html.replaceAll(/<[a-z][^>]*>/gi, (tag) => tag.replaceAll(/\sstyle\s*=/gi, ' data-style='));
}

/** Paste and drop, limited to the vocabulary at the door. */
export const PasteExtension = defineExtension({
  name: 'redaksi/paste',
  dependencies: [
    configExtension(ClipboardImportExtension, {
      $importMimeType: {
        'application/x-lexical-editor': [
          (data, selection) => {
            const nodes = readOwnNodes(data);
            return nodes !== null && $insertNodes($generateNodesFromSerializedNodes(nodes), selection);
          },
        ],
        'text/html': [
          (data, selection) => {
            const page = new DOMParser().parseFromString(setStylesAside(data), 'text/html');
            return $insertBlocks(blocksFromHtml(page.body), selection);
          },
        ],
        'text/plain': [(data, selection) => $insertBlocks(blocksFromText(data), selection)],
      },
    }),
  ],
});
