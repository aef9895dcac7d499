/**
 * An article beside what somebody made of it at a target: the version sent last, the working copy, and the post as it
 * stands there now, all in the desk's own terms; and what a person decided of it.
 */
import type { ArticleFields } from '../../../shared/contract/articles.ts';
import type { CorrectionEntry } from '../../../shared/contract/corrections.ts';
import type { PublishingConflict } from '../../../shared/contract/target-posts.ts';
import type { TermMapping } from '../../../shared/contract/target-configuration.ts';
import type { House } from '../../../shared/contract/settings.ts';
import { buildDocument } from '../../../shared/document/build.ts';
import type { ArticleDocument } from '../../../shared/document/vocabulary.ts';
import { withoutCorrections } from '../../../shared/document/with-corrections.ts';
import { blockText } from '../../../shared/document/walk.ts';
import { contractError } from '../errors.ts';
import type { Clock } from '../providers.ts';
import type { DeliveryRequests } from './delivery-requests.ts';
import type { ArticlesForPublishing, CorrectionsForPublishing } from './neighbours.ts';
import type { PublishingQueries, StoredDelivery } from './queries.ts';
import type { StandingContent } from './target.ts';
import type { TargetsService } from './targets-service.ts';

type Version = PublishingConflict['theirs'];

function sameName(left: string, right: string): boolean {
  return left.trim().toLowerCase() === right.trim().toLowerCase();
}

/** The house's section a post is filed under: the one it was sent with where that still holds. */
function sectionOf(
  { categories }: StandingContent,
  sent: string,
  { sections }: House,
  mapping: TermMapping | undefined,
): string {
  const holds = (slug: string): boolean =>
    categories.some(
      ({ id, name }) =>
        mapping?.sections[slug]?.id === id ||
        sections.some((section) => section.slug === slug && sameName(section.name, name)),
    );
  if (holds(sent)) return sent;
  return sections.find(({ slug }) => holds(slug))?.slug ?? sent;
}

/** Tags under the names the desk knows them by. */
function tagsOf(
  { tags }: StandingContent,
  sent: readonly string[],
  mapping: TermMapping | undefined,
): string[] {
  const ours = tags.map(
    (tag) => Object.entries(mapping?.tags ?? {}).find(([, theirs]) => sameName(theirs.name, tag))?.[0] ?? tag,
  );
  const spelled = ours.map((tag) => sent.find((one) => sameName(one, tag)) ?? tag);
  const isSame = spelled.length === sent.length && sent.every((tag) => spelled.includes(tag));
  return isSame ? [...sent] : spelled;
}

/** Who it is filed under there, as the byline the desk knows them by. */
function bylineOf({ author }: StandingContent, sent: string, mapping: TermMapping | undefined): string {
  if (author === undefined) return sent;
  const ours = Object.entries(mapping?.authors ?? {}).filter(([, theirs]) => theirs.id === author.id);
  return [...ours.filter(([byline]) => sameName(byline, sent)), ...ours].at(0)?.[0] ?? author.name;
}

/** The credit stays one where something was written behind it there. */
function takeCredit(
  { document, credit }: StandingContent,
  sent: string,
): { document: ArticleDocument; credit: string } {
  const { children } = document.root;
  const at =
    credit === '' && sent.trim() !== ''
      ? children.findLastIndex(
          (block) => block.type === 'paragraph' && blockText(block).trim() === sent.trim(),
        )
      : -1;
  if (at < 0) return { document, credit };
  return { document: buildDocument(children.toSpliced(at, 1)), credit: sent };
}

/** Stories of ours that the site links to by their address there, told by their id again. */
function withOurStories(
  document: ArticleDocument,
  sent: ArticleDocument,
  addressOf: (articleId: string) => string | null,
): ArticleDocument {
  const known = new Map(
    sent.root.children.flatMap((block) =>
      block.type === 'relatedstory' && block.articleId !== ''
        ? [[addressOf(block.articleId), block.articleId] as const]
        : [],
    ),
  );
  return buildDocument(
    document.root.children.map((block) => {
      const articleId = block.type === 'relatedstory' ? known.get(block.url) : undefined;
      return articleId !== undefined && block.type === 'relatedstory'
        ? { ...block, articleId, url: '' }
        : block;
    }),
  );
}

export type Conflicts = ReturnType<typeof createConflicts>;

export interface ConflictDecision {
  deliveryId: string;
  /** Stamp of the post as the person saw it. */
  seen: string;
  send: boolean;
  requestId: string;
}

