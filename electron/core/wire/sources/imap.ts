/**
 * The way in of mailboxes (IMAP, RFC 9051): every message is a delivery, oldest first. A mailbox that is only read stays as it
 * is, nothing in it is marked; the server tells when mail comes (IDLE, RFC 2177), and is asked now and then all the same.
 */
import type { ImapFlow, MailboxObject } from 'imapflow';
import { LARGEST_FILE_BYTES, takeOne } from './drop.ts';
import { CONNECT_TIMEOUT_MS, credentials, findServer, serverError } from './server.ts';
import { tlsOptions, withShownCertificate } from './server-trust.ts';
import { SourceError } from './source-error.ts';
import type { SourceAccess, SourceMemory, SourceWay, Visit, Visited, Watcher } from './way.ts';

const messagesAtOnce = 100;
const bytesAtOnce = 64 * 1024 * 1024;
/** Servers may end an IDLE after half an hour; routers forget connections sooner. */
const idleMs = 9 * 60_000;
/** What the source's memory knows its place in the mailbox by: `UIDVALIDITY:UID` of the last message that was read. */
const PLACE = 'mailbox';

interface Mailbox {
  client: ImapFlow;
  box: MailboxObject;
  /** Server and mailbox, for messages. */
  where: string;
}

function property(error: unknown, name: string): unknown {
  return error instanceof Error ? (error as unknown as Record<string, unknown>)[name] : undefined;
}

function wordsOf(error: unknown): string {
  const said = property(error, 'responseText');
  return typeof said === 'string' ? said : error instanceof Error ? error.message : String(error);
}

