import { expect, test } from 'vitest';
import { applyFix } from '../../../shared/checks/found.ts';
import type { Finding } from '../../../shared/contract/checks.ts';
import { checksSettingsSchema } from '../../../shared/contract/checks-settings.ts';
import { listRules, readShippedRules, rulesInForce } from './house-styles.ts';
import { segmentOf, shippedChecker, type FindIn } from './testing.ts';

/** The text with every finding of a rule mended, from the end so that offsets hold. */
function mend(find: FindIn, text: string, ruleId: string, kind: 'text' | 'headline'): string {
  const found = find(segmentOf(text, kind)).filter(({ code }) => code === ruleId);
  return found.reverse().reduce((mended: string, finding: Finding) => {
    const [fix] = finding.fixes;
    return fix === undefined ? mended : applyFix(mended, finding, fix);
  }, text);
}

test('every example of every shipped rule holds: found, mended into the good one, and that left alone', async () => {
  const rules = await readShippedRules();
  const find = await shippedChecker();
  const told: string[] = [];
  for (const { id, examples, fine, in: where } of rules) {
    const kind = where === 'headline' ? 'headline' : 'text';
    const finds = (text: string): number =>
      find(segmentOf(text, kind)).filter(({ code }) => code === id).length;
    if (examples.length === 0) told.push(`${id} has no example`);
    for (const { bad, good } of examples) {
      if (finds(bad) === 0) told.push(`${id} does not find: ${bad}`);
      const mended = mend(find, bad, id, kind);
      if (mended !== good) told.push(`${id} makes of “${bad}”: ${mended}`);
      if (finds(good) > 0) told.push(`${id} finds something in: ${good}`);
    }
    for (const text of fine) if (finds(text) > 0) told.push(`${id} finds something in: ${text}`);
  }
  expect(told).toEqual([]);
});

test('every way to write a word the rules advise against is mended for good', async () => {
  const find = await shippedChecker();
  const told: string[] = [];
  for (const { id, words = {} } of await readShippedRules()) {
    for (const [avoid, prefer] of Object.entries(words)) {
      if (prefer === '') continue;
      const mended = mend(find, `Menurut dia ${avoid} itu.`, id, 'text');
      if (mended !== `Menurut dia ${prefer} itu.`) told.push(`${avoid}: ${mended}`);
      if (mend(find, mended, id, 'text') !== mended) told.push(`${prefer} is a finding itself`);
    }
  }
  expect(told).toEqual([]);
});

const settings = checksSettingsSchema.parse({
  rulesOff: ['rupiah'],
  names: ['Bank Indonesia', 'KH Ma’ruf Amin'],
  ownRules: [
    { ruleId: 'rumah-1', find: 'netizen', isPattern: false, replacement: 'warganet', advice: 'Kata kami' },
    { ruleId: 'rumah-2', find: '(\\d+) %', isPattern: true, replacement: '$1 persen', advice: '' },
    { ruleId: 'rumah-3', find: '(', isPattern: true, replacement: '', advice: 'rusak' },
  ],
});

test('the house adds rules and names, switches shipped ones off, and a broken pattern costs only itself', async () => {
  const shipped = await readShippedRules();
  const find = await shippedChecker({ rules: rulesInForce(shipped, settings) });
  const text = 'Netizen kata bank indonesia naik 7 % ke Rp 100.';
  const codes = find(segmentOf(text)).map(({ code, text: found, fixes }) => [code, found, fixes[0]]);
  expect(codes).toEqual([
    ['rumah-1', 'Netizen', { kind: 'replace', text: 'Warganet' }],
    ['nama-rumah', 'bank indonesia', { kind: 'replace', text: 'Bank Indonesia' }],
    ['rumah-2', '7 %', { kind: 'replace', text: '7 persen' }],
  ]);
  const listed = listRules(shipped, settings);
  expect(listed.find(({ ruleId }) => ruleId === 'rupiah')).toMatchObject({ on: false, own: false });
  expect(listed.find(({ ruleId }) => ruleId === 'rumah-1')).toMatchObject({ on: true, own: true });
});

test('a pattern that would keep an ordinary engine busy for ever is done with in one pass', async () => {
  const rule = { ruleId: 'rumah-1', find: '(a+)+$', isPattern: true, replacement: '', advice: '' };
  const rules = rulesInForce([], checksSettingsSchema.parse({ ownRules: [rule] }));
  const find = await shippedChecker({ rules });
  expect(find(segmentOf(`${'a'.repeat(5_000)}!`)).filter(({ code }) => code === 'rumah-1')).toEqual([]);
});
