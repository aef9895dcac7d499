/**
 * Marks on words of the copy that are no part of it: shapes in a layer. Those of words that one pushes along as one writes
 * come back when one rests. (In the browser's own registry of highlights they would follow by themselves; as long as anything
 * stands in it, each frame of the page costs up to a third more.)
 */
import type { LexicalEditor, NodeKey } from 'lexical';
import type { BlockNode } from '../../../../shared/document/vocabulary.ts';
import { createDrawnBlocks, type DrawnBlocks } from './drawn-blocks.ts';
import { endsBefore } from './moved-from.ts';
import { $rangeOf, type CopyPlace } from './places.ts';
import { createRangeLayer, type MarkedRange, type RangeShape } from './range-shapes.ts';
import './block-marks.css';

export interface MarkedBlock<Mark extends CopyPlace> {
  block: NodeKey;
  /** The block as it was when its marks were told: marks of another state of it are drawn anew. */
  json: BlockNode;
  marks: readonly Mark[];
}

interface BlockMarksOptions<Mark extends CopyPlace> {
  /** The layer: over the copy, or below its letters, where a ground of their own hides it. */
  layer: 'over' | 'below';
  shape: RangeShape;
  /** What `[data-mark='LOOK']` draws. */
  lookOf: (mark: Mark) => string;
  /** More marks than these at once are not drawn. */
  most: number;
}

function $markedRange(editor: LexicalEditor, place: CopyPlace, look: string): MarkedRange[] {
  const range = place.property === null ? $rangeOf(editor, place) : null;
  return range === null ? [] : [{ look, range }];
}

/** Marks of properties are left to the fields that show them. */
export function createBlockMarks<Mark extends CopyPlace>(
  editor: LexicalEditor,
  { layer, shape, lookOf, most }: BlockMarksOptions<Mark>,
): DrawnBlocks<MarkedBlock<Mark>> {
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
    return marks.slice(0, most).flatMap((mark) => $markedRange(editor, mark, lookOf(mark)));
  }

  return createDrawnBlocks<MarkedBlock<Mark>, MarkedRange>(editor, {
    layer: createRangeLayer(editor, `data-marks="${layer}"`, shape),
    sizeOf: ({ marks }) => marks.length,
    most,
    isSame: (one, other) =>
      one.json === other.json &&
      (one.marks === other.marks ||
        (one.marks.length === other.marks.length &&
          one.marks.every((mark, at) => isSameMark(mark, other.marks[at])))),
    $itemsOf: $rangesOf,
    endsBefore: ({ range }, point) => endsBefore(range, point),
  });
}

export interface Ring {
  /** This place stands out, and no other; null: none does. Fields stand out by themselves. */
  show(place: CopyPlace | null): void;
  register(): () => void;
}

/** One place of the copy that stands out, on whatever ground it is. */
export function createRing(editor: LexicalEditor, look: string): Ring {
  const { show, register } = createDrawnBlocks<CopyPlace, MarkedRange>(editor, {
    layer: createRangeLayer(editor, 'data-marks="over"', 'box'),
    sizeOf: () => 1,
    most: 1,
    isSame: (one, other) => one === other,
    $itemsOf: (place) => $markedRange(editor, place, look),
    endsBefore: ({ range }, point) => endsBefore(range, point),
  });
  return { show: (place) => show(place === null ? [] : [place]), register };
}
