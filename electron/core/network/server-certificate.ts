/**
 * Certificates of servers that no authority vouches for: what a server shows is looked at without telling it anything, and a
 * person may take exactly that certificate on trust, as one takes the key of an SSH server.
 */
import { X509Certificate } from 'node:crypto';
import { once } from 'node:events';
import { connect as connectPlain, type Socket } from 'node:net';
import { connect as connectTls, type ConnectionOptions } from 'node:tls';

/** `SHA256:` and the digest of the certificate (DER) in pairs of hexadecimal digits, as OpenSSL shows it. */
export function certificateFingerprint(pem: string): string {
  return `SHA256:${new X509Certificate(pem).fingerprint256}`;
}

/**
 * What makes Node's TLS accept this one certificate (PEM) and no other, whatever name it was made out to. Its dates still
 * count.
 */
export function trustOnly(pem: string): ConnectionOptions {
  const wanted = new X509Certificate(pem).fingerprint256;
  return {
    ca: pem,
    allowPartialTrustChain: true,
    checkServerIdentity(_name, { fingerprint256 }) {
      if (fingerprint256 === wanted) return undefined;
      return Object.assign(new Error('another certificate than the one that was taken'), {
        code: 'ERR_TLS_CERT_ALTNAME_INVALID',
      });
    },
  };
}

/** How one asks for TLS on a connection that began without: FTP (RFC 4217 §4), IMAP (RFC 9051 §6.2.1). */
const UPGRADES = {
  ftp: { greeting: /^220 /m, ask: 'AUTH TLS\r\n', granted: /^234[ -]/m },
  imap: { greeting: /^\* OK/im, ask: 'a STARTTLS\r\n', granted: /^a OK/im },
} as const;

export interface LookedAt {
  host: string;
  port: number;
  /** For servers with several certificates: RFC 6066 §3. */
  servername?: string;
  /** The protocol that begins without TLS; null where TLS begins with the first byte. */
  upgrade: keyof typeof UPGRADES | null;
  timeoutMs: number;
}

/** Resolves once what was received matches. */
async function heard(socket: Socket, wanted: RegExp, signal: AbortSignal): Promise<void> {
  let received = '';
  while (!wanted.test(received)) {
    const [chunk] = (await once(socket, 'data', { signal })) as [Buffer];
    received += chunk.toString('latin1');
    if (received.length > 65_536) throw new Error('too much talk before TLS');
  }
}

/**
 * The certificate (PEM) a server shows. Nothing is signed in with and the connection is closed at once. Null where none was
 * to be had.
 */
export async function shownCertificate({
  host,
  port,
  servername,
  upgrade,
  timeoutMs,
}: LookedAt): Promise<string | null> {
  const signal = AbortSignal.timeout(timeoutMs);
  const socket = connectPlain({ host, port });
  socket.on('error', () => {});
  try {
    if (upgrade !== null) {
      const { greeting, ask, granted } = UPGRADES[upgrade];
      await heard(socket, greeting, signal);
      socket.write(ask);
      await heard(socket, granted, signal);
    }
    // Whom it belongs to is for a person to say: it is only looked at.
    const secure = connectTls({
      socket,
      rejectUnauthorized: false,
      ...(servername === undefined ? {} : { servername }),
    });
    await once(secure, 'secureConnect', { signal });
    return secure.getPeerX509Certificate()?.toString() ?? null;
  } catch {
    return null;
  } finally {
    socket.destroy();
  }
}
