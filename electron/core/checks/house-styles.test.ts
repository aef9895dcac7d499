import { expect, test } from 'vitest';
import { createCopyChecker, patternProblem } from '../../../shared/checks/check-copy.ts';
import { applyFix } from '../../../shared/checks/found.ts';
import { tryExamples } from '../../../shared/checks/try-examples.ts';
import type { Finding } from '../../../shared/contract/checks.ts';
import { checksSettingsSchema } from '../../../shared/contract/checks-settings.ts';
import { ruleSourceSchema } from '../../../shared/contract/house-rules.ts';
import { readShippedRules, rulesInForce } from './house-styles.ts';
import {
  segmentOf,
  shippedChecker,
  shippedLexicon,
  testContext,
  usualChoices,
  type FindIn,
} from './testing.ts';

/** The text with every finding of a rule mended, from the end so that offsets hold. */
function mend(find: FindIn, text: string, ruleId: string): string {
  const found = find(segmentOf(text)).filter(({ code }) => code === ruleId);
  return found.reverse().reduce((mended: string, finding: Finding) => {
    const [fix] = finding.fixes;
    return fix === undefined ? mended : applyFix(mended, finding, fix);
  }, text);
}

test('every example of every shipped rule holds: found, mended into the good one, and that left alone', async () => {
  const lexicon = await shippedLexicon();
  const find = await shippedChecker();
  const told: string[] = [];
  for (const rule of await readShippedRules()) {
    const { id, examples, fine, in: where } = rule;
    const kind = where === 'headline' ? 'headline' : 'text';
    if (examples.length === 0) told.push(`${id} has no example`);
    const verdicts = tryExamples(rule, createCopyChecker([rule], lexicon, usualChoices), testContext);
    for (const [at, { verdict, mended }] of verdicts.entries()) {
      if (verdict !== 'holds') told.push(`${id}, ${examples[at]?.bad}: ${verdict}, ${mended}`);
    }
    for (const text of fine) {
      const found = find(segmentOf(text, kind)).filter(({ code }) => code === id);
      if (found.length > 0) told.push(`${id} finds something in: ${text}`);
    }
  }
  expect(told).toEqual([]);
});

test('every way to write a word the rules advise against is mended for good', async () => {
  const find = await shippedChecker();
  const told: string[] = [];
  for (const { id, words = {} } of await readShippedRules()) {
    for (const [avoid, prefer] of Object.entries(words)) {
      if (prefer === '') continue;
      const mended = mend(find, `Menurut dia ${avoid} itu.`, id);
      if (mended !== `Menurut dia ${prefer} itu.`) told.push(`${avoid}: ${mended}`);
      if (mend(find, mended, id) !== mended) told.push(`${prefer} is a finding itself`);
    }
  }
  expect(told).toEqual([]);
});

const settings = checksSettingsSchema.parse({
  // `rumah-0` is one of its own.
  rulesOff: ['rupiah', 'rumah-0'],
  names: ['Bank Indonesia', 'KH Ma’ruf Amin'],
  ownRules: [
    { ruleId: 'rumah-0', find: 'kata', isPattern: false, replacement: 'ujar', advice: '' },
    { ruleId: 'rumah-1', find: 'netizen', isPattern: false, replacement: 'warganet', advice: 'Kata kami' },
    { ruleId: 'rumah-2', find: '(\\d+) %', isPattern: true, replacement: '$1 persen', advice: '' },
    { ruleId: 'rumah-3', find: '(', isPattern: true, replacement: '', advice: 'rusak' },
  ],
});

test('the house adds rules and names, switches shipped ones and its own off, and a broken pattern costs only itself', async () => {
  const shipped = await readShippedRules();
  const find = await shippedChecker({ rules: rulesInForce(shipped, settings) });
  const text = 'Netizen kata bank indonesia naik 7 % ke Rp 100.';
  const codes = find(segmentOf(text)).map(({ code, text: found, fixes }) => [code, found, fixes[0]]);
  expect(codes).toEqual([
    ['rumah-1', 'Netizen', { kind: 'replace', text: 'Warganet' }],
    ['nama-rumah', 'bank indonesia', { kind: 'replace', text: 'Bank Indonesia' }],
    ['rumah-2', '7 %', { kind: 'replace', text: '7 persen' }],
  ]);
});

test('of two rules about the same words the house’s own is told', async () => {
  const rule = { ruleId: 'rumah-1', find: 'resiko', isPattern: false, replacement: 'bahaya', advice: '' };
  const own = checksSettingsSchema.parse({ ownRules: [rule] });
  const find = await shippedChecker({ rules: rulesInForce(await readShippedRules(), own) });
  const told = find(segmentOf('Warga tahu resiko itu.')).map(({ code, fixes }) => [code, fixes]);
  expect(told).toEqual([['rumah-1', [{ kind: 'replace', text: 'bahaya' }]]]);
});

