/** What a front has to know of stories to be resolved, at one target or anywhere. */
import type { ArticleSource } from '../../../shared/contract/article-sources.ts';
import { articleFieldsSchema } from '../../../shared/contract/articles.ts';
import { WITHDRAWAL_GROUNDS } from '../../../shared/contract/corrections.ts';
import type { FillRule, FrontContent } from '../../../shared/contract/front-content.ts';
import type { FrontFacts, FrontStory, Popularity } from '../../../shared/contract/fronts.ts';
import { readStoredDocument } from '../../../shared/document/vocabulary.ts';
import { documentImages } from '../../../shared/document/walk.ts';
import { ruleKey } from '../../../shared/domain/front/resolve.ts';
import { translate } from '../../../shared/i18n/translate.ts';
import type { StandingRow, StoryQueries } from './story-queries.ts';

/** More than a page of a hundred full collections ever needs. */
const LONGEST_LIST = 600;

/** So many stories' words are remembered: revisions never change. */
const REMEMBERED = 5_000;

/** A picture, in the words of the story itself. */
type Words = Pick<
  FrontStory,
  'headline' | 'shortHeadline' | 'kicker' | 'summary' | 'section' | 'tags' | 'byline' | 'picture'
> & { writtenAt: number };

export interface Facts {
  /** What `contents` are resolved with at a target, or (null) wherever a story is live. */
  of(contents: readonly FrontContent[], targetId: string | null): FrontFacts;
  /** Stories by id, in that order; those that are no articles are left out. */
  stories(articleIds: Iterable<string>, targetId: string | null): FrontStory[];
}

export function createFacts({
  queries,
  sources,
  clusterOf,
  popularity,
}: {
  queries: StoryQueries;
  sources: (articleId: string) => (ArticleSource & { embargoUnreadable: boolean })[];
  clusterOf: (storyId: number) => number;
  popularity: () => Popularity;
}): Facts {
  const remembered = new Map<string, Words>();

  function wordsOf({ articleId, revisionId, base, teaser }: StandingRow): Words {
    const key = revisionId === null ? `${articleId} ${base}` : `revision ${revisionId}`;
    const known = remembered.get(key);
    if (known) return known;
    const row = revisionId === null ? queries.workingCopy(articleId) : queries.revision(revisionId);
    const fields = articleFieldsSchema.parse(JSON.parse(row?.fields ?? '{}'));
    const words: Words = {
      headline: fields.headline.trim(),
      shortHeadline: fields.shortHeadline.trim(),
      kicker: fields.kicker.trim(),
      summary: (fields.dek.trim() || teaser).replace(/\s+/g, ' ').trim(),
      section: fields.section,
      tags: fields.tags,
      byline: fields.byline,
      picture: pictureOf(row?.document ?? ''),
      writtenAt: row?.createdAt ?? 0,
    };
    if (remembered.size >= REMEMBERED) remembered.clear();
    remembered.set(key, words);
    return words;
  }

  function story(articleId: string, targetId: string | null): FrontStory | null {
    const row = queries.standing(articleId, targetId);
    if (!row) return null;
    const { writtenAt, ...words } = wordsOf(row);
    return {
      articleId,
      standing: standingOf(row),
      ...words,
      publishedAt: optionalInstant(row.publishedAt),
      scheduledAt: optionalInstant(row.scheduledAt),
      updatedAt: instant(writtenAt),
      url: row.url,
      correctedAt: optionalInstant(row.correctedAt),
      ...withdrawnByHouse(row, originOf(sources(articleId), clusterOf)),
    };
  }

  function stories(articleIds: Iterable<string>, targetId: string | null): FrontStory[] {
    return [...new Set(articleIds)].flatMap((articleId) => story(articleId, targetId) ?? []);
  }

  return {
    stories,
    of(contents, targetId) {
      const collections = contents.flatMap((content) => content.collections);
      const rules = new Map<string, Exclude<FillRule, { kind: 'popular' }>>();
      for (const { fill } of collections) {
        // What is read most falls back to the newest.
        const rule = fill.rule.kind === 'popular' ? ({ kind: 'latest' } as const) : fill.rule;
        if (fill.by !== 'hand') rules.set(ruleKey(rule), rule);
      }
      // Every story above may be one that the rule has to pass over.
      const wanted = collections.reduce((sum, { cap, slots }) => sum + cap + slots.length, 0);
      const limit = Math.min(wanted, LONGEST_LIST);
      const lists = [...rules.values()].map((rule) => ({
        rule,
        articleIds: queries.found(rule, targetId, limit),
      }));
      const figures = popularity();
      const readMost = collections.some(({ fill }) => fill.by !== 'hand' && fill.rule.kind === 'popular');
      const ids = [
        ...collections.flatMap(({ slots }) =>
          slots.flatMap(({ content }) => (content.kind === 'article' ? content.articleId : [])),
        ),
        ...lists.flatMap(({ articleIds }) => articleIds),
        ...(readMost ? figures.rows.map(({ articleId }) => articleId) : []),
      ];
      return { stories: stories(ids, targetId), lists, popularity: figures };
    },
  };
}

function instant(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}

function optionalInstant(milliseconds: number | null): string | null {
  return milliseconds === null ? null : instant(milliseconds);
}

function standingOf({ trashed, revisionId, scheduledAt, state }: StandingRow): FrontStory['standing'] {
  if (trashed === 1) return 'trashed';
  if (revisionId !== null) return 'live';
  if (scheduledAt !== null) return 'scheduled';
  return state === 'ready' || state === 'published' ? 'ready' : 'draft';
}

/** The first picture we hold; a document without any is not even parsed. */
function pictureOf(document: string): FrontStory['picture'] {
  if (!/"mediaId":"[0-9a-f]/.test(document)) return null;
  for (const { mediaId, alt, width, height } of documentImages(readStoredDocument(JSON.parse(document)))) {
    if (mediaId !== '') return { mediaId, alt, width: Math.round(width), height: Math.round(height) };
  }
  return null;
}

/** What a story's sources say of it. */
type Origin = Pick<
  FrontStory,
  'withdrawn' | 'withdrawalReason' | 'embargoedUntil' | 'sourceCorrected' | 'sourceClusters'
>;

/** The house's own word goes before its sources'. */
function withdrawnByHouse({ withdrawalGround }: StandingRow, origin: Origin): Origin {
  const ground = WITHDRAWAL_GROUNDS.find((each) => each === withdrawalGround);
  if (ground === undefined) return origin;
  return { ...origin, withdrawn: true, withdrawalReason: translate('id', `site.withdrawal.${ground}`) };
}

function originOf(
  sources: readonly (ArticleSource & { embargoUnreadable: boolean })[],
  clusterOf: (storyId: number) => number,
): Origin {
  const embargoes = sources.flatMap(({ embargoed }) => (embargoed === null ? [] : [Date.parse(embargoed)]));
  return {
    // An embargo that cannot be read never ends by itself.
    withdrawn: sources.some((source) => source.effectiveStatus !== 'usable' || source.embargoUnreadable),
    withdrawalReason: sources.find((source) => source.withdrawalReason !== null)?.withdrawalReason ?? null,
    embargoedUntil: embargoes.length === 0 ? null : instant(Math.max(...embargoes)),
    sourceCorrected: sources.some(({ outdated }) => outdated),
    sourceClusters: [...new Set(sources.map(({ storyId }) => clusterOf(storyId)))],
  };
}
