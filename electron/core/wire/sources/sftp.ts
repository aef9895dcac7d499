/**
 * The way in of SFTP servers, by password or private key. The key of the server is noted at the first visit; a server with
 * another one is not signed in at until a person has said that it is right.
 */
import type SftpClient from 'ssh2-sftp-client';
import { connectSftp, SftpError } from '../../network/sftp-connection.ts';
import { createDropReader, freeName, type DropFolder } from './drop.ts';
import { CONNECT_TIMEOUT_MS, credentials, findServer, gatherer, isPlainName, serverError } from './server.ts';
import { HOST_KEY } from './server-trust.ts';
import { SourceError } from './source-error.ts';
import type { SourceAccess, SourceWay } from './way.ts';

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Signs in. Throws SourceError, `host-key-changed` with the new key's fingerprint at the end of its detail. */
async function signIn(access: SourceAccess): Promise<{ client: SftpClient; where: string; path: string }> {
  const { configuration, memory } = access;
  const { user, secret } = credentials(access);
  const { name, ip, port, path } = await findServer(configuration);
  const known = memory.get(HOST_KEY);
  const { client, hostKey } = await connectSftp({
    host: ip,
    port: port ?? 22,
    user,
    secret: configuration.signIn === 'key' ? { privateKey: secret } : { password: secret },
    hostKey: known,
    timeoutMs: CONNECT_TIMEOUT_MS,
  }).catch((error: unknown) => {
    if (!(error instanceof SftpError)) throw error;
    if (error.code === 'host-key-changed') throw new SourceError(error.code, `${name}: ${error.message}`);
    if (error.code === 'refused') throw new SourceError('unauthorised', `${name}: ${error.message}`);
    throw serverError(error.cause, name);
  });
  if (known === null) memory.put(HOST_KEY, hostKey);
  return { client, where: name, path: path === '' ? '.' : path };
}

function sftpFolder(client: SftpClient, where: string, path: string, address: string): DropFolder {
  /** The server's own refusals name the call they answer; anything else is the connection. */
  function failure(error: unknown, refused: (detail: string) => SourceError): SourceError {
    const message = messageOf(error);
    const lost = /not connected|no sftp connection|connection (?:lost|closed|reset)|ECONN|EPIPE|ETIMEDOUT/i;
    if (error instanceof SourceError || lost.test(message)) return serverError(error, where);
    return refused(message);
  }
  return {
    key: ({ name }) => `${address} ${name}`,
    async list() {
      try {
        const entries = await client.list(path);
        return entries.flatMap(({ type, name, size, modifyTime }) =>
          type === '-' && isPlainName(name)
            ? [{ name, size, modified: modifyTime, stamp: `${size}.${modifyTime}` }]
            : [],
        );
      } catch (error) {
        throw failure(error, (detail) => {
          const missing = /no such file|ENOENT|not exist|not found/i.test(detail);
          return new SourceError(missing ? 'folder-missing' : 'folder-unreadable', `${where} ${path}`);
        });
      }
    },
    async read({ name }) {
      const { into, bytes } = gatherer();
      try {
        await client.get(`${path}/${name}`, into);
      } catch (error) {
        throw failure(error, (detail) => new SourceError('unreadable-file', detail));
      }
      return bytes();
    },
    async move({ name }, into) {
      try {
        if ((await client.exists(`${path}/${into}`)) === false) await client.mkdir(`${path}/${into}`);
        const free = await freeName(
          name,
          async (wanted) => (await client.exists(`${path}/${into}/${wanted}`)) === false,
        );
        await client.rename(`${path}/${name}`, `${path}/${into}/${free}`);
      } catch (error) {
        throw failure(error, (detail) => new SourceError('not-moved', `${where} ${path}/${into}: ${detail}`));
      }
    },
  };
}

export function createSftpWay(): SourceWay {
  // Clocks of other people's servers: only what is a day old is old for certain.
  const reader = createDropReader({ settledMs: 2_000, oldAfterMs: 26 * 3_600_000 });
  return {
    async check(visit) {
      const { client, where, path } = await signIn(visit);
      const stop = (): void => void client.end().catch(() => false);
      visit.signal.addEventListener('abort', stop, { once: true });
      try {
        return await reader.take(sftpFolder(client, where, path, visit.configuration.address), visit);
      } finally {
        visit.signal.removeEventListener('abort', stop);
        await client.end().catch(() => false);
      }
    },
  };
}
