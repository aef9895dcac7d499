/** The static site at a real SFTP server: OpenSSH's own. */
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { PublishConflict } from '../../electron/core/publishing/target.ts';
import { failure } from '../../electron/core/publishing/testing-target.ts';
import { openServer, server, sitePlace, written } from './sftp/at-server.ts';
import { article, fields, request, story } from './story.ts';

openServer();

test('a connection is tried: signed in, a file written and taken away, nothing left', async () => {
  const { target, configuration, given, file } = sitePlace();
  const { ok, checks } = await target.verify(configuration, given);
  expect(checks.map(({ code, ok: fine }) => [code, fine])).toEqual([
    ['sftp-sign-in', true],
    ['folder-writable', true],
    ['folder-foreign', true],
  ]);
  expect(ok).toBe(true);
  expect(readdirSync(file('.'))).toEqual([]);
});

test('a story goes out whole, an update sends what differs and nothing else, and it is taken back', async () => {
  const { target, configuration, given, exchanges, file } = sitePlace();
  const first = await target.publish(configuration, request('redaksi-1'), given);
  expect(first.differences).toEqual([]);
  expect(first.post.url).toMatch(/^https:\/\/koran\.test\//);
  const page = `${first.post.remoteId}/index.html`;
  expect(readFileSync(file(page), 'utf8')).toContain('working dinner');
  expect(readFileSync(file('indeks/index.html'), 'utf8')).toContain('Presiden Jokowi');
  const order = written(exchanges);
  expect(order.indexOf('assets/site.css')).toBeLessThan(order.indexOf(page));
  expect(order.findIndex((path) => path.startsWith('media/'))).toBeLessThan(order.indexOf(page));
  expect(order.indexOf(page)).toBeLessThan(order.indexOf('indeks/index.html'));

  exchanges.length = 0;
  const changed = article({ document: story('Kalimat baru sekali.'), fields });
  const update = request('redaksi-2', { article: changed, existing: first.post });
  const second = await target.publish(configuration, update, given);
  expect(second.differences).toEqual([]);
  expect(readFileSync(file(page), 'utf8')).toContain('Kalimat baru sekali.');
  expect(written(exchanges)).toContain(page);
  expect(written(exchanges).filter((path) => /^(?:assets|media)\//.test(path))).toEqual([]);

  await target.unpublish(configuration, second.post, given);
  expect(existsSync(file(page))).toBe(false);
  expect(readFileSync(file('indeks/index.html'), 'utf8')).not.toContain('Presiden Jokowi');
});

test('a page somebody changed at the server is a conflict; who has seen it may go on from there', async () => {
  const { target, configuration, given, file } = sitePlace();
  const first = await target.publish(configuration, request('redaksi-1'), given);
  const page = file(`${first.post.remoteId}/index.html`);
  writeFileSync(page, readFileSync(page, 'utf8').replace('working dinner', 'makan malam kerja'));
  const update = request('redaksi-2', {
    article: article({ document: story('Baru.') }),
    existing: first.post,
  });
  const conflict = await failure(target.publish(configuration, update, given));
  if (!(conflict instanceof PublishConflict)) throw conflict;
  expect(conflict).toMatchObject({ code: 'changed-at-target', retryable: false });
  expect(conflict.differences[0]?.field).toBe('body');
  expect(readFileSync(page, 'utf8')).toContain('makan malam kerja');
  const decided = await target.publish(configuration, { ...update, existing: conflict.found }, given);
  expect(decided.differences).toEqual([]);
  expect(readFileSync(page, 'utf8')).toContain('Baru.');
});

test('a front page that is not ours is not replaced', async () => {
  const { target, configuration, given, file } = sitePlace();
  await target.verify(configuration, given);
  writeFileSync(file('index.html'), '<h1>Toko kami</h1>');
  const { ok, checks } = await target.verify(configuration, given);
  expect([ok, checks.at(-1)?.code]).toEqual([false, 'folder-foreign']);
  const refused = await failure(target.publish(configuration, request('redaksi-1'), given));
  expect(refused).toMatchObject({ code: 'folder-unwritable' });
  expect(readFileSync(file('index.html'), 'utf8')).toBe('<h1>Toko kami</h1>');
});

test('a folder that may not be written to, a wrong key and no server are told apart', async () => {
  const { target, configuration, given } = sitePlace();
  const codes = [];
  for (const [change, secret] of [
    [{ folder: '/etc/redaksi' }, server.privateKey],
    [{}, 'bukan kunci'],
    [{ port: 1 }, server.privateKey],
  ] as const) {
    const asked = target.publish({ ...configuration, ...change }, request('redaksi-1'), { ...given, secret });
    codes.push((await failure(asked)).code);
  }
  expect(codes).toEqual(['folder-unwritable', 'sign-in-refused', 'unreachable']);
});

test('a private key that lost its line breaks in a field of one line is taken', async () => {
  const { target, configuration, given } = sitePlace();
  const secret = server.privateKey.replaceAll('\n', '');
  expect((await target.verify(configuration, { ...given, secret })).ok).toBe(true);
});

test('a server with another key is not signed in at, until a person says that it is right', async () => {
  const { target, configuration, given, file } = sitePlace();
  const first = await target.publish(configuration, request('redaksi-1'), given);
  const stamp = statSync(file('index.html')).mtimeMs;
  await server.changeHostKey();
  const update = request('redaksi-2', {
    article: article({ document: story('Rahasia.') }),
    existing: first.post,
  });
  const refused = await failure(target.publish(configuration, update, given));
  expect(refused).toMatchObject({ code: 'host-key-changed', retryable: false });
  expect(statSync(file('index.html')).mtimeMs).toBe(stamp);
  const { ok, checks } = await target.verify(configuration, given);
  expect([ok, checks.length]).toEqual([false, 1]);
  const { known, shown } = checks[0]?.hostKeys ?? { known: '', shown: '' };
  expect(checks[0]).toMatchObject({ code: 'host-key-changed', ok: false });
  expect(known).toMatch(/^SHA256:/);
  expect(shown).toMatch(/^SHA256:/);
  expect(shown).not.toBe(known);
  expect(refused.message).toContain(`${known} → ${shown}`);
  const trusting = { ...configuration, hostKey: shown };
  expect((await target.verify(trusting, given)).ok).toBe(true);
  const sent = await target.publish(trusting, update, given);
  expect(sent.differences).toEqual([]);
});
