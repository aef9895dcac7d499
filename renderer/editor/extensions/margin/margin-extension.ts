/**
 * Bars in the margin beside stretches of the copy, one look each. They are no part of it, stand in a layer, and are drawn for
 * what is on screen when somebody shows them, never with a key: while one writes they stay as they are and move with their
 * block.
 */
import { defineExtension, type LexicalEditor, type NodeKey, type UpdateListenerPayload } from 'lexical';
import type { BlockNode } from '../../../../shared/document/vocabulary.ts';
import { hasOtherBlocks } from '../../root-block.ts';
import { createBlockLayer } from '../marks/block-layer.ts';
import { followView } from '../marks/follow-view.ts';
import { nearScreen } from '../marks/near-screen.ts';
import { $rangeOf, type CopyPlace } from '../marks/places.ts';
import './margin.css';

export interface MarginBlock {
  block: NodeKey;
  /** The block as it was when its stretches were told. */
  json: BlockNode;
  stretches: readonly (CopyPlace & { look: string })[];
}

export interface CopyMargin {
  /** The bars of the whole copy, block by block, in its order. A block that is the same value as before is not drawn anew. */
  show(blocks: readonly MarginBlock[]): void;
}

interface Stretch {
  look: string;
  range: Range;
}

const MOST_DRAWN = 240;
/** Bars of neighbours do not touch, in pixels. */
const GAP = 3;

function barOf({ look, range }: Stretch, over: number): { look: string; top: number; height: number } | null {
  const boxes = [...range.getClientRects()].filter(({ width }) => width > 0);
  if (boxes.length === 0) return null;
  const top = Math.min(...boxes.map((box) => box.top));
  const bottom = Math.max(...boxes.map((box) => box.bottom));
  return { look, top: top - over + GAP / 2, height: Math.max(4, bottom - top - GAP) };
}

function createMargin(editor: LexicalEditor): CopyMargin & { register(): () => void } {
  let shown: readonly MarginBlock[] = [];
  const drawn = new Map<NodeKey, MarginBlock>();
  let placing: number | null = null;

  const layer = createBlockLayer<readonly Stretch[]>(editor, 'data-margin', (stretches, place) => {
    const bars = stretches.flatMap((stretch) => barOf(stretch, place.layer.top + place.top) ?? []);
    return () =>
      bars.map(({ look, top, height }) => {
        const bar = document.createElement('i');
        bar.dataset['look'] = look;
        bar.style.marginTop = `${top}px`;
        bar.style.height = `${height}px`;
        return bar;
      });
  });

  function erase(block: NodeKey): void {
    layer.erase(block);
    drawn.delete(block);
  }

  function redraw(): void {
    const near =
      shown.length === 0 ? [] : nearScreen(editor, shown, ({ stretches }) => stretches.length, MOST_DRAWN);
    const wanted = new Map(near.map((source) => [source.block, source]));
    for (const [block, source] of drawn) if (wanted.get(block) !== source) erase(block);
    const fresh = new Map<NodeKey, readonly Stretch[]>();
    editor.getEditorState().read(
      () => {
        for (const [block, source] of wanted) {
          if (drawn.has(block)) continue;
          drawn.set(block, source);
          fresh.set(
            block,
            source.stretches.flatMap(({ look, ...place }) => {
              const range = $rangeOf(editor, place);
              return range === null ? [] : [{ look, range }];
            }),
          );
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

  function noticeUpdate(update: UpdateListenerPayload): void {
    if (drawn.size > 0 && hasOtherBlocks(update)) placeSoon();
  }

  /** Where the copy is wider or narrower its words flow anew; where it is longer, what follows stands lower. */
  function followSize(isOtherWidth: boolean): void {
    if (isOtherWidth) for (const block of [...drawn.keys()]) erase(block);
    if (drawn.size === 0) redraw();
    else layer.place();
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
        isShowing: () => shown.length > 0,
        onRest: redraw,
      });
      return () => {
        endView();
        for (const block of [...drawn.keys()]) erase(block);
      };
    },
  };
}

export const MarginExtension = defineExtension({
  name: 'redaksi/margin',
  build: (editor) => createMargin(editor),
  register: (_editor, _config, state) => state.getOutput().register(),
});
