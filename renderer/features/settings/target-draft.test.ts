import { describe, expect, it } from 'vitest';
import { blankDraft, findDraftProblems, hasMoved, nameFor, siteHost } from './target-draft.ts';

const wordpress = { ...blankDraft('wordpress'), siteUrl: 'https://seruji.co.id', user: 'sari' };

describe('findDraftProblems', () => {
  it('asks for everything a WordPress needs, and for the password once only', () => {
    expect(Object.keys(findDraftProblems(blankDraft('wordpress'), '', false))).toEqual([
      'siteUrl',
      'user',
      'secret',
    ]);
    expect(findDraftProblems(wordpress, '', true)).toEqual({});
    expect(findDraftProblems(wordpress, 'abcd efgh', false)).toEqual({});
  });

  it('takes whole folders of every system, and none at all', () => {
    const folder = (path: string) =>
      findDraftProblems({ ...blankDraft('folder-site'), folder: path }, '', false);
    for (const path of ['', '/srv/situs', 'C:\\situs', 'D:/situs', '\\\\server\\situs']) {
      expect(folder(path), path).toEqual({});
    }
    expect(folder('situs')).toEqual({ folder: 'settings.target.folderError' });
  });
});

describe('siteHost', () => {
  it('reads what people type', () => {
    expect(siteHost('seruji.co.id')).toBe('seruji.co.id');
    expect(siteHost(' http://localhost:8080/wp-admin ')).toBe('localhost:8080');
    expect(siteHost('ftp://seruji.co.id')).toBeNull();
    expect(siteHost('situs kami')).toBeNull();
    expect(siteHost('')).toBeNull();
  });
});

describe('hasMoved', () => {
  const saved = { kind: 'wordpress' as const, siteUrl: 'https://www.seruji.co.id', user: 'sari' };
  it('sees another site, not another spelling of the same', () => {
    expect(hasMoved({ ...wordpress, siteUrl: 'seruji.co.id/wp-admin' }, saved)).toBe(false);
    expect(hasMoved({ ...wordpress, siteUrl: 'https://lain.id' }, saved)).toBe(true);
  });
});

it('names a target by where it is when it was given no name', () => {
  expect(nameFor({ ...wordpress, siteUrl: 'https://www.seruji.co.id/' }, 'WordPress')).toBe('seruji.co.id');
  expect(nameFor({ ...blankDraft('folder-site'), folder: '/srv/situs/' }, 'Situs folder')).toBe('situs');
  expect(nameFor(blankDraft('folder-site'), 'Situs folder')).toBe('Situs folder');
  expect(nameFor({ ...wordpress, name: ' Kami ' }, 'WordPress')).toBe('Kami');
});
