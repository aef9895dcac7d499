/**
 * A story as readers get it once the house has said something of it: corrections and replies in boxes above or below the
 * copy, or, of a withdrawn story, the announcement in place of the copy. Every target carries these nodes in its own way.
 */
import type { ArticleFields } from '../contract/articles.ts';
import type { CorrectionEntry } from '../contract/corrections.ts';
import { translate, type Language } from '../i18n/translate.ts';
import { buildDocument, factBox, paragraph, relatedStory, text } from './build.ts';
import { publishable, type PublishableDocument } from './publishable.ts';
import type { ArticleDocument, BlockNode, RelatedStoryNode } from './vocabulary.ts';
import { blockText } from './walk.ts';

/** What ties an article to others by what the house has said of one of them. */
export interface CorrectionTies {
  /** What the house has said of it, the earliest first. */
  corrections: readonly CorrectionEntry[];
  /** The story that it corrects, where it is the post of a correction. */
  corrects: string | null;
}

interface ReaderCopy {
  fields: ArticleFields;
  document: PublishableDocument;
}

/** The entry that took a story back; null of one that stands. */
export function withdrawalAmong(entries: readonly CorrectionEntry[]): CorrectionEntry | null {
  return entries.find(({ matter }) => matter.kind === 'withdrawal') ?? null;
}

function boxOf({ matter, text: words }: CorrectionEntry): BlockNode {
  const { kind } = matter;
  const title = kind === 'reply-to' ? 'reply' : kind;
  return factBox(translate('id', `site.correction.title.${title}`), [paragraph([text(words)])]);
}

/** What feeds mark a story with, as its boxes are titled: each title once. */
export function correctionTitles(entries: readonly CorrectionEntry[]): string[] {
  return [...new Set(entries.map(({ matter }) => translate('id', `site.correction.title.${matter.kind}`)))];
}

/** What another story is to an article with these ties; null where they have nothing to do with it. */
function tieTo({ corrections, corrects }: CorrectionTies, articleId: string) {
  if (corrects !== null && articleId === corrects) return 'corrected';
  const kind = corrections.find(
    ({ matter }) => matter.kind !== 'withdrawal' && matter.otherArticleId === articleId,
  )?.matter.kind;
  return kind === undefined || kind === 'withdrawal' ? null : kind;
}

/**
 * What stands before a link to another story where that is a reply, what a reply is about, the post of a correction or what
 * that corrects (`Hak jawab:`), in Indonesian unless told otherwise; empty where its headline opens with the same words, in
 * whatever language. Null for any other story.
 */
export function correctionLabel(
  ties: CorrectionTies,
  { articleId, headline }: Pick<RelatedStoryNode, 'articleId' | 'headline'>,
  language: Language = 'id',
): string | null {
  const kind = tieTo(ties, articleId);
  if (kind === null) return null;
  const labelIn = (one: Language): string => translate(one, `site.correction.link.${kind}`);
  return (['id', 'en'] as const).some((one) => headline.startsWith(labelIn(one))) ? '' : labelIn(language);
}

/** The box, and the way to the other story where there is one. */
function blocksOf(entry: CorrectionEntry): BlockNode[] {
  const { matter } = entry;
  if (matter.kind === 'withdrawal' || matter.otherArticleId === null) return [boxOf(entry)];
  return [boxOf(entry), relatedStory(matter.otherHeadline, { articleId: matter.otherArticleId })];
}

function isAbove({ matter }: CorrectionEntry): boolean {
  return matter.kind === 'reply-to' || (matter.kind === 'correction' && matter.placement === 'top');
}

/** A withdrawn story keeps its place and what filing it takes; its words, pictures and comments are gone. */
function announcement(fields: ArticleFields, entry: CorrectionEntry, headline: string): ReaderCopy {
  const told = translate('id', 'site.withdrawal.headline', { headline });
  return {
    fields: {
      ...fields,
      headline: told,
      dek: '',
      kicker: '',
      shortHeadline: '',
      seoTitle: '',
      seoDescription: '',
      socialTitle: '',
      dateline: '',
      credit: '',
      tags: [],
      sticky: false,
      commentsOpen: false,
    },
    document: publishable(buildDocument([boxOf(entry)])),
  };
}

/** `entries` are those the revision carries, the earliest first. */
export function withCorrections<Copy extends ReaderCopy>(
  copy: Copy,
  entries: readonly CorrectionEntry[],
): Copy {
  if (entries.length === 0) return copy;
  const withdrawal = withdrawalAmong(entries);
  if (withdrawal?.matter.kind === 'withdrawal') {
    return { ...copy, ...announcement(copy.fields, withdrawal, withdrawal.matter.headline) };
  }
  const above = entries.filter(isAbove).flatMap(blocksOf);
  const below = entries.filter((entry) => !isAbove(entry)).flatMap(blocksOf);
  return {
    ...copy,
    document: publishable(buildDocument([...above, ...copy.document.root.children, ...below])),
  };
}

/** What was read back from a target, without the boxes we put there: they are no part of the working copy. */
export function withoutCorrections(
  document: ArticleDocument,
  entries: readonly CorrectionEntry[],
): ArticleDocument {
  const ours = new Set(
    entries.flatMap(blocksOf).flatMap((block) => {
      const words = blockText(block).trim();
      // The card of a Ghost has the label in its title.
      const label =
        block.type === 'relatedstory'
          ? (correctionLabel({ corrections: entries, corrects: null }, block) ?? '')
          : '';
      return [words, `${label} ${words}`.trim()];
    }),
  );
  const children = document.root.children.filter((block) => !ours.has(blockText(block).trim()));
  return children.length === document.root.children.length ? document : buildDocument(children);
}
