import { expect, test } from 'vitest';
import { orderedWidgets } from './front-widgets.ts';

test('our widgets take their order at the places that are ours; those of others stay where they are', () => {
  expect(orderedWidgets(['search', 'b', 'tags', 'a'], ['a', 'b'])).toEqual(['search', 'a', 'tags', 'b']);
  expect(orderedWidgets(['search'], ['a', 'b'])).toEqual(['search', 'a', 'b']);
  expect(orderedWidgets([], ['a'])).toEqual(['a']);
});
