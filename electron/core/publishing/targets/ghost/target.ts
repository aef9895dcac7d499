/**
 * Ghost over its Admin API with the key of a custom integration. The delivery's marker travels in the post's own code for
 * its foot, where no reader sees it and a filter finds it.
 */
import type { GhostConfiguration, TermMapping } from '../../../../../shared/contract/target-configuration.ts';
import type { PublishingTarget, TargetContext } from '../../target.ts';
import { connect, findSite, type Timeouts } from './client.ts';
import { readPost } from './find-post.ts';
import { launchFront } from './launch-front.ts';
import { publicAtOf, remoteOf, visibilityOf } from './post.ts';
import { publishToGhost } from './publish.ts';
import { ghostPulling, standingContent } from './pull.ts';
import { listTerms } from './tags.ts';
import { takeBack } from './take-down.ts';
import { verifyGhost } from './verify.ts';

const defaultTimeouts: Timeouts = { callMs: 30_000, uploadMs: 300_000 };

const noMapping: TermMapping = { sections: {}, tags: {}, authors: {} };

/** Minutes a zone is east of UTC at a time in milliseconds since 1970; null for a zone this program does not know. */
function offsetOf(timeZone: string | null, at: number): number | null {
  if (timeZone === null) return null;
  try {
    const named = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' }).format(at);
    const [, sign = '+', hours = '0', minutes = '0'] = /GMT(?:([+-])(\d\d):(\d\d))?$/.exec(named) ?? [];
    return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
  } catch {
    return null;
  }
}

/** The Ghost target; `timeouts` in milliseconds, 30 s a call and 5 minutes an upload unless told otherwise. */
export function createGhostTarget(
  timeouts: Timeouts = defaultTimeouts,
): PublishingTarget<GhostConfiguration> {
  const connected = (configuration: GhostConfiguration, context: TargetContext) =>
    connect(configuration, context, timeouts);
  return {
    kind: 'ghost',
    capabilities: {
      update: true,
      unpublish: true,
      schedule: true,
      remove: false,
      read: true,
      mapping: true,
      preview: false,
      front: true,
      pictures: true,
      posts: true,
      comments: false,
      inspect: false,
      needsSecret: true,
    },
    lingersMs: 5_000,
    verify: (configuration, context) => verifyGhost(configuration, context, timeouts),
    async publish(configuration, request, context) {
      const client = await connected(configuration, context);
      return publishToGhost(client, request, configuration.mapping ?? noMapping, context);
    },
    unpublish: async (configuration, post, context) =>
      takeBack(await connected(configuration, context), post),
    async read(configuration, remoteId, context) {
      const post = await readPost(await connected(configuration, context), remoteId);
      return (
        post && {
          post: remoteOf(post),
          content: standingContent(post, configuration, context),
          visibility: visibilityOf(post),
          publicAt: publicAtOf(post),
        }
      );
    },
    listTerms: async (configuration, kind, query, context) =>
      listTerms(await connected(configuration, context), kind, query),
    async site(configuration, context) {
      const { title, timeZone, serverTime } = await findSite(configuration, context, timeouts);
      const now = context.now();
      const offset = offsetOf(timeZone, now);
      const clockAheadMs = serverTime === null ? null : serverTime - now;
      return {
        name: title,
        timeZone: offset === null ? null : timeZone,
        offsetMinutes: offset ?? 0,
        clockAheadMs,
      };
    },
    showsFronts: ({ fronts }) => fronts !== undefined,
    launchFront: async (configuration, front, context) =>
      launchFront(
        await connected(configuration, context),
        front,
        configuration.fronts ?? { featured: false },
        context,
      ),
    posts: ghostPulling(connected),
  };
}
