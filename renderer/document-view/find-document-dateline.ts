import type { ArticleDocument } from '../../shared/document/vocabulary.ts';
import { inlineText } from '../../shared/document/walk.ts';

export interface DatelineSpot {
  /** Index of the block that opens with the dateline. */
  block: number;
  /** Characters of it that are the dateline with its dash and the space after it. */
  length: number;
}

const LOOKED_AT = 4;

/**
 * Where the copy opens with the dateline: in one of the first blocks, as a pull quote or a lead may stand before it.
 * `missing` where the source told the dateline beside the copy only.
 */
export function findDocumentDateline(document: ArticleDocument, dateline: string): DatelineSpot | 'missing' {
  const words = dateline.trim();
  for (const [index, block] of document.root.children.slice(0, LOOKED_AT).entries()) {
    if (block.type !== 'paragraph') continue;
    const text = inlineText(block.children);
    const start = text.length - text.trimStart().length;
    if (!text.startsWith(words, start)) continue;
    const dash = /^\s*(?:[-–—―−]+|_{1,2})\s*/.exec(text.slice(start + words.length));
    return { block: index, length: start + words.length + (dash?.[0].length ?? 0) };
  }
  return 'missing';
}
