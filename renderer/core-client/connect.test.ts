import { MessageChannel } from 'node:worker_threads';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { openTestCore, type TestCore } from '../../electron/core/testing.ts';
import { serveOverPort } from '../../electron/hosts/serve-over-port.ts';
import { connect } from './connect.ts';
import { CoreDisconnectedError } from './reconnecting-client.ts';

/** A page in Electron: ports come as the preload hands them over. */
class FakeWindow extends EventTarget {
  readonly location = { origin: 'app://redaksi', protocol: 'app:' };
  wanted = 0;
  onWanted: () => void = () => {};

  postMessage(message: unknown): void {
    if (message !== 'redaksi:core-port-wanted') return;
    this.wanted += 1;
    this.onWanted();
  }
  hears(data: unknown, ports: unknown[] = []): void {
    this.dispatchEvent(
      Object.assign(new Event('message'), { data, ports, origin: 'app://redaksi', source: this }),
    );
  }
}

let desk: TestCore;
let page: FakeWindow;

beforeEach(async () => {
  desk = await openTestCore();
  page = new FakeWindow();
  vi.stubGlobal('window', page);
});

afterEach(async () => {
  page.hears('redaksi:core-gone');
  // The page hears of the closed port a moment later.
  await new Promise((resolve) => setImmediate(resolve));
  vi.unstubAllGlobals();
  await desk.close();
});

function handPort({ served }: { served: boolean }): void {
  const { port1, port2 } = new MessageChannel();
  if (served) serveOverPort(desk.core, port1);
  page.hears('redaksi:core-port', [port2]);
}

it('in Electron asks for a port; when the core goes, what waits is rejected and the next call asks for another', async () => {
  page.onWanted = () => handPort({ served: true });
  const { client } = await connect();
  expect((await client.system.status()).version).toBe('test');
  expect(page.wanted).toBe(1);

  page.hears('redaksi:core-gone');
  page.onWanted = () => handPort({ served: false });
  const waiting = client.system.status().catch((error: unknown) => error);
  await vi.waitFor(() => expect(page.wanted).toBe(2));
  page.hears('redaksi:core-gone');
  expect(await waiting).toBeInstanceOf(CoreDisconnectedError);

  page.onWanted = () => handPort({ served: true });
  expect((await client.system.status()).version).toBe('test');
  expect(page.wanted).toBe(3);
});
