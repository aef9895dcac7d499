import { afterEach, expect, test } from 'vitest';
import type { CheckedBlock } from '../../../shared/contract/checks.ts';
import { openTestCore, type TestCore } from '../testing.ts';

let desk: TestCore | null = null;
afterEach(async () => {
  await desk?.close();
  desk = null;
});

const blocksOf = (...texts: string[]): CheckedBlock[] =>
  texts.map((text, at) => ({
    id: String(at),
    segments: [{ kind: 'text', text, italics: [], links: [], path: [], property: null, about: '' }],
  }));

/** A draft written from a pasted story. */
async function writtenFrom(core: TestCore, text: string): Promise<string> {
  const { storyId } = await core.client.wire.paste({ text, creditName: 'Ant', sourceId: null } as never);
  return (await core.client.articles.writeFromWire({ storyId })).articleId;
}
