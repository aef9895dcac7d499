/**
 * The way in of FTP servers (RFC 959), encrypted by FTPS (RFC 4217) unless the house says otherwise. Data comes from the
 * server one is signed in at and from nowhere else.
 */
import type { AccessOptions, Client } from 'basic-ftp';
import { createDropReader, freeName, type DropFolder } from './drop.ts';
import { CONNECT_TIMEOUT_MS, credentials, findServer, gatherer, isPlainName, serverError } from './server.ts';
import { tlsOptions, withShownCertificate } from './server-trust.ts';
import { SourceError } from './source-error.ts';
import type { SourceAccess, SourceWay } from './way.ts';

/** The code of a reply (RFC 959 §4.2), null for what is none. */
function replyOf(error: unknown): number | null {
  return error instanceof Error && 'code' in error && typeof error.code === 'number' ? error.code : null;
}

const SECURE = { starttls: true, tls: 'implicit', none: false } as const;

/** Signs in and goes to the folder. Throws SourceError. */
async function signIn(access: SourceAccess): Promise<{ client: Client; where: string }> {
  const { configuration } = access;
  const { user, secret } = credentials(access);
  const server = await findServer(configuration);
  const { name, ip, path } = server;
  const basicFtp = await import('basic-ftp');
  const client = new basicFtp.Client(CONNECT_TIMEOUT_MS, { allowSeparateTransferHost: false });
  const secure = SECURE[configuration.encryption];
  const port = server.port ?? (secure === 'implicit' ? 990 : 21);
  const options: AccessOptions = {
    host: ip,
    port,
    secure,
    secureOptions: tlsOptions(server, access.memory),
    ...(user === '' ? {} : { user, password: secret }),
  };
  try {
    await client.access(options);
  } catch (error) {
    client.close();
    const reply = replyOf(error);
    if (reply === 530 || reply === 332) throw new SourceError('unauthorised', `${reply} ${name}`);
    if (secure === true && reply !== null && [500, 502, 504, 534].includes(reply)) {
      throw new SourceError('no-encryption', `${reply} ${name}`);
    }
    const upgrade = secure === 'implicit' ? null : 'ftp';
    throw await withShownCertificate(serverError(error, name), server, { port, upgrade }, access.memory);
  }
  try {
    if (path !== '') await client.cd(path);
  } catch (error) {
    client.close();
    throw replyOf(error) === null
      ? serverError(error, name)
      : new SourceError('folder-missing', `${name}${path}`);
  }
  return { client, where: name };
}

function ftpFolder(client: Client, where: string, address: string): DropFolder {
  return {
    key: ({ name }) => `${address} ${name}`,
    async list() {
      try {
        const entries = await client.list();
        return entries.flatMap(({ name, size, isFile, modifiedAt, rawModifiedAt }) =>
          isFile && isPlainName(name)
            ? [
                {
                  name,
                  size,
                  modified: modifiedAt?.getTime() ?? null,
                  stamp: `${size}.${modifiedAt?.getTime() ?? rawModifiedAt}`,
                },
              ]
            : [],
        );
      } catch (error) {
        throw replyOf(error) === null
          ? serverError(error, where)
          : new SourceError('folder-unreadable', where);
      }
    },
    async read({ name }) {
      const { into, bytes } = gatherer();
      try {
        await client.downloadTo(into, name);
      } catch (error) {
        throw replyOf(error) === null
          ? serverError(error, where)
          : new SourceError('unreadable-file', `${replyOf(error)}`);
      }
      return bytes();
    },
    async move({ name }, into) {
      try {
        // A folder that is there already is refused, and wanted.
        await client.sendIgnoringError(`MKD ${into}`);
        const free = await freeName(name, (wanted) =>
          client.size(`${into}/${wanted}`).then(
            () => false,
            (error: unknown) => {
              if (replyOf(error) === null) throw error;
              return true;
            },
          ),
        );
        await client.rename(name, `${into}/${free}`);
      } catch (error) {
        throw replyOf(error) === null
          ? serverError(error, where)
          : new SourceError('not-moved', `${where} ${into}: ${replyOf(error)}`);
      }
    },
  };
}

export function createFtpWay(): SourceWay {
  // Clocks and zones of other people's servers: only what is a day old is old for certain.
  const reader = createDropReader({ settledMs: 2_000, oldAfterMs: 26 * 3_600_000 });
  return {
    async check(visit) {
      const { client, where } = await signIn(visit);
      const stop = (): void => client.close();
      visit.signal.addEventListener('abort', stop, { once: true });
      try {
        return await reader.take(ftpFolder(client, where, visit.configuration.address), visit);
      } finally {
        visit.signal.removeEventListener('abort', stop);
        client.close();
      }
    },
  };
}
