/** Checks a folder at an SFTP server one thing after the other, each told as a line. */
import { randomBytes } from 'node:crypto';
import type { Verification } from '../../../../shared/contract/publishing.ts';
import type { SftpPlace } from '../../../../shared/contract/target-configuration.ts';
import { PublishError, type TargetContext } from '../target.ts';
import type { FarFiles } from './far-files.ts';
import { HostKeyChanged, openFarFiles } from './open-far-files.ts';

type Checks = Verification['checks'];

/**
 * The lines, in order: `sftp-sign-in` (detail: the server's fingerprint), `folder-writable` (a file is written, put in its
 * place and taken away), what `further` finds, or a PublishErrorCode where a check could not be made (with both
 * fingerprints for `host-key-changed`).
 */
export async function checkFarFolder(
  place: SftpPlace,
  context: TargetContext,
  further: (files: FarFiles) => Promise<Checks>,
): Promise<Verification> {
  const checks: Checks = [];
  try {
    const { files, hostKey } = await openFarFiles(place, context);
    try {
      checks.push({ code: 'sftp-sign-in', ok: true, detail: hostKey });
      const probe = `redaksi-${randomBytes(6).toString('hex')}.tmp`;
      await files.write(probe, Buffer.from('Redaksi'));
      await files.remove(probe);
      checks.push({ code: 'folder-writable', ok: true, detail: place.folder });
      checks.push(...(await further(files)));
      return { ok: checks.every(({ ok }) => ok), checks };
    } finally {
      await files.close();
    }
  } catch (error) {
    if (!(error instanceof PublishError)) throw error;
    const hostKeys = error instanceof HostKeyChanged ? { hostKeys: error.hostKeys } : {};
    return {
      ok: false,
      checks: [...checks, { code: error.code, ok: false, detail: error.message, ...hostKeys }],
    };
  }
}
