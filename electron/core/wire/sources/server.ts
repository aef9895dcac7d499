/** What the ways in by FTP, SFTP and IMAP have in common: where the server is, whether it may be reached, what went wrong. */
import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import { Writable } from 'node:stream';
import type { SourceConfiguration, SourceErrorCode } from '../../../../shared/contract/wire-sources.ts';
import { isPrivateAddress } from '../../network/private-addresses.ts';
import { LARGEST_FILE_BYTES } from './drop.ts';
import { SourceError } from './source-error.ts';
import type { SourceAccess } from './way.ts';

export const CONNECT_TIMEOUT_MS = 20_000;

/** What certificates must be for: the name, not the address it was looked up as; an address has no name (RFC 6066 §3). */
export function serverName({ name }: Server): { servername?: string } {
  return isIP(name) === 0 ? { servername: name } : {};
}

export interface Server {
  /** As the house wrote it: for certificates and messages. */
  name: string;
  /** The IP address that was looked up and may be reached: what is connected to. */
  ip: string;
  /** Null: as is usual for the protocol. */
  port: number | null;
  /** Folder or mailbox; empty: where one lands. */
  path: string;
}

/**
 * Finds the server of a source. Throws SourceError `bad-address`, `name-not-found`, and `private-address` for one inside the
 * house unless the source allows it.
 */
export async function findServer({
  address,
  allowPrivateAddress,
}: Pick<SourceConfiguration, 'address' | 'allowPrivateAddress'>): Promise<Server> {
  const url = URL.parse(address);
  const name = url?.hostname.replace(/^\[|\]$/g, '') ?? '';
  if (url === null || name === '') throw new SourceError('bad-address', address);
  let found: { address: string }[];
  try {
    found = await lookup(name, { all: true });
  } catch (error) {
    throw serverError(error, name);
  }
  const open = allowPrivateAddress ? found : found.filter((one) => !isPrivateAddress(one.address));
  const [first] = open;
  if (first === undefined) throw new SourceError('private-address', `${name} is an address inside the house`);
  const path = decodeURIComponent(url.pathname).replace(/^\/$/, '');
  return { name, ip: first.address, port: url.port === '' ? null : Number(url.port), path };
}

/** Name and password or key. Throws SourceError `secret-missing` where there is a name and nothing to go with it. */
export function credentials({ configuration, secret }: SourceAccess): { user: string; secret: string } {
  const { user } = configuration;
  if (user !== '' && secret === null) throw new SourceError('secret-missing', '');
  return { user, secret: secret ?? '' };
}

const CODES: Readonly<Record<string, SourceErrorCode>> = {
  ENOTFOUND: 'name-not-found',
  ENODATA: 'name-not-found',
  ETIMEDOUT: 'timed-out-network',
  ETIMEOUT: 'timed-out-network',
};
const CERTIFICATE =
  /^(?:CERT_|ERR_TLS_|ERR_SSL_|EPROTO$|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_|INVALID_CA|HOSTNAME_MISMATCH)/;

/** What a failure of the network means for a source. */
export function serverError(error: unknown, where: string): SourceError {
  if (error instanceof SourceError) return error;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const said = error instanceof Error ? error.message : String(error);
  // Advice for programmers, which OpenSSL's errors have in Node.
  const message = said.replace(/; if the root CA is installed locally.*$/, '');
  const detail = message.includes(where) ? message : `${where}: ${message}`;
  const known = CODES[code];
  if (known !== undefined) return new SourceError(known, detail);
  if (CERTIFICATE.test(code)) return new SourceError('certificate', detail);
  return new SourceError(/time[d ]?\s*-?out/i.test(message) ? 'timed-out-network' : 'unreachable', detail);
}

/** Gathers a file as it is sent, whatever size it was said to have. */
export function gatherer(): { into: Writable; bytes: () => Uint8Array } {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const into = new Writable({
    write(chunk: Uint8Array, _encoding, done) {
      size += chunk.length;
      if (size > LARGEST_FILE_BYTES)
        return done(new SourceError('too-large', `more than ${LARGEST_FILE_BYTES} bytes`));
      chunks.push(chunk);
      done();
    },
  });
  return { into, bytes: () => Buffer.concat(chunks, size) };
}

/** Whether a name told by a server is that of a file in its folder, and not a way out of it. */
export function isPlainName(name: string): boolean {
  // oxlint-disable-next-line no-control-regex
  return name !== '' && name !== '.' && name !== '..' && !/[/\\\u0000-\u001f]/.test(name);
}
