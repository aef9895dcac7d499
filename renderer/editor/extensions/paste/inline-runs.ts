/** A run of pasted text: collected with whatever space it came with, tidied when its block is complete. */
import type { InlineNode, PlainInlineNode } from '../../../../shared/document/vocabulary.ts';
import { lineBreak, link, text } from '../../../../shared/document/build.ts';

export interface Run {
  /** `\n` alone is a line break. */
  text: string;
  format: number;
  url: string | null;
}

const BREAK = '\n';

function tidy(runs: readonly Run[]): Run[] {
  const tidied: Run[] = [];
  for (const run of runs) {
    const last = tidied.at(-1);
    if (run.text === BREAK) {
      if (last !== undefined && last.text !== BREAK) last.text = last.text.replace(/ $/, '');
      tidied.push({ ...run });
      continue;
    }
    const atStart = last === undefined || last.text === BREAK || last.text.endsWith(' ');
    const value = atStart ? run.text.replace(/^ /, '') : run.text;
    if (value === '') continue;
    if (last !== undefined && last.text !== BREAK && last.format === run.format && last.url === run.url) {
      last.text += value;
    } else tidied.push({ ...run, text: value });
  }
  return tidied;
}

function trimmed(runs: readonly Run[]): Run[] {
  const result = tidy(runs).filter((run) => run.text !== '');
  while (result[0]?.text === BREAK) result.shift();
  for (let last = result.at(-1); last !== undefined; last = result.at(-1)) {
    last.text = last.text === BREAK ? '' : last.text.replace(/ $/, '');
    if (last.text !== '') break;
    result.pop();
  }
  return result;
}

function plain(run: Run): PlainInlineNode {
  return run.text === BREAK ? lineBreak() : text(run.text, run.format);
}

/** Inline nodes of a run: outer space dropped, equal neighbours joined, linked text gathered into links. */
export function inlineNodesOf(runs: readonly Run[]): InlineNode[] {
  const nodes: InlineNode[] = [];
  let open: { url: string; children: PlainInlineNode[] } | null = null;
  for (const run of trimmed(runs)) {
    if (open !== null && run.url === open.url) {
      open.children.push(plain(run));
      continue;
    }
    if (open !== null) nodes.push(link(open.url, open.children));
    open = run.url === null || run.text === BREAK ? null : { url: run.url, children: [plain(run)] };
    if (open === null) nodes.push(plain(run));
  }
  if (open !== null) nodes.push(link(open.url, open.children));
  return nodes;
}

/** Splits at two line breaks in a row: how many pages write paragraphs. */
export function splitAtEmptyLines(runs: readonly Run[]): Run[][] {
  const parts: Run[][] = [[]];
  const solid = runs.filter((run) => run.text.trim() !== '' || run.text === BREAK || run.text === ' ');
  for (let index = 0; index < solid.length; index += 1) {
    const run = solid[index];
    if (run === undefined) continue;
    if (run.text === BREAK) {
      let next = index + 1;
      while (solid[next]?.text === BREAK || solid[next]?.text === ' ') next += 1;
      const breaks = solid.slice(index, next).filter((each) => each.text === BREAK).length;
      if (breaks > 1) {
        parts.push([]);
        index = next - 1;
        continue;
      }
    }
    parts.at(-1)?.push(run);
  }
  return parts;
}
