/**
 * Ralat, Cabut berita, Hak jawab: what the house says of a story that readers have. Filing one cuts the revision that
 * carries it and queues an update wherever the story stands, in one transaction; what was filed is never changed.
 */
import { randomUUID } from 'node:crypto';
import type { Article, ArticleFields } from '../../../shared/contract/articles.ts';
import type {
  CorrectionEntry,
  CorrectionMatter,
  CorrectionPlacement,
  CorrectionsSettings,
  WithdrawalGround,
} from '../../../shared/contract/corrections.ts';
import type { TargetConfiguration } from '../../../shared/contract/target-configuration.ts';
import type { House } from '../../../shared/contract/settings.ts';
import { buildDocument, factBox, paragraph, relatedStory, text } from '../../../shared/document/build.ts';
import { publishable, type PublishableDocument } from '../../../shared/document/publishable.ts';
import type { ArticleDocument } from '../../../shared/document/vocabulary.ts';
import { withdrawalAmong, type CorrectionTies } from '../../../shared/document/with-corrections.ts';
import { correctionText, withdrawalText } from '../../../shared/domain/correction-text.ts';
import { offsetOfIndonesianZone } from '../../../shared/domain/indonesian-dates.ts';
import { translate } from '../../../shared/i18n/translate.ts';
import type { ActivityEntry } from '../../../shared/contract/activity.ts';
import type { Database } from '../database/open.ts';
import { contractError } from '../errors.ts';
import type { EventBus } from '../events.ts';
import type { Clock } from '../providers.ts';
import type { Workplace } from '../workplace.ts';
import { changedSentences } from './changed-sentences.ts';
import { correctionQueries } from './queries.ts';

interface Place {
  targetId: string;
  name: string;
  kind: TargetConfiguration['kind'];
  publishAt: number | null;
}

type Places = [Place, ...Place[]];

/** What corrections need of other slices; create-slices.ts hands it over. */
export interface CorrectionNeighbours {
  articles: {
    /** The working copy. Throws NOT_FOUND. */
    stored(articleId: string): { base: number; fields: ArticleFields; document: ArticleDocument };
    revision(revisionId: number): { fields: ArticleFields; document: PublishableDocument } | null;
    cutRevision(articleId: string): number;
    record(articleId: string, entry: ActivityEntry): void;
    createFrom(fields: Partial<ArticleFields>, document: ArticleDocument): Article;
  };
  publishing: {
    placesOf(articleId: string): Place[];
    /** Cuts the revision that goes there. Throws NOT_PUBLISHABLE, also where something is open in it and there is no yes. */
    cutRevision(articleId: string, places: Places, despiteFindings: boolean): number;
    queue(
      delivery: { articleId: string; requestId: string; revisionId: number },
      places: readonly Pick<Place, 'targetId' | 'publishAt'>[],
      action: 'publish' | 'update' | 'unpublish',
    ): void;
    revisionAt(articleId: string, targetId: string): number | null;
    seenAt(articleId: string): { targetId: string; name: string; revisionId: number }[];
  };
}

interface Filing {
  articleId: string;
  requestId: string;
  known: number;
}

/** Places whose pages are all made anew with each delivery, or that have no links to other stories of ours. */
const KEEPS_LINKS = new Set(['folder-site', 'sftp-site', 'partner']);

export type CorrectionsService = ReturnType<typeof createCorrectionsService>;

