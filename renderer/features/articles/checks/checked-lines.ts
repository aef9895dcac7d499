/** The texts of the article on screen as they are checked: its fields and the blocks the editor shows, each by its text. */
import { aroundBlock, asksForAround } from '../../../../shared/checks/around-block.ts';
import { FIELDS_BLOCK, segmentsOfBlock, segmentsOfFields } from '../../../../shared/checks/segments.ts';
import type { ArticleFields } from '../../../../shared/contract/articles.ts';
import type { CheckedBlock, Segment } from '../../../../shared/contract/checks.ts';
import type { BlockNode } from '../../../../shared/document/vocabulary.ts';
import type { EditorHandle } from '../../../editor/ArticleEditor.tsx';

/** What is sent at once: small enough that an answer is never long in coming. */
const BLOCKS_AT_ONCE = 40;
const CHARACTERS_AT_ONCE = 30_000;

export interface Line {
  block: string;
  json: BlockNode | null;
  segments: Segment[];
  /** What stands around it, where it has to be told. */
  around?: Pick<CheckedBlock, 'before' | 'signature'>;
  /** What it is remembered by. */
  text: string;
}

/** Blocks that are as they were are not read again. */
export function createLineReader(editor: Pick<EditorHandle, 'blocks'>): (fields: ArticleFields) => Line[] {
  const segmentsOf = new WeakMap<BlockNode, { segments: Segment[]; text: string; asks: boolean }>();
  return (fields) => {
    const ofFields = segmentsOfFields(fields);
    const lines: Line[] = [
      { block: FIELDS_BLOCK, json: null, segments: ofFields, text: JSON.stringify(ofFields) },
    ];
    const asking: number[] = [];
    for (const { key, json } of editor.blocks()) {
      let known = segmentsOf.get(json);
      if (known === undefined) {
        const segments = segmentsOfBlock(json);
        const text = JSON.stringify(segments);
        known = { segments, text, asks: asksForAround({ segments }) };
        segmentsOf.set(json, known);
      }
      const { segments, text, asks } = known;
      if (asks) asking.push(lines.length);
      lines.push({ block: key, json, segments, text });
    }
    for (const at of asking) {
      const line = lines[at];
      if (line === undefined) continue;
      const around = aroundBlock(lines, at);
      lines[at] = { ...line, around, text: [line.text, around.before, around.signature].join('\n') };
    }
    return lines;
  };
}

/** Lines nobody has an answer to yet, each text once, in portions; the ids are the texts. */
export function* portions(
  lines: readonly Line[],
  isKnown: (text: string) => boolean,
): Generator<CheckedBlock[]> {
  const asked = new Set<string>();
  let portion: CheckedBlock[] = [];
  let size = 0;
  for (const { text, segments, around } of lines) {
    if (isKnown(text) || asked.has(text) || segments.length === 0) continue;
    asked.add(text);
    portion.push({ id: text, segments, ...around });
    size += text.length;
    if (portion.length < BLOCKS_AT_ONCE && size < CHARACTERS_AT_ONCE) continue;
    yield portion;
    portion = [];
    size = 0;
  }
  if (portion.length > 0) yield portion;
}

/** The texts as they are sent: numbered, so that the core need not read them twice. */
export function numbered(blocks: readonly CheckedBlock[]): CheckedBlock[] {
  return blocks.map((block, at) => ({ ...block, id: String(at) }));
}
