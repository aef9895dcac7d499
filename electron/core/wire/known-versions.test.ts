import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { WireStory } from '../../../shared/contract/wire-story.ts';
import { buildDocument, paragraph, text } from '../../../shared/document/build.ts';
import { emptyStory } from '../../../shared/domain/empty-story.ts';
import { createIngestWriter } from './ingest-writer.ts';
import { parsedStoryOf } from './parsed-story.ts';
import { openTestWire, type TestWire } from './testing-wire.ts';

const channel = '00000000-0000-4000-8000-00000000000a';
const otherChannel = '00000000-0000-4000-8000-00000000000b';
const uri = 'urn:test:1';

let wire: TestWire;

function open(): void {
  wire = openTestWire();
}
const close = (): void => wire.close();
beforeEach(open);
afterEach(close);

function says(words: string, hour: number | null = null, details: Partial<WireStory> = {}): WireStory {
  return {
    ...emptyStory(uri),
    pubStatus: 'usable',
    headline: words,
    body: buildDocument([paragraph([text(words)])]),
    bodyText: words,
    versionCreated: hour === null ? null : new Date(Date.UTC(2026, 0, 2, hour)).toISOString(),
    ...details,
  };
}

/** One delivery with these stories in it. */
async function deliver(sourceId: string, ...stories: WireStory[]) {
  const delivery = { sourceId, format: 'test', stories: stories.map((story) => parsedStoryOf(story)) };
  const { added, updated, unchanged } = await createIngestWriter(wire.database).store(
    delivery,
    1,
    async () => {},
  );
  return { added, updated, unchanged };
}

/** What the desk sees of the story. */
function shown() {
  return wire.database
    .prepare<
      [string],
      { headline: string; versions: number; status: string; embargoed_until: number | null }
    >(
      `SELECT headline, version_count AS versions, effective_status AS status, embargoed_until
       FROM story JOIN version ON version.id = newest_version_id WHERE uri = ?`,
    )
    .get(uri);
}

const KNOWN = { added: 0, updated: 0, unchanged: 1 };
const UPDATED = { added: 0, updated: 1, unchanged: 0 };

describe('a version that says again what an earlier one said', () => {
  test('lifts the embargo the one between had put on', async () => {
    const embargo = { embargoed: '2026-01-03T02:00:00.000Z' };
    await deliver(channel, says('Neraca', 8));
    await deliver(channel, says('Neraca', 9, embargo));
    expect(shown()?.embargoed_until).toBe(Date.parse(embargo.embargoed));
    expect(await deliver(channel, says('Neraca', 10))).toEqual(UPDATED);
    expect(shown()).toMatchObject({ embargoed_until: null, versions: 3 });
    expect(await deliver(channel, says('Neraca', 10))).toEqual(KNOWN);
  });

  test('releases what was withheld, in whatever order the three arrive', async () => {
    const versions = [says('Neraca', 8), says('Neraca', 9, { pubStatus: 'withheld' }), says('Neraca', 10)];
    const orders = [
      [0, 1, 2],
      [0, 2, 1],
      [1, 0, 2],
      [1, 2, 0],
      [2, 0, 1],
      [2, 1, 0],
    ];
    for (const order of orders) {
      for (const index of order) await deliver(channel, versions[index] ?? says(''));
      expect([order, shown()?.status]).toEqual([order, 'usable']);
      close();
      open();
    }
  });

  test('is shown where the source gives no time, or always the same', async () => {
    for (const hour of [null, 8]) {
      await deliver(channel, says('Dua korban', hour));
      await deliver(channel, says('Tiga korban', hour));
      expect(await deliver(channel, says('Dua korban', hour))).toEqual(UPDATED);
      expect(shown()).toMatchObject({ headline: 'Dua korban', versions: 3 });
      close();
      open();
    }
  });

  test('stays withdrawn where one between withdrew it', async () => {
    await deliver(channel, says('Neraca', 8));
    await deliver(channel, says('Neraca', 9, { pubStatus: 'canceled' }));
    await deliver(channel, says('Neraca', 10));
    expect(shown()?.status).toBe('canceled');
  });
});

