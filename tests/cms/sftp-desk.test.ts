/** A whole desk and a real SFTP server: the outbox, a look through the site, a server that changes its key. */
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { expect, test, vi } from 'vitest';
import { buildDocument, paragraph, text } from '../../shared/document/build.ts';
import { desk, openDesk, publish, rewrite, settled, until, writeArticle } from './desk.ts';
import { openServer, place, server } from './sftp/at-server.ts';

openServer();
openDesk();

const copy = (words: string) => buildDocument([paragraph([text(words)])]);

async function addSite() {
  const { place: where, file } = place();
  const configuration = { kind: 'sftp-site' as const, publicUrl: 'https://koran.test', ...where };
  const { id } = await desk.client.publishing.targets.add({
    name: 'Koran',
    configuration,
    secret: server.privateKey,
  });
  return { id, configuration, file };
}

test('a site is looked through: what was deleted at the server comes back by itself', async () => {
  const { id, file } = await addSite();
  const articleId = await writeArticle('Presiden tiba', copy('Presiden tiba di Singapura.'));
  const live = await until(await publish(articleId, id), 'live');
  const page = file(`${new URL(live.url ?? '').pathname.slice(1)}index.html`);
  expect(await desk.client.publishing.targets.inspect({ id })).toMatchObject({
    ok: true,
    checks: [{ code: 'site-complete' }],
  });

  rmSync(page);
  rmSync(file('assets'), { recursive: true });
  const found = await desk.client.publishing.targets.inspect({ id });
  expect(found.ok).toBe(false);
  expect(found.checks.map(({ code }) => code)).toEqual(['site-missing']);
  expect(found.checks[0]?.detail).toContain('assets/site.css');
  await vi.waitFor(() => expect(existsSync(page) && existsSync(file('assets/site.css'))).toBe(true), {
    timeout: 20_000,
  });
  await vi.waitFor(
    async () => expect(await desk.client.publishing.targets.inspect({ id })).toMatchObject({ ok: true }),
    { timeout: 20_000 },
  );
  expect(await desk.client.publishing.transfers()).toEqual([]);

  // Where nothing is out any more, the pages around it still come back.
  const request = { articleId, targetId: id, requestId: 'a0b1c2d3-0000-4000-8000-000000000001' };
  await until(await desk.client.publishing.unpublish(request), 'live');
  rmSync(file('indeks/index.html'));
  await desk.client.publishing.targets.inspect({ id });
  await vi.waitFor(() => expect(existsSync(file('indeks/index.html'))).toBe(true), { timeout: 20_000 });
});

test('a server that changed its key gets nothing until a person trusts the new one; then what waited goes out', async () => {
  const { id, configuration, file } = await addSite();
  const articleId = await writeArticle('Presiden tiba', copy('Presiden tiba di Singapura.'));
  const live = await until(await publish(articleId, id), 'live');
  const page = file(`${new URL(live.url ?? '').pathname.slice(1)}index.html`);
  await server.changeHostKey();
  await rewrite(articleId, { document: copy('Presiden sudah kembali.') });
  const stopped = await settled(await publish(articleId, id));
  expect(stopped).toMatchObject({ state: 'failed', error: { code: 'host-key-changed' } });
  expect(readFileSync(page, 'utf8')).toContain('Presiden tiba di Singapura.');

  const { checks } = await desk.client.publishing.targets.verify({ id, configuration });
  const hostKey = checks[0]?.hostKeys?.shown ?? '';
  const trusting = { ...configuration, hostKey };
  await desk.client.publishing.targets.change({ id, name: 'Koran', configuration: trusting });
  expect((await desk.client.publishing.targets.verify({ id, configuration: trusting })).ok).toBe(true);
  await desk.client.publishing.retry({ deliveryId: stopped.deliveryId });
  await until(stopped, 'live');
  expect(readFileSync(page, 'utf8')).toContain('Presiden sudah kembali.');
});

test('a folder site has nothing to look through', async () => {
  const [folder] = await desk.client.publishing.targets.list();
  await expect(desk.client.publishing.targets.inspect({ id: folder?.id ?? '' })).rejects.toMatchObject({
    code: 'INVALID',
    data: { reason: 'nothing-to-inspect' },
  });
});
