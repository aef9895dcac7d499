/** May an article go out, and what stands in the way: asked at the click, and again right before it is sent. */
import type { ArticleFields } from '../../../shared/contract/articles.ts';
import type { TargetConfiguration } from '../../../shared/contract/target-configuration.ts';
import { publishable, type PublishableDocument } from '../../../shared/document/publishable.ts';
import { unfinishedWork, type UnfinishedWork } from '../../../shared/document/unfinished.ts';
import { isEmptyDocument } from '../../../shared/document/walk.ts';
import { withdrawalAmong } from '../../../shared/document/with-corrections.ts';
import { decidePublishable, type PublishReason } from '../../../shared/domain/article-state.ts';
import { isSampleUri } from '../../../shared/domain/sample-story.ts';
import { contractError } from '../errors.ts';
import type { ArticlesForPublishing, CorrectionsForPublishing, OpenFindings } from './neighbours.ts';

export interface ToldReason {
  /** `withdrawn-by-house`: the house itself took the story back, for good. */
  code: PublishReason['code'] | 'withdrawn-by-house';
  level: PublishReason['level'];
  /**
   * The embargo's end (ISO 8601), the wire stories, sources, pictures, words or required parts it is about, or how many; null where
   * the code says it all.
   */
  detail: string | null;
}

/** To what kind of target it is to go, and when (milliseconds since 1970). */
export interface Going {
  kind: TargetConfiguration['kind'];
  at: number;
}

export interface Publishability {
  /** The working copy. Throws NOT_FOUND. */
  ofArticle(articleId: string, going: Going): ToldReason[];
  /** A pinned revision; one that is gone is told when it is sent. */
  ofRevision(articleId: string, revisionId: number, going: Going): ToldReason[];
}

/** Of reasons those that forbid it. */
export function blocking(reasons: readonly ToldReason[]): ToldReason[] {
  return reasons.filter(({ level }) => level === 'block');
}

/** Throws NOT_PUBLISHABLE with every reason that forbids it, where there is one. */
export function refuseBlocked(found: readonly ToldReason[]): void {
  const reasons = blocking(found).map(({ code, detail }) => ({ code, detail }));
  if (reasons.length > 0) throw contractError('NOT_PUBLISHABLE', { reasons });
}

/** Throws as `refuseBlocked`, and where somebody has to say yes to what is open and `despite` says that nobody did. */
function refuseUnasked(found: readonly ToldReason[], despite: boolean): void {
  refuseBlocked(
    despite
      ? found
      : found.map((reason) => (reason.level === 'ask' ? { ...reason, level: 'block' } : reason)),
  );
}

/**
 * The one way out for copy: refuses what may not go, asks for a yes to what is open, and notes the yes in the article's
 * trail and with the revision. Call it inside the transaction. Throws NOT_PUBLISHABLE, NOT_FOUND.
 */
export interface Gate {
  /** The working copy goes out: cuts its revision and answers with it. */
  article(articleId: string, going: Going, despite: boolean): number;
  /** A revision that was cut before goes out. What was said yes to for it is not asked again. */
  revision(articleId: string, revisionId: number, going: Going, despite: boolean): void;
}

export function createGate(reasons: Publishability, articles: ArticlesForPublishing): Gate {
  function noteYes(articleId: string, revisionId: number, found: OpenFindings): void {
    const keys = openKeys(found);
    if (keys.length === 0) return;
    articles.findings.agree(revisionId, keys);
    recordDespite(articles, articleId, keys.length);
  }
  return {
    article(articleId, going, despite) {
      refuseUnasked(reasons.ofArticle(articleId, going), despite);
      const found = articles.findings.ofCopy(articleId, articles.stored(articleId).base, going.at);
      const revisionId = articles.cutRevision(articleId);
      noteYes(articleId, revisionId, found);
      return revisionId;
    },
    revision(articleId, revisionId, going, despite) {
      refuseUnasked(reasons.ofRevision(articleId, revisionId, going), despite);
      noteYes(articleId, revisionId, articles.findings.ofRevision(revisionId, going.at));
    },
  };
}

