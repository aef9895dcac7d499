/** What of a conflict there is to decide: fields and stretches of copy, each with the version sent last, ours and theirs. */
import type { ArticleFields } from '../../shared/contract/articles.ts';
import type { PublishingConflict } from '../../shared/contract/target-posts.ts';
import {
  mergeDocuments,
  mergedDocument,
  plainChoice,
  type MergeChoice,
  type MergePart,
} from '../../shared/document/merge.ts';
import { publishable } from '../../shared/document/publishable.ts';
import { documentToWordPressBlocks } from '../../shared/document/to-wordpress-blocks.ts';
import { buildDocument } from '../../shared/document/build.ts';
import type { ArticleDocument, BlockNode } from '../../shared/document/vocabulary.ts';
import { isSame } from '../editor/is-same.ts';

const FIELDS = [
  'headline',
  'dek',
  'dateline',
  'credit',
  'section',
  'tags',
  'slug',
  'byline',
  'commentsOpen',
  'sticky',
  'seoTitle',
  'seoDescription',
  'socialTitle',
] as const satisfies readonly (keyof ArticleFields)[];
export type ComparedField = (typeof FIELDS)[number];

export type FieldPart = {
  field: ComparedField;
  kind: Exclude<MergePart['kind'], 'same'>;
  /** Null where nobody knows what was sent. */
  sent: string | null;
  ours: string;
  theirs: string;
};

export interface ConflictParts {
  fields: FieldPart[];
  copy: MergePart[];
}

/** By field, or by the position of a part of the copy. */
export type Choices = ReadonlyMap<ComparedField | number, MergeChoice>;

/**
 * What a block is to a reader, whatever became of it on its way through a site: where its pictures lie, and whether
 * caption and credit are one text or two, makes no difference, nor which kind of space stands between words or behind the last.
 */
function keyOf(block: BlockNode): string {
  const markup = documentToWordPressBlocks(publishable(buildDocument([block])), {
    image: ({ mediaId }) => ({ id: 0, url: mediaId }),
    relatedStory: (articleId) => articleId,
  });
  if (markup === '') return JSON.stringify(block);
  return (
    markup
      .replace(/\s+/g, ' ')
      .replace(/ (?=<\/(?:p|h\d|li)>)/g, '')
      // A site writes the slash that an address without a path stands for.
      .replace(/href="(https?:\/\/[^"/]+)"/g, 'href="$1/"')
  );
}

function shown(value: ArticleFields[ComparedField]): string {
  return Array.isArray(value) ? value.toSorted().join(', ') : String(value);
}

function fieldPart(field: ComparedField, { sent, ours, theirs }: PublishingConflict): FieldPart[] {
  const part = {
    field,
    sent: sent && shown(sent.fields[field]),
    ours: shown(ours.fields[field]),
    theirs: shown(theirs.fields[field]),
  };
  if (part.ours.trim() === part.theirs.trim()) return [];
  const before = part.sent?.trim();
  if (before === part.theirs.trim()) return [{ ...part, kind: 'ours' }];
  return [{ ...part, kind: before === part.ours.trim() ? 'theirs' : 'both' }];
}

export function partsOf(conflict: PublishingConflict): ConflictParts {
  const { sent, ours, theirs } = conflict;
  return {
    fields: FIELDS.flatMap((field) => fieldPart(field, conflict)),
    copy: mergeDocuments(sent && sent.document, ours.document, theirs.document, keyOf),
  };
}

/** What is chosen for a part: by the person, else what only one side changed; null where it is to be decided yet. */
export function choiceOf(
  choices: Choices,
  key: ComparedField | number,
  part: FieldPart | MergePart,
): MergeChoice | null {
  return choices.get(key) ?? plainChoice(part);
}

/** How many parts a person has to decide yet. */
export function undecided({ fields, copy }: ConflictParts, choices: Choices): number {
  const open = (key: ComparedField | number, part: FieldPart | MergePart) =>
    choiceOf(choices, key, part) === null;
  return (
    fields.filter((part) => open(part.field, part)).length +
    copy.filter((part, position) => open(position, part)).length
  );
}

/** The same choice for every part that differs. */
export function chooseAll({ fields, copy }: ConflictParts, choice: 'ours' | 'theirs'): Choices {
  const every = new Map<ComparedField | number, MergeChoice>(fields.map(({ field }) => [field, choice]));
  for (const [position, { kind }] of copy.entries()) if (kind !== 'same') every.set(position, choice);
  return every;
}

export interface Merged {
  fields: ArticleFields;
  document: ArticleDocument;
  /** Nothing of ours would change. */
  isOurs: boolean;
}

/** The article as decided; what is not decided yet stays ours. */
export function merge(
  conflict: PublishingConflict,
  { fields, copy }: ConflictParts,
  choices: Choices,
): Merged {
  const taken = fields.filter((part) => choiceOf(choices, part.field, part) === 'theirs');
  const theirs = Object.fromEntries(taken.map(({ field }) => [field, conflict.theirs.fields[field]]));
  const positions = new Map(
    [...choices].filter((entry): entry is [number, MergeChoice] => typeof entry[0] === 'number'),
  );
  const document = mergedDocument(copy, positions, conflict.ours.document.notes);
  return {
    fields: { ...conflict.ours.fields, ...theirs },
    document,
    isOurs: taken.length === 0 && isSame(document, conflict.ours.document),
  };
}
