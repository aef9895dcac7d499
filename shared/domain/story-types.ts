/** What an article of a story type still lacks. Pure. */
import type { ArticleFields } from '../contract/articles.ts';
import {
  REQUIRABLE_BLOCKS,
  type RequirableBlock,
  type RequiredPart,
  type StoryType,
} from '../contract/story-types.ts';
import type { BlockNode } from '../document/vocabulary.ts';
import { blockText } from '../document/walk.ts';

const BLOCKS: ReadonlySet<string> = new Set(REQUIRABLE_BLOCKS);

function isRequirableBlock(part: string): part is RequirableBlock {
  return BLOCKS.has(part);
}

/** A block somebody has only begun is none: a gallery without pictures, a subheading without words. */
function isFilled(block: BlockNode): boolean {
  switch (block.type) {
    case 'image':
      return block.mediaId !== '' || block.sourceUrl !== '';
    case 'gallery':
      return block.pictures.length > 0;
    case 'embed':
    case 'relatedstory':
      return true;
    default:
      return blockText(block).trim() !== '';
  }
}

/** Which blocks a story type can ask for are in the copy. Suggested ones are not in it yet. Linear in the blocks. */
export function blocksThere(blocks: readonly BlockNode[]): ReadonlySet<RequirableBlock> {
  const there = new Set<RequirableBlock>();
  for (const block of blocks) {
    if (!isRequirableBlock(block.type) || there.has(block.type)) continue;
    if (block.$?.insertion === undefined && isFilled(block)) there.add(block.type);
  }
  return there;
}

/** The type an article names; null where it names none, or one the house has no more. */
export function storyTypeOf(
  { storyType }: Pick<ArticleFields, 'storyType'>,
  types: readonly StoryType[],
): StoryType | null {
  return types.find(({ id }) => id === storyType) ?? null;
}

/** Required parts that are not there yet, in the order in which the house requires them. */
export function missingParts(
  type: StoryType | null,
  fields: ArticleFields,
  there: ReadonlySet<RequirableBlock>,
): RequiredPart[] {
  return (type?.required ?? []).filter((part) => {
    if (isRequirableBlock(part)) return !there.has(part);
    return part === 'tags' ? fields.tags.length === 0 : fields[part].trim() === '';
  });
}
