import { expect, test } from 'vitest';
import { droppedFiles } from './dropped-files.ts';

function file(name: string) {
  return {
    isFile: true,
    isDirectory: false,
    name,
    file: (give: (file: File) => void) => give(new File([], name)),
  };
}

/** As Chromium gives a folder: two entries at a time here, then none. */
function folder(name: string, ...inside: object[]) {
  const left = [...inside];
  const readEntries = (give: (entries: object[]) => void) => give(left.splice(0, 2));
  return { isFile: false, isDirectory: true, name, createReader: () => ({ readEntries }) };
}

async function namesOf(entries: object[], plain: string[] = []): Promise<string[]> {
  const transfer = {
    files: plain.map((name) => new File([], name)),
    items: entries.map((entry) => ({ webkitGetAsEntry: () => entry })),
  };
  return (await droppedFiles(transfer as unknown as DataTransfer)).map(({ name }) => name);
}

test('files are taken as they were dropped', async () => {
  expect(await namesOf([file('b.xml'), file('a.xml')], ['b.xml', 'a.xml'])).toEqual(['b.xml', 'a.xml']);
});

test('folders are gone through by name to the end, hidden files left out', async () => {
  const archive = folder(
    'arsip',
    file('3.xml'),
    file('1.xml'),
    file('.DS_Store'),
    folder('2', file('x.xml')),
    file('4.xml'),
  );
  expect(await namesOf([archive, file('lain.xml')], ['arsip', 'lain.xml'])).toEqual([
    '1.xml',
    'x.xml',
    '3.xml',
    '4.xml',
    'lain.xml',
  ]);
});
