/** A connection to an SFTP server whose key is known: noted by the caller at the first visit, and never another one after it. */
import { createHash } from 'node:crypto';
import type SftpClient from 'ssh2-sftp-client';

/** `SHA256:…` as OpenSSH writes it. */
export function fingerprint(key: Buffer): string {
  return `SHA256:${createHash('sha256').update(key).digest('base64').replace(/=+$/, '')}`;
}

/**
 * `host-key-changed`: nothing was signed in at, both fingerprints are in `hostKeys` and in the message. `refused`: name,
 * password or key. `unreachable`: everything the network does; `cause` is its own error.
 */
export class SftpError extends Error {
  readonly code: 'host-key-changed' | 'refused' | 'unreachable';
  readonly hostKeys: { known: string; shown: string } | null;

  constructor(
    code: SftpError['code'],
    detail: string,
    { cause, hostKeys = null }: { cause: unknown; hostKeys?: SftpError['hostKeys'] },
  ) {
    super(detail, { cause });
    this.name = 'SftpError';
    this.code = code;
    this.hostKeys = hostKeys;
  }
}

export interface SftpServer {
  /** Name or IP address that is connected to. */
  host: string;
  port: number;
  user: string;
  secret: { password: string } | { privateKey: string };
  /** Fingerprint the server must have; null: this is the first visit. */
  hostKey: string | null;
  timeoutMs: number;
}

/**
 * Files are many small questions, each waiting for its answer: without this the sender waits for more to send and the
 * receiver for something to answer (Nagle's algorithm and delayed acknowledgements), a tenth of a second each time.
 */
function sendAtOnce(client: SftpClient): void {
  const { client: connection } = client as unknown as { client: { setNoDelay(noDelay: boolean): void } };
  connection.setNoDelay(true);
}

/** Signs in. Answers with the fingerprint the server showed. Throws SftpError. */
export async function connectSftp(server: SftpServer): Promise<{ client: SftpClient; hostKey: string }> {
  const { host, port, user, secret, hostKey, timeoutMs } = server;
  const { default: Client } = await import('ssh2-sftp-client');
  const client = new Client('redaksi', { error: () => {}, end: () => {}, close: () => {} });
  let shown = '';
  try {
    await client.connect({
      host,
      port,
      username: user,
      ...secret,
      readyTimeout: timeoutMs,
      hostVerifier: (key: Buffer) => {
        shown = fingerprint(key);
        return hostKey === null || hostKey === shown;
      },
    });
    sendAtOnce(client);
    return { client, hostKey: shown };
  } catch (error) {
    await client.end().catch(() => false);
    const said = error instanceof Error ? error.message : String(error);
    if (shown !== '' && hostKey !== null && shown !== hostKey) {
      const hostKeys = { known: hostKey, shown };
      throw new SftpError('host-key-changed', `${hostKey} → ${shown}`, { cause: error, hostKeys });
    }
    const refused = /authentication methods failed|privatekey|passphrase|unsupported key/i.test(said);
    throw new SftpError(refused ? 'refused' : 'unreachable', said, { cause: error });
  }
}
