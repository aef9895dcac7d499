/**
 * A document as WordPress block markup, as the editor's current core blocks write it themselves, so that the post opens
 * there without a block asking to be recovered. Format: https://developer.wordpress.org/block-editor/ (markup
 * representation of a block); the shapes are those of the `save` functions of @wordpress/block-library.
 */
import type { PublishableDocument } from './publishable.ts';
import type {
  BlockNode,
  EmbedNode,
  FactBoxNode,
  GalleryNode,
  ListItemNode,
  ListNode,
  Picture,
  RelatedStoryNode,
  TableNode,
} from './vocabulary.ts';
import { inlineText, pictureText, tableCaption, tableHeaders } from './walk.ts';
import { escapeAttribute, escapeText, inline, paragraph, serialise, type Block } from './wordpress-markup.ts';

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
  image?: (picture: Picture) => { id: number; url: string } | null;
  /** Where a story of ours is at the site; null where it is not out there. */
  relatedStory?: (articleId: string) => string | null;
  /** Words before a related story: `Baca juga:`; empty for none. */
  relatedLabel?: (story: RelatedStoryNode) => string;
  /** Id of the target: foreign blocks that were pulled from it go back verbatim. */
  origin?: string;
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

function figcaption(text: string, classes = 'wp-element-caption'): string {
  return text.trim() === '' ? '' : `<figcaption class="${classes}">${escapeText(text)}</figcaption>`;
}

function image(node: Picture, options: WordPressBlocksOptions): Block[] {
  const place = node.mediaId === '' ? null : (options.image?.(node) ?? null);
  if (!place) return [];
  const picture = `<img src="${escapeAttribute(place.url)}" alt="${escapeAttribute(node.alt)}" class="wp-image-${place.id}"/>`;
  return [
    {
      name: 'image',
      attributes: { id: place.id, sizeSlug: 'full', linkDestination: 'none' },
      content: `<figure class="wp-block-image size-full">${picture}${figcaption(pictureText(node))}</figure>`,
    },
  ];
}

function gallery(node: GalleryNode, options: WordPressBlocksOptions): Block[] {
  const pictures = node.pictures.flatMap((picture) => image(picture, options));
  if (pictures.length === 0) return [];
  const caption = figcaption(node.caption, 'blocks-gallery-caption wp-element-caption');
  return [
    {
      name: 'gallery',
      attributes: { linkTo: 'none' },
      content: `<figure class="wp-block-gallery has-nested-images columns-default is-cropped">${pictures.map(serialise).join('\n\n')}${caption}</figure>`,
    },
  ];
}

function table(node: TableNode): Block[] {
  const headers = tableHeaders(node);
  const rows = node.children.map((row, rowIndex) => {
    const cells = row.children.map((cell, column) => {
      const words = cell.children.map(({ children }) => inline(children)).join('<br>');
      if (headers.row && rowIndex === 0) return `<th scope="col">${words}</th>`;
      return headers.column && column === 0 ? `<th scope="row">${words}</th>` : `<td>${words}</td>`;
    });
    return `<tr>${cells.join('')}</tr>`;
  });
  if (rows.length === 0) return [];
  const head = headers.row ? `<thead>${rows[0] ?? ''}</thead>` : '';
  const body = rows.slice(headers.row ? 1 : 0).join('');
  return [
    {
      name: 'table',
      // Said outright: its default is another one in newer versions of the editor.
      attributes: { hasFixedLayout: false },
      content: `<figure class="wp-block-table"><table>${head}${body === '' ? '' : `<tbody>${body}</tbody>`}</table>${figcaption(tableCaption(node))}</figure>`,
    },
  ];
}

/** How WordPress's own embed block names a provider; it has none for maps, which stay a link. */
const embedKinds: Readonly<Record<Exclude<EmbedNode['provider'], 'map'>, { type: string; slug: string }>> = {
  youtube: { type: 'video', slug: 'youtube' },
  x: { type: 'rich', slug: 'twitter' },
  instagram: { type: 'rich', slug: 'instagram' },
  tiktok: { type: 'video', slug: 'tiktok' },
  facebook: { type: 'rich', slug: 'facebook' },
  spotify: { type: 'rich', slug: 'spotify' },
};

