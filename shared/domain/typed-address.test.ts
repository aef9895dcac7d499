import { expect, it } from 'vitest';
import { typedAddress } from './typed-address.ts';

/** The words that become a link, and where it leads. */
function linked(text: string): [string, string] | null {
  const address = typedAddress(text);
  return address === null ? null : [text.slice(address.start, address.end), address.url];
}

it.each([
  ['lihat https://antaranews.com ', 'https://antaranews.com', 'https://antaranews.com'],
  ['www.antaranews.com ', 'www.antaranews.com', 'https://www.antaranews.com'],
  ['di HTTP://Contoh.co.id/a?b=1#c\n', 'HTTP://Contoh.co.id/a?b=1#c', 'HTTP://Contoh.co.id/a?b=1#c'],
  ['(https://a.id/berita)', 'https://a.id/berita', 'https://a.id/berita'],
  ['“https://a.id/x”', 'https://a.id/x', 'https://a.id/x'],
  ['"https://a.id/x."', 'https://a.id/x', 'https://a.id/x'],
  ['baca https://a.id/x, ', 'https://a.id/x', 'https://a.id/x'],
  ['baca https://a.id/x?! ', 'https://a.id/x', 'https://a.id/x'],
  ['(lihat https://a.id/x). ', 'https://a.id/x', 'https://a.id/x'],
  ['https://id.wikipedia.org/wiki/Merkurius_(planet) ', 'https://id.wikipedia.org/wiki/Merkurius_(planet)'],
  ['http://a.id:8080/ ', 'http://a.id:8080/'],
])('%j: the address is a link, the marks around it are not', (text, words, url = words) => {
  expect(linked(text)).toEqual([words, url]);
});

it.each([
  'https://antaranews.com',
  'https://antaranews.com.',
  'https://antaranews.com  ',
  'https://antaranews ',
  'www.antaranews ',
  'https:// ',
  'lihat antaranews.com ',
  'redaksi@antaranews.com ',
  'https://siapa@antaranews.com ',
  'xhttps://antaranews.com ',
  'ftp://antaranews.com ',
  'javascript:alert(1) ',
  'https://javascript:alert(1) ',
  'https://id.wikipedia.org/wiki/Merkurius_(planet)',
  '[kata](https://a.id)',
  '',
])('%j: no address that ends here', (text) => {
  expect(typedAddress(text)).toBeNull();
});

it('takes no longer the longer the text is', () => {
  const began = performance.now();
  expect(typedAddress(`${'https://a.'.repeat(200)} `)).toBeNull();
  expect(typedAddress(`https://a.id/${')'.repeat(1900)} `)).not.toBeNull();
  expect(performance.now() - began).toBeLessThan(500);
});
