/**
 * To a partner through a folder at an SFTP server: files appear under their name only when they are whole. One connection
 * for all the files of a delivery, made with the first of them.
 */
import type { PartnerDelivery } from '../../../../../shared/contract/target-configuration.ts';
import { checkFarFolder } from '../../sftp/check-far-folder.ts';
import { openFarFiles } from '../../sftp/open-far-files.ts';
import type { TargetContext } from '../../target.ts';
import type { PartnerWay } from './way.ts';

type SftpDelivery = Extract<PartnerDelivery, { way: 'sftp' }>;

export function sftpWay(delivery: SftpDelivery, context: TargetContext): PartnerWay {
  let opened: ReturnType<typeof openFarFiles> | null = null;

  return {
    async put({ name, content }, mayHaveArrived) {
      context.signal.throwIfAborted();
      opened ??= openFarFiles(delivery, context);
      const { files } = await opened;
      const bytes = Buffer.from(content);
      const at = context.now();
      const started = performance.now();
      // A partner may have fetched and removed it by now: then it comes again, under the same name.
      if (mayHaveArrived && (await files.read(name))?.equals(bytes) === true) return;
      await files.write(name, bytes);
      context.record({
        at,
        milliseconds: performance.now() - started,
        method: 'WRITE',
        address: name,
        sent: typeof content === 'string' ? content : null,
        status: null,
        answer: null,
      });
    },
    verify: () => checkFarFolder(delivery, context, async () => []),
    async close() {
      const session = await opened?.catch(() => null);
      await session?.files.close();
    },
  };
}
