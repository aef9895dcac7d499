/** Pictures carried to another place of their gallery with the pointer; by keys their buttons do the same. */
import { DragDropManager, Draggable } from '@dnd-kit/dom';
import { scrolledAtEdges, takenByPointer } from '../../../pointer-dragging.ts';
import { landingAt, placeAfter, type Landing } from './picture-order.ts';

/** The picture that is carried; `landing` is null where letting it go would change nothing. */
export interface Carrying {
  from: number;
  landing: Landing | null;
}

export interface GalleryDrag {
  manager: DragDropManager;
  /** Lets a picture be taken by this element. Returns what ends that. */
  takes(id: string, element: HTMLElement, index: () => number): () => void;
  destroy(): void;
}

interface GalleryDragOptions {
  /** What the pictures stand in, one child each. */
  list: HTMLElement;
  onCarry: (carrying: Carrying | null) => void;
  onDrop: (from: number, to: number) => void;
}

/** So far beside its gallery a picture is still carried within it, in pixels. */
const MARGIN = 24;

export function createGalleryDrag({ list, onCarry, onDrop }: GalleryDragOptions): GalleryDrag {
  const manager = new DragDropManager({ sensors: [takenByPointer], plugins: [scrolledAtEdges] });
  let carrying: Carrying | null = null;

  function carry(next: Carrying | null): void {
    carrying = next;
    onCarry(next);
  }

  function landingOf(from: number, point: { x: number; y: number }): Landing | null {
    const { left, right, top, bottom } = list.getBoundingClientRect();
    const isBeside = point.x >= left - MARGIN && point.x <= right + MARGIN;
    if (!isBeside || point.y < top - MARGIN || point.y > bottom + MARGIN) return null;
    const landing = landingAt(
      [...list.children].map((child) => child.getBoundingClientRect()),
      point,
    );
    return landing === null || placeAfter(from, landing) === from ? null : landing;
  }

  manager.monitor.addEventListener('beforedragstart', ({ operation }) => {
    const index = operation.source?.data['index'] as (() => number) | undefined;
    if (index !== undefined) carry({ from: index(), landing: null });
  });
  manager.monitor.addEventListener('dragmove', ({ to }) => {
    if (carrying === null || to === undefined) return;
    const { from, landing: before } = carrying;
    const landing = landingOf(from, to);
    if (landing?.beside !== before?.beside || landing?.side !== before?.side) carry({ from, landing });
  });
  manager.monitor.addEventListener('dragend', ({ canceled }) => {
    const ended = carrying;
    carry(null);
    if (canceled || ended === null || ended.landing === null) return;
    onDrop(ended.from, placeAfter(ended.from, ended.landing));
  });

  return {
    manager,
    takes(id, element, index) {
      const draggable = new Draggable({ id, element, data: { index } }, manager);
      return () => draggable.destroy();
    },
    destroy: () => manager.destroy(),
  };
}
