/**
 * No text of real ninjs items is lost, and what is doubtful is never usable. `WIRE_SAMPLES=DIR npm run test:samples`,
 * where DIR holds MANIFEST.tsv as feeds.test.ts beside this file reads it.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { WireParseError } from '../../electron/core/wire/formats/parse-error.ts';
import { parseWireBytes } from '../../electron/core/wire/formats/parse.ts';
import { wireStorySchema } from '../../shared/contract/wire-story.ts';
import { shareOfLetters } from './plain-extractor.ts';

const LEAST_SHARE = 0.98;

const folder = process.env['WIRE_SAMPLES'] ?? '';
const manifest = folder === '' ? '' : join(folder, 'MANIFEST.tsv');
const files = (existsSync(manifest) ? readFileSync(manifest, 'utf8').split('\n') : [])
  .map((row) => row.split('\t'))
  .filter(([, format]) => format?.startsWith('ninjs'))
  .map(([file]) => file ?? '');

/** The longest copy of an item, without its tags: `body…` properties, values of `bodies`, else of `descriptions`. */
function longestCopy(item: Record<string, unknown>): string {
  const valuesIn = (name: string): string[] =>
    Array.isArray(item[name])
      ? item[name].map((entry: { value?: unknown }) => String(entry.value ?? ''))
      : [];
  const flat = Object.entries(item)
    .filter(([name]) => name.startsWith('body_'))
    .map(([, value]) => String(value));
  const bodies = [...flat, ...valuesIn('bodies')];
  const copies = bodies.length > 0 ? bodies : valuesIn('descriptions');
  const [longest = ''] = copies
    .map((copy) => copy.replace(/<[^>]*>/g, ' ').replace(/&\w+;/g, ' '))
    .toSorted((one, other) => other.length - one.length);
  return longest;
}

test('MANIFEST.tsv lists ninjs of three versions', () => {
  expect(files.length).toBeGreaterThan(10);
});

test.each(files)('%s', (file) => {
  const bytes = readFileSync(join(folder, file));
  const item = JSON.parse(bytes.toString('utf8')) as Record<string, unknown>;
  if (item['type'] === 'event') {
    expect(() => parseWireBytes(bytes)).toThrow(WireParseError);
    return;
  }
  const { format, stories } = parseWireBytes(bytes);
  expect(format).toBe('ninjs');
  expect(stories).toHaveLength(1);
  const [story] = stories.map((one) => wireStorySchema.parse(one));
  expect(story?.uri).toBe(item['uri']);
  const found = [story?.bodyText, story?.byline, story?.credit, story?.rights].join(' ');
  expect(shareOfLetters(longestCopy(item), found)).toBeGreaterThanOrEqual(LEAST_SHARE);
  const stated = item['pubStatus'] ?? item['pubstatus'] ?? 'usable';
  expect(story?.pubStatus === 'usable').toBe(stated === 'usable');
  const embargoed = item['embargoed'] !== undefined;
  expect(story?.embargoed !== null || story.problems.includes('embargo-unreadable')).toBe(embargoed);
});
