/** The outline of the copy: its headings, with the blocks that stand under them. */
import type { BlockNode } from '../../../../shared/document/vocabulary.ts';
import { blockText } from '../../../../shared/document/walk.ts';

export interface OutlineEntry {
  /** Key of the block in the editor. */
  key: string;
  type: BlockNode['type'];
  /** How deep it stands: headings by their level, other blocks one deeper than the heading above them. */
  depth: number;
  /** The beginning of its words; empty where it has none. */
  text: string;
}

const LONGEST = 90;

/** Paragraphs without words are left out. */
export function outlineOf(blocks: readonly { key: string; json: BlockNode }[]): OutlineEntry[] {
  let depth = 0;
  return blocks.flatMap(({ key, json }): OutlineEntry[] => {
    const text = blockText(json).slice(0, LONGEST).replaceAll(/\s+/g, ' ').trim();
    if (json.type === 'heading') {
      const level = Math.max(0, Number(json.tag.slice(1)) - 2);
      depth = level + 1;
      return [{ key, type: json.type, depth: level, text }];
    }
    return json.type === 'paragraph' && text === '' ? [] : [{ key, type: json.type, depth, text }];
  });
}