describe('a feed that lists the same story at every look', () => {
  test('brings nothing new, whatever time it gives it', async () => {
    await deliver(channel, says('Dua korban'));
    expect(await deliver(channel, says('Dua korban'))).toEqual(KNOWN);
    expect(await deliver(channel, says('Dua korban', 9))).toEqual(KNOWN);
    expect(await deliver(channel, says('Dua korban', 8))).toEqual(KNOWN);
    expect(shown()?.versions).toBe(1);
  });

  test('does not bring back what another channel has replaced, however often the two are looked at', async () => {
    await deliver(channel, says('Dua korban', 8));
    await deliver(otherChannel, says('Tiga korban', 8));
    for (let look = 0; look < 3; look += 1) {
      expect(await deliver(channel, says('Dua korban', 8))).toEqual(KNOWN);
      expect(await deliver(otherChannel, says('Tiga korban', 8))).toEqual(KNOWN);
    }
    expect(shown()).toMatchObject({ headline: 'Tiga korban', versions: 2 });
  });

  test('follows a channel that caught up and then went back', async () => {
    await deliver(channel, says('Dua korban'));
    await deliver(otherChannel, says('Tiga korban'));
    expect(await deliver(channel, says('Tiga korban'))).toEqual(KNOWN);
    expect(await deliver(channel, says('Dua korban'))).toEqual(UPDATED);
    expect(await deliver(otherChannel, says('Tiga korban'))).toEqual(KNOWN);
    expect(shown()).toMatchObject({ headline: 'Dua korban', versions: 3 });
  });

  test('that lists two tellings under one identity makes no version at each look', async () => {
    const both = [says('Dua korban', 8), says('Tiga korban', 8)];
    expect(await deliver(channel, ...both)).toEqual({ added: 1, updated: 1, unchanged: 0 });
    for (let look = 0; look < 3; look += 1) {
      expect(await deliver(channel, ...both)).toEqual({ added: 0, updated: 0, unchanged: 2 });
    }
    expect(shown()).toMatchObject({ headline: 'Tiga korban', versions: 2 });
  });

  test('an archive of versions with times of their own can be brought in again', async () => {
    const archive = [says('Satu', 8), says('Dua', 9), says('Satu', 10), says('Tiga', 11)];
    for (const version of archive) await deliver(channel, version);
    for (const version of archive) expect(await deliver(otherChannel, version)).toEqual(KNOWN);
    expect(shown()).toMatchObject({ headline: 'Tiga', versions: 4 });
  });
});

test('whatever arrives in whatever order, what the source said last by its own clock is shown, and once', async () => {
  const statement = fc.record({ words: fc.constantFrom('Satu', 'Dua', 'Tiga'), of: fc.boolean() });
  await fc.assert(
    fc.asyncProperty(
      fc.array(statement, { minLength: 1, maxLength: 6 }).chain((told) =>
        fc.record({
          told: fc.constant(told),
          order: fc.shuffledSubarray(
            told.map((_statement, index) => index),
            { minLength: told.length },
          ),
        }),
      ),
      async ({ told, order }) => {
        close();
        open();
        const sent = told.map(({ words, of }, hour) => ({
          sourceId: of ? channel : otherChannel,
          words,
          hour,
        }));
        for (const index of order) {
          const one = sent[index];
          if (one !== undefined) await deliver(one.sourceId, says(one.words, one.hour));
        }
        expect(shown()?.headline).toBe(told.at(-1)?.words);
        for (const { sourceId, words, hour } of sent) {
          expect(await deliver(sourceId, says(words, hour))).toEqual(KNOWN);
        }
      },
    ),
    { numRuns: 60 },
  );
});