/** Signs in and opens the mailbox. Throws SourceError. */
async function openMailbox(access: SourceAccess, readOnly: boolean): Promise<Mailbox> {
  const { configuration } = access;
  const { user, secret } = credentials(access);
  const server = await findServer(configuration);
  const { name, ip, path } = server;
  const { encryption } = configuration;
  const port = server.port ?? (encryption === 'tls' ? 993 : 143);
  const imapFlow = await import('imapflow');
  const client = new imapFlow.ImapFlow({
    host: ip,
    port,
    secure: encryption === 'tls',
    doSTARTTLS: encryption === 'starttls',
    tls: tlsOptions(server, access.memory),
    auth: { user, pass: secret },
    logger: false,
    connectionTimeout: CONNECT_TIMEOUT_MS,
    greetingTimeout: CONNECT_TIMEOUT_MS,
    maxIdleTime: idleMs,
    autoIdleDelay: 1_000,
  });
  // What breaks a connection is told by the call it breaks.
  client.on('error', () => {});
  try {
    await client.connect();
  } catch (error) {
    client.close();
    if (property(error, 'authenticationFailed') === true) {
      throw new SourceError('unauthorised', `${name}: ${wordsOf(error)}`);
    }
    if (/does not support STARTTLS/i.test(wordsOf(error))) throw new SourceError('no-encryption', name);
    const upgrade = encryption === 'tls' ? null : 'imap';
    throw await withShownCertificate(serverError(error, name), server, { port, upgrade }, access.memory);
  }
  const wanted = path.replace(/^\//, '') || 'INBOX';
  const where = `${name}/${wanted}`;
  try {
    return { client, box: await client.mailboxOpen(wanted, { readOnly }), where };
  } catch (error) {
    client.close();
    if (property(error, 'responseText') === undefined) throw serverError(error, name);
    throw new SourceError('mailbox-missing', `${where}: ${wordsOf(error)}`);
  }
}

async function leave(client: ImapFlow): Promise<void> {
  await client.logout().catch(() => client.close());
}

/** The UID after the last one that was read; 1 in a mailbox that is new, or was made anew (RFC 9051 §2.3.1.1). */
function firstUnread(memory: SourceMemory, { uidValidity }: MailboxObject): number {
  const [validity, uid] = (memory.get(PLACE) ?? '').split(':');
  return validity === String(uidValidity) ? Number(uid) + 1 : 1;
}

interface Message {
  uid: number;
  size: number;
  subject: string;
}

async function unread({ client, box }: Mailbox, from: number): Promise<Message[]> {
  if (box.exists === 0) return [];
  const messages: Message[] = [];
  const wanted = { uid: true, size: true, envelope: true };
  for await (const { uid, size, envelope } of client.fetch(`${from}:*`, wanted, { uid: true })) {
    // `n:*` is the last message where all are older.
    if (uid >= from) messages.push({ uid, size: size ?? 0, subject: envelope?.subject ?? '' });
  }
  return messages.sort((one, other) => one.uid - other.uid);
}

async function read({ client, where }: Mailbox, uid: number): Promise<Uint8Array> {
  const message = await client.fetchOne(String(uid), { source: true }, { uid: true });
  if (message === false || message.source === undefined) {
    throw new SourceError('unreadable-file', `${where}: message ${uid}`);
  }
  return message.source;
}

async function putAway({ client, where }: Mailbox, uid: number, into: string): Promise<void> {
  try {
    // One that is there already is refused, and wanted.
    await client.mailboxCreate(into).catch((error: unknown) => {
      if (property(error, 'responseText') === undefined) throw error;
    });
    const moved = await client.messageMove(String(uid), into, { uid: true });
    if (moved === false) throw new SourceError('not-moved', `${where}: ${into}`);
  } catch (error) {
    if (error instanceof SourceError) throw error;
    if (property(error, 'responseText') === undefined) throw serverError(error, where);
    throw new SourceError('not-moved', `${where}: ${into}: ${wordsOf(error)}`);
  }
}

async function take(mailbox: Mailbox, visit: Visit): Promise<Visited> {
  const { memory, signal, configuration } = visit;
  const { uidValidity } = mailbox.box;
  const messages = await unread(mailbox, firstUnread(memory, mailbox.box));
  visit.expect({ files: messages.length, bytes: messages.reduce((sum, { size }) => sum + size, 0) });
  let count = 0;
  let bytes = 0;
  for (const { uid, size, subject } of messages) {
    signal.throwIfAborted();
    if (count === messagesAtOnce || (count > 0 && bytes + size > bytesAtOnce)) return { againInMs: 0 };
    const name = subject.slice(0, 200) || `#${uid}`;
    const outcome = await takeOne(visit, name, async () => {
      if (size > LARGEST_FILE_BYTES) throw new SourceError('too-large', `${size} bytes`);
      await visit.take(await read(mailbox, uid), { fileName: name, format: 'mail' });
    });
    // First of all: a message that is read is not read again, whatever becomes of it.
    memory.put(PLACE, `${uidValidity}:${uid}`);
    if (configuration.afterReading === 'move') {
      await takeOne(visit, name, () => putAway(mailbox, uid, outcome));
    }
    count += 1;
    bytes += size;
  }
  return {};
}

/** A connection of its own, left in IDLE, on which the server says that mail has come. */
function watch(access: SourceAccess, onChange: () => void): Watcher {
  let client: ImapFlow | null = null;
  let alive = true;
  let closed = false;

  async function listen(): Promise<void> {
    const mailbox = await openMailbox(access, true);
    client = mailbox.client;
    client.on('close', () => (alive = false));
    if (closed) return leave(client);
    client.on('exists', ({ count, prevCount }: { count: number; prevCount: number }) => {
      if (count > prevCount) onChange();
    });
    // What came between the look and now.
    if (mailbox.box.uidNext > firstUnread(access.memory, mailbox.box)) onChange();
  }

  listen().catch(() => {
    alive = false;
    client?.close();
  });
  return {
    get alive() {
      return alive;
    },
    close() {
      closed = true;
      alive = false;
      client?.close();
    },
  };
}

export function createImapWay(): SourceWay {
  return {
    async check(visit) {
      const mailbox = await openMailbox(visit, visit.configuration.afterReading === 'leave');
      const stop = (): void => mailbox.client.close();
      visit.signal.addEventListener('abort', stop, { once: true });
      try {
        return await take(mailbox, visit);
      } catch (error) {
        throw error instanceof Error && error.name === 'IngestError'
          ? error
          : serverError(error, mailbox.where);
      } finally {
        visit.signal.removeEventListener('abort', stop);
        await leave(mailbox.client);
      }
    },
    watch,
  };
}
