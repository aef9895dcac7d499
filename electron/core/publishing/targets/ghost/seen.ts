/**
 * What a reader gets of a post: words, where links lead, which pictures are shown, in order and without white space. Of what
 * was meant it is told node by node; of the page Ghost made of it in one piece.
 */
import { readHtml } from '../../../../../shared/conversion/html-tokens.ts';
import type { GhostNode } from '../../../../../shared/document/ghost-nodes.ts';

/** How words are set: without white space to compare them, with single spaces for a person to read. */
export type Setting = (words: string) => string;

export const unspaced: Setting = (words) => words.replace(/\s+/g, '');
export const spaced: Setting = (words) => words.replace(/\s+/g, ' ');

export function seenInHtml(html: string, plain: Setting = unspaced): string {
  let seen = '';
  readHtml(html, {
    open(name, { href, src }) {
      if (name === 'a' && href !== undefined) seen += `⟨${plain(href)}⟩`;
      else if ((name === 'img' || name === 'iframe') && src !== undefined) seen += `⟨${plain(src)}⟩`;
    },
    close() {},
    text(words) {
      seen += plain(words);
    },
  });
  return seen;
}

function textAt(node: GhostNode, key: string): string {
  return typeof node[key] === 'string' ? node[key] : '';
}

function childrenOf(node: GhostNode): GhostNode[] {
  return Array.isArray(node['children']) ? (node['children'] as GhostNode[]) : [];
}

/** What a node shows; null for a kind whose look is Ghost's own affair. */
export function seenInNode(node: GhostNode, plain: Setting = unspaced): string | null {
  const caption = seenInHtml(textAt(node, 'caption'), plain);
  const inside = (): string =>
    childrenOf(node)
      .map((child) => seenInNode(child, plain))
      .join('');
  switch (node.type) {
    case 'text':
    case 'extended-text':
    case 'tab':
      return plain(textAt(node, 'text'));
    case 'linebreak':
      return plain(' ');
    case 'horizontalrule':
      return '';
    case 'link':
      return `⟨${plain(textAt(node, 'url'))}⟩${inside()}`;
    case 'paragraph':
    case 'heading':
    case 'extended-heading':
    case 'quote':
    case 'extended-quote':
    case 'aside':
    case 'list':
    case 'listitem':
      return inside();
    case 'image':
      return `${textAt(node, 'href') === '' ? '' : `⟨${plain(textAt(node, 'href'))}⟩`}⟨${plain(textAt(node, 'src'))}⟩${caption}`;
    case 'gallery': {
      const images = Array.isArray(node['images']) ? (node['images'] as GhostNode[]) : [];
      return `${images.map((one) => `⟨${plain(textAt(one, 'src'))}⟩`).join('')}${caption}`;
    }
    case 'bookmark': {
      const { title } = node['metadata'] as { title?: string };
      return `⟨${plain(textAt(node, 'url'))}⟩${plain(title ?? '')}${caption}`;
    }
    case 'embed':
    case 'html':
      return `${seenInHtml(textAt(node, 'html'), plain)}${caption}`;
    default:
      return null;
  }
}

/** The first of what was meant that the page does not show in its place; null where it shows everything. */
export function missingFrom(
  html: string,
  nodes: readonly GhostNode[],
): { meant: string; found: string } | null {
  const page = seenInHtml(html);
  let at = 0;
  for (const node of nodes) {
    const meant = seenInNode(node);
    if (meant === null) continue;
    const found = page.indexOf(meant, at);
    if (found < 0) return { meant: meant.slice(0, 160), found: page.slice(at, at + 160) };
    at = found + meant.length;
  }
  return null;
}

/** What nodes show, for a person to read. */
export function readable(nodes: readonly GhostNode[]): string {
  return nodes
    .map((node) => seenInNode(node, spaced) ?? node.type)
    .join(' ')
    .trim();
}
