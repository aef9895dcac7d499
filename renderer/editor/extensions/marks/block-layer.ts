/**
 * A layer over the copy with a group of drawings for each block. Nothing in it costs anything until something moves. The
 * drawings of a group share one cell of a grid and are pushed to their places by margins: whatever is positioned by itself
 * or transformed the browser goes through with every key.
 */
import type { LexicalEditor, NodeKey } from 'lexical';

/** Where the group of a block stands: its upper edge, and the layer's own box on the page. */
export interface GroupPlace {
  layer: DOMRect;
  top: number;
}

export interface BlockLayer<Content> {
  /** Draws several blocks; the page is looked at once, then changed. */
  draw(blocks: ReadonlyMap<NodeKey, Content>): void;
  erase(block: NodeKey): void;
  /** Blocks may stand elsewhere than they did: their groups follow. */
  place(): void;
}

/** `attribute` names the layer beside the copy; `measure` looks at the page and gives what makes the group's drawings. */
export function createBlockLayer<Content>(
  editor: LexicalEditor,
  attribute: string,
  measure: (content: Content, place: GroupPlace) => () => HTMLElement[],
): BlockLayer<Content> {
  const groups = new Map<NodeKey, HTMLElement>();

  function layer(): HTMLElement | null {
    return editor.getRootElement()?.parentElement?.querySelector(`:scope > [${attribute}]`) ?? null;
  }

  function topIn(over: DOMRect, block: NodeKey): number | null {
    const element = editor.getElementByKey(block);
    return element === null ? null : element.getBoundingClientRect().top - over.top;
  }

  function stand(group: HTMLElement, top: number): void {
    group.style.top = `${top}px`;
  }

  return {
    draw(blocks) {
      const over = layer();
      if (over === null || blocks.size === 0) return;
      const box = over.getBoundingClientRect();
      const measured = [...blocks].flatMap(([block, content]) => {
        const top = topIn(box, block);
        return top === null ? [] : [{ block, top, make: measure(content, { layer: box, top }) }];
      });
      for (const { block, top, make } of measured) {
        const group = document.createElement('div');
        group.append(...make());
        stand(group, top);
        groups.get(block)?.remove();
        groups.set(block, group);
        over.append(group);
      }
    },
    erase(block) {
      groups.get(block)?.remove();
      groups.delete(block);
    },
    place() {
      const box = layer()?.getBoundingClientRect();
      if (box === undefined) return;
      const places = [...groups].map(([block, group]) => ({ group, top: topIn(box, block) }));
      for (const { group, top } of places) if (top !== null) stand(group, top);
    },
  };
}
