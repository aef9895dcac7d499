import { expect, test } from 'vitest';
import { isSampleUri } from './sample-story.ts';

test('stories of the sample newsroom are known by their names, and no other agency’s are', () => {
  for (const uri of ['https://alfa.example/berita/1002', 'tag:beta.example,2026:berita/2001']) {
    expect(isSampleUri(uri), uri).toBe(true);
  }
  for (const uri of [
    '',
    'https://kawat.example/berita/1',
    'https://alfa.example.com/berita/1',
    'https://situs.id/?asal=https://alfa.example/',
    'urn:newsml:alfa.example:1',
  ]) {
    expect(isSampleUri(uri), uri).toBe(false);
  }
});