test('a pattern that would keep an ordinary engine busy for ever is done with in one pass', async () => {
  const rule = { ruleId: 'rumah-1', find: '(a+)+$', isPattern: true, replacement: '', advice: '' };
  const rules = rulesInForce([], checksSettingsSchema.parse({ ownRules: [rule] }));
  const find = await shippedChecker({ rules });
  expect(find(segmentOf(`${'a'.repeat(5_000)}!`)).filter(({ code }) => code === 'rumah-1')).toEqual([]);
});

test('a shipped rule takes what the house changed in it and no more; a broken pattern leaves it as it ships', async () => {
  const shipped = await readShippedRules();
  const adjusted = checksSettingsSchema.parse({
    adjustedRules: {
      'kata-baku': { words: { survey: null, netizen: 'warganet', resiko: 'bahaya' }, advice: 'Kata kami.' },
      'huruf-kapital': { words: { Kamis: null, 'Laut Natuna Utara': 'Laut Natuna Utara' } },
      'tanggal-tanpa-nol': { replacement: '' },
      'tanggal-dalam-kurung': { pattern: '(Jumat', replacement: 'x' },
      'tidak-ada-lagi': { advice: 'Dari versi dulu.' },
    },
  });
  const find = await shippedChecker({ rules: rulesInForce(shipped, adjusted) });
  const told = (text: string) =>
    find(segmentOf(text))
      .filter(({ check }) => check === 'style')
      .map(({ text: found, fixes: [fix], advice }) => [
        found,
        fix?.kind === 'replace' && fix.text,
        advice?.id,
      ]);
  expect(told('Silahkan baca survey netizen soal resiko itu.')).toEqual([
    ['Silahkan', 'Silakan', 'Kata kami.'],
    ['netizen', 'warganet', 'Kata kami.'],
    ['resiko', 'bahaya', 'Kata kami.'],
  ]);
  const capitals = 'Nama diri ditulis dengan huruf kapital.';
  expect(told('Kapal di laut natuna utara tiba kamis dari jakarta.')).toEqual([
    ['laut natuna utara', 'Laut Natuna Utara', capitals],
    ['jakarta', 'Jakarta', capitals],
  ]);
  expect(
    told('Gempa Jumat (07/04) dini hari, rapat Senin, 9/4 malam.').map(([found, fix]) => [found, fix]),
  ).toEqual([
    ['(07/04)', false],
    ['Senin, 9/4', 'Senin (9/4)'],
  ]);
});

test('what is wrong with an example is told: not found, mended otherwise, the right form found too', async () => {
  const rule = ruleSourceSchema.parse({
    id: 'rumah-1',
    advice: { id: 'a', en: 'a' },
    pattern: '\\b([Nn])etizens?\\b|warganet maya',
    replacement: '${1}etizen',
    examples: [
      { bad: 'Netizens bicara.', good: 'Netizen bicara.' },
      { bad: 'Netijen bicara.', good: 'Netizen bicara.' },
      { bad: 'Netizens bicara.', good: 'Warganet bicara.' },
      { bad: 'Kata netizens.', good: '' },
    ],
  });
  const check = createCopyChecker([rule], await shippedLexicon(), usualChoices);
  expect(tryExamples(rule, check, testContext)).toEqual([
    { verdict: 'holds', mended: 'Netizen bicara.' },
    { verdict: 'not-found', mended: 'Netijen bicara.' },
    { verdict: 'mended-otherwise', mended: 'Netizen bicara.' },
    { verdict: 'holds', mended: 'Kata netizen.' },
  ]);
  // What advises only has nothing to put there; the right form must still not be found.
  const advice = ruleSourceSchema.parse({
    id: 'rumah-2',
    advice: { id: 'a', en: 'a' },
    words: { netizen: '' },
    examples: [
      { bad: 'Kata netizen.', good: 'Kata warganet.' },
      { bad: 'Kata netizen.', good: 'Kata para netizen.' },
    ],
  });
  const advised = createCopyChecker([advice], await shippedLexicon(), usualChoices);
  expect(tryExamples(advice, advised, testContext).map(({ verdict }) => verdict)).toEqual([
    'holds',
    'good-is-found',
  ]);
});

test.each([
  ['(a', 'bracket'],
  ['a)', 'bracket'],
  ['(?=a)', 'bracket'],
  ['(?<!a)b', 'bracket'],
  ['[a', 'class'],
  ['[z-a]', 'class'],
  ['*a', 'repeat'],
  ['a**', 'repeat'],
  ['a{2,1}', 'repeat'],
  ['\\q', 'escape'],
  ['a\\', 'escape'],
  ['\\p{Foo}', 'escape'],
  ['(?<n>a)(?<n>b)', 'bracket'],
])('what is wrong with the pattern %s is told as find and replace tells it: %s', (pattern, code) => {
  expect(patternProblem(pattern)?.code).toBe(code);
});
