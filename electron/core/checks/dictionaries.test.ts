import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import type * as Resources from '../resources.ts';
import { openDictionary } from './dictionaries.ts';
import { segmentOf, shippedChecker } from './testing.ts';

vi.mock('../resources.ts', async (importOriginal) => {
  const original = await importOriginal<typeof Resources>();
  return {
    ...original,
    readResource(name: string) {
      if (!name.startsWith('dictionaries/id_ID')) return original.readResource(name);
      return Promise.reject(Object.assign(new Error(`no ${name}`), { code: 'ENOENT' }));
    },
  };
});

test('a dictionary that is missing is told as such, and copy is checked without it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'redaksi-dictionaries-'));
  try {
    const { condition, text } = await openDictionary(folder, 'id');
    expect(condition).toEqual({ language: 'id', from: null, problem: 'missing' });
    expect(text).toBeNull();
    const english = await openDictionary(folder, 'en');
    expect(english.condition).toEqual({ language: 'en', from: 'shipped', problem: null });
    const find = await shippedChecker({ lexicon: { indonesian: null, english: null, own: new Set() } });
    const found = find(segmentOf('Gubernur mengatakn bantuan menumpuk diatas truk TK.'));
    expect(found.map(({ check }) => check)).toEqual(['style', 'placeholder']);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
