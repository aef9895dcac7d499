/**
 * Nodes of Ghost's own Lexical vocabulary, and no others: Ghost renders a post up to the first node it does not know and
 * drops the rest. Names and properties are those of @tryghost/kg-default-nodes.
 */
import { encodedAddress, escapeHtml } from './inline-html.ts';
import { isAllowedLink, type InlineNode, type ListItemNode, type ListNode } from './vocabulary.ts';

/** A serialised node as Ghost keeps it. */
export interface GhostNode {
  readonly type: string;
  readonly [property: string]: unknown;
}

const element = { direction: null, format: '', indent: 0, version: 1 } as const;

/** A run of text; `format` is a sum of Lexical's bits, which are the same in both vocabularies. */
export function ghostText(text: string, format = 0): GhostNode {
  return { type: 'extended-text', text, format, detail: 0, mode: 'normal', style: '', version: 1 };
}

export function ghostElement(
  type: string,
  children: readonly GhostNode[],
  more: Readonly<Record<string, unknown>> = {},
): GhostNode {
  return { type, children, ...element, ...more };
}

export const ghostLineBreak: GhostNode = { type: 'linebreak', version: 1 };

export function ghostParagraph(children: readonly GhostNode[]): GhostNode {
  return ghostElement('paragraph', children);
}

/** Inline nodes; nested lists are left out. A link that may not go out gives its words. */
export function ghostInline(children: readonly (InlineNode | ListNode)[]): GhostNode[] {
  return children.flatMap((child): GhostNode[] => {
    switch (child.type) {
      case 'text':
        return child.text === '' ? [] : [ghostText(child.text.toWellFormed(), child.format)];
      case 'tab':
        return [{ type: 'tab', text: '\t', format: 0, detail: 2, mode: 'normal', style: '', version: 1 }];
      case 'linebreak':
        return [ghostLineBreak];
      case 'link': {
        const words = ghostInline(child.children);
        if (!isAllowedLink(child.url)) return words;
        const { rel, target, title } = child;
        return [ghostElement('link', words, { url: child.url, rel, target, title })];
      }
      case 'list':
        return [];
    }
  });
}

/** A list whose nested ones stand in items of their own: one beside words in one item would lose its form in Ghost. */
export function ghostList({ listType, start, children }: ListNode): GhostNode {
  return ghostElement('list', ghostItems(children, start), {
    listType,
    start,
    tag: listType === 'number' ? 'ol' : 'ul',
  });
}

function ghostItems(items: readonly ListItemNode[], start: number): GhostNode[] {
  const written: GhostNode[] = [];
  let value = start;
  for (const { children } of items) {
    const words = ghostInline(children);
    const nested = children.flatMap((child) => (child.type === 'list' ? [ghostList(child)] : []));
    if (words.length > 0 || nested.length === 0) {
      written.push(ghostElement('listitem', words, { value }));
      value += 1;
    }
    for (const list of nested) written.push(ghostElement('listitem', [list], { value }));
  }
  return written;
}

/** A picture at the site; `caption` is HTML. */
export interface GhostPicture {
  url: string;
  width: number;
  height: number;
}

export function ghostImage(
  { url, width, height }: GhostPicture,
  { alt, caption, href = '' }: { alt: string; caption: string; href?: string },
): GhostNode {
  return {
    type: 'image',
    version: 1,
    src: url,
    width,
    height,
    title: '',
    alt,
    caption,
    cardWidth: 'regular',
    href,
  };
}

/** Ghost shows rows of three, nine pictures at most. */
const PICTURES_IN_ROW = 3;

export function ghostGallery(
  pictures: readonly (GhostPicture & { alt: string })[],
  caption: string,
): GhostNode {
  const images = pictures.map(({ url, width, height, alt }, index) => ({
    row: Math.floor(index / PICTURES_IN_ROW),
    fileName: url.split('/').at(-1) ?? '',
    src: url,
    width,
    height,
    alt,
  }));
  return { type: 'gallery', version: 1, images, caption };
}

/** A card that leads somewhere; `caption` is HTML. */
export function ghostBookmark(url: string, title: string, caption = ''): GhostNode {
  const metadata = { icon: '', title, description: '', author: '', publisher: '', thumbnail: '' };
  return { type: 'bookmark', version: 1, url, metadata, caption };
}

/** What another site shows in a frame of its own; `caption` is HTML. */
export function ghostFrame(url: string, address: string, title: string, caption: string): GhostNode {
  const html = `<iframe src="${escapeHtml(encodedAddress(address))}" title="${escapeHtml(title)}" width="640" height="360" frameborder="0" allowfullscreen></iframe>`;
  return { type: 'embed', version: 1, url, embedType: 'video', html, metadata: {}, caption };
}

/** Ghost's card for HTML that its vocabulary has no node for. */
export function ghostHtml(html: string): GhostNode {
  return { type: 'html', version: 1, html };
}

/** The post's body as Ghost's interface takes it: a string of JSON. */
export function ghostBody(nodes: readonly GhostNode[]): string {
  const root = { type: 'root', children: nodes.length > 0 ? nodes : [ghostParagraph([])], ...element };
  return JSON.stringify({ root });
}
