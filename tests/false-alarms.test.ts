/** How many ordinary words of the sample newsroom's copy are told as wrong. The copy is right, so each is a false alarm. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { WireStory } from '../shared/contract/wire-story.ts';
import { createCopyChecker } from '../shared/checks/check-copy.ts';
import { checkedBlocksOf } from '../shared/checks/segments.ts';
import { articleFieldsSchema } from '../shared/contract/articles.ts';
import type { Finding } from '../shared/contract/checks.ts';
import { countWords } from '../shared/document/walk.ts';
import { readDelivery } from '../electron/core/wire/formats/read-delivery.ts';
import { readShippedRules } from '../electron/core/checks/house-styles.ts';
import { shippedLexicon, testContext, usualChoices } from '../electron/core/checks/testing.ts';

const SAMPLE = join(import.meta.dirname, '../resources/sample');

function sampleStories(): WireStory[] {
  return readdirSync(SAMPLE, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\/.*\.(?:xml|json)$/.test(name))
    .flatMap((name) => {
      const delivery = readDelivery(readFileSync(join(SAMPLE, name)), { fileName: name });
      if (!delivery.ok) throw new Error(`${name} could not be read`);
      return delivery.result.stories.map(({ content }) => JSON.parse(content) as WireStory);
    });
}

test('ordinary copy shows few false alarms: under 2 in 1,000 words for spelling, under 3 for all checks', async () => {
  const check = createCopyChecker(await readShippedRules(), await shippedLexicon(), usualChoices);
  const findings: Finding[] = [];
  let words = 0;
  for (const { headline, body, versionCreated } of sampleStories()) {
    const blocks = checkedBlocksOf(articleFieldsSchema.parse({ headline: headline ?? '' }), body);
    words += blocks.flatMap(({ segments }) => segments).reduce((sum, { text }) => sum + countWords(text), 0);
    const context = { ...testContext, at: Date.parse(versionCreated ?? '2026-11-18T18:00:00+07:00') };
    findings.push(...check(blocks, context).flatMap((block) => block.findings));
  }
  // What pictures lack is right to be told.
  const alarms = findings.filter((finding) => finding.check !== 'picture');
  const spelling = alarms.filter((finding) => finding.check === 'spelling');
  const rate = (count: number): string => ((count / words) * 1000).toFixed(2);
  console.info(
    `${words} words of sample copy: ${rate(spelling.length)} false alarms in 1,000 by spelling, ${rate(alarms.length)} by all checks` +
      (alarms.length === 0 ? '' : ` (${alarms.map(({ code, text }) => `${code}: ${text}`).join('; ')})`),
  );
  expect(words).toBeGreaterThan(3_000);
  expect(spelling.length / words).toBeLessThan(0.002);
  expect(alarms.length / words).toBeLessThan(0.003);
});
