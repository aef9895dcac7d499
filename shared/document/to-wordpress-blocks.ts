/**
 * A document as WordPress block markup, as the editor's current core blocks write it themselves, so that the post opens
 * there without a block asking to be recovered. Format: https://developer.wordpress.org/block-editor/ (markup
 * representation of a block); the shapes are those of the `save` functions of @wordpress/block-library.
 */
import {
  TEXT_FORMAT,
  type ArticleDocument,
  type BlockNode,
  type ImageNode,
  type InlineNode,
  type ListItemNode,
  type ListNode,
  type TextNode,
} from './vocabulary.ts';
import { inlineText } from './walk.ts';

export interface WordPressBlocksOptions {
  /** Set in bold before the first paragraph's words; its closing space is kept outside. */
  dateline?: string;
  /** The last paragraph. */
  credit?: string;
  /**
   * Written into the first block's `metadata`: kept by WordPress for every role and by its editor, found by `?search=`,
   * never shown to readers.
   */
  marker?: string;
  /** Where a picture of the media store is at the site; null leaves the picture out. */
  image?: (mediaId: string) => { id: number; url: string } | null;
}

type Attributes = Record<string, unknown>;

interface Block {
  name: string;
  attributes: Attributes;
  /** Markup between the block's comments. */
  content: string;
}

/** From the outside in: the order in which formats are nested. */
const formatTags = [
  [TEXT_FORMAT.bold, 'strong'],
  [TEXT_FORMAT.italic, 'em'],
  [TEXT_FORMAT.underline, 'u'],
  [TEXT_FORMAT.strikethrough, 's'],
  [TEXT_FORMAT.subscript, 'sub'],
  [TEXT_FORMAT.superscript, 'sup'],
  [TEXT_FORMAT.code, 'code'],
] as const;

/** Control characters that are no text, and halves of surrogate pairs, which JSON readers refuse. */
function printable(value: string): string {
  // oxlint-disable-next-line no-control-regex
  return value.toWellFormed().replace(/[\u0000-\u0008\u000B-\u001F\u007F]/g, '');
}

/** Text content; an opening bracket of a would-be shortcode is written as an entity, so that nothing runs. */
function escapeText(value: string): string {
  return printable(value)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/\[(?=[\w/])/g, '&#091;')
    .replaceAll('\n', '<br>');
}

