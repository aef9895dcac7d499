import { expect, test } from 'vitest';
import { partMark } from './part-mark.ts';

const PLAIN = { headline: 'Pasar terbakar', slugline: 'Pasar-Kebakaran', signals: [] };

test.each([
  [{}, ''],
  [{ headline: 'KOREKSI: Pasar terbakar' }, 'sig:correction'],
  [{ headline: 'RALAT - Pasar terbakar' }, 'sig:correction'],
  [{ signals: ['edStat:C'] }, 'sig:correction'],
  [{ signals: ['sig:update', 'sig:flash'] }, 'sig:update'],
  [{ headline: 'Pidato anggaran (Take 2)' }, 'take:2'],
  [{ headline: 'Pidato anggaran [lanjutan]' }, 'take:2'],
  [{ slugline: 'Pasar-Kebakaran, 1st Ld-Writethru' }, 'sig:update'],
  [{ headline: 'Pasar (Inpres) terbakar' }, ''],
  [{ headline: 'Update: pasar terbakar (Take 3)' }, 'sig:update take:3'],
])('%j is marked %j', (change, mark) => {
  expect(partMark({ ...PLAIN, ...change })).toBe(mark);
});
