/** Single blocks of WordPress's own kinds → nodes. Whether nothing was lost is decided elsewhere: see wordpress-to-document.ts. */
import {
  embed,
  gallery,
  image,
  picture,
  readMore,
  relatedStory,
  sourceNote,
} from '../../../../shared/document/build.ts';
import { readShownAs } from '../../../../shared/document/crop.ts';
import { embedOfAddress } from '../../../../shared/document/embeds.ts';
import type { BlockNode, ImageNode, InlineNode, LinkNode } from '../../../../shared/document/vocabulary.ts';
import { inlineText } from '../../../../shared/document/walk.ts';
import { htmlToDocument } from '../../../../shared/conversion/html-to-document.ts';
import { readHtml } from '../../../../shared/conversion/html-tokens.ts';
import { splitMarkup, type MarkupBlock } from './block-markup.ts';

/**
 * What a picture of the site is known by here (`shownAs`), by the site's own id (0 where it names none) and address; null:
 * it is not in our media store.
 */
export type PictureOfSite = (id: number, url: string) => string | null;

type Reader = (block: MarkupBlock, place: PictureOfSite) => BlockNode[] | null;

function withoutComments(markup: string): string {
  return markup.replace(/<!--\s+\/?wp:[^]*?-->/g, '');
}

/** The nodes of HTML; the document's one empty paragraph counts as none. */
function nodesOf(html: string): BlockNode[] {
  const { children } = htmlToDocument(html, { linksAsTheyStand: true }).root;
  return children.filter((node) => node.type !== 'paragraph' || node.children.length > 0);
}

function single<Type extends BlockNode['type']>(
  nodes: readonly BlockNode[],
  type: Type,
): Extract<BlockNode, { type: Type }> | null {
  const [node] = nodes;
  return nodes.length === 1 && node?.type === type ? (node as Extract<BlockNode, { type: Type }>) : null;
}

function asIs(type: BlockNode['type']): Reader {
  return ({ inner }) => {
    const node = single(nodesOf(withoutComments(inner)), type);
    return node === null ? null : [node];
  };
}

function onlyLink(children: readonly InlineNode[]): LinkNode | null {
  const links = children.filter((child) => child.type === 'link');
  return links.length === 1 ? (links[0] ?? null) : null;
}

/** Paragraphs of ours carry a class that says what they are. */
const readParagraph: Reader = ({ inner, attributes }) => {
  const node = single(nodesOf(inner), 'paragraph');
  if (node === null) return null;
  const link = onlyLink(node.children);
  switch (attributes['className']) {
    case undefined:
      return [node];
    case 'source-note':
      return [sourceNote(node.children)];
    case 'related-story':
      return link && [relatedStory(inlineText(link.children), { url: link.url })];
    case 'map': {
      const address = link && embedOfAddress(link.url);
      if (address?.provider !== 'map') return null;
      const words = inlineText(node.children);
      return [embed(address, words === link?.url ? '' : words)];
    }
    default:
      return null;
  }
};

/** The first `img`, and the figure's caption as text. */
function readFigure(html: string): { image: Readonly<Record<string, string>> | null; caption: string } {
  let image: Readonly<Record<string, string>> | null = null;
  let caption = '';
  let inCaption = false;
  readHtml(html, {
    open(name, attributes) {
      if (name === 'img') image ??= attributes;
      if (name === 'figcaption') inCaption = true;
    },
    close(name) {
      if (name === 'figcaption') inCaption = false;
    },
    text(value) {
      if (inCaption) caption += value;
    },
  });
  return { image, caption: caption.trim() };
}

function pictureOf({ inner, attributes }: MarkupBlock, place: PictureOfSite): ImageNode | null {
  const { image: figure, caption } = readFigure(inner);
  const url = figure?.['src'] ?? '';
  const id = typeof attributes['id'] === 'number' ? attributes['id'] : 0;
  const shown = url === '' ? null : place(id, url);
  if (figure === null || shown === null) return null;
  const { mediaId, ...framing } = readShownAs(shown);
  return image(mediaId, { alt: figure['alt'] ?? '', caption, ...framing });
}

const readImage: Reader = (block, place) => {
  const found = pictureOf(block, place);
  return found && [found];
};

const readGallery: Reader = ({ inner }, place) => {
  const pieces = splitMarkup(inner);
  const pictures = pieces.flatMap((piece) =>
    piece.kind === 'block' && piece.block.name === 'image' ? [pictureOf(piece.block, place)] : [],
  );
  const last = pieces.at(-1);
  const caption = last?.kind === 'freeform' ? readFigure(last.source).caption : '';
  return pictures.includes(null)
    ? null
    : [
        gallery(
          pictures.filter((one) => one !== null).map((one) => picture(one.mediaId, one)),
          caption,
        ),
      ];
};

const readEmbed: Reader = ({ inner, attributes }) => {
  const address = typeof attributes['url'] === 'string' ? embedOfAddress(attributes['url']) : null;
  return address && [embed(address, '', readFigure(inner).caption)];
};

const readers: Readonly<Record<string, Reader>> = {
  paragraph: readParagraph,
  heading: asIs('heading'),
  list: asIs('list'),
  quote: asIs('quote'),
  pullquote: asIs('pullquote'),
  table: asIs('table'),
  group: asIs('factbox'),
  separator: asIs('horizontalrule'),
  image: readImage,
  gallery: readGallery,
  embed: readEmbed,
  more: () => [readMore()],
};

/** The nodes a block could be, or null where this version has none for it. Never throws. */
export function readBlock(block: MarkupBlock, place: PictureOfSite): BlockNode[] | null {
  return readers[block.name]?.(block, place) ?? null;
}
