import { expect, test } from 'vitest';
import { blankDraft, draftOf, finished, readHeaders } from './source-draft.ts';

test('headers are read one a line; what is none is named', () => {
  expect(readHeaders('X-Langganan: 42\n\n  Accept-Language:id ')).toEqual({
    ok: true,
    headers: [
      { name: 'X-Langganan', value: '42' },
      { name: 'Accept-Language', value: 'id' },
    ],
  });
  expect(readHeaders('X-Langganan: 42\ntanpa titik dua')).toEqual({ ok: false, bad: 'tanpa titik dua' });
});

test('headers come back as they were typed', () => {
  const draft = blankDraft('feed');
  const headers = [{ name: 'X-A', value: 'b' }];
  expect(draftOf(finished(draft, headers)).headers).toBe('X-A: b');
});

test('a source without a name is called by its host or its folder', () => {
  const feed = blankDraft('feed');
  feed.configuration.address = ' https://www.kawat.example/rss ';
  expect(finished(feed, [])).toMatchObject({
    name: 'kawat.example',
    address: 'https://www.kawat.example/rss',
  });
  const folder = blankDraft('folder');
  folder.configuration.address = '/srv/kiriman/';
  expect(finished(folder, []).name).toBe('kiriman');
});

test('only feeds are said to be silent unless the house wants it of others', () => {
  expect(blankDraft('feed').configuration.silentAfterMinutes).toBe(120);
  for (const kind of ['folder', 'ftp', 'sftp', 'imap'] as const) {
    expect(blankDraft(kind).configuration.silentAfterMinutes).toBe(0);
  }
});
