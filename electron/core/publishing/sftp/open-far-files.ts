/** Signs in at an SFTP server whose key is pinned: at the first visit it is noted, and only a person takes another one. */
import type { SftpPlace } from '../../../../shared/contract/target-configuration.ts';
import { connectSftp, SftpError } from '../../network/sftp-connection.ts';
import { PublishError, type TargetContext } from '../target.ts';
import { farFilesOver, type FarFiles } from './far-files.ts';

const timeoutMs = 20_000;

/** The server showed another key than the one it is known by: nobody signed in. Both fingerprints are `SHA256:…`. */
export class HostKeyChanged extends PublishError {
  readonly hostKeys: { known: string; shown: string };

  constructor(host: string, hostKeys: { known: string; shown: string }) {
    super('host-key-changed', `${host}: ${hostKeys.known} → ${hostKeys.shown}`);
    this.name = 'HostKeyChanged';
    this.hostKeys = hostKeys;
  }
}

/** Keys come with line breaks, which a field of one line takes away. */
function secretOf(secret: string): { password: string } | { privateKey: string } {
  const [, begin, body, end] = /(-----BEGIN [A-Z ]+-----)([^-]+)(-----END [A-Z ]+-----)/.exec(secret) ?? [];
  if (begin === undefined || body === undefined || end === undefined) return { password: secret };
  const lines = body.replace(/\s+/g, '').match(/.{1,70}/g) ?? [];
  return { privateKey: [begin, ...lines, end, ''].join('\n') };
}

function signInFailure(error: SftpError, host: string): PublishError {
  if (error.hostKeys !== null) return new HostKeyChanged(host, error.hostKeys);
  if (error.code === 'refused') return new PublishError('sign-in-refused', `${host}: ${error.message}`);
  const code = /ENOTFOUND|EAI_AGAIN/.test(error.message) ? 'name-not-found' : 'unreachable';
  return new PublishError(code, `${host}: ${error.message}`, { retryable: true });
}

/** Where the key a server showed at the first visit is remembered. */
function keyName({ host, port }: SftpPlace): string {
  return `host key ${host}:${port}`;
}

/**
 * Files below the folder of the place. Throws PublishError: `secret-missing`, `sign-in-refused`, HostKeyChanged, the
 * network's.
 */
export async function openFarFiles(
  place: SftpPlace,
  context: Pick<TargetContext, 'secret' | 'memory' | 'signal'>,
): Promise<{ files: FarFiles; hostKey: string }> {
  const { host, port, user, folder, hostKey: told } = place;
  if (context.secret === null || context.secret === '') throw new PublishError('secret-missing', host);
  const known = told.trim() === '' ? context.memory.get(keyName(place)) : told.trim();
  const { client, hostKey } = await connectSftp({
    ...{ host, port, user, timeoutMs },
    secret: secretOf(context.secret),
    hostKey: known === '' ? null : known,
  }).catch((error: unknown) => {
    throw error instanceof SftpError ? signInFailure(error, host) : error;
  });
  if (known !== hostKey) context.memory.set(keyName(place), hostKey);
  const stop = (): void => void client.end().catch(() => false);
  context.signal.addEventListener('abort', stop, { once: true });
  const files = farFilesOver(client, folder.trim());
  return {
    hostKey,
    files: {
      ...files,
      async close() {
        context.signal.removeEventListener('abort', stop);
        await files.close();
      },
    },
  };
}
