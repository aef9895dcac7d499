/** For tests of formats: how a delivery was read, and the claim that its stories do no harm. */
import { expect } from 'vitest';
import { WireParseError } from './parse-error.ts';
import { parseWireBytes, type WireParseOptions } from './parse.ts';
import {
  wireStorySchema,
  type ParseErrorCode,
  type WireStory,
} from '../../../../shared/contract/wire-story.ts';

export type Outcome = { stories: WireStory[]; code: ParseErrorCode | null };

/** Reads bytes; a refusal by type is an outcome, any other error fails the test. */
export function outcomeOf(bytes: Uint8Array, options: WireParseOptions = {}): Outcome {
  try {
    return { stories: parseWireBytes(bytes, options).stories, code: null };
  } catch (error) {
    if (error instanceof WireParseError) return { stories: [], code: error.code };
    throw error;
  }
}

/** Every address in a story that a renderer could follow or load. */
export function addressesOf(story: WireStory): string[] {
  const found: string[] = [story.url ?? '', ...story.media.map(({ url }) => url ?? '')];
  JSON.stringify(story.body, (key, value: unknown) => {
    if (/^(?:url|sourceUrl|src|href)$/.test(key) && typeof value === 'string') found.push(value);
    return value;
  });
  return found.filter((address) => address !== '');
}

/** Fails unless the stories are valid and lead nowhere but to web pages, mail and telephones. */
export function expectHarmless(stories: readonly WireStory[]): void {
  for (const story of stories) {
    expect(wireStorySchema.safeParse(story).error).toBeUndefined();
    for (const address of addressesOf(story)) expect(address).toMatch(/^(?:https?:|mailto:|tel:|\/)/i);
  }
}
