/**
 * A layer over or below the copy with a group of drawings for each block. Nothing in it costs anything until something moves.
 * The drawings of a group share one cell of a grid and are pushed to their places by margins: whatever is positioned by itself
 * or transformed the browser goes through with every key.
 */
import type { LexicalEditor, NodeKey } from 'lexical';

/** Where the group of a block stands: its upper edge, and the layer's own box on the page. */
export interface GroupPlace {
  layer: DOMRect;
  top: number;
}

export interface BlockLayer<Item> {
  /** Draws several blocks; the page is looked at once, then changed. */
  draw(blocks: ReadonlyMap<NodeKey, readonly Item[]>): void;
  /**
   * Takes away what does not stand where its words are any more, of what may have moved; answers in which of these blocks
   * that was.
   */
  dropMoved(blocks: Iterable<NodeKey>, mayMove: (item: Item) => boolean): NodeKey[];
  erase(block: NodeKey): void;
  /** Blocks may stand elsewhere than they did: their groups follow. */
  place(): void;
}

export interface ItemDrawing<Item, Shape> {
  /** Looks at the page: the shapes of an item. Where it stands as it did they have the same members. */
  measure(item: Item, place: GroupPlace): Shape[];
  make(shape: Shape): HTMLElement;
}

interface DrawnItem<Item> {
  item: Item;
  /** Its shapes. */
  told: string;
  elements: readonly HTMLElement[];
}

interface Group<Item> {
  element: HTMLElement;
  items: readonly DrawnItem<Item>[];
}

/** `attribute` names the layer beside the copy. */
export function createBlockLayer<Item, Shape>(
  editor: LexicalEditor,
  attribute: string,
  { measure, make }: ItemDrawing<Item, Shape>,
): BlockLayer<Item> {
  const groups = new Map<NodeKey, Group<Item>>();

  function layer(): HTMLElement | null {
    return editor.getRootElement()?.parentElement?.querySelector(`:scope > [${attribute}]`) ?? null;
  }

  function topIn(over: DOMRect, block: NodeKey): number | null {
    const element = editor.getElementByKey(block);
    return element === null ? null : element.getBoundingClientRect().top - over.top;
  }

  function stand({ element }: Group<Item>, top: number): void {
    element.style.top = `${top}px`;
  }

  function erase(block: NodeKey): void {
    groups.get(block)?.element.remove();
    groups.delete(block);
  }

  function groupOf(measured: readonly { item: Item; shapes: Shape[] }[]): Group<Item> {
    const items = measured.map(({ item, shapes }) => ({
      item,
      told: JSON.stringify(shapes),
      elements: shapes.map(make),
    }));
    const element = document.createElement('div');
    element.append(...items.flatMap(({ elements }) => elements));
    return { element, items };
  }

  return {
    draw(blocks) {
      const over = layer();
      if (over === null || blocks.size === 0) return;
      const box = over.getBoundingClientRect();
      const measured = [...blocks].flatMap(([block, items]) => {
        const top = topIn(box, block);
        if (top === null) return [];
        const place = { layer: box, top };
        return [{ block, top, items: items.map((item) => ({ item, shapes: measure(item, place) })) }];
      });
      for (const { block, top, items } of measured) {
        const group = groupOf(items);
        stand(group, top);
        erase(block);
        groups.set(block, group);
        over.append(group.element);
      }
    },
    dropMoved(blocks, mayMove) {
      const known = [...blocks].flatMap((block) => {
        const group = groups.get(block);
        const items = group?.items.filter(({ item }) => mayMove(item)) ?? [];
        return group === undefined || items.length === 0 ? [] : [{ block, group, items }];
      });
      // Where all blocks are others, as in another article, the page is not looked at: it would lay itself out for it.
      const isThere = known.some(({ block }) => editor.getElementByKey(block) !== null);
      const box = isThere ? layer()?.getBoundingClientRect() : undefined;
      const moved = known.flatMap(({ block, group, items }) => {
        const top = box === undefined ? null : topIn(box, block);
        const gone = items.filter(
          ({ item, told }) =>
            box === undefined || top === null || JSON.stringify(measure(item, { layer: box, top })) !== told,
        );
        return gone.length === 0 ? [] : [{ block, group, gone: new Set(gone) }];
      });
      for (const { group, gone } of moved) {
        group.items = group.items.filter((drawn) => !gone.has(drawn));
        for (const { elements } of gone) for (const element of elements) element.remove();
      }
      return moved.map(({ block }) => block);
    },
    erase,
    place() {
      const box = layer()?.getBoundingClientRect();
      if (box === undefined) return;
      const places = [...groups].map(([block, group]) => ({ group, top: topIn(box, block) }));
      for (const { group, top } of places) if (top !== null) stand(group, top);
    },
  };
}
