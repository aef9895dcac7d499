/**
 * The document as JSON and its number of words without walking the copy: what was exported of a top-level block is kept
 * until something in that block changes.
 */
import {
  $exportNodeJSON,
  $getRoot,
  $isElementNode,
  HISTORIC_TAG,
  type LexicalEditor,
  type LexicalNode,
  type NodeKey,
  type SerializedLexicalNode,
  type UpdateListenerPayload,
} from 'lexical';
import {
  VOCABULARY_VERSION,
  type ArticleDocument,
  type BlockNode,
  type Picture,
} from '../../../../shared/document/vocabulary.ts';
import { blockText, countWords } from '../../../../shared/document/walk.ts';

interface CachedBlock {
  json: BlockNode;
  words: number | null;
}

export interface KeyedBlock {
  key: NodeKey;
  json: BlockNode;
}

export interface BlockCache {
  /** Forgets what an update has touched. Constant work per touched node. */
  noticeUpdate(update: Pick<UpdateListenerPayload, 'dirtyElements' | 'dirtyLeaves' | 'tags'>): void;
  /** Forgets everything (another article). */
  clear(): void;
  document(): ArticleDocument;
  wordCount(): number;
  /** Every top-level block with its key. The JSON of one that was not touched stays the same value. */
  blocks(): KeyedBlock[];
}

function hasArrived({ mediaId, sourceUrl }: Pick<Picture, 'mediaId' | 'sourceUrl'>): boolean {
  return mediaId !== '' || sourceUrl !== '';
}

/** What is not finished (pictures on their way into the store, cards without an address) is no part of the document yet. */
function storable(block: BlockNode): BlockNode[] {
  // A card that still asks for its address.
  if (block.type === 'embed') return block.url === '' ? [] : [block];
  if (block.type === 'image') return hasArrived(block) ? [block] : [];
  if (block.type !== 'gallery' || block.pictures.every(hasArrived)) return [block];
  return [{ ...block, pictures: block.pictures.filter(hasArrived) }];
}

/** The blocks of the document that these are in the editor. */
export function storableBlocks(blocks: readonly KeyedBlock[]): BlockNode[] {
  return blocks.flatMap(({ json }) => storable(json));
}

function $exportTree(node: LexicalNode): SerializedLexicalNode {
  const json = $exportNodeJSON(node) as SerializedLexicalNode & { children?: SerializedLexicalNode[] };
  for (const [name, value] of Object.entries(json)) {
    const isParagraphs = name === 'textFormat' || name === 'textStyle';
    if (value === undefined || (isParagraphs && json.type !== 'paragraph')) {
      delete json[name as keyof typeof json];
    }
  }
  if ($isElementNode(node)) json.children = node.getChildren().map($exportTree);
  return json;
}

/** What the editor holds of a top-level block is a block of the vocabulary: the extensions allow nothing else. */
function $exportBlock(node: LexicalNode): BlockNode {
  return $exportTree(node) as unknown as BlockNode;
}

export function createBlockCache(editor: LexicalEditor): BlockCache {
  const blocks = new Map<NodeKey, CachedBlock>();
  let order: NodeKey[] = [];
  let upToDate = false;

  /** Exports what is missing and drops blocks that are gone. */
  function refresh(): void {
    // Reading commits what is still pending, and that may touch blocks.
    editor.read(() => {});
    if (upToDate) return;
    editor.getEditorState().read(
      () => {
        order = [];
        for (let node = $getRoot().getFirstChild(); node !== null; node = node.getNextSibling()) {
          const key = node.getKey();
          order.push(key);
          if (!blocks.has(key)) blocks.set(key, { json: $exportBlock(node), words: null });
        }
      },
      { editor },
    );
    if (blocks.size > order.length) {
      const present = new Set(order);
      for (const key of blocks.keys()) if (!present.has(key)) blocks.delete(key);
    }
    upToDate = true;
  }

  function current(): CachedBlock[] {
    refresh();
    return order.flatMap((key) => blocks.get(key) ?? []);
  }

  return {
    noticeUpdate({ dirtyElements, dirtyLeaves, tags }) {
      if (dirtyElements.size === 0 && dirtyLeaves.size === 0) return;
      upToDate = false;
      // Undo swaps whole states: which blocks differ is not told.
      if (tags.has(HISTORIC_TAG)) blocks.clear();
      for (const key of dirtyElements.keys()) blocks.delete(key);
      for (const key of dirtyLeaves) blocks.delete(key);
    },
    clear() {
      blocks.clear();
      upToDate = false;
    },
    document() {
      const children = current().flatMap(({ json }) => storable(json));
      const { direction, format, indent } = editor.read(() => $getRoot().exportJSON());
      const root = { type: 'root', direction, format, indent, version: 1 } as const;
      return { vocabulary: VOCABULARY_VERSION, root: { ...root, children }, notes: [] };
    },
    blocks() {
      refresh();
      return order.flatMap((key) => {
        const json = blocks.get(key)?.json;
        return json === undefined ? [] : [{ key, json }];
      });
    },
    wordCount() {
      let total = 0;
      for (const block of current()) total += block.words ??= countWords(blockText(block.json));
      return total;
    },
  };
}
