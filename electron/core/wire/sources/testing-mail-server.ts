/** An IMAP server for tests: hoodiecrow-imap, which keeps its mailboxes in memory. */
import type { AddressInfo, Socket } from 'node:net';
import hoodiecrow, { type Connection } from 'hoodiecrow-imap';

export interface TestMailServer {
  port: number;
  user: string;
  password: string;
  /** A message arrives. */
  deliver(mailbox: string, message: string): void;
  subjects(mailbox: string): string[];
  flags(mailbox: string): string[][];
  /** The mailbox is made anew, as after a restore at the server: other UIDVALIDITY, other messages. */
  remake(mailbox: string, messages: readonly string[]): void;
  /** Whether anybody waits for mail. */
  idling(): boolean;
  close(): Promise<void>;
}

const PLUGINS = [
  'ID',
  'IDLE',
  'UNSELECT',
  'ENABLE',
  'NAMESPACE',
  'LITERALPLUS',
  'UIDPLUS',
  'MOVE',
  'AUTH-PLAIN',
  'SASL-IR',
];

/** `tls`: certificate and key (PEM); from the first byte on, or after STARTTLS. */
export async function startImap(
  mailboxes: Record<string, readonly string[]>,
  { tls, upgraded = false }: { tls?: { cert: string; key: string }; upgraded?: boolean } = {},
): Promise<TestMailServer> {
  const folders = Object.entries(mailboxes).map(([name, messages]) => [
    name,
    { messages: messages.map((raw) => ({ raw })) },
  ]);
  const server = hoodiecrow({
    plugins: upgraded ? [...PLUGINS, 'STARTTLS'] : PLUGINS,
    storage: Object.fromEntries(folders),
    ...(tls === undefined ? {} : { credentials: tls, secureConnection: !upgraded }),
  });
  const sockets = new Set<Socket>();
  const connections: Connection[] = [];
  server.connectionHandlers.push((connection) => connections.push(connection));
  server.server.on('connection', (socket) => sockets.add(socket));
  await new Promise<void>((resolve) => {
    server.listen(0, () => resolve());
  });
  const messagesOf = (mailbox: string) => server.getMailbox(mailbox)?.messages ?? [];
  return {
    port: (server.server.address() as AddressInfo).port,
    user: 'testuser',
    password: 'testpass',
    deliver: (mailbox, message) => server.appendMessage(mailbox, [], false, Buffer.from(message)),
    subjects: (mailbox) =>
      messagesOf(mailbox).map(({ raw }) => /^Subject: (.*)$/m.exec(String(raw))?.[1]?.trim() ?? ''),
    flags: (mailbox) => messagesOf(mailbox).map(({ flags }) => flags.filter((flag) => flag !== '\\Recent')),
    remake(mailbox, messages) {
      const box = server.getMailbox(mailbox);
      if (box === undefined) throw new Error('no such mailbox');
      box.messages.splice(0);
      box.uidvalidity += 1;
      box.uidnext = 1;
      for (const message of messages) server.appendMessage(mailbox, [], false, Buffer.from(message));
    },
    idling: () => connections.some(({ inputHandler }) => Boolean(inputHandler)),
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
}
