/**
 * No text of real feeds is lost. `WIRE_SAMPLES=DIR npm run test:samples`, where DIR holds MANIFEST.tsv with a row for
 * each file (columns `file` and `format`). For every feed: each item is a story, and at least 98 % of the letters of
 * the item's own body, counted by the plain extractor beside this file, are in the story's `bodyText`. Footers that
 * the product moved into fields count where they are now: byline, credit, rights. Files of formats that the product
 * does not read yet must be refused by type.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { WireParseError } from '../../electron/core/wire/formats/parse-error.ts';
import { parseWireBytes } from '../../electron/core/wire/formats/parse.ts';
import { wireStorySchema, type WireStory } from '../../shared/contract/wire-story.ts';
import { plainItems, plainNewsCopy, shareOfLetters } from './plain-extractor.ts';

const LEAST_SHARE = 0.98;
/** NITF, NewsML-G2 and NewsML 1.x, whose copy the plain extractor finds by the elements that hold it. */
const NEWS_FORMATS = /^(?:nitf|newsml)/i;
const FEED_FORMATS = /^(?:rss|atom|json-?feed|rdf)/i;

const folder = process.env['WIRE_SAMPLES'] ?? '';
const manifest = folder === '' ? '' : join(folder, 'MANIFEST.tsv');

interface Sample {
  file: string;
  format: string;
}

function samplesOf(path: string): Sample[] {
  const [header = '', ...rows] = readFileSync(path, 'utf8').split('\n');
  const columns = header.split('\t');
  return rows
    .filter((row) => row.trim() !== '')
    .map((row) => {
      const cells = row.split('\t');
      return { file: cells[columns.indexOf('file')] ?? '', format: cells[columns.indexOf('format')] ?? '' };
    });
}

const samples = existsSync(manifest) ? samplesOf(manifest) : [];
const feeds = samples.filter(({ format }) => FEED_FORMATS.test(format));
const news = samples.filter(
  ({ file, format }) => NEWS_FORMATS.test(format) || /newsml-g2\/.*xml$/.test(file),
);
const others = samples.filter((sample) => !feeds.includes(sample) && !news.includes(sample));

function read({ file }: Sample): { stories: WireStory[]; code: string | null } {
  try {
    return { stories: parseWireBytes(readFileSync(join(folder, file))).stories, code: null };
  } catch (error) {
    if (error instanceof WireParseError) return { stories: [], code: error.code };
    throw error;
  }
}

test('WIRE_SAMPLES names a folder with a MANIFEST.tsv that lists feeds', () => {
  expect(existsSync(manifest), `WIRE_SAMPLES=${folder}`).toBe(true);
  expect(feeds.length).toBeGreaterThan(0);
});

describe('feeds lose no text', () => {
  test.each(feeds)('$format $file', (sample) => {
    const items = plainItems(readFileSync(join(folder, sample.file)), sample.format);
    const { stories, code } = read(sample);
    expect([null, 'not-well-formed']).toContain(code);
    expect(stories.map((story) => wireStorySchema.parse(story))).toEqual(stories);
    expect(stories.length).toBeGreaterThanOrEqual(items.length);
    for (const [index, item] of items.entries()) {
      const story = stories[index];
      const found = [story?.bodyText, story?.byline, story?.credit, story?.rights].join(' ');
      expect(shareOfLetters(item.body, found), `item ${index + 1}: ${item.body}`).toBeGreaterThanOrEqual(
        LEAST_SHARE,
      );
      expect(shareOfLetters(item.title, story?.headline ?? ''), `title ${index + 1}`).toBeGreaterThanOrEqual(
        LEAST_SHARE,
      );
    }
  });
});

describe('NITF and NewsML lose no text', () => {
  test.each(news)('$format $file', (sample) => {
    const { stories, code } = read(sample);
    expect(stories.map((story) => wireStorySchema.parse(story))).toEqual(stories);
    if (code !== null) return expect(['set-aside', 'no-stories']).toContain(code);
    const found = stories
      .flatMap(({ bodyText, headline, abstract, byline, credit, rights }) => [
        bodyText,
        headline,
        abstract,
        byline,
        credit,
        rights,
      ])
      .join(' ');
    const copy = plainNewsCopy(readFileSync(join(folder, sample.file)));
    expect(shareOfLetters(copy, found), copy).toBeGreaterThanOrEqual(LEAST_SHARE);
    if (!/\/should_fail\//.test(sample.file)) return;
    for (const { pubStatus } of stories) expect(pubStatus).not.toBe('usable');
  });
});

describe('formats not read yet are refused by type', () => {
  test.each(others)('$format $file', (sample) => {
    const { stories, code } = read(sample);
    expect(stories.length > 0 || code !== null).toBe(true);
  });
});
