import { describe, expect, it } from 'vitest';
import { blankDraft, findDraftProblems, hasMoved, nameFor, siteHost } from './target-draft.ts';

const wordpress = {
  id: null,
  name: '',
  configuration: { kind: 'wordpress' as const, siteUrl: 'https://seruji.co.id', user: 'sari' },
};
const folderAt = (folder: string) => ({
  id: null,
  name: '',
  configuration: { kind: 'folder-site' as const, folder },
});

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

  it('asks a Ghost for its address and its key', () => {
    expect(Object.keys(findDraftProblems(blankDraft('ghost'), '', false))).toEqual(['siteUrl', 'secret']);
  });

  it('asks a partner for the way, and takes one that wants no password', () => {
    const partner = blankDraft('partner');
    const { configuration } = partner;
    if (configuration.kind !== 'partner') throw new Error('a partner');
    const problems = (part: Partial<typeof configuration>) =>
      findDraftProblems({ ...partner, configuration: { ...configuration, ...part } }, '', false);
    expect(problems({})).toEqual({ folder: 'settings.required' });
    expect(problems({ delivery: { way: 'folder', folder: 'mitra' } })).toEqual({
      folder: 'settings.target.folderError',
    });
    expect(problems({ delivery: { way: 'folder', folder: ' /srv/mitra ' } })).toEqual({});
    const http = {
      way: 'http' as const,
      address: 'https://mitra.id/masuk',
      method: 'PUT' as const,
      user: '',
    };
    expect(problems({ delivery: http })).toEqual({});
    expect(problems({ delivery: { ...http, address: 'mitra' }, language: 'bahasa Indonesia' })).toEqual({
      address: 'settings.target.partner.addressError',
      language: 'settings.target.partner.languageError',
    });
    expect(problems({ delivery: http, picturesAddress: 'media' })).toEqual({
      pictures: 'settings.target.partner.addressError',
    });
  });

  it('asks an SFTP server for what it needs, and takes no address for a name', () => {
    const blank = blankDraft('sftp-site');
    expect(Object.keys(findDraftProblems(blank, '', false))).toEqual(['host', 'user', 'secret']);
    const configuration = {
      ...{ kind: 'sftp-site' as const, host: 'https://koran.id', port: 0, user: 'koran' },
      ...{ folder: '', publicUrl: 'situs kami', hostKey: '' },
    };
    expect(findDraftProblems({ ...blank, configuration }, '', true)).toEqual({
      host: 'settings.target.sftp.hostError',
      port: 'settings.target.sftp.portError',
      publicUrl: 'settings.target.siteUrlError',
    });
  });

  it('takes whole folders of every system, and none at all', () => {
    const folder = (path: string) => findDraftProblems(folderAt(path), '', false);
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
    expect(hasMoved({ ...saved, siteUrl: 'seruji.co.id/wp-admin' }, saved)).toBe(false);
    expect(hasMoved({ ...saved, siteUrl: 'https://lain.id' }, saved)).toBe(true);
  });
});

it('names a target by where it is when it was given no name', () => {
  expect(
    nameFor(
      { ...blankDraft('ghost'), configuration: { kind: 'ghost', siteUrl: 'https://www.seruji.co.id/' } },
      'Ghost',
    ),
  ).toBe('seruji.co.id');
  expect(nameFor(folderAt('/srv/situs/'), 'Situs folder')).toBe('situs');
  expect(nameFor(blankDraft('folder-site'), 'Situs folder')).toBe('Situs folder');
  expect(nameFor({ ...wordpress, name: ' Kami ' }, 'WordPress')).toBe('Kami');
});
