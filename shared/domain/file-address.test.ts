import { expect, test } from 'vitest';
import { pathOfFileAddress } from './file-address.ts';

test.each([
  ['file:///srv/situs/berita/cabai%20turun/index.html', '/srv/situs/berita/cabai turun/index.html'],
  ['file:///C:/Situs/index.html', 'C:/Situs/index.html'],
  ['https://situs.example/berita/', null],
  ['', null],
  [null, null],
])('%s is written at %s', (address, path) => {
  expect(pathOfFileAddress(address)).toBe(path);
});