function embed({ provider, url, title, caption }: EmbedNode): Block {
  const words = [title, caption].filter((part) => part.trim() !== '').join(' ');
  if (provider === 'map') {
    return paragraph(
      `<a href="${escapeAttribute(url)}">${escapeText(words === '' ? url : words)}</a>`,
      'map',
    );
  }
  const { type, slug } = embedKinds[provider];
  // Sites older than the name do not know x.com.
  const address = provider === 'x' ? url.replace(/^https:\/\/x\.com\//, 'https://twitter.com/') : url;
  return {
    name: 'embed',
    attributes: { url: address, type, providerNameSlug: slug, responsive: true },
    content: `<figure class="wp-block-embed is-type-${type} is-provider-${slug} wp-block-embed-${slug}"><div class="wp-block-embed__wrapper">\n${escapeText(address)}\n</div>${figcaption(words)}</figure>`,
  };
}

function relatedStory(node: RelatedStoryNode, options: WordPressBlocksOptions): Block[] {
  const place = (node.articleId !== '' && options.relatedStory?.(node.articleId)) || node.url;
  if (place === '' || node.headline.trim() === '') return [];
  const words = options.relatedLabel?.(node) ?? '';
  const label = words === '' ? '' : `${escapeText(words)} `;
  return [
    paragraph(
      `${label}<a href="${escapeAttribute(place)}">${escapeText(node.headline.trim())}</a>`,
      'related-story',
    ),
  ];
}

function factBox(node: FactBoxNode): Block[] {
  const title: Block[] =
    node.title.trim() === ''
      ? []
      : [
          {
            name: 'heading',
            attributes: { level: 3 },
            content: `<h3 class="wp-block-heading">${escapeText(node.title.trim())}</h3>`,
          },
        ];
  const inside = node.children.flatMap((child): Block[] => {
    if (child.type === 'list') return [list(child)];
    return inlineText(child.children).trim() === '' ? [] : [paragraph(inline(child.children))];
  });
  const blocks = [...title, ...inside];
  if (blocks.length === 0) return [];
  return [
    {
      name: 'group',
      attributes: { className: 'fact-box' },
      content: `<div class="wp-block-group fact-box">${blocks.map(serialise).join('\n\n')}</div>`,
    },
  ];
}

/** A block of another hand, exactly as it came. */
interface Verbatim {
  verbatim: string;
}

function isVerbatim(one: Block | Verbatim): one is Verbatim {
  return 'verbatim' in one;
}

function block(node: BlockNode, options: WordPressBlocksOptions): (Block | Verbatim)[] {
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
    case 'gallery':
      return gallery(node, options);
    case 'table':
      return table(node);
    case 'embed':
      return [embed(node)];
    case 'relatedstory':
      return relatedStory(node, options);
    case 'factbox':
      return factBox(node);
    case 'sourcenote':
      return inlineText(node.children).trim() === '' ? [] : [paragraph(inline(node.children), 'source-note')];
    case 'readmore':
      return [{ name: 'more', attributes: {}, content: '<!--more-->' }];
    case 'foreign':
      return node.kind === 'wordpress-blocks' && node.origin === (options.origin ?? node.origin)
        ? [{ verbatim: node.raw }]
        : [];
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

function isPlainParagraph(one: Block | Verbatim): one is Block {
  return !isVerbatim(one) && one.name === 'paragraph' && Object.keys(one.attributes).length === 0;
}

/** The blocks with the dateline before the first paragraph's words, in a paragraph of its own where there is none. */
function withDateline(blocks: readonly (Block | Verbatim)[], dateline: string): (Block | Verbatim)[] {
  if (dateline.trim() === '') return [...blocks];
  const first = blocks.findIndex(isPlainParagraph);
  if (first < 0) return [paragraph(`<strong>${escapeText(dateline.trim())}</strong>`), ...blocks];
  return blocks.map((one, index) =>
    index === first && isPlainParagraph(one)
      ? paragraph(datelineBefore(dateline, one.content.slice('<p>'.length, -'</p>'.length)))
      : one,
  );
}

/** The blocks with the marker in the first of ours: what is verbatim stays so. */
function withMarker(blocks: readonly (Block | Verbatim)[], marker: string): (Block | Verbatim)[] {
  const marked = (one: Block): Block => ({
    ...one,
    attributes: { ...one.attributes, metadata: { redaksi: marker } },
  });
  const first = blocks.findIndex((one) => !isVerbatim(one));
  if (first < 0) return [...blocks, marked(paragraph(''))];
  return blocks.map((one, index) => (index === first && !isVerbatim(one) ? marked(one) : one));
}

/** A story can be cut short for lists once. */
function withOneMore(nodes: readonly BlockNode[]): BlockNode[] {
  const first = nodes.findIndex(({ type }) => type === 'readmore');
  return nodes.filter(({ type }, index) => type !== 'readmore' || index === first);
}

/**
 * The document as block markup. Left out are widths of columns, for which WordPress has no attribute, empty paragraphs, pictures without a place, related stories that are not
 * out, crops, and foreign blocks of another target; everything else a reader reads is in it, escaped. Never empty where
 * a marker is given.
 */
export function documentToWordPressBlocks(
  document: PublishableDocument,
  options: WordPressBlocksOptions = {},
): string {
  const { dateline = '', credit = '', marker } = options;
  const blocks = withDateline(
    withOneMore(document.root.children).flatMap((node) => block(node, options)),
    dateline,
  );
  if (credit.trim() !== '') blocks.push(paragraph(escapeText(credit.trim())));
  return (marker === undefined ? blocks : withMarker(blocks, marker))
    .map((one) => (isVerbatim(one) ? one.verbatim : serialise(one)))
    .join('\n\n');
}
