/** What every wire parser must bear: a sound delivery broken in all the ways that deliveries break. */
import fc from 'fast-check';
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

const CHARSETS = ['utf-8', 'iso-8859-1', 'utf-16', 'gbk', 'us-ascii', 'shift_jis', 'x-nonsense'];

/** A property: broken off at any byte, with bytes changed and its encoding lied about, a delivery does no harm. */
export function bearsDamage(sound: string): fc.IProperty<[number, [number, number][], string | null]> {
  const whole = Buffer.from(sound);
  const end = fc.oneof(fc.constant(whole.length), fc.nat(whole.length));
  const changes = fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { maxLength: 6 });
  const lie = fc.option(fc.constantFrom(...CHARSETS));
  return fc.property(end, changes, lie, (length, changed, charset) => {
    const bytes = Buffer.from(whole.subarray(0, length));
    for (const [at, byte] of changed) if (at < bytes.length) bytes[at] = byte;
    const { stories } = outcomeOf(
      bytes,
      charset === null ? {} : { contentType: `text/xml; charset=${charset}` },
    );
    expectHarmless(stories);
  });
}
