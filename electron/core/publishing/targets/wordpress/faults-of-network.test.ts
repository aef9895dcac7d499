import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer as createTcpServer } from 'node:net';
import { join } from 'node:path';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { endless, type Reply } from '../../site-http/scripted-server.ts';
import { failure } from '../../testing-target.ts';
import { configurationOf, contextWith, requestWith, scriptedSite, target } from './scripted-site.ts';

describe('a network that does not carry a delivery is told typed', () => {
  test('down: nobody listens, or the connection is cut', async () => {
    const server = createTcpServer((socket) => socket.destroy());
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    const url = `http://127.0.0.1:${typeof address === 'object' ? (address?.port ?? 0) : 0}`;
    const cut = await failure(target.publish(configurationOf(url), requestWith(), contextWith()));
    server.close();
    await once(server, 'close');
    const down = await failure(target.publish(configurationOf(url), requestWith(), contextWith()));
    expect([cut, down]).toMatchObject([
      { code: 'unreachable', retryable: true },
      { code: 'unreachable', retryable: true },
    ]);
  });

  test('a name nobody knows', async () => {
    const error = await failure(
      target.publish(configurationOf('https://tidak-ada.invalid'), requestWith(), contextWith()),
    );
    expect(error).toMatchObject({ code: 'name-not-found', retryable: true });
  });

  test('TLS that is none', async () => {
    const { url } = await scriptedSite();
    const error = await failure(
      target.publish(configurationOf(url.replace('http:', 'https:')), requestWith(), contextWith()),
    );
    expect(error).toMatchObject({ code: 'certificate', retryable: false });
  });

  test('stopping ends the call and is no failure of the delivery', async () => {
    const { url } = await scriptedSite({ 'POST /wp/v2/posts': endless });
    const controller = new AbortController();
    const context = contextWith({ signal: controller.signal });
    const publishing = target.publish(configurationOf(url), requestWith(), context);
    setTimeout(() => controller.abort(new Error('stopping')), 50);
    await expect(publishing).rejects.toThrow('stopping');
  });

  describe('TLS', () => {
    const folder = join(import.meta.dirname, '../../../../../tests/fixtures/tls');
    const pem = (name: string) => readFileSync(join(folder, `${name}.pem`), 'utf8');
    const served = (certificate: string) => ({ key: pem('server.key'), cert: pem(certificate) });
    const usual = getCACertificates('default');
    beforeAll(() => setDefaultCACertificates([...usual, pem('authority')]));
    afterAll(() => setDefaultCACertificates(usual));

    test('a certificate that ran out is told as that, and no password goes there', async () => {
      const { url, calls } = await scriptedSite({}, served('expired'));
      const error = await failure(target.publish(configurationOf(url), requestWith(), contextWith()));
      expect(error).toMatchObject({ code: 'certificate-dates', retryable: false });
      expect(calls).toEqual([]);
    });

    test('a certificate of nobody’s is refused', async () => {
      setDefaultCACertificates(usual);
      const { url, calls } = await scriptedSite({}, served('valid'));
      const error = await failure(target.publish(configurationOf(url), requestWith(), contextWith()));
      setDefaultCACertificates([...usual, pem('authority')]);
      expect(error).toMatchObject({ code: 'certificate', retryable: false });
      expect(calls).toEqual([]);
    });

    test('a site that moved to https is followed there before the password goes out', async () => {
      const secure = await scriptedSite({}, served('valid'));
      const moved: Reply = (response, { url = '/' }) => {
        response.writeHead(301, { location: new URL(url, secure.url).href });
        response.end();
      };
      const plain = await scriptedSite({ '*': moved });
      const { post } = await target.publish(configurationOf(plain.url), requestWith(), contextWith());
      expect(post.remoteId).toBe('1');
      expect(plain.calls.every(({ authorization }) => authorization === undefined)).toBe(true);
      expect(secure.calls.some(({ authorization }) => authorization !== undefined)).toBe(true);
    });

    test('a site that sends from https back to http gets no password', async () => {
      const plain = await scriptedSite();
      const back: Reply = (response) => {
        response.writeHead(301, { location: `${plain.url}/wp-json/` });
        response.end();
      };
      const secure = await scriptedSite({ '*': back }, served('valid'));
      const error = await failure(target.publish(configurationOf(secure.url), requestWith(), contextWith()));
      expect(error).toMatchObject({ code: 'not-this-kind-of-site' });
      expect(plain.calls).toEqual([]);
    });
  });
});
