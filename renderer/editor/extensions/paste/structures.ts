/** Structures of pasted pages that become one block: tables of data, embedded posts and films, pictures of one figure. */
import { embed, gallery } from '../../../../shared/document/build.ts';
import { embedOfAddress, type EmbedAddress } from '../../../../shared/document/embeds.ts';
import { tableFromCells } from '../../../../shared/document/table-from-cells.ts';
import type {
  BlockNode,
  EmbedNode,
  ImageNode,
  InlineNode,
  TableNode,
} from '../../../../shared/document/vocabulary.ts';

const POSTS = '.twitter-tweet, .twitter-video, .instagram-media, .tiktok-embed, .fb-post, .fb-video';
const CARDS = 'figure.embed, .wp-block-embed';

/** A table of data as one; null for a page laid out as a table. `wordsOf` reads a cell. */
export function tableOf(element: Element, wordsOf: (cell: Element) => InlineNode[]): TableNode | null {
  if (element.querySelector('table, img, ul, ol, h1, h2, h3') !== null) return null;
  const rows = [...element.querySelectorAll('tr')].map((row) =>
    [...row.children].map((cell) => ({
      words: wordsOf(cell),
      header: cell.localName.toLowerCase() === 'th',
      columns: cell.getAttribute('colspan'),
      rows: cell.getAttribute('rowspan'),
    })),
  );
  return tableFromCells(rows);
}

function oneLine(value: string | null | undefined): string {
  return (value ?? '').replaceAll(/[\s\u00a0]+/g, ' ').trim();
}

function isFound(address: EmbedAddress | null): address is EmbedAddress {
  return address !== null;
}

/** A post or film of a known provider, by the quotation, card or frame it is embedded with; null for anything else. */
export function embedOf(element: Element): EmbedNode | null {
  if (element.localName.toLowerCase() === 'iframe') {
    const shown = embedOfAddress(element.getAttribute('src') ?? '');
    return shown === null ? null : embed(shown, oneLine(element.getAttribute('title')));
  }
  const isPost = element.matches(POSTS);
  if (!isPost && !element.matches(CARDS)) return null;
  const told = ['data-instgrm-permalink', 'data-href', 'cite'].map((name) => element.getAttribute(name));
  const links = [...element.querySelectorAll('a[href], iframe[src]')]
    .map((each) => each.getAttribute('href') ?? each.getAttribute('src'))
    .toReversed();
  const words = oneLine(element.textContent);
  const shown = [...told, ...links, words].map((each) => embedOfAddress(each ?? '')).find(isFound);
  if (shown === undefined) return null;
  const caption = oneLine(element.querySelector('figcaption')?.textContent);
  const title = isPost ? words : oneLine(element.querySelector('.embed-title')?.textContent);
  return embed(shown, title, caption);
}

/** The pictures of one figure: more than one are a gallery. */
export function picturesOf(images: readonly ImageNode[], caption: string): BlockNode[] {
  const [first, ...others] = images;
  if (first === undefined) return [];
  if (others.length === 0) return [{ ...first, caption }];
  return [
    gallery(
      images.map(({ type: _type, version: _version, ratio: _ratio, ...picture }) => picture),
      caption,
    ),
  ];
}
