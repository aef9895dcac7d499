/** As much of hoodiecrow-imap as the tests use. */
declare module 'hoodiecrow-imap' {
  import type { Server } from 'node:net';

  interface Message {
    raw: string | Buffer;
    flags: string[];
  }
  interface Mailbox {
    messages: Message[];
    uidvalidity: number;
    uidnext: number;
  }
  export interface Connection {
    /** What reads the client's next line in place of the usual; a client in IDLE has one. */
    inputHandler: unknown;
  }
  interface MailServer {
    readonly server: Server;
    connectionHandlers: ((connection: Connection) => void)[];
    listen(port: number, done: () => void): void;
    close(done: () => void): void;
    getMailbox(path: string): Mailbox | undefined;
    appendMessage(mailbox: string, flags: string[], internalDate: string | false, raw: Buffer): void;
  }
  export default function hoodiecrow(options: {
    plugins: string[];
    storage: Record<string, { messages: { raw: string }[] }>;
    credentials?: { cert: string; key: string };
    /** TLS from the first byte on. */
    secureConnection?: boolean;
  }): MailServer;
}
