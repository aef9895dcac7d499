/** Which servers a person has taken on trust: SFTP servers by their key, FTP and mail servers by their certificate. */
import type { ConnectionOptions } from 'node:tls';
import { certificateFingerprint, shownCertificate, trustOnly } from '../../network/server-certificate.ts';
import { CONNECT_TIMEOUT_MS, serverName, type Server } from './server.ts';
import { SourceError } from './source-error.ts';
import type { SourceMemory } from './way.ts';

/** What the source's memory knows the key of its SFTP server by. */
export const HOST_KEY = 'host-key';
/** The certificate (PEM) that was taken, and the one that was shown and refused last. */
const CERTIFICATE = 'certificate';
const SHOWN_CERTIFICATE = 'certificate-shown';

/** Options of TLS to a server: by the authorities everybody trusts, or by the certificate a person has taken. */
export function tlsOptions(server: Server, memory: SourceMemory): ConnectionOptions {
  const taken = memory.get(CERTIFICATE);
  return { ...serverName(server), ...(taken === null ? {} : trustOnly(taken)) };
}

/**
 * A refused certificate with its fingerprint at the end of the detail, so that a person can decide; without one where nobody
 * may (it has run out, or is not valid yet).
 */
export async function withShownCertificate(
  error: SourceError,
  server: Server,
  connection: { port: number; upgrade: 'ftp' | 'imap' | null },
  memory: SourceMemory,
): Promise<SourceError> {
  if (error.code !== 'certificate' || /expired|not yet valid/i.test(error.message)) return error;
  const pem = await shownCertificate({
    host: server.ip,
    ...serverName(server),
    ...connection,
    timeoutMs: CONNECT_TIMEOUT_MS,
  });
  if (pem === null) return error;
  memory.put(SHOWN_CERTIFICATE, pem);
  return new SourceError('certificate', `${error.message} → ${certificateFingerprint(pem)}`);
}

/** Takes the key or certificate with this fingerprint for the right one. False where it is not the one that was shown. */
export function takeOnTrust(kind: string, memory: SourceMemory, fingerprint: string): boolean {
  if (kind === 'sftp') {
    memory.put(HOST_KEY, fingerprint);
    return true;
  }
  const shown = memory.get(SHOWN_CERTIFICATE);
  if (shown === null || certificateFingerprint(shown) !== fingerprint) return false;
  memory.put(CERTIFICATE, shown);
  memory.remove(SHOWN_CERTIFICATE);
  return true;
}