export function createConflicts({
  queries,
  requests,
  targets,
  articles,
  corrections,
  house,
  clock,
}: {
  queries: PublishingQueries;
  requests: DeliveryRequests;
  targets: TargetsService;
  articles: ArticlesForPublishing;
  corrections: CorrectionsForPublishing;
  house: () => House;
  clock: Clock;
}) {
  /** Posts as they were shown last, by delivery. */
  const shown = new Map<string, PublishingConflict>();

  /**
   * Takes the post as it was seen for known: the next delivery goes on from it, and stops where it changed once more.
   * Answers with the delivery as it was. Call it inside a transaction. Throws INVALID where it is in no conflict; one
   * that this very decision settled before is answered as it is.
   */
  function accept({ deliveryId, seen, send }: ConflictDecision): StoredDelivery {
    const delivery = requests.stored(deliveryId);
    const { articleId, targetId, foundAtTarget } = delivery;
    const placement = queries.placement(articleId, targetId);
    const isRepeated = delivery.state === 'cancelled' && placement?.remote?.modifiedStamp === seen;
    if (isRepeated && !send) return delivery;
    if (delivery.state !== 'conflict' || queries.isOvertaken(delivery) || !placement?.remote) {
      throw contractError('INVALID', { field: 'deliveryId', reason: 'not-stopped' });
    }
    const remote = { ...placement.remote, ...foundAtTarget, modifiedStamp: seen };
    queries.writePlacement({ ...placement, remote, updatedAt: clock.now() });
    shown.delete(deliveryId);
    return delivery;
  }

  /** What the house has said of the story and this delivery would tell its readers there. */
  function waitingIn({ articleId, targetId, revisionId }: StoredDelivery): CorrectionEntry[] {
    const told = corrections.carriedBy(articleId, queries.placement(articleId, targetId)?.revisionId ?? 0);
    return corrections.carriedBy(articleId, revisionId).slice(told.length);
  }

  async function readConflict(delivery: StoredDelivery): Promise<PublishingConflict> {
    const { id, articleId, targetId, targetName } = delivery;
    const placement = queries.placement(articleId, targetId);
    const last = placement && articles.revision(placement.revisionId);
    if (!placement?.remote || !last) throw contractError('NOT_FOUND', { kind: 'placement', id: articleId });
    const { remoteId, modifiedStamp } = placement.remote;
    const { standing, addressOf, mapping } = await targets.ask(
      targetId,
      async (target, configuration, context) => {
        if (!target.read) throw contractError('INVALID', { field: 'deliveryId', reason: 'no-reading-there' });
        return {
          standing: await target.read(configuration, remoteId, context),
          addressOf: context.addressOf,
          mapping: 'mapping' in configuration ? configuration.mapping : undefined,
        };
      },
    );
    if (standing === null || standing.visibility === 'trashed') {
      throw contractError('TARGET_FAILED', { code: 'post-missing', detail: placement.url ?? '' });
    }
    const { content, post } = standing;
    const working = articles.stored(articleId);
    // Of a post whose stamp is not known it is not known either what we sent.
    const sent = modifiedStamp === null ? null : last;
    const { fields, document: ours } = sent ?? working;
    const { document, credit } = takeCredit(content, fields.credit);
    const withSlug = (fields: ArticleFields) => ({ ...fields, slug: fields.slug || placement.slug });
    const theirs: Version = {
      fields: {
        ...fields,
        dateline: sameName(content.dateline, fields.dateline) ? fields.dateline : content.dateline,
        credit,
        byline: bylineOf(content, fields.byline, mapping),
        sticky: content.sticky ?? fields.sticky,
        seoTitle: content.seo?.title ?? fields.seoTitle,
        seoDescription: content.seo?.description ?? fields.seoDescription,
        socialTitle: content.seo?.social ?? fields.socialTitle,
        headline: content.headline,
        dek: content.dek,
        slug: content.slug,
        commentsOpen: content.commentsOpen ?? fields.commentsOpen,
        section: sectionOf(content, fields.section, house(), mapping),
        tags: tagsOf(content, fields.tags, mapping),
      },
      document: withoutCorrections(
        withOurStories(document, ours, addressOf),
        corrections.carriedBy(articleId, placement.revisionId),
      ),
    };
    return {
      deliveryId: id,
      articleId,
      targetName,
      url: post.url,
      seen: post.modifiedStamp ?? '',
      changedAt: content.modifiedAt === null ? null : new Date(content.modifiedAt).toISOString(),
      workingBase: working.base,
      sent: sent && { fields: withSlug(sent.fields), document: sent.document },
      ours: { fields: withSlug(working.fields), document: working.document },
      theirs,
      waiting: [...new Set(waitingIn(delivery).map(({ matter }) => matter.kind))],
    };
  }

  /**
   * Asks the target for the post as it is now. Throws INVALID where this kind of target cannot be read back, NOT_FOUND
   * where nothing was sent there, TARGET_FAILED where it does not answer or the post is gone.
   */
  async function compare(delivery: StoredDelivery): Promise<PublishingConflict> {
    const conflict = await readConflict(delivery);
    shown.set(delivery.id, conflict);
    return conflict;
  }

  return {
    accept,
    waitingIn,

    /** Adds a delivery of a revision that goes on from the post as it was seen; answers its id. */
    sendFrom(decision: ConflictDecision, revisionId: number): string {
      const { articleId, targetId, action, publishAt } = accept(decision);
      const request = { articleId, targetId, requestId: decision.requestId };
      return requests.add(request, action, revisionId, publishAt);
    },

    compare,

    /** The post as the person saw it who decides; asked for once more where that is not known any more. Throws as `compare`. */
    async seenBy({
      deliveryId,
      seen,
    }: Pick<ConflictDecision, 'deliveryId' | 'seen'>): Promise<PublishingConflict> {
      const known = shown.get(deliveryId);
      return known?.seen === seen ? known : compare(requests.stored(deliveryId));
    },
  };
}
