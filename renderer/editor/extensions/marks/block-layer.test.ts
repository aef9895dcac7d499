import '../../../testing-page.ts';
import type { LexicalEditor } from 'lexical';
import { expect, test, vi } from 'vitest';
import { createBlockLayer } from './block-layer.ts';

/** A copy of blocks with a layer beside it; where a block stands is what its element says. */
function openLayer() {
  const page = document.body.appendChild(document.createElement('div'));
  const root = page.appendChild(document.createElement('div'));
  const over = page.appendChild(document.createElement('div'));
  over.setAttribute('data-test-layer', '');
  const lookedAt = vi.fn<(element: string) => void>();
  const tops = new Map<string, number>();
  const boxOf = (name: string, top: () => number) => () => {
    lookedAt(name);
    return { left: 0, top: top() } as DOMRect;
  };
  over.getBoundingClientRect = boxOf('layer', () => 0);
  const elements = new Map<string, HTMLElement>();
  function put(block: string, top: number): void {
    tops.set(block, top);
    const element = root.appendChild(document.createElement('p'));
    element.getBoundingClientRect = boxOf(block, () => tops.get(block) ?? 0);
    elements.set(block, element);
  }
  const editor = {
    getRootElement: () => root,
    getElementByKey: (key: string) => elements.get(key) ?? null,
  } as unknown as LexicalEditor;
  const places = new Map<string, number>();
  const layer = createBlockLayer<string, number>(editor, 'data-test-layer', {
    measure: (item) => [places.get(item) ?? 0],
    make: (shape) => Object.assign(document.createElement('i'), { textContent: String(shape) }),
  });
  return {
    layer,
    put,
    places,
    lookedAt,
    take: (block: string) => elements.delete(block),
    drawn: () => [...over.querySelectorAll('i')].map(({ textContent }) => textContent),
  };
}

test('what stands elsewhere is taken away, of what may have moved; all else stays', () => {
  const { layer, put, places, drawn } = openLayer();
  put('1', 10);
  places.set('first', 5).set('second', 6).set('third', 7);
  layer.draw(new Map([['1', ['first', 'second', 'third']]]));
  expect(drawn()).toEqual(['5', '6', '7']);
  places.set('first', 50).set('second', 60);
  expect(layer.dropMoved(['1', 'none'], (item) => item !== 'first')).toEqual(['1']);
  expect(drawn()).toEqual(['5', '7']);
  expect(layer.dropMoved(['1'], (item) => item === 'third')).toEqual([]);
  expect(drawn()).toEqual(['5', '7']);
});

test('of blocks that have gone nothing is left, and where all have the page is not looked at', () => {
  const { layer, put, take, lookedAt, drawn } = openLayer();
  put('1', 10);
  put('2', 20);
  layer.draw(
    new Map([
      ['1', ['first']],
      ['2', ['second']],
    ]),
  );
  take('1');
  expect(layer.dropMoved(['1', '2'], () => true)).toEqual(['1']);
  expect(drawn()).toHaveLength(1);
  take('2');
  lookedAt.mockClear();
  expect(layer.dropMoved(['1', '2'], () => true)).toEqual(['2']);
  expect(drawn()).toEqual([]);
  expect(lookedAt).not.toHaveBeenCalled();
});
