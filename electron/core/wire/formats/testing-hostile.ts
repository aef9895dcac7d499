/** For tests of formats: markup that attacks whoever shows it, and the claim that a story carries none of it. */
import { expect } from 'vitest';
import { wireStorySchema, type WireStory } from '../../../../shared/contract/wire-story.ts';
import { WireParseError } from './parse-error.ts';
import { parseWireBytes, type WireParseOptions } from './parse.ts';

const HARMFUL_SCHEME = /^\W*(?:javascript|vbscript|data|file|blob):/i;

function addressesIn(value: unknown): string[] {
  const found: string[] = [];
  const open: unknown[] = [value];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (typeof at !== 'object' || at === null) continue;
    for (const [name, content] of Object.entries(at)) {
      if (/url$|href|src/i.test(name) && typeof content === 'string') found.push(content);
      else if (content !== null) open.push(content);
    }
  }
  return found;
}

/** The node types of a body, all levels. */
function nodeTypesIn(value: unknown): Set<string> {
  return new Set([...JSON.stringify(value).matchAll(/"type":"([\w-]+)"/g)].map((match) => match[1] ?? ''));
}

/** The story is valid, its document has nodes of the vocabulary only, and no address in it acts. */
export function expectHarmless(story: WireStory): void {
  expect(wireStorySchema.parse(story)).toEqual(story);
  expect([...nodeTypesIn(story.body)]).not.toContain('foreign');
  for (const address of addressesIn(story)) expect(address).not.toMatch(HARMFUL_SCHEME);
}

/** Reads bytes as a fuzzer does: harmless stories, or the code of a typed error; anything else fails the test. */
export function readWhatever(bytes: Uint8Array, options: WireParseOptions = {}): WireStory[] | string {
  try {
    const { stories } = parseWireBytes(bytes, options);
    for (const story of stories) expectHarmless(story);
    return stories;
  } catch (error) {
    if (error instanceof WireParseError) return error.code;
    throw error;
  }
}
