/** Checks whether a site can be kept at a server. */
import type { Verification } from '../../../../../shared/contract/publishing.ts';
import type { SftpSiteConfiguration } from '../../../../../shared/contract/target-configuration.ts';
import { checkFarFolder } from '../../sftp/check-far-folder.ts';
import type { TargetContext } from '../../target.ts';
import { GENERATOR } from '../folder-site/layout.ts';
import { MANIFEST_NAME } from '../folder-site/manifest.ts';

/**
 * The lines of a folder at an SFTP server, then `folder-foreign`: somebody else's index.html is never replaced.
 */
export function verifySftpSite(
  configuration: SftpSiteConfiguration,
  context: TargetContext,
): Promise<Verification> {
  return checkFarFolder(configuration, context, async (files) => {
    const isOurs = (await files.read(MANIFEST_NAME)) !== null;
    const front = isOurs ? null : await files.read('index.html');
    const ok = front === null || front.includes(GENERATOR);
    return [{ code: 'folder-foreign', ok, detail: ok ? '' : 'index.html' }];
  });
}
