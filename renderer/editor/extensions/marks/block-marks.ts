/**
 * Marks on words of the copy that are no part of it. Those of the block one types in are ranges in the browser's highlight
 * registry, which move with the words; all others are shapes in a layer, since the browser draws every range anew with every
 * key. Only what is on screen is marked.
 */
import { HISTORIC_TAG, type LexicalEditor, type NodeKey, type UpdateListenerPayload } from 'lexical';
import type { BlockNode } from '../../../../shared/document/vocabulary.ts';
import { hasOtherBlocks } from '../../root-block.ts';
import { SHOWN_TAG } from '../copy/copy-extension.ts';
import { followView } from './follow-view.ts';
import { highlightOf } from './highlights.ts';
import { nearScreen } from './near-screen.ts';
import { $rangeOf, type CopyPlace } from './places.ts';
import { createRangeLayer, type MarkedRange, type RangeShape } from './range-shapes.ts';
import './block-marks.css';

export interface MarkedBlock<Mark extends CopyPlace> {
  block: NodeKey;
  /** The block as it was when its marks were told: marks of another state of it are drawn anew. */
  json: BlockNode;
  marks: readonly Mark[];
}

export interface BlockMarks<Mark extends CopyPlace> {
  /** The marks of the whole copy, block by block, in its order. Marks of properties are left to the fields that show them. */
  show(blocks: readonly MarkedBlock<Mark>[]): void;
  register(): () => void;
}

interface BlockMarksOptions<Mark extends CopyPlace> {
  /** Names the layer beside the copy: `data-marks="LAYER"`. */
  layer: string;
  shape: RangeShape;
  /** What `::highlight(redaksi-LOOK)` and `[data-mark='LOOK']` draw. */
  lookOf: (mark: Mark) => string;
  /** More marks than these at once are not drawn. */
  most: number;
  /** Words whose shape in the layer would not be seen: they stay ranges. */
  isHidden?: (range: Range) => boolean;
}

interface Drawn<Mark extends CopyPlace> {
  source: MarkedBlock<Mark>;
  ranges: readonly MarkedRange[];
  /** Those that are shapes in the layer until the block moves. */
  still: readonly MarkedRange[];
  moving: boolean;
}

export function createBlockMarks<Mark extends CopyPlace>(
  editor: LexicalEditor,
  { layer: name, shape, lookOf, most, isHidden = () => false }: BlockMarksOptions<Mark>,
): BlockMarks<Mark> {
  let shown: readonly MarkedBlock<Mark>[] = [];
  const drawn = new Map<NodeKey, Drawn<Mark>>();
  const layer = createRangeLayer(editor, `data-marks="${name}"`, shape);
  /** What the last change touched: the block one types in is among it. */
  let touched: ReadonlyMap<NodeKey, boolean> = new Map();
  let placing: number | null = null;

  function addToRegistry(ranges: Iterable<MarkedRange>): void {
    for (const { look, range } of ranges) highlightOf(look).add(range);
  }

  function erase(block: NodeKey): void {
    for (const { look, range } of drawn.get(block)?.ranges ?? []) highlightOf(look).delete(range);
    layer.erase(block);
    drawn.delete(block);
  }

  /** Its words are about to move about: from now on its marks go with them. */
  function letMove(block: NodeKey): void {
    const marks = drawn.get(block);
    if (marks === undefined || marks.moving) return;
    layer.erase(block);
    addToRegistry(marks.still);
    marks.moving = true;
  }

  function isSame(one: MarkedBlock<Mark>, other: MarkedBlock<Mark>): boolean {
    if (one.json !== other.json) return false;
    return (
      one.marks === other.marks ||
      (one.marks.length === other.marks.length &&
        one.marks.every((mark, at) => isSameMark(mark, other.marks[at])))
    );
  }

  function isSameMark(one: Mark, other: Mark | undefined): boolean {
    return (
      other !== undefined &&
      one.start === other.start &&
      one.end === other.end &&
      one.property === other.property &&
      lookOf(one) === lookOf(other) &&
      one.path.join() === other.path.join()
    );
  }

  function $rangesOf({ marks }: MarkedBlock<Mark>): MarkedRange[] {
    return marks.slice(0, most).flatMap((mark) => {
      const range = mark.property === null ? $rangeOf(editor, mark) : null;
      return range === null ? [] : [{ look: lookOf(mark), range }];
    });
  }

  function redraw(): void {
    const near = shown.length === 0 ? [] : nearScreen(editor, shown, ({ marks }) => marks.length, most);
    const wanted = new Map(near.map((source) => [source.block, source]));
    for (const [block, { source, moving }] of drawn) {
      const next = wanted.get(block);
      if (next === undefined || !isSame(source, next) || moving !== touched.has(block)) erase(block);
    }
    const fresh = new Map<NodeKey, readonly MarkedRange[]>();
    // Of what is on screen: nothing that is pending is committed for it.
    editor.getEditorState().read(
      () => {
        for (const [block, source] of wanted) {
          if (drawn.has(block)) continue;
          const ranges = $rangesOf(source);
          const hidden = new Set(ranges.filter(({ range }) => isHidden(range)));
          const still = ranges.filter((marked) => !hidden.has(marked));
          drawn.set(block, { source, ranges, still, moving: false });
          addToRegistry(hidden);
          if (touched.has(block)) letMove(block);
          else fresh.set(block, still);
        }
      },
      { editor },
    );
    layer.draw(fresh);
  }

  /** Constant work per changed block. */
  function noticeUpdate(update: UpdateListenerPayload): void {
    const { dirtyElements, tags } = update;
    if (dirtyElements.size > 0) touched = dirtyElements;
    if (drawn.size === 0) return;
    // Whole states were swapped: which blocks differ is not told.
    if (tags.has(HISTORIC_TAG) || tags.has(SHOWN_TAG)) for (const block of drawn.keys()) letMove(block);
    for (const block of dirtyElements.keys()) letMove(block);
    if (hasOtherBlocks(update)) placeSoon();
  }

  function placeSoon(): void {
    placing ??= requestAnimationFrame(() => {
      placing = null;
      layer.place();
    });
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
