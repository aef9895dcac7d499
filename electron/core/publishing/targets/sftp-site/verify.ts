/** Checks a server one thing after the other, each told as a line. */
import { randomBytes } from 'node:crypto';
import type { Verification } from '../../../../../shared/contract/publishing.ts';
import type { SftpSiteConfiguration } from '../../../../../shared/contract/target-configuration.ts';
import { PublishError, type TargetContext } from '../../target.ts';
import { GENERATOR } from '../folder-site/layout.ts';
import { MANIFEST_NAME } from '../folder-site/manifest.ts';
import { openFarFiles } from './far-files.ts';

/**
 * The lines, in order: `sftp-sign-in` (detail: the server's fingerprint), `folder-writable` (a file is written, put in its
 * place and taken away), `folder-foreign` (somebody else's index.html is never replaced), or a PublishErrorCode where a
 * check could not be made.
 */
export async function verifySftpSite(
  configuration: SftpSiteConfiguration,
  context: TargetContext,
): Promise<Verification> {
  const checks: Verification['checks'] = [];
  try {
    const { files, hostKey } = await openFarFiles(configuration, context);
    try {
      checks.push({ code: 'sftp-sign-in', ok: true, detail: hostKey });
      const probe = `redaksi-${randomBytes(6).toString('hex')}.tmp`;
      await files.write(probe, Buffer.from('Redaksi'));
      await files.remove(probe);
      checks.push({ code: 'folder-writable', ok: true, detail: configuration.folder });
      const isOurs = (await files.read(MANIFEST_NAME)) !== null;
      const front = isOurs ? null : await files.read('index.html');
      const ok = front === null || front.includes(GENERATOR);
      checks.push({ code: 'folder-foreign', ok, detail: ok ? '' : 'index.html' });
      return { ok, checks };
    } finally {
      await files.close();
    }
  } catch (error) {
    if (!(error instanceof PublishError)) throw error;
    return { ok: false, checks: [...checks, { code: error.code, ok: false, detail: error.message }] };
  }
}
