/** Every way in, by the kind of source it serves. A new one is one more file and one more entry. */
import type { SourceConfiguration } from '../../../../shared/contract/wire-sources.ts';
import { createFeedWay } from './feed.ts';
import { createFolderWay } from './folder.ts';
import { createFtpWay } from './ftp.ts';
import { createImapWay } from './imap.ts';
import { createSftpWay } from './sftp.ts';
import type { SourceWay } from './way.ts';

export type PolledKind = Exclude<SourceConfiguration['kind'], 'manual'>;

export function createWays(): Record<PolledKind, SourceWay> {
  return {
    feed: createFeedWay(),
    folder: createFolderWay(),
    ftp: createFtpWay(),
    sftp: createSftpWay(),
    imap: createImapWay(),
  };
}
