/** Pasted plain text → blocks of the vocabulary. */
import { embed, paragraph } from '../../../../shared/document/build.ts';
import { embedOfAddress } from '../../../../shared/document/embeds.ts';
import { tableFromCells } from '../../../../shared/document/table-from-cells.ts';
import type { BlockNode } from '../../../../shared/document/vocabulary.ts';
import { collapse } from './html-to-blocks.ts';
import { inlineNodesOf } from './inline-runs.ts';

/** Rows of a spreadsheet as plain text: lines with the same number of tabs. */
function tableOfText(lines: readonly string[]): BlockNode | null {
  const rows = lines.filter((line) => line.trim() !== '').map((line) => line.split('\t'));
  const columns = rows[0]?.length ?? 0;
  if (columns < 2 || !rows.every((row) => row.length === columns)) return null;
  return tableFromCells(
    rows.map((row) =>
      row.map((words) => ({
        words: inlineNodesOf([{ text: collapse(words), format: 0, url: null }]),
        header: false,
        columns: null,
        rows: null,
      })),
    ),
  );
}

/** Plain text: an address of something that can be embedded, rows of a spreadsheet, else a paragraph a line. */
export function blocksFromText(value: string): BlockNode[] {
  const shown = /^\s*https?:\/\/\S+\s*$/i.test(value) ? embedOfAddress(value) : null;
  if (shown !== null) return [embed(shown)];
  const lines = value.split(/\r\n|[\r\n\u2028\u2029]/);
  const rows = tableOfText(lines);
  if (rows !== null) return [rows];
  return lines
    .map((line) => inlineNodesOf([{ text: collapse(line), format: 0, url: null }]))
    .filter((children) => children.length > 0)
    .map((children) => paragraph(children));
}
