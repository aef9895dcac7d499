/** Reading deliveries in tests of formats: every story is held against the schema. */
import { expect } from 'vitest';
import { wireStorySchema, type WireStory } from '../../../../shared/contract/wire-story.ts';
import { parseWireBytes, type ParsedDelivery, type WireParseOptions } from './parse.ts';

export function readChecked(copy: string | Uint8Array, options: WireParseOptions = {}): ParsedDelivery {
  const bytes = typeof copy === 'string' ? Buffer.from(copy, 'utf8') : copy;
  const delivery = parseWireBytes(bytes, options);
  for (const story of delivery.stories) expect(wireStorySchema.parse(story)).toEqual(story);
  return delivery;
}

/** The one story of a delivery. */
export function onlyStory({ stories }: ParsedDelivery): WireStory {
  const [story] = stories;
  if (story === undefined || stories.length > 1) throw new Error(`${stories.length} stories, one expected`);
  return story;
}