export function createCorrectionsService({
  database,
  events,
  clock,
  workplace,
  settings,
  house,
  neighbours: { articles, publishing },
}: {
  database: Database;
  events: EventBus;
  clock: Clock;
  workplace: Workplace;
  settings: () => CorrectionsSettings;
  house: () => House;
  neighbours: CorrectionNeighbours;
}) {
  const queries = correctionQueries(database);
  const entriesOf = (articleId: string) => queries.carriedBy(articleId, Number.MAX_SAFE_INTEGER);
  const zone = () => offsetOfIndonesianZone(house().timeZone);

  /** Where readers see it now. Throws INVALID where that is nowhere. */
  function standing(articleId: string, reason: 'not-live' | 'reply-not-live' = 'not-live'): Places {
    const [first, ...others] = publishing.placesOf(articleId);
    const places: Place[] = first === undefined ? [] : [first, ...others];
    const isLive = places.some(({ targetId }) => publishing.revisionAt(articleId, targetId) !== null);
    if (first === undefined || !isLive) throw contractError('INVALID', { field: 'articleId', reason });
    return [first, ...others];
  }

  /** Throws INVALID where somebody filed something meanwhile, or the story was withdrawn. */
  function refuseStale({ articleId, known }: Filing): void {
    const entries = entriesOf(articleId);
    if (withdrawalAmong(entries)) throw contractError('INVALID', { field: 'articleId', reason: 'withdrawn' });
    if (entries.length !== known) {
      throw contractError('INVALID', { field: 'known', reason: 'corrected-meanwhile' });
    }
  }

  function add(
    { articleId, requestId }: Pick<Filing, 'articleId' | 'requestId'>,
    revisionId: number,
    { at, text: words, matter }: { at: number; text: string; matter: CorrectionMatter },
    activity: 'corrected' | 'withdrawn' | 'reply-linked',
  ): CorrectionEntry {
    const entry: CorrectionEntry = {
      correctionId: randomUUID(),
      articleId,
      revisionId,
      at: new Date(at).toISOString(),
      personId: workplace.currentPerson().personId,
      text: words,
      matter,
    };
    queries.add(entry, requestId);
    articles.record(articleId, { kind: activity });
    return entry;
  }

  /** Files in one transaction; asked twice, the first answer. */
  function filed(filing: Filing, file: () => CorrectionEntry): CorrectionEntry {
    workplace.requirePermission('publish');
    return database.transaction(() => {
      const earlier = queries.ofRequest(filing.requestId, filing.articleId);
      if (earlier) return earlier;
      refuseStale(filing);
      const entry = file();
      events.emit({ type: 'corrections.changed', articleId: entry.articleId });
      return entry;
    })();
  }

  /** A post of its own that says what was wrong and leads to the story. */
  function ownPost(
    articleId: string,
    words: string,
  ): { articleId: string; revisionId: number; headline: string } {
    const { headline, section } = articles.stored(articleId).fields;
    const told = translate('id', 'site.correction.ownHeadline', { headline });
    const box = factBox(translate('id', 'site.correction.title.correction'), [paragraph([text(words)])]);
    const document = buildDocument([box, relatedStory(headline, { articleId })]);
    const made = articles.createFrom({ headline: told, section, commentsOpen: false }, document);
    return { articleId: made.articleId, revisionId: articles.cutRevision(made.articleId), headline: told };
  }

  /** The request of the update that gives a story's post its link: each of them is sent once to a place. */
  const linkedBy = (correctionId: string): string => `linked:${correctionId}`;

  /**
   * A story and the post that corrects or answers it may come out at a place one after the other: once both stand there, the
   * story's post gets its link. Where pages are made anew by themselves there is nothing to do.
   */
  function linkOther({ correctionId, articleId, revisionId, matter }: CorrectionEntry): void {
    if (matter.kind === 'withdrawal' || matter.otherArticleId === null) return;
    if (withdrawalAmong(entriesOf(articleId))) return;
    for (const place of publishing.placesOf(articleId)) {
      const stands = publishing.revisionAt(articleId, place.targetId);
      const isOtherThere = publishing.revisionAt(matter.otherArticleId, place.targetId) !== null;
      if (KEEPS_LINKS.has(place.kind) || stands === null || stands < revisionId || !isOtherThere) continue;
      const delivery = { articleId, requestId: linkedBy(correctionId), revisionId: stands };
      database.transaction(() => publishing.queue(delivery, [place], 'update'))();
    }
  }

  /** As it is told now: what readers still see as the headline of a withdrawn story is what the withdrawal left of it. */
  function asTold(entry: CorrectionEntry): CorrectionEntry {
    const { matter } = entry;
    if (matter.kind === 'withdrawal' || matter.otherArticleId === null) return entry;
    const withdrawal = withdrawalAmong(entriesOf(matter.otherArticleId))?.matter;
    if (withdrawal?.kind !== 'withdrawal') return entry;
    return { ...entry, matter: { ...matter, otherHeadline: withdrawal.headline } };
  }

  /**
   * Replies and what they answer lead to each other by headline: they are sent again where one of them is withdrawn. Call
   * it inside the transaction.
   */
  function renameInReplies({ articleId, requestId }: Filing): void {
    for (const { matter } of entriesOf(articleId)) {
      if (matter.kind !== 'reply' && matter.kind !== 'reply-to') continue;
      const other = matter.otherArticleId;
      if (withdrawalAmong(entriesOf(other))) continue;
      for (const place of publishing.placesOf(other)) {
        const revisionId = publishing.revisionAt(other, place.targetId);
        if (revisionId === null || KEEPS_LINKS.has(place.kind)) continue;
        const delivery = { articleId: other, requestId: `${requestId}:${other}`, revisionId };
        publishing.queue(delivery, [place], 'update');
      }
    }
  }

  /** Posts of their own repeat what they correct: they go with a story that is withdrawn. Call it inside the transaction. */
  function takeOwnPostsDown({ articleId, requestId }: Filing): void {
    for (const { matter } of entriesOf(articleId)) {
      const own = matter.kind === 'correction' ? matter.otherArticleId : null;
      if (own === null) continue;
      const delivery = {
        articleId: own,
        requestId: `${requestId}:${own}`,
        revisionId: articles.cutRevision(own),
      };
      publishing.queue(delivery, publishing.placesOf(own), 'unpublish');
    }
  }

  events.subscribe((event) => {
    if (event.type === 'delivery.changed') queries.leadingToOthers(event.articleId).forEach(linkOther);
  });

  return {
    /** For publishing: what a revision of an article carries, the earliest first. */
    carriedBy: (articleId: string, revisionId: number): CorrectionEntry[] =>
      queries.carriedBy(articleId, revisionId).map(asTold),

    /** For exports: how an article as it is now is tied to others. */
    tiesOf: (articleId: string): CorrectionTies => ({
      corrections: entriesOf(articleId),
      corrects: queries.correctedBy(articleId),
    }),

    /** For publishing: the story that an article is the post of a correction of; null for any other. */
    correctedBy: queries.correctedBy,

    /** The entry that took a story back; null where it stands. */
    withdrawalOf: (articleId: string): CorrectionEntry | null => withdrawalAmong(entriesOf(articleId)),

    /** See the contract. */
    marks: queries.marks,

    /** See the contract. Throws NOT_FOUND. */
    of(articleId: string) {
      const working = articles.stored(articleId);
      const places = publishing
        .placesOf(articleId)
        .map((place) => ({ ...place, revisionId: publishing.revisionAt(articleId, place.targetId) }))
        .filter(({ revisionId }) => revisionId !== null);
      const newest = Math.max(0, ...places.map(({ revisionId }) => revisionId ?? 0));
      const live = newest === 0 ? null : articles.revision(newest);
      const entries = entriesOf(articleId);
      const last = entries.at(-1)?.revisionId ?? 0;
      return {
        entries,
        workingBase: working.base,
        liveAt: places.map(({ name }) => name),
        waiting: publishing
          .seenAt(articleId)
          .filter(({ revisionId }) => revisionId < last)
          .map(({ targetId, name: targetName }) => ({ targetId, targetName })),
        changed:
          live === null
            ? []
            : changedSentences(live, { fields: working.fields, document: publishable(working.document) }),
      };
    },

    /** See the contract. */
    correct(
      input: Filing & {
        despiteFindings: boolean;
        workingBase: number;
        wrong: string;
        right: string;
        apology: boolean;
        placement: CorrectionPlacement;
      },
    ): CorrectionEntry {
      const { articleId, requestId, workingBase, wrong, right, apology, placement } = input;
      return filed(input, () => {
        const { base } = articles.stored(articleId);
        if (base !== workingBase) throw contractError('DRAFT_CONFLICT', { articleId, currentBase: base });
        const places = standing(articleId);
        const revisionId = publishing.cutRevision(articleId, places, input.despiteFindings);
        const at = clock.now();
        const words = correctionText(settings(), { wrong, right, apology }, at, zone());
        const own = placement === 'own' ? ownPost(articleId, words) : null;
        const matter: CorrectionMatter = {
          kind: 'correction',
          wrong,
          right,
          apology,
          placement,
          otherArticleId: own?.articleId ?? null,
          otherHeadline: own?.headline ?? '',
        };
        const entry = add(input, revisionId, { at, text: words, matter }, 'corrected');
        if (own !== null) {
          const now = places.filter(({ publishAt }) => publishAt === null);
          publishing.queue({ ...own, requestId: `${requestId}:own` }, now, 'publish');
        }
        publishing.queue({ articleId, requestId, revisionId }, places, 'update');
        return entry;
      });
    },

    /** See the contract. */
    withdraw(input: Filing & { ground: WithdrawalGround; headline: string }): CorrectionEntry {
      const { articleId, requestId, ground, headline } = input;
      return filed(input, () => {
        const places = standing(articleId);
        const at = clock.now();
        const words = withdrawalText(settings(), ground, at, zone());
        const revisionId = articles.cutRevision(articleId);
        const matter = { kind: 'withdrawal' as const, ground, headline };
        const entry = add(input, revisionId, { at, text: words, matter }, 'withdrawn');
        // Partners get a cancel, and what is yet to come out nowhere does.
        const isTakenDown = (place: Place): boolean => place.kind === 'partner' || place.publishAt !== null;
        const delivery = { articleId, requestId, revisionId };
        const announcing = places.filter((place) => !isTakenDown(place));
        publishing.queue(delivery, places.filter(isTakenDown), 'unpublish');
        publishing.queue(delivery, announcing, 'update');
        takeOwnPostsDown(input);
        renameInReplies(input);
        return entry;
      });
    },

    /** See the contract. Throws NOT_FOUND. */
    linkReply(input: Filing & { despiteFindings: boolean; replyArticleId: string }): CorrectionEntry {
      const { articleId, requestId, replyArticleId } = input;
      return filed(input, () => {
        if (replyArticleId === articleId) {
          throw contractError('INVALID', { field: 'replyArticleId', reason: 'reply-to-itself' });
        }
        const isLinked = entriesOf(articleId).some(
          ({ matter }) => matter.kind !== 'withdrawal' && matter.otherArticleId === replyArticleId,
        );
        if (isLinked) throw contractError('INVALID', { field: 'replyArticleId', reason: 'linked-already' });
        if (withdrawalAmong(entriesOf(replyArticleId))) {
          throw contractError('INVALID', { field: 'replyArticleId', reason: 'withdrawn' });
        }
        const at = clock.now();
        const sides = [
          { from: articleId, to: replyArticleId, kind: 'reply' as const, places: standing(articleId) },
          {
            from: replyArticleId,
            to: articleId,
            kind: 'reply-to' as const,
            places: standing(replyArticleId, 'reply-not-live'),
          },
        ];
        const [entry] = sides.map(({ from, to, kind, places }) => {
          const revisionId = publishing.cutRevision(from, places, input.despiteFindings);
          const matter = { kind, otherArticleId: to, otherHeadline: articles.stored(to).fields.headline };
          const words = translate('id', `site.correction.${kind}`);
          const filing = { articleId: from, requestId };
          const side = add(filing, revisionId, { at, text: words, matter }, 'reply-linked');
          // Where the other stands already, this very update has the link.
          const isThere = ({ targetId }: Place): boolean => publishing.revisionAt(to, targetId) !== null;
          const linked = { articleId: from, requestId: linkedBy(side.correctionId), revisionId };
          const unlinked = { articleId: from, requestId: `${requestId}:${kind}`, revisionId };
          const missing = places.filter((place) => !isThere(place));
          publishing.queue(linked, places.filter(isThere), 'update');
          publishing.queue(unlinked, missing, 'update');
          return side;
        });
        if (entry === undefined) throw new Error('a reply has two sides');
        return entry;
      });
    },
  };
}
