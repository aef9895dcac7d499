/** Blocks of the copy that something is drawn beside, below or over: those on screen, drawn anew where they are others. */
import { HISTORIC_TAG, type LexicalEditor, type NodeKey, type UpdateListenerPayload } from 'lexical';
import { createRestTimer } from '../../../rest-timer.ts';
import { hasOtherBlocks } from '../../root-block.ts';
import { SHOWN_TAG } from '../copy/copy-extension.ts';
import type { BlockLayer } from './block-layer.ts';
import { followView } from './follow-view.ts';
import { movedFromOnPage, type PagePoint } from './moved-from.ts';
import { nearScreen } from './near-screen.ts';

const WRITING_REST_MS = 250;

export interface DrawnBlocks<Source> {
  /** What is drawn in the whole copy, block by block, in its order. */
  show(blocks: readonly Source[]): void;
  register(): () => void;
}

interface DrawnBlocksOptions<Source, Item> {
  layer: BlockLayer<Item>;
  /** How much is drawn of a block; beyond `most` of it at once nothing more is drawn. */
  sizeOf: (source: Source) => number;
  most: number;
  /** Whether what is drawn may stay. */
  isSame: (one: Source, other: Source) => boolean;
  $itemsOf: (source: Source) => readonly Item[];
  /**
   * What the words in hand push along is taken away until one rests: to move it with every key would cost as much as the key
   * itself. Tells whether that cannot be so of an item, since it ends before what was written. Null: all stays where it is
   * until it is shown anew.
   */
  endsBefore: ((item: Item, point: PagePoint) => boolean) | null;
}

export function createDrawnBlocks<Source extends { block: NodeKey }, Item>(
  editor: LexicalEditor,
  { layer, sizeOf, most, isSame, $itemsOf, endsBefore }: DrawnBlocksOptions<Source, Item>,
): DrawnBlocks<Source> {
  let shown: readonly Source[] = [];
  const drawn = new Map<NodeKey, Source>();
  /** Blocks of which something was taken away. */
  const left = new Set<NodeKey>();
  const resting = createRestTimer(drawLeft, { restMs: WRITING_REST_MS });
  let placing: number | null = null;

  function erase(block: NodeKey): void {
    layer.erase(block);
    drawn.delete(block);
    left.delete(block);
  }

  function drawLeft(): void {
    for (const block of left) erase(block);
    redraw();
  }

  /** `from`: only what does not end before it may have moved. */
  function leaveMoved(blocks: Iterable<NodeKey>, from: PagePoint | null): void {
    const mayMove = (item: Item): boolean => from === null || endsBefore?.(item, from) !== true;
    for (const block of layer.dropMoved(blocks, mayMove)) left.add(block);
    if (left.size > 0) resting.stir();
  }

  function redraw(): void {
    const near = shown.length === 0 ? [] : nearScreen(editor, shown, sizeOf, most);
    const wanted = new Map(near.map((source) => [source.block, source]));
    for (const [block, source] of drawn) {
      const next = wanted.get(block);
      if (next === undefined || !isSame(source, next)) erase(block);
    }
    const fresh = new Map<NodeKey, readonly Item[]>();
    // Of what is on screen: nothing that is pending is committed for it.
    editor.getEditorState().read(
      () => {
        for (const [block, source] of wanted) {
          if (drawn.has(block)) continue;
          drawn.set(block, source);
          fresh.set(block, $itemsOf(source));
        }
      },
      { editor },
    );
    layer.draw(fresh);
  }

  function placeSoon(): void {
    placing ??= requestAnimationFrame(() => {
      placing = null;
      layer.place();
    });
  }

  /** Constant work per changed block. */
  function noticeUpdate(update: UpdateListenerPayload): void {
    if (drawn.size === 0) return;
    const { dirtyElements, tags } = update;
    if (endsBefore !== null) {
      // Where whole states were swapped, which blocks differ is not told.
      const isSwapped = tags.has(HISTORIC_TAG) || tags.has(SHOWN_TAG);
      if (isSwapped) leaveMoved(drawn.keys(), null);
      else leaveMoved(dirtyElements.keys(), movedFromOnPage(editor, update));
    }
    if (hasOtherBlocks(update)) placeSoon();
  }

  /** Where the copy is wider or narrower its words flow anew; where it is longer, what follows stands lower. */
  function followSize(isOtherWidth: boolean): void {
    if (isOtherWidth) for (const block of [...drawn.keys()]) erase(block);
    if (drawn.size === 0) redraw();
    else layer.place();
  }

  /** A table was scrolled sideways. */
  function followScroll(scrolled: Element): void {
    leaveMoved(
      [...drawn.keys()].filter((block) => editor.getElementByKey(block)?.contains(scrolled)),
      null,
    );
  }

  return {
    show(next) {
      shown = next;
      redraw();
    },
    register() {
      const endView = followView(editor, {
        onUpdate: noticeUpdate,
        onSize: followSize,
        onScrollWithin: followScroll,
        isShowing: () => shown.length > 0,
        onRest: redraw,
      });
      return () => {
        endView();
        resting.cancel();
        for (const block of [...drawn.keys()]) erase(block);
      };
    },
  };
}
