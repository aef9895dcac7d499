/** The dateline and the credit as they stand in a post: bold words at the start, a paragraph in brackets at the end. */
import type { BlockNode } from '../../../shared/document/vocabulary.ts';
import { inlineText } from '../../../shared/document/walk.ts';

/**
 * The bold opening that a dateline is, taken out of the blocks, its closing space included; the dash is what tells it from
 * words set in bold. Empty where there is none.
 */
export function takeDateline(nodes: BlockNode[]): string {
  const at = nodes.findIndex(({ type }) => type === 'paragraph');
  const paragraph = nodes[at];
  if (paragraph?.type !== 'paragraph') return '';
  const [first, next, ...rest] = paragraph.children;
  if (first?.type !== 'text' || first.format !== 1 || next?.type !== 'text' || !next.text.startsWith(' '))
    return '';
  if (first.text.length > 90 || !/^\p{L}(?:[^.!?]|\.(?!\s))*[–—-]\s*$/u.test(first.text)) return '';
  const words = next.text.slice(1);
  nodes[at] = { ...paragraph, children: [...(words === '' ? [] : [{ ...next, text: words }]), ...rest] };
  return `${first.text.trim()} `;
}

/** The closing paragraph in brackets, taken out of the blocks; empty where there is none. */
export function takeCredit(nodes: BlockNode[]): string {
  const last = nodes.at(-1);
  if (last?.type !== 'paragraph' || nodes.length < 2) return '';
  const words = inlineText(last.children).trim();
  const isPlainText = last.children.every((child) => child.type === 'text' && child.format === 0);
  if (!isPlainText || !/^\([^()]{1,80}\)$/.test(words)) return '';
  nodes.pop();
  return words;
}
