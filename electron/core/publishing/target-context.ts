/** What a target is given to work with: the house, the secret, pictures, what else is live there, a small memory. */
import type { Media } from '../../../shared/contract/articles.ts';
import type { House } from '../../../shared/contract/settings.ts';
import { framingOf, shownAs } from '../../../shared/document/crop.ts';
import { withdrawalAmong } from '../../../shared/document/with-corrections.ts';
import type { LaunchedFront } from '../launched-front.ts';
import type { Clock, Vault } from '../providers.ts';
import type { ArticlesForPublishing, CorrectionsForPublishing, PicturesForPublishing } from './neighbours.ts';
import type { PublishingQueries } from './queries.ts';
import { revisionAsPublished } from './revision-as-published.ts';
import {
  PublishError,
  type Exchange,
  type ListedArticle,
  type PictureFile,
  type TargetContext,
} from './target.ts';
import type { Transfers } from './transfers.ts';

/** Where secrets of targets lie in the vault. */
export function secretKey(targetId: string): string {
  return `target:${targetId}`;
}

export interface TargetContexts {
  /** Everything live at a target, newest first, without the article at hand. */
  liveArticles(targetId: string, articleAtHand: string | null): ListedArticle[];
  /**
   * What a target is given to work with; `articleAtHand` is left out of the live articles, `record` is told what is
   * exchanged. Throws PublishError (`secret-missing`) where the vault cannot be opened.
   */
  of(
    targetId: string,
    signal: AbortSignal,
    articleAtHand: string | null,
    record?: (exchange: Exchange) => void,
  ): Promise<TargetContext>;
}

export function createTargetContexts({
  queries,
  vault,
  clock,
  dataFolder,
  house,
  articles,
  corrections,
  pictures,
  fronts,
  transfers,
}: {
  queries: PublishingQueries;
  vault: Vault;
  clock: Clock;
  dataFolder: string;
  house: () => House;
  articles: ArticlesForPublishing;
  corrections: CorrectionsForPublishing;
  pictures: PicturesForPublishing;
  /** Every launched front as it stands at a target. */
  fronts: (targetId: string) => LaunchedFront[];
  transfers: Transfers;
}): TargetContexts {
  function liveArticles(targetId: string, articleAtHand: string | null): ListedArticle[] {
    return queries
      .placementsOfTarget(targetId)
      .filter(({ articleId }) => articleId !== articleAtHand)
      .flatMap((placement) => {
        const revision = articles.revision(placement.revisionId);
        return revision ? [revisionAsPublished(revision, placement, corrections)] : [];
      });
  }

  function pictureFile(media: Media | null): PictureFile | null {
    if (media === null) return null;
    const { mediaId, mimeType, width, height, fileName } = media;
    return { mediaId, mimeType, width, height, fileName, bytes: () => pictures.read(mediaId) };
  }

  const underWay = new Map<string, Promise<unknown>>();

  /** Waits for what is under way on the thing before it begins. */
  function inTurn<Result>(thing: string, work: () => Promise<Result>): Promise<Result> {
    const before = underWay.get(thing) ?? Promise.resolve();
    const result = before.then(work);
    const ended = result.then(
      () => {},
      () => {},
    );
    underWay.set(thing, ended);
    void ended.then(() => {
      if (underWay.get(thing) === ended) underWay.delete(thing);
    });
    return result;
  }

  return {
    liveArticles,
    async of(targetId, signal, articleAtHand, record = () => {}) {
      const secret = await vault.get(secretKey(targetId)).catch((error: unknown) => {
        throw new PublishError('secret-missing', error instanceof Error ? error.message : String(error));
      });
      return {
        targetId,
        house: house(),
        dataFolder,
        now: () => clock.now(),
        forbidsAi: (articleId) => articles.forbidsAi(articleId),
        signal,
        secret,
        picture: async (mediaId) => pictureFile(pictures.find(mediaId)),
        async pictureAsShown(shown) {
          const whole = pictures.find(shown.mediaId);
          const framing = framingOf(shown);
          if (whole === null || framing.ratio === 'original') return pictureFile(whole);
          const key = `cropped ${shownAs(shown)}`;
          const known = pictures.find(queries.recall(targetId, key) ?? '');
          if (known !== null) return pictureFile(known);
          const cropped = await pictures.crop(shown.mediaId, framing).catch(() => whole);
          queries.remember(targetId, key, cropped.mediaId);
          return pictureFile(cropped);
        },
        liveArticles: () => liveArticles(targetId, articleAtHand),
        addressOf(articleId) {
          const placement = queries.placement(articleId, targetId);
          return placement?.live ? placement.url : null;
        },
        remoteIdOf(articleId) {
          const placement = queries.placement(articleId, targetId);
          return placement?.live ? (placement.remote?.remoteId ?? null) : null;
        },
        withdrawalOf: (articleId) =>
          withdrawalAmong(corrections.carriedBy(articleId, Number.MAX_SAFE_INTEGER))?.text ?? null,
        fronts: () => fronts(targetId),
        memory: {
          get: (key) => queries.recall(targetId, key),
          set: (key, value) => queries.remember(targetId, key, value),
        },
        oneAtATime: (thing, work) => inTurn(`${targetId} ${thing}`, work),
        record,
        progress: (soFar) => transfers.report(targetId, soFar),
      };
    },
  };
}