function escapeAttribute(value: string): string {
  return printable(value)
    .replaceAll('&', '&amp;')
    .replaceAll('"', '&quot;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/\[(?=[\w/])/g, '&#091;')
    .replaceAll('\n', ' ');
}

/** Block attributes as the editor serialises them: JSON that can neither end the comment nor be taken for markup. */
function serialiseAttributes(attributes: Attributes): string {
  return JSON.stringify(attributes)
    .replaceAll('--', '\\u002d\\u002d')
    .replaceAll('<', '\\u003c')
    .replaceAll('>', '\\u003e')
    .replaceAll('&', '\\u0026')
    .replaceAll('\\"', '\\u0022');
}

function serialise({ name, attributes, content }: Block): string {
  const json = Object.keys(attributes).length === 0 ? '' : `${serialiseAttributes(attributes)} `;
  return `<!-- wp:${name} ${json}-->\n${content}\n<!-- /wp:${name} -->`;
}

function formatted({ text, format }: TextNode): string {
  const tags = formatTags.flatMap(([bit, tag]) => (format & bit ? [tag] : []));
  const open = tags.map((tag) => `<${tag}>`).join('');
  const close = tags
    .map((tag) => `</${tag}>`)
    .toReversed()
    .join('');
  return text === '' ? '' : `${open}${escapeText(text)}${close}`;
}

function inline(children: readonly (InlineNode | ListNode)[]): string {
  return children
    .map((child) => {
      switch (child.type) {
        case 'text':
          return formatted(child);
        case 'tab':
          return '\t';
        case 'linebreak':
          return '<br>';
        case 'link': {
          const title = child.title ? ` title="${escapeAttribute(child.title)}"` : '';
          return `<a href="${escapeAttribute(child.url)}"${title}>${inline(child.children)}</a>`;
        }
        case 'list':
          return '';
      }
    })
    .join('');
}

function paragraph(content: string): Block {
  return { name: 'paragraph', attributes: {}, content: `<p>${content}</p>` };
}

function listItem({ children }: ListItemNode): string {
  const nested = children.flatMap((child) => (child.type === 'list' ? [serialise(list(child))] : []));
  return serialise({
    name: 'list-item',
    attributes: {},
    content: `<li>${inline(children)}${nested.join('')}</li>`,
  });
}

/** Lexical keeps a nested list in an item of its own; in HTML it belongs to the item before. */
function joinNested(items: readonly ListItemNode[]): ListItemNode[] {
  const joined: ListItemNode[] = [];
  for (const item of items) {
    const before = joined.at(-1);
    const onlyLists = item.children.length > 0 && item.children.every(({ type }) => type === 'list');
    if (before && onlyLists) {
      joined[joined.length - 1] = { ...before, children: [...before.children, ...item.children] };
    } else {
      joined.push(item);
    }
  }
  return joined;
}

function list(node: ListNode): Block {
  const ordered = node.listType === 'number';
  const starts = ordered && node.start !== 1;
  const items = joinNested(node.children).map(listItem).join('\n\n');
  return {
    name: 'list',
    attributes: { ...(ordered ? { ordered } : {}), ...(starts ? { start: node.start } : {}) },
    content: ordered
      ? `<ol${starts ? ` start="${node.start}"` : ''} class="wp-block-list">${items}</ol>`
      : `<ul class="wp-block-list">${items}</ul>`,
  };
}

function image(node: ImageNode, options: WordPressBlocksOptions): Block[] {
  const place = node.mediaId === '' ? null : (options.image?.(node.mediaId) ?? null);
  if (!place) return [];
  const caption = [node.caption, node.credit].filter((part) => part.trim() !== '').join(' ');
  const figcaption =
    caption === '' ? '' : `<figcaption class="wp-element-caption">${escapeText(caption)}</figcaption>`;
  const picture = `<img src="${escapeAttribute(place.url)}" alt="${escapeAttribute(node.alt)}" class="wp-image-${place.id}"/>`;
  return [
    {
      name: 'image',
      attributes: { id: place.id, sizeSlug: 'full', linkDestination: 'none' },
      content: `<figure class="wp-block-image size-full">${picture}${figcaption}</figure>`,
    },
  ];
}

function block(node: BlockNode, options: WordPressBlocksOptions): Block[] {
  switch (node.type) {
    case 'paragraph':
      return inlineText(node.children).trim() === '' ? [] : [paragraph(inline(node.children))];
    case 'heading': {
      const level = Number(node.tag.slice(1));
      return [
        {
          name: 'heading',
          attributes: level === 2 ? {} : { level },
          content: `<${node.tag} class="wp-block-heading">${inline(node.children)}</${node.tag}>`,
        },
      ];
    }
    case 'quote':
      return [
        {
          name: 'quote',
          attributes: {},
          content: `<blockquote class="wp-block-quote">${serialise(paragraph(inline(node.children)))}</blockquote>`,
        },
      ];
    case 'pullquote': {
      const cite = node.attribution.trim() === '' ? '' : `<cite>${escapeText(node.attribution)}</cite>`;
      return [
        {
          name: 'pullquote',
          attributes: {},
          content: `<figure class="wp-block-pullquote"><blockquote><p>${inline(node.children)}</p>${cite}</blockquote></figure>`,
        },
      ];
    }
    case 'list':
      return [list(node)];
    case 'image':
      return image(node, options);
    case 'horizontalrule':
      return [
        {
          name: 'separator',
          attributes: {},
          content: '<hr class="wp-block-separator has-alpha-channel-opacity"/>',
        },
      ];
  }
}

function datelineBefore(dateline: string, content: string): string {
  return `<strong>${escapeText(dateline.trim())}</strong> ${content}`;
}

/** The blocks with the dateline before the first paragraph's words, in a paragraph of its own where there is none. */
function withDateline(blocks: readonly Block[], dateline: string): Block[] {
  if (dateline.trim() === '') return [...blocks];
  const first = blocks.findIndex(({ name }) => name === 'paragraph');
  if (first < 0) return [paragraph(`<strong>${escapeText(dateline.trim())}</strong>`), ...blocks];
  return blocks.map((one, index) =>
    index === first
      ? paragraph(datelineBefore(dateline, one.content.slice('<p>'.length, -'</p>'.length)))
      : one,
  );
}

/**
 * The document as block markup. Empty paragraphs and pictures without a place are left out; everything else a reader
 * reads is in it, escaped. Never empty where a marker is given.
 */
export function documentToWordPressBlocks(
  document: ArticleDocument,
  options: WordPressBlocksOptions = {},
): string {
  const { dateline = '', credit = '', marker } = options;
  const blocks = withDateline(
    document.root.children.flatMap((node) => block(node, options)),
    dateline,
  );
  if (credit.trim() !== '') blocks.push(paragraph(escapeText(credit.trim())));
  if (marker === undefined) return blocks.map(serialise).join('\n\n');
  const [first = paragraph(''), ...rest] = blocks;
  const attributes = { ...first.attributes, metadata: { redaksi: marker } };
  return [{ ...first, attributes }, ...rest].map(serialise).join('\n\n');
}
