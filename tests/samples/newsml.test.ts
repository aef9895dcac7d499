/**
 * No text of real NewsML-G2, NewsML 1 and NITF is lost, what is no story is set aside by name, and what is broken gives
 * a typed error. `WIRE_SAMPLES=DIR npm run test:samples`, where DIR holds MANIFEST.tsv as feeds.test.ts reads it.
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
  .filter(([, format]) => /^newsml|^xml-other$/.test(format ?? ''))
  .map(([file]) => file ?? '');

/** The words that stand in elements of this name, without heads and tags; the parser has no part in it. */
function wordsIn(xml: string, name: string): string {
  const found = [...xml.matchAll(new RegExp(`<(?:\\w+:)?${name}\\b[^>]*>([^]*?)</(?:\\w+:)?${name}>`, 'g'))];
  return found
    .map(([, inner = '']) => inner.replace(/<!\[CDATA\[([^]*?)\]\]>/g, '$1').replace(/<!--[^]*?-->/g, ' '))
    .map((inner) => inner.replace(/<head\b[^]*?<\/head>/gi, ' ').replace(/<[^>]*>/g, ' '))
    .map((inner) => inner.replace(/&\w+;/g, ' '))
    .join(' ');
}

test('MANIFEST.tsv lists documents of both NewsMLs', () => {
  expect(files.length).toBeGreaterThan(12);
});

test.each(files)('%s', (file) => {
  const bytes = readFileSync(join(folder, file));
  const xml = bytes.toString('utf8');
  const isNoStory = /<(?:conceptItem|planningItem|knowledgeItem|catalogItem)\b/.test(xml);
  if (isNoStory || file.includes('/should_fail/')) {
    expect(() => parseWireBytes(bytes)).toThrow(WireParseError);
    return;
  }
  const names = ['inlineXML', 'inlineData', 'DataContent', 'body.content'];
  const copy = names.map((name) => wordsIn(xml, name)).find((words) => /\p{L}/u.test(words)) ?? '';
  // A listing of the standard that shows a message's frame, with dots where its items would stand.
  if (copy === '' && !/<itemMeta\b|<NewsItem\b/.test(xml)) {
    expect(() => parseWireBytes(bytes)).toThrow(WireParseError);
    return;
  }
  const stories = parseWireBytes(bytes).stories.map((story) => wireStorySchema.parse(story));
  const found = stories
    .flatMap((story) => [story.headline, story.bodyText, story.byline, story.abstract, story.rights])
    .join(' ');
  expect(shareOfLetters(copy, found)).toBeGreaterThanOrEqual(LEAST_SHARE);
  expect(stories.every((story) => story.uri !== '')).toBe(true);
});
