/**
 * The target *Situs SFTP*: the folder site, kept whole on this computer and brought to a server. The pages are those of the
 * folder site, made by it; this is how they get there.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SftpSiteConfiguration } from '../../../../../shared/contract/target-configuration.ts';
import {
  isUnrecorded,
  PublishConflict,
  PublishError,
  type Difference,
  type PublishingTarget,
  type PublishRequest,
  type RemotePost,
  type TargetContext,
} from '../../target.ts';
import type { FarFiles } from '../../sftp/far-files.ts';
import { openFarFiles } from '../../sftp/open-far-files.ts';
import { createFolderSiteTarget } from '../folder-site/folder-site-target.ts';
import { pageDifferences } from '../folder-site/page-reading.ts';
import { sha256 } from '../folder-site/site-folder.ts';
import { pageFile } from '../folder-site/site-files.ts';
import { inspectFarFiles } from './inspect.ts';
import { isOthers, readArrived, sync, type Arrived } from './sync.ts';
import { verifySftpSite } from './verify.ts';
import { siteCapabilities } from '../site-capabilities.ts';

interface Session {
  mirror: string;
  far: FarFiles;
  arrived: Arrived;
}

function localUrl(url: string | null): string | null {
  return url?.startsWith('file:') === true ? null : url;
}

/** Stops where somebody changed the page at the server since we, or the person who saw the differences, last looked. */
async function refuseChangedThere(
  { mirror, far, arrived }: Session,
  post: RemotePost,
  request: PublishRequest,
): Promise<void> {
  const file = pageFile(post.remoteId);
  const meant = await readFile(join(mirror, file));
  const found = await far.read(file);
  const isLost = isUnrecorded(request);
  if (found === null || found.length === 0) return;
  if (!isOthers(found, arrived.get(file), sha256(meant)) && !isLost) return;
  const modifiedStamp = sha256(found);
  if (modifiedStamp === request.existing?.modifiedStamp || modifiedStamp === arrived.get(file)) return;
  const differences = await pageDifferences(meant.toString('utf8'), found.toString('utf8'));
  if (differences.length === 0) return;
  const code = isLost ? 'already-there' : 'changed-at-target';
  throw new PublishConflict(file, { ...post, modifiedStamp }, differences, code);
}

/** What the server shows of the page, compared with what was meant. */
async function readBack({ mirror, far }: Session, { remoteId }: RemotePost): Promise<Difference[]> {
  const file = pageFile(remoteId);
  const found = await far.read(file);
  if (found === null) {
    throw new PublishError('post-missing', `${file}: gone right after it was written`, { retryable: true });
  }
  return pageDifferences(await readFile(join(mirror, file), 'utf8'), found.toString('utf8'));
}

export function createSftpSiteTarget(): PublishingTarget<SftpSiteConfiguration> {
  const site = createFolderSiteTarget();

  /** The copy on this computer, in the data folder, and the address readers find it under. */
  function here(configuration: SftpSiteConfiguration, context: TargetContext) {
    const mirror = join(context.dataFolder, 'sftp-sites', context.targetId);
    const siteUrl = configuration.publicUrl.trim();
    return {
      folder: { kind: 'folder-site', folder: mirror } as const,
      mirror,
      context: {
        ...context,
        house: siteUrl === '' ? context.house : { ...context.house, siteUrl },
        // What is written on this computer is no exchange with the server.
        record: () => {},
      },
    };
  }

  /** One at a time at a server, whatever article it is about. */
  function inSession<Result>(
    configuration: SftpSiteConfiguration,
    context: TargetContext,
    work: (session: Session) => Promise<Result>,
  ): Promise<Result> {
    return context.oneAtATime('sftp-site', async () => {
      const { files: far } = await openFarFiles(configuration, context);
      try {
        const { mirror } = here(configuration, context);
        return await work({ mirror, far, arrived: await readArrived(mirror, far) });
      } finally {
        await far.close();
      }
    });
  }

  return {
    kind: 'sftp-site',
    capabilities: { ...siteCapabilities, inspect: true, needsSecret: true },
    lingersMs: 5_000,
    verify: verifySftpSite,
    publish: (configuration, request, context) =>
      inSession(configuration, context, async (session) => {
        const { folder, context: local } = here(configuration, context);
        const published = await site.publish(folder, request, local);
        const { post } = published;
        await refuseChangedThere(session, post, request);
        const left = await sync(
          session.mirror,
          session.far,
          session.arrived,
          pageFile(post.remoteId),
          context,
        );
        return {
          ...published,
          post: { ...post, url: localUrl(post.url) },
          differences: [...published.differences, ...left, ...(await readBack(session, post))],
        };
      }),
    unpublish: (configuration, post, context) =>
      inSession(configuration, context, async ({ mirror, far, arrived }) => {
        const { folder, context: local } = here(configuration, context);
        await site.unpublish(folder, post, local);
        await sync(mirror, far, arrived, null, context);
      }),
    showsFronts: () => true,
    launchFront: (configuration, front, context) =>
      inSession(configuration, context, async ({ mirror, far, arrived }) => {
        const { folder, context: local } = here(configuration, context);
        const launched = await site.launchFront?.(folder, front, local);
        const left = await sync(mirror, far, arrived, null, context);
        return {
          url: localUrl(launched?.url ?? null),
          differences: [...(launched?.differences ?? []), ...left],
        };
      }),
    rebuild: (configuration, context) =>
      inSession(configuration, context, async ({ mirror, far, arrived }) => {
        const { folder, context: local } = here(configuration, context);
        await site.rebuild?.(folder, local);
        await sync(mirror, far, arrived, null, context);
      }),
    inspect: (configuration, context) => inSession(configuration, context, inspectFarFiles),
  };
}
