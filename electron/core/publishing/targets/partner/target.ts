/**
 * The target *Mitra*: copy for another newsroom, in the format it wants, by the way it takes it. Each version of a story is
 * a file of its own whose name carries identity and version; of feeds there is one file, written anew. A story that is taken
 * back is one more version that says so. What reached the partner is never changed or fetched back.
 */
import { z } from 'zod';
import type { PartnerConfiguration } from '../../../../../shared/contract/target-configuration.ts';
import { documentImages } from '../../../../../shared/document/walk.ts';
import { translate } from '../../../../../shared/i18n/translate.ts';
import { PARTNER_FORMATS } from '../../formats/formats.ts';
import { houseNoteOf, newsItemOf, toldIn, withdrawalOf, type NewsItem } from '../../formats/news-item.ts';
import { leftOutOf } from '../../left-out.ts';
import {
  isUnrecorded,
  type Difference,
  type PublishedArticle,
  type PublishingTarget,
  type PublishRequest,
  type RemotePost,
  type TargetContext,
} from '../../target.ts';
import { createLiveArticles, type LiveArticles } from '../folder-site/live-articles.ts';
import { feedFile, forgetWithdrawal, rememberWithdrawal } from './feed-file.ts';
import { folderWay } from './folder-way.ts';
import { httpWay } from './http-way.ts';
import { deliverPictures } from './pictures.ts';
import { noteToldBefore, isWithdrawn, stampOf, versionToPublish, versionToWithdraw } from './versions.ts';
import { sftpWay } from './sftp-way.ts';
import type { OutgoingFile, PartnerWay } from './way.ts';
import { siteCapabilities } from '../site-capabilities.ts';

function wayOf({ delivery }: PartnerConfiguration, context: TargetContext): PartnerWay {
  switch (delivery.way) {
    case 'folder':
      return folderWay(delivery.folder.trim(), context);
    case 'http':
      return httpWay(delivery, context);
    case 'sftp':
      return sftpWay(delivery, context);
  }
}

/** The work on the way of a target, which is let go of afterwards. */
async function onWay<Result>(
  configuration: PartnerConfiguration,
  context: TargetContext,
  work: (way: PartnerWay) => Promise<Result>,
): Promise<Result> {
  const way = wayOf(configuration, context);
  try {
    return await work(way);
  } finally {
    await way.close?.();
  }
}

/** `0f8fad5b-d9cb-469f-a165-70867728950e-v2.json`: no name stands for two texts. */
function itemFile(
  { uri, version }: NewsItem,
  content: string,
  format: { extension: string; mimeType: string },
): OutgoingFile {
  const name = `${uri.replace(/^urn:uuid:/, '')}-v${version}.${format.extension}`;
  return { name, content, mimeType: format.mimeType, key: name };
}

/** What a withdrawal has to know of a story when nothing but its identity is at hand. */
const knownSchema = z.object({ articleId: z.string(), headline: z.string(), firstCreated: z.number() });

function knownOf({ memory }: TargetContext, uri: string): z.output<typeof knownSchema> | null {
  const kept = memory.get(`story:${uri}`);
  return kept === null ? null : knownSchema.parse(JSON.parse(kept));
}

function keepKnown({ memory }: TargetContext, uri: string, known: z.output<typeof knownSchema>): void {
  memory.set(`story:${uri}`, JSON.stringify(known));
  memory.set(`uri:${known.articleId}`, uri);
}

/** Pictures that do not go along, and blocks that no other place has. */
function leftOut(
  { article }: PublishRequest,
  pictures: ReadonlyMap<string, unknown>,
  context: TargetContext,
): Difference[] {
  const lost = documentImages(article.document).filter(({ mediaId }) => !pictures.has(mediaId));
  return [
    ...lost.map(({ caption, alt, sourceUrl }) => ({
      field: 'picture',
      meant: caption || alt || sourceUrl,
      found: '',
    })),
    ...leftOutOf(article.document, { relatedStory: context.addressOf, takesForeign: () => false }),
  ];
}

