import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { WireStory } from '../../../shared/contract/wire-story.ts';
import { readWireQuery } from '../../../shared/domain/wire-query.ts';
import { emptyStory } from '../../../shared/domain/empty-story.ts';
import { fullTextMatch } from '../database/full-text.ts';
import { openDeskDatabase, openWireDatabase, type Database } from '../database/open.ts';
import { createInboxList } from './inbox-list.ts';
import { createIngestWriter } from './ingest-writer.ts';
import type { IngestRule } from './judge-rules.ts';
import { EVERYTHING } from './list-filter.ts';
import { parsedStoryOf } from './parsed-story.ts';

const ANTARA = '00000000-0000-4000-8000-00000000000a';
const OTHER = '00000000-0000-4000-8000-00000000000b';
const WIB = 420;
/** 23.30 WIB. */
const LATE = Date.parse('2026-11-24T23:30:00+07:00');

let folder: string;
let wire: Database;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'redaksi-rules-'));
  wire = openWireDatabase(folder);
});

afterEach(() => {
  wire.close();
  rmSync(folder, { recursive: true, force: true });
});

function story(uri: string, details: Partial<WireStory>): WireStory {
  return { ...emptyStory(uri), pubStatus: 'usable', headline: uri, bodyText: '', ...details };
}

function rule(typed: string, details: Partial<IngestRule> = {}): IngestRule {
  const query = readWireQuery(typed, LATE, WIB);
  return {
    ruleId: typed,
    query,
    context: {
      sourceIds: query.sources.length === 0 ? null : [ANTARA],
      withoutSourceIds: query.withoutSources.length === 0 ? [] : [ANTARA],
      offsetMinutes: WIB,
    },
    urgency: null,
    ...details,
  };
}

async function arrive(sourceId: string, rules: IngestRule[], now: number, ...stories: WireStory[]) {
  const delivery = { sourceId, format: 'test', stories: stories.map(parsedStoryOf) };
  return createIngestWriter(wire).store(delivery, now, async () => {}, rules);
}

function matches(): { rule_id: string; uri: string }[] {
  return wire
    .prepare<[], { rule_id: string; uri: string }>(
      'SELECT rule_id, uri FROM rule_match JOIN story ON story.id = story_id ORDER BY rule_match.id',
    )
    .all();
}

const STORIES: [string, number, WireStory][] = [
  [
    ANTARA,
    LATE,
    story('urn:gempa', {
      headline: 'Gempa Guncang Lombok',
      bodyText: 'Kerja sama penanganan gempa di Mataram. São Paulo mengirim bantuan.',
      urgency: 1,
      language: 'id-ID',
      subjects: [{ scheme: null, code: 'x', name: 'Bencana' }],
      byline: 'Reporter Satu',
      dateline: { text: 'Mataram', city: 'Mataram' },
      keywords: ['gempa', 'NTB'],
      slugline: 'Indonesia-gempa',
      edNote: 'Foto menyusul',
      signals: ['sig:update'],
      provider: 'ANTARA',
    }),
  ],
  [
    OTHER,
    LATE - 12 * 3_600_000,
    story('urn:rupiah', {
      headline: 'Rupiah menguat',
      bodyText: 'Kerja, lalu sama.',
      urgency: 5,
      language: 'en',
      pubStatus: 'withheld',
      embargoed: '2026-12-01T00:00:00+07:00',
    }),
  ],
  [OTHER, LATE - 5 * 3_600_000, story('urn:tarik', { headline: 'Ditarik', pubStatus: 'canceled' })],
];

const QUERIES = [
  ...['gempa', 'gem', '"kerja sama"', 'sama -gempa', 'sao paulo', 'GEMPA guncang', '"guncang lombok"', 'zzz'],
  ...['sumber:antara', '-sumber:antara', 'urgensi:1-3', 'urgensi:5', 'adalah:embargo', '-adalah:embargo'],
  ...['adalah:ditarik', 'status:ditahan', '-status:ditarik', 'status:siap', 'judul:gempa', '-judul:gempa'],
  ...['subjek:bencana', 'bahasa:indonesia', 'bahasa:en', 'penulis:"reporter satu"', 'kota:mataram'],
  ...['katakunci:ntb', 'slug:indonesia', 'catatan:foto', 'sinyal:update', 'kredit:antara', 'subjek:zzz'],
  ...['jam:22-05', '-jam:22-05', 'jam:11.00-12.00', 'jam:18-19', 'gempa subjek:bencana jam:22-24 urgensi:1'],
];

describe('a rule meets what the search finds', () => {
  test.each(QUERIES)('%s', async (typed) => {
    for (const [sourceId, now, one] of STORIES) await arrive(sourceId, [rule(typed)], now, one);
    const { query, context } = rule(typed);
    const desk = openDeskDatabase(folder);
    const listed = createInboxList(desk).list(
      {
        ...EVERYTHING,
        match: query.words === '' ? null : fullTextMatch(query.words),
        sourceIds: context.sourceIds,
        withoutSourceIds: context.withoutSourceIds,
        urgency: query.urgency,
        qualities: query.qualities,
        fields: query.fields,
        statuses: query.statuses,
        hours: query.hours,
        offsetMinutes: WIB,
      },
      null,
      10,
    );
    desk.close();
    const found = listed.map(({ storyId }) => storyId).toSorted((one, other) => one - other);
    const met = wire.prepare<[], number>('SELECT story_id FROM rule_match ORDER BY story_id').pluck().all();
    expect(met).toEqual(found);
    expect(query.misread).toEqual([]);
    const barren = /zzz/.test(typed);
    expect(found.length > 0).toBe(!barren);
  });
});

test('each rule meets a story once, whatever versions follow; its urgency outlasts them', async () => {
  const raise = rule('gempa', { ruleId: 'naik', urgency: 2 });
  const first = await arrive(ANTARA, [raise], LATE, story('urn:1', { headline: 'Gempa', urgency: 6 }));
  const second = await arrive(
    ANTARA,
    [raise, rule('gempa lombok')],
    LATE,
    story('urn:1', { headline: 'Gempa Lombok', urgency: 6 }),
  );
  expect([first.met, second.met]).toEqual([1, 1]);
  expect(matches()).toEqual([
    { rule_id: 'naik', uri: 'urn:1' },
    { rule_id: 'gempa lombok', uri: 'urn:1' },
  ]);
  expect(wire.prepare('SELECT urgency FROM story').pluck().get()).toBe(2);
});

test('conditions that say nothing as a story arrives meet nothing and hold nothing up', async () => {
  const rules = ['adalah:dibaca', 'sejak:kemarin', 'urgensi:lucu', ''].map((typed) => rule(typed));
  const { added, met } = await arrive(ANTARA, rules, LATE, story('urn:1', { headline: 'Gempa' }));
  expect({ added, met }).toEqual({ added: 1, met: 0 });
});

test('what a story that is forgotten said and met goes with it', async () => {
  await arrive(ANTARA, [rule('gempa')], LATE, story('urn:1', { headline: 'Gempa' }));
  wire.prepare('DELETE FROM story').run();
  expect(wire.prepare('SELECT count(*) FROM story_facts').pluck().get()).toBe(0);
  expect(matches()).toEqual([]);
});
