import { mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { certificateFingerprint } from '../../network/server-certificate.ts';
import { eventually, feedOf, openSourceDesk, type SourceDesk } from '../testing-sources.ts';
import { selfSignedCertificate } from './testing-certificate.ts';
import { startImap } from './testing-mail-server.ts';
import { PASSWORD, startFtp, USER, type ServerIdentity } from './testing-servers.ts';

let open: SourceDesk;
let folder: string;
let close: () => Promise<void>;

beforeEach(async () => {
  open = await openSourceDesk();
  folder = mkdtempSync(join(tmpdir(), 'redaksi-tls-'));
  const file = join(folder, 'satu.xml');
  writeFileSync(file, feedOf(['Satu']));
  const longAgo = new Date(Date.now() - 3 * 86_400_000);
  utimesSync(file, longAgo, longAgo);
});

afterEach(async () => {
  await open.close();
  await close();
  rmSync(folder, { recursive: true, force: true });
});

const MAIL = ['Subject: Satu', 'Message-ID: <satu@kawat.example>', '', 'Jakarta (ANTARA) - Isi hari ini.'];

interface Signing {
  kind: 'ftp' | 'imap';
  user: string;
  secret: string;
  port: number;
}

async function startFtpServer(tls: ServerIdentity, implicit: boolean): Promise<Signing> {
  const server = await startFtp(folder, { tls, implicit });
  close = server.close;
  return { kind: 'ftp', user: USER, secret: PASSWORD, port: server.port };
}

async function startMailServer(tls: ServerIdentity, upgraded: boolean): Promise<Signing> {
  const server = await startImap({ INBOX: [MAIL.join('\r\n')] }, { tls, upgraded });
  close = server.close;
  return { kind: 'imap', user: server.user, secret: server.password, port: server.port };
}

const SERVERS = {
  'FTP, AUTH TLS': (tls: ServerIdentity) => startFtpServer(tls, false),
  'FTP, TLS from the first byte on': (tls: ServerIdentity) => startFtpServer(tls, true),
  'IMAP, STARTTLS': (tls: ServerIdentity) => startMailServer(tls, true),
  'IMAP, TLS from the first byte on': (tls: ServerIdentity) => startMailServer(tls, false),
};

describe.each(Object.keys(SERVERS) as (keyof typeof SERVERS)[])('%s', (name) => {
  const encryption = name.includes('first byte') ? 'tls' : 'starttls';

  async function add({ kind, port, user, secret }: Signing): Promise<string> {
    const address = `${kind}://127.0.0.1:${port}/`;
    return (await open.add({ kind, address, user, secret, encryption })).id;
  }

  test('a certificate nobody vouches for is refused, until a person takes exactly that one', async () => {
    const own = selfSignedCertificate();
    const signing = await SERVERS[name](own);
    const id = await add(signing);
    const { error } = await open.settled(id);
    expect(error).toMatchObject({ code: 'certificate' });
    expect(error!.detail.endsWith(certificateFingerprint(own.cert))).toBe(true);
    expect(await open.headlines()).toEqual([]);

    const { trustServer } = open.desk.client.wire.sources;
    const other = certificateFingerprint(selfSignedCertificate().cert);
    await expect(trustServer({ id, fingerprint: other })).rejects.toMatchObject({
      code: 'INVALID',
      data: { field: 'fingerprint', reason: 'not-shown' },
    });
    await trustServer({ id, fingerprint: certificateFingerprint(own.cert) });
    await eventually(async () => expect((await open.source(id)).state.error).toBeNull());
    // A server that tells no exact times has its files taken when they stayed the same.
    expect((await open.checkAgain(id)).error).toBeNull();
    expect(await open.headlines()).toEqual(['Satu']);
  });
});

describe('a certificate that was taken', () => {
  test('is the only one that is taken from that server', async () => {
    const first = selfSignedCertificate();
    const server = await startFtp(folder, { tls: first });
    close = server.close;
    const address = `ftp://127.0.0.1:${server.port}/`;
    const { id } = await open.add({ kind: 'ftp', address, user: USER, secret: PASSWORD });
    await open.settled(id);
    const { trustServer } = open.desk.client.wire.sources;
    await trustServer({ id, fingerprint: certificateFingerprint(first.cert) });
    await eventually(async () => expect((await open.source(id)).state.error).toBeNull());

    await server.close();
    const second = selfSignedCertificate();
    ({ close } = await startFtp(folder, { tls: second, port: server.port }));
    const { error } = await open.checkAgain(id);
    expect(error).toMatchObject({ code: 'certificate' });
    expect(error!.detail.endsWith(certificateFingerprint(second.cert))).toBe(true);
  });

  test('may be one that an unknown authority signed', async () => {
    const fixtures = join(import.meta.dirname, '../../../../tests/fixtures/tls');
    const file = (name: string) => readFileSync(join(fixtures, name), 'utf8');
    const tls = { cert: file('valid.pem'), key: file('server.key.pem') };
    const { kind, port, user, secret } = await startMailServer(tls, false);
    const address = `${kind}://127.0.0.1:${port}/`;
    const { id } = await open.add({ kind, address, user, secret, encryption: 'tls' });
    expect((await open.settled(id)).error).toMatchObject({ code: 'certificate' });
    const { trustServer } = open.desk.client.wire.sources;
    await trustServer({ id, fingerprint: certificateFingerprint(tls.cert) });
    await eventually(async () => expect(await open.headlines()).toEqual(['Satu']));
  });
});

test('a certificate that has run out is not offered for trust', async () => {
  const { kind, port, user, secret } = await startMailServer(selfSignedCertificate({ validDays: -1 }), false);
  const address = `${kind}://127.0.0.1:${port}/`;
  const { id } = await open.add({ kind, address, user, secret, encryption: 'tls' });
  const { error } = await open.settled(id);
  expect(error).toMatchObject({ code: 'certificate' });
  expect(error!.detail).not.toContain('SHA256:');
});