/** Keys of everything nobody has answered. */
function openKeys({ open, rights }: OpenFindings): string[] {
  return [...open, ...rights.map(({ key }) => key)];
}

/** Notes in the article's trail that somebody published it with findings nobody had answered. Call it inside the transaction. */
function recordDespite(
  articles: Pick<ArticlesForPublishing, 'record'>,
  articleId: string,
  findings: number,
): void {
  if (findings > 0) articles.record(articleId, { kind: 'published-despite', findings });
}

/** What a story that the house has withdrawn is refused with. */
const WITHDRAWN: ToldReason = { code: 'withdrawn-by-house', level: 'block', detail: null };

/** `mayPublish` tells by the id of a wire story whether the house has leave to carry it. */
export function createPublishability(
  articles: ArticlesForPublishing,
  corrections: CorrectionsForPublishing,
  mayPublish: (storyId: number) => boolean,
): Publishability {
  function reasonsOf(
    articleId: string,
    {
      fields,
      document,
      unfinished,
    }: { fields: ArticleFields; document: PublishableDocument; unfinished: UnfinishedWork },
    { kind, at }: Going,
    findings: OpenFindings,
  ): ToldReason[] {
    const sources = articles.sources(articleId);
    const embargoes = sources.flatMap(({ embargoed }) => (embargoed === null ? [] : [embargoed]));
    const latest = embargoes.sort((left, right) => Date.parse(left) - Date.parse(right)).at(-1);
    const { reasons } = decidePublishable({
      headline: fields.headline,
      bodyIsEmpty: isEmptyDocument(document),
      section: fields.section,
      missingParts: articles.missingParts({ fields, document }),
      openSuggestions: unfinished.suggestions,
      openNotes: unfinished.notes,
      flaws: articles.flaws(articleId, { fields, document }),
      fidelity: { open: findings.open.length, looked: findings.looked },
      rights: findings.rights,
      embargoed: latest ?? null,
      embargoUnreadable: sources.some(({ embargoUnreadable }) => embargoUnreadable),
      sourceStatuses: sources.map(({ effectiveStatus }) => effectiveStatus),
      refusedSources: sources.flatMap(({ storyId }, position) => (mayPublish(storyId) ? [] : [position])),
      sampleSources: sources.flatMap(({ uri }, position) => (isSampleUri(uri) ? [position] : [])),
      isPublicPlace: kind !== 'folder-site',
      now: at,
    });
    const detailOf = (reason: PublishReason): string | null => {
      if (reason.code === 'embargo-active') return reason.until;
      if ('parts' in reason) return reason.parts.join(', ');
      if ('words' in reason) return reason.words.join(', ');
      if ('count' in reason) return String(reason.count);
      if ('about' in reason) return reason.about.join('; ');
      if (!('sources' in reason)) return null;
      return reason.sources.map((position) => sources[position]?.headline ?? '').join('; ');
    };
    return reasons.map((reason) => ({ code: reason.code, level: reason.level, detail: detailOf(reason) }));
  }

  function isWithdrawn(articleId: string, revisionId = Number.MAX_SAFE_INTEGER): boolean {
    return withdrawalAmong(corrections.carriedBy(articleId, revisionId)) !== null;
  }

  return {
    ofArticle(articleId, going) {
      const { base, fields, document } = articles.stored(articleId);
      const copy = { fields, document: publishable(document), unfinished: unfinishedWork(document) };
      if (isWithdrawn(articleId)) return [WITHDRAWN];
      return reasonsOf(articleId, copy, going, articles.findings.ofCopy(articleId, base, going.at));
    },
    ofRevision(articleId, revisionId, going) {
      const revision = articles.revision(revisionId);
      // The announcement itself goes out whatever stands in the story's way; an earlier copy does not.
      if (isWithdrawn(articleId)) return isWithdrawn(articleId, revisionId) ? [] : [WITHDRAWN];
      if (revision === null) return [];
      return reasonsOf(articleId, revision, going, articles.findings.ofRevision(revisionId, going.at));
    },
  };
}