export function createPartnerTarget(): PublishingTarget<PartnerConfiguration> {
  /** By target: what went out and is not in the records yet. */
  const ahead = new Map<string, LiveArticles>();

  function liveAt(targetId: string): LiveArticles {
    const live = ahead.get(targetId) ?? createLiveArticles();
    ahead.set(targetId, live);
    return live;
  }

  async function publish(
    configuration: PartnerConfiguration,
    request: PublishRequest,
    way: PartnerWay,
    context: TargetContext,
  ): Promise<PublishedArticle> {
    const { article, existing, marker, mayHaveArrived, publishAt } = request;
    const { house } = context;
    const format = PARTNER_FORMATS[configuration.format];
    const sent = versionToPublish(
      { articleId: article.articleId, existing, marker, unrecorded: isUnrecorded(request) },
      context,
    );
    const pictures = await deliverPictures(configuration, documentImages(article.document), way, context);
    const toldBefore = noteToldBefore(sent, houseNoteOf(article.document), context.memory);
    const item = newsItemOf(
      article,
      {
        ...sent,
        firstCreated: article.firstPublishedAt,
        versionCreated: Math.max(sent.at, article.firstPublishedAt),
      },
      {
        house,
        terms: configuration,
        noteToldBefore: toldBefore,
        embargoedUntil: publishAt,
        forbidsAi: context.forbidsAi(article.articleId),
        pictures,
      },
    );
    keepKnown(context, sent.uri, {
      articleId: article.articleId,
      headline: item.headline,
      firstCreated: article.firstPublishedAt,
    });
    if (format.holds === 'item') {
      await way.put(itemFile(item, format.write(item), format), mayHaveArrived);
    } else {
      await context.oneAtATime('feed', async () => {
        const live = liveAt(context.targetId);
        forgetWithdrawal(sent.uri, context);
        await way.put(
          await feedFile(
            configuration,
            format,
            [article, ...live.merge(context.liveArticles(), article.articleId)],
            way,
            context,
          ),
          false,
        );
        live.published(article);
      });
    }
    return {
      post: { remoteId: sent.uri, url: null, modifiedStamp: stampOf(sent.version, 'usable') },
      visibility: 'public',
      publicAt: article.firstPublishedAt,
      differences: leftOut(request, pictures, context),
    };
  }

  async function unpublish(
    configuration: PartnerConfiguration,
    post: RemotePost,
    way: PartnerWay,
    context: TargetContext,
  ): Promise<RemotePost> {
    if (isWithdrawn(post)) return post;
    const { house } = context;
    const format = PARTNER_FORMATS[configuration.format];
    const sent = versionToWithdraw(post, context);
    const { articleId, headline, firstCreated } = knownOf(context, sent.uri) ?? {
      articleId: '',
      headline: '',
      firstCreated: sent.at,
    };
    const item = withdrawalOf(
      {
        headline,
        edNote: context.withdrawalOf(articleId) ?? translate(toldIn(configuration), 'partner.withdrawn'),
      },
      { ...sent, firstCreated, versionCreated: sent.at },
      { house, terms: configuration },
    );
    if (format.holds === 'item') {
      await way.put(itemFile(item, format.write(item), format), true);
    } else {
      await context.oneAtATime('feed', async () => {
        const live = liveAt(context.targetId);
        rememberWithdrawal(item, context);
        live.withdrawn(articleId);
        const listed = live.merge(context.liveArticles(), articleId);
        await way.put(await feedFile(configuration, format, listed, way, context), false);
      });
    }
    return { ...post, modifiedStamp: stampOf(sent.version, 'canceled') };
  }

  return {
    kind: 'partner',
    capabilities: { ...siteCapabilities, preview: false, front: false },
    verify: (configuration, context) => wayOf(configuration, context).verify(),
    publish: (configuration, request, context) =>
      onWay(configuration, context, (way) => publish(configuration, request, way, context)),
    unpublish: (configuration, post, context) =>
      onWay(configuration, context, (way) => unpublish(configuration, post, way, context)),
  };
}
