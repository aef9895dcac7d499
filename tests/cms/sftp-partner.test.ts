/** Copy for partners at a real SFTP server: OpenSSH's own. */
import { existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { expect, onTestFinished, test } from 'vitest';
import { createPartnerTarget } from '../../electron/core/publishing/targets/partner/target.ts';
import type { TargetContext } from '../../electron/core/publishing/target.ts';
import { failure } from '../../electron/core/publishing/testing-target.ts';
import type { PartnerFormat } from '../../shared/contract/target-configuration.ts';
import { parseWireBytes } from '../../electron/core/wire/formats/parse.ts';
import { startCuttingProxy } from './cutting-proxy.ts';
import { openServer, place, server } from './sftp/at-server.ts';
import { mountSmallDisk } from './sftp/small-disk.ts';
import { article, pictureBytes, pictureId, request, story } from './story.ts';

openServer();

function partner(format: PartnerFormat, changes: Partial<TargetContext> = {}, port = server.port) {
  const { place: where, ...rest } = place(changes, port);
  return {
    target: createPartnerTarget(),
    configuration: {
      ...{ kind: 'partner' as const, format, language: 'id', copyrightNotice: '', usageTerms: '' },
      picturesAddress: 'https://mitra.test/kiriman',
      delivery: { way: 'sftp' as const, ...where },
    },
    ...rest,
  };
}

const uuid = article().articleId;

function read(file: string) {
  const { stories } = parseWireBytes(readFileSync(file), { now: Date.now() });
  return stories[0];
}

test('a connection is tried: signed in, a file written and taken away, nothing left', async () => {
  const { target, configuration, given, file } = partner('ninjs-3');
  const { ok, checks } = await target.verify(configuration, given);
  expect(checks.map(({ code, ok: fine }) => [code, fine])).toEqual([
    ['sftp-sign-in', true],
    ['folder-writable', true],
  ]);
  expect(ok).toBe(true);
  expect(readdirSync(file('.'))).toEqual([]);
});

test.each(['ninjs-3', 'ninjs-2', 'newsml-g2'] as const)(
  '%s: a story, its correction and its withdrawal are files of their own, whole, with the picture once',
  async (format) => {
    const { target, configuration, given, exchanges, file } = partner(format);
    const first = await target.publish(configuration, request('redaksi-1'), given);
    expect(first.differences.filter(({ field }) => field === 'picture')).toEqual([]);
    const second = await target.publish(
      configuration,
      request('redaksi-2', {
        article: article({ document: story('Kalimat baru sekali.') }),
        existing: first.post,
      }),
      given,
    );
    await target.unpublish(configuration, second.post, given);
    const ending = format === 'newsml-g2' ? 'xml' : 'json';
    const names = [1, 2, 3].map((version) => `${uuid}-v${version}.${ending}`);
    expect(readdirSync(file('.')).toSorted()).toEqual([...names, 'media'].toSorted());
    expect(readFileSync(file(`media/${pictureId}.png`))).toEqual(Buffer.from(pictureBytes));
    expect(exchanges.filter(({ address }) => address.startsWith('media/'))).toHaveLength(1);
    const [one, two, three] = names.map((name) => read(file(name)));
    expect(one).toMatchObject({ version: '1', pubStatus: 'usable' });
    expect(two).toMatchObject({ uri: one?.uri, version: '2', pubStatus: 'usable' });
    expect(two?.bodyText).toContain('Kalimat baru sekali.');
    expect(three).toMatchObject({ uri: one?.uri, version: '3', pubStatus: 'canceled' });
  },
);

test('a feed is written anew in one step', async () => {
  const { target, configuration, given, file } = partner('atom');
  const first = await target.publish(configuration, request('redaksi-1'), given);
  const number = statSync(file('feed.xml')).ino;
  await target.publish(
    configuration,
    request('redaksi-2', {
      article: article({ document: story('Kalimat baru sekali.') }),
      existing: first.post,
    }),
    given,
  );
  expect(readFileSync(file('feed.xml'), 'utf8')).toContain('Kalimat baru sekali.');
  // Renamed into its place, not written over.
  expect(statSync(file('feed.xml')).ino).not.toBe(number);
});

test('a connection lost between put and rename: nothing under its name, then the same file once', async () => {
  const proxy = await startCuttingProxy(server.port);
  onTestFinished(() => proxy.close());
  const { target, configuration, given, file } = partner('ninjs-3', {}, proxy.port);
  const name = `${uuid}-v1.json`;
  const waiting = file(`.redaksi-unfinished-${name}`);
  proxy.cutWhen(() => existsSync(waiting) && statSync(waiting).size > 0);
  const lost = await failure(target.publish(configuration, request('redaksi-1'), given));
  expect(lost).toMatchObject({ code: 'unreachable', retryable: true });
  expect(existsSync(file(name))).toBe(false);
  await target.publish(configuration, request('redaksi-1', { mayHaveArrived: true }), given);
  expect(readdirSync(file('.')).toSorted()).toEqual([name, 'media'].toSorted());
  expect(read(file(name))).toMatchObject({ version: '1' });
});

test('an answer lost after the rename: the file that is there is left alone', async () => {
  const proxy = await startCuttingProxy(server.port);
  onTestFinished(() => proxy.close());
  const { target, configuration, given, file } = partner('ninjs-3', {}, proxy.port);
  const name = `${uuid}-v1.json`;
  proxy.cutWhen(() => existsSync(file(name)));
  const asked = request('redaksi-1');
  expect(await failure(target.publish(configuration, asked, given))).toMatchObject({ retryable: true });
  const { ino } = statSync(file(name));
  await target.publish(configuration, { ...asked, mayHaveArrived: true }, given);
  expect(statSync(file(name)).ino).toBe(ino);
});

test('a full disk is told, nothing is half there, and the version goes out once there is room', async () => {
  const { target, configuration, given, file } = partner('newsml-g2');
  const disk = mountSmallDisk(file('.'), server.userNumber);
  disk.fillUpTo(0);
  const refused = await failure(target.publish(configuration, request('redaksi-1'), given));
  expect(refused).toMatchObject({ code: 'disk-full', retryable: true });
  expect(readdirSync(file('.'), { recursive: true }).toSorted()).toEqual(['.ballast', 'media']);
  disk.makeRoom();
  await target.publish(configuration, request('redaksi-1', { mayHaveArrived: true }), given);
  expect(read(file(`${uuid}-v1.xml`))).toMatchObject({ version: '1', pubStatus: 'usable' });
});

test('a server with another key gets nothing until a person trusts it; a wrong key and no server are told apart', async () => {
  const { target, configuration, given, file } = partner('ninjs-3');
  const to = (change: object) => ({ ...configuration, delivery: { ...configuration.delivery, ...change } });
  const codes = [];
  for (const [change, secret] of [
    [{}, 'bukan kunci'],
    [{}, null],
    [{ port: 1 }, server.privateKey],
    [{ folder: '/etc/redaksi' }, server.privateKey],
  ] as const) {
    codes.push((await failure(target.publish(to(change), request('redaksi-1'), { ...given, secret }))).code);
  }
  expect(codes).toEqual(['sign-in-refused', 'secret-missing', 'unreachable', 'folder-unwritable']);
  const first = await target.publish(configuration, request('redaksi-1'), given);
  await server.changeHostKey();
  const withdrawal = target.unpublish(configuration, first.post, given);
  expect(await failure(withdrawal)).toMatchObject({ code: 'host-key-changed', retryable: false });
  const { checks } = await target.verify(configuration, given);
  const shown = checks[0]?.hostKeys?.shown ?? '';
  expect(existsSync(file(`${uuid}-v2.json`))).toBe(false);
  await target.unpublish(to({ hostKey: shown }), first.post, given);
  expect(read(file(`${uuid}-v2.json`))).toMatchObject({ pubStatus: 'canceled' });
  rmSync(file('.'), { recursive: true });
});
