/** What goes wrong at a real SFTP server: a full disk, a connection that is lost, files somebody deletes. */
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { TransferProgress } from '../../electron/core/publishing/target.ts';
import { failure } from '../../electron/core/publishing/testing-target.ts';
import { startCuttingProxy } from './cutting-proxy.ts';
import { openServer, server, sitePlace, written } from './sftp/at-server.ts';
import { mountSmallDisk } from './sftp/small-disk.ts';
import { article, request, story } from './story.ts';

openServer();

function unfinished(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) =>
    path.includes('.redaksi-unfinished-'),
  );
}

test('a full disk is told as such, no file is half there, and with room the site is finished', async () => {
  const { target, configuration, given, exchanges, file } = sitePlace();
  const disk = mountSmallDisk(file('.'), server.userNumber);
  disk.fillUpTo(40 * 1024);
  const asked = request('redaksi-1');
  const refused = await failure(target.publish(configuration, asked, given));
  expect(refused).toMatchObject({ code: 'disk-full', retryable: true });
  expect(unfinished(file('.'))).toEqual([]);
  expect(existsSync(file('index.html'))).toBe(false);
  const arrived = written(exchanges);
  expect(arrived.length).toBeGreaterThan(0);

  disk.makeRoom();
  exchanges.length = 0;
  const again = { ...asked, mayHaveArrived: true };
  const { post, differences } = await target.publish(configuration, again, given);
  expect(differences).toEqual([]);
  expect(readFileSync(file(`${post.remoteId}/index.html`), 'utf8')).toContain('working dinner');
  // What had arrived is not sent again.
  expect(written(exchanges).filter((path) => arrived.includes(path))).toEqual([]);
});

test('a full disk leaves the page that readers have as it was', async () => {
  const { target, configuration, given, file } = sitePlace();
  const disk = mountSmallDisk(file('.'), server.userNumber);
  const first = await target.publish(configuration, request('redaksi-1'), given);
  const page = file(`${first.post.remoteId}/index.html`);
  const before = readFileSync(page, 'utf8');
  // The site is there already, so this is more than is left: the disk is full to the last byte.
  expect(() => disk.fillUpTo(0)).toThrow('ENOSPC');
  const update = request('redaksi-2', {
    article: article({ document: story('Kalimat baru sekali.') }),
    existing: first.post,
  });
  expect(await failure(target.publish(configuration, update, given))).toMatchObject({ code: 'disk-full' });
  expect(readFileSync(page, 'utf8')).toBe(before);
  disk.makeRoom();
  expect(
    (await target.publish(configuration, { ...update, mayHaveArrived: true }, given)).differences,
  ).toEqual([]);
  expect(readFileSync(page, 'utf8')).toContain('Kalimat baru sekali.');
});

test('a connection lost between put and rename leaves the old page, and the next attempt finishes', async () => {
  const proxy = await startCuttingProxy(server.port);
  onTestFinished(() => proxy.close());
  const { target, configuration, given, file } = sitePlace({}, proxy.port);
  const first = await target.publish(configuration, request('redaksi-1'), given);
  const page = file(`${first.post.remoteId}/index.html`);
  const before = readFileSync(page, 'utf8');
  const waiting = `${dirname(page)}/.redaksi-unfinished-index.html`;
  proxy.cutWhen(() => existsSync(waiting) && readFileSync(waiting, 'utf8').endsWith('</html>\n'));
  const update = request('redaksi-2', {
    article: article({ document: story('Kalimat baru sekali.') }),
    existing: first.post,
  });
  const lost = await failure(target.publish(configuration, update, given));
  expect(lost).toMatchObject({ code: 'unreachable', retryable: true });
  expect(proxy.cuts()).toBe(1);
  expect(readFileSync(page, 'utf8')).toBe(before);
  expect(readFileSync(waiting, 'utf8')).toContain('Kalimat baru sekali.');

  const again = await target.publish(configuration, { ...update, mayHaveArrived: true }, given);
  expect(again.differences).toEqual([]);
  expect(readFileSync(page, 'utf8')).toContain('Kalimat baru sekali.');
  expect(unfinished(file('.'))).toEqual([]);
});

