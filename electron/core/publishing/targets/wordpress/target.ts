/**
 * WordPress over its REST interface with an application password. The delivery's marker travels in the first block's
 * attributes, where no reader sees it and a search finds it.
 */
import type {
  TermMapping,
  WordPressConfiguration,
} from '../../../../../shared/contract/target-configuration.ts';
import type { PublishingTarget, TargetContext } from '../../target.ts';
import { connect, findRoot, type Timeouts } from './client.ts';
import { wordPressComments } from './comments.ts';
import { readPost } from './find-post.ts';
import { publicAtOf, remoteOf, visibilityOf } from './post.ts';
import { publishToWordPress } from './publish.ts';
import { wordPressPulling } from './pull.ts';
import { readContent } from './read-content.ts';
import { takeBack, throwAway } from './take-down.ts';
import { fetchFigures } from './figures.ts';
import { launchFront } from './launch-front.ts';
import { listTerms } from './terms.ts';
import { verifyWordPress } from './verify.ts';

const defaultTimeouts: Timeouts = { callMs: 30_000, uploadMs: 300_000 };

const noMapping: TermMapping = { sections: {}, tags: {}, authors: {} };

/** The WordPress target; `timeouts` in milliseconds, 30 s a call and 5 minutes an upload unless told otherwise. */
export function createWordPressTarget(
  timeouts: Timeouts = defaultTimeouts,
): PublishingTarget<WordPressConfiguration> {
  const connected = (configuration: WordPressConfiguration, context: TargetContext) =>
    connect(configuration, context, timeouts);
  return {
    kind: 'wordpress',
    capabilities: {
      update: true,
      unpublish: true,
      schedule: true,
      remove: true,
      read: true,
      mapping: true,
      preview: false,
      front: true,
      pictures: true,
      comments: true,
      posts: true,
      inspect: false,
      needsSecret: true,
    },
    lingersMs: 5_000,
    verify: (configuration, context) => verifyWordPress(configuration, context, timeouts),
    async publish(configuration, request, context) {
      const { client, user } = await connected(configuration, context);
      return publishToWordPress(client, user, request, configuration.mapping ?? noMapping, context);
    },
    async unpublish(configuration, post, context) {
      const { client } = await connected(configuration, context);
      return takeBack(client, post);
    },
    async remove(configuration, post, context) {
      const { client } = await connected(configuration, context);
      await throwAway(client, post);
    },
    async read(configuration, remoteId, context) {
      const { client } = await connected(configuration, context);
      const post = await readPost(client, remoteId);
      return (
        post && {
          post: remoteOf(post),
          content: await readContent(client, post, context),
          visibility: visibilityOf(post),
          publicAt: publicAtOf(post),
        }
      );
    },
    async listTerms(configuration, kind, query, context) {
      const { client } = await connected(configuration, context);
      return listTerms(client, kind, query);
    },
    async site(configuration, context) {
      const { name, timeZone, offsetMinutes, serverTime } = await findRoot(configuration, context, timeouts);
      const clockAheadMs = serverTime === null ? null : serverTime - context.now();
      return { name, timeZone, offsetMinutes, clockAheadMs };
    },
    showsFronts: ({ fronts }) => fronts !== undefined,
    async launchFront(configuration, front, context) {
      const { client } = await connected(configuration, context);
      const wanted = configuration.fronts ?? { sticky: false, sidebar: '', feed: false };
      return launchFront(client, front, wanted, context);
    },
    async figures(configuration, question, context) {
      const { client } = await connected(configuration, context);
      return fetchFigures(client, question);
    },
    posts: wordPressPulling(
      async (configuration, context) => (await connected(configuration, context)).client,
    ),
    comments: wordPressComments(
      async (configuration, context) => (await connected(configuration, context)).client,
    ),
  };
}
