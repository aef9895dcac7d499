/** One SFTP server for the tests of a file, and a site or a partner of its own for each of them. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import type { Exchange, TargetContext } from '../../../electron/core/publishing/target.ts';
import { createSftpSiteTarget } from '../../../electron/core/publishing/targets/sftp-site/target.ts';
import { context } from '../story.ts';
import { startSftp, type RunningSftp } from './start.ts';

export let server: RunningSftp;
let dataFolder: string;
let number = 0;

/** Call it once at the top of the file. */
export function openServer(): void {
  beforeAll(async () => {
    server = await startSftp();
  });
  afterAll(async () => {
    await server?.stop();
  });
  beforeEach(() => {
    number += 1;
    dataFolder = mkdtempSync(join(tmpdir(), 'redaksi-sftp-desk-'));
  });
  afterEach(() => {
    rmSync(dataFolder, { recursive: true, force: true });
  });
}

/** A folder below the one where one lands, and what is told of the way there. `port`: of a proxy before the server. */
export function place(changes: Partial<TargetContext> = {}, port = server.port) {
  const exchanges: Exchange[] = [];
  const folder = `folder-${number}`;
  return {
    place: { host: '127.0.0.1', port, user: server.user, folder, hostKey: '' },
    given: context(server.privateKey, {
      dataFolder,
      record: (exchange) => void exchanges.push(exchange),
      ...changes,
    }),
    exchanges,
    /** A file there, seen from this machine. */
    file: (path: string) => join(server.folder, folder, path),
  };
}

/** A site there. */
export function sitePlace(changes: Partial<TargetContext> = {}, port = server.port) {
  const { place: where, ...rest } = place(changes, port);
  const configuration = { kind: 'sftp-site' as const, publicUrl: 'https://koran.test', ...where };
  return { target: createSftpSiteTarget(), configuration, ...rest };
}

/** Paths of what was written, in order. */
export function written(exchanges: readonly Exchange[]): string[] {
  return exchanges.filter(({ method }) => method === 'WRITE').map(({ address }) => address);
}