test('a connection lost after the rename, before its answer: the page is there, nothing is a conflict', async () => {
  const proxy = await startCuttingProxy(server.port);
  onTestFinished(() => proxy.close());
  const { target, configuration, given, exchanges, file } = sitePlace({}, proxy.port);
  const first = await target.publish(configuration, request('redaksi-1'), given);
  const page = file(`${first.post.remoteId}/index.html`);
  proxy.cutWhen(() => readFileSync(page, 'utf8').includes('Kalimat baru sekali.'));
  const update = request('redaksi-2', {
    article: article({ document: story('Kalimat baru sekali.') }),
    existing: first.post,
  });
  expect(await failure(target.publish(configuration, update, given))).toMatchObject({ retryable: true });
  expect(proxy.cuts()).toBe(1);
  exchanges.length = 0;
  const again = await target.publish(configuration, { ...update, mayHaveArrived: true }, given);
  expect(again.differences).toEqual([]);
  expect(readFileSync(file('indeks/index.html'), 'utf8')).toContain('Presiden Jokowi');
});

test('the first publication, cut off at any moment, goes on where it was until it is whole', async () => {
  const proxy = await startCuttingProxy(server.port);
  onTestFinished(() => proxy.close());
  const told: TransferProgress[] = [];
  const { target, configuration, given, exchanges, file } = sitePlace(
    { progress: (soFar) => void (soFar && told.push(structuredClone(soFar))) },
    proxy.port,
  );
  const asked = request('redaksi-1');
  let attempts = 0;
  for (;;) {
    attempts += 1;
    const after = written(exchanges).length + 4;
    proxy.cutWhen(() => written(exchanges).length >= after);
    const outcome = await target
      .publish(configuration, { ...asked, mayHaveArrived: attempts > 1 }, given)
      .catch((error: unknown) => error);
    if (!(outcome instanceof Error)) break;
    expect(outcome).toMatchObject({ code: 'unreachable', retryable: true });
    expect(attempts).toBeLessThan(20);
  }
  expect(attempts).toBeGreaterThan(2);
  const paths = written(exchanges);
  expect(new Set(paths).size).toBe(paths.length);
  expect(readFileSync(file('indeks/index.html'), 'utf8')).toContain('Presiden Jokowi');
  expect(unfinished(file('.'))).toEqual([]);
  // Each attempt tells of what is left for it, not of what has arrived.
  const begun = told.filter(({ files }) => files.done === 0).map(({ files }) => files.of);
  expect(begun).toEqual(begun.toSorted((one, other) => other - one));
  expect(begun[0]).toBe(paths.length);
  expect(told.at(-1)?.bytes.done).toBe(told.at(-1)?.bytes.of);
});

test('what somebody deletes at the server is noticed and comes back; what was changed is told and stays', async () => {
  const { target, configuration, given, exchanges, file } = sitePlace();
  const { post } = await target.publish(configuration, request('redaksi-1'), given);
  const whole = await target.inspect?.(configuration, given);
  expect(whole).toMatchObject({ missing: [], changed: [] });
  expect(whole?.files).toBe(written(exchanges).length);

  rmSync(file('media'), { recursive: true });
  rmSync(file('indeks/index.html'));
  const page = `${post.remoteId}/index.html`;
  writeFileSync(file(page), `${readFileSync(file(page), 'utf8')}<!-- orang -->`);
  const found = await target.inspect?.(configuration, given);
  expect(found?.missing).toEqual(expect.arrayContaining(['indeks/index.html']));
  expect(found?.missing.some((path) => path.startsWith('media/'))).toBe(true);
  expect(found?.changed).toEqual([page]);

  exchanges.length = 0;
  await target.rebuild?.(configuration, given);
  expect(written(exchanges).toSorted()).toEqual(found?.missing.toSorted());
  expect(readFileSync(file('indeks/index.html'), 'utf8')).toContain('Presiden Jokowi');
  expect(readFileSync(file(page), 'utf8')).toContain('<!-- orang -->');
  expect(await target.inspect?.(configuration, given)).toMatchObject({ missing: [], changed: [page] });
});
