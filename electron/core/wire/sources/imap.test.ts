import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { eventually, openSourceDesk, type SourceDesk } from '../testing-sources.ts';
import { startImap, type TestMailServer } from './testing-mail-server.ts';

let open: SourceDesk;
let server: TestMailServer;

function mail(subject: string, body = 'Jakarta (ANTARA) - Isi berita hari ini.'): string {
  return [
    `From: Redaksi <kirim@kawat.example>`,
    `Subject: ${subject}`,
    `Message-ID: <${subject.toLowerCase().replaceAll(' ', '-')}@kawat.example>`,
    'Date: Fri, 27 Apr 2018 22:10:00 +0700',
    'Content-Type: text/plain; charset=utf-8',
    '',
    body,
  ].join('\r\n');
}

/** A mail server's report, which is no copy. */
function report(subject: string): string {
  return [
    `Subject: ${subject}`,
    'Content-Type: multipart/report; report-type=delivery-status; boundary=x',
    '',
    '--x',
    'Content-Type: text/plain',
    '',
    'Tidak terkirim.',
    '--x--',
  ].join('\r\n');
}

beforeEach(async () => {
  open = await openSourceDesk();
});

afterEach(async () => {
  await open.close();
  await server.close();
});

function add(more: Record<string, unknown> = {}) {
  return open.add({
    kind: 'imap',
    address: `imap://127.0.0.1:${server.port}/INBOX`,
    encryption: 'none',
    user: server.user,
    secret: server.password,
    intervalSeconds: 86_400,
    ...more,
  });
}

describe('a mailbox', () => {
  test('brings a story for each message, oldest first, and stays as it was', async () => {
    server = await startImap({ INBOX: [mail('Satu'), mail('Dua')] });
    const { id } = await add();
    expect((await open.settled(id)).error).toBeNull();
    expect(await open.headlines()).toEqual(['Dua', 'Satu']);
    const { rows } = await open.deliveries(id);
    expect(rows.map(({ name, format, added }) => [name, format, added])).toEqual([
      ['Dua', 'mail', 1],
      ['Satu', 'mail', 1],
    ]);
    expect(server.flags('INBOX')).toEqual([[], []]);
    await open.checkAgain(id);
    expect((await open.deliveries(id)).rows).toHaveLength(2);
  });

  test('tells of mail that comes, long before it is looked at again', async () => {
    server = await startImap({ INBOX: [mail('Satu')] });
    const { id } = await add();
    await open.settled(id);
    await eventually(() => expect(server.idling()).toBe(true));
    server.deliver('INBOX', mail('Dua'));
    await eventually(async () => expect(await open.headlines()).toEqual(['Dua', 'Satu']));
  });

  test('has what was read moved away where the house wants that', async () => {
    server = await startImap({ INBOX: [mail('Satu'), report('Gagal kirim'), report('Gagal lagi')] });
    const { id } = await add({ afterReading: 'move' });
    await open.settled(id);
    expect(server.subjects('INBOX')).toEqual([]);
    expect(server.subjects('processed')).toEqual(['Satu']);
    expect(server.subjects('failed')).toEqual(['Gagal kirim', 'Gagal lagi']);
    expect((await open.deliveries(id)).rows[0]).toMatchObject({
      name: 'Gagal lagi',
      error: { code: 'set-aside' },
    });
  });

  test('that was made anew is read from its beginning; what is known is not told twice', async () => {
    server = await startImap({ INBOX: [mail('Satu'), mail('Dua')] });
    const { id } = await add();
    await open.settled(id);
    server.remake('INBOX', [mail('Dua'), mail('Tiga')]);
    await open.checkAgain(id);
    expect((await open.headlines()).sort()).toEqual(['Dua', 'Satu', 'Tiga']);
  });

  test.each([
    ['a wrong password', { secret: 'lain' }, 'unauthorised'],
    ['no password', { secret: '' }, 'secret-missing'],
    ['a mailbox that is not there', { mailbox: 'Tidak%20Ada' }, 'mailbox-missing'],
    ['no encryption where it is wanted', { encryption: 'starttls' }, 'no-encryption'],
    ['an address inside the house', { allowPrivateAddress: false }, 'private-address'],
  ])('%s is told', async (_what, { mailbox = 'INBOX', ...more }: Record<string, unknown>, code) => {
    server = await startImap({ INBOX: [mail('Satu')] });
    const { id } = await add({ address: `imap://127.0.0.1:${server.port}/${String(mailbox)}`, ...more });
    expect((await open.settled(id)).error).toMatchObject({ code });
    expect(await open.headlines()).toEqual([]);
  });
});
