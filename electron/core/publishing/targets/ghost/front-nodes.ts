/** A front as nodes of Ghost's: each collection under its heading, its stories with picture, headline and summary. */
import {
  ghostElement,
  ghostImage,
  ghostParagraph,
  ghostText,
  type GhostNode,
  type GhostPicture,
} from '../../../../../shared/document/ghost-nodes.ts';
import { TEXT_FORMAT } from '../../../../../shared/document/vocabulary.ts';
import type { ResolvedCollection, ResolvedItem } from '../../../../../shared/domain/front/resolve.ts';

/** Where an item leads and the picture it shows, as they are at the site; null where there is none. */
export interface PlacedItem {
  item: ResolvedItem;
  address: string | null;
  picture: GhostPicture | null;
}

function headline({ item, address }: PlacedItem): GhostNode {
  const words = ghostText(item.headline.toWellFormed());
  if (address === null) return words;
  return ghostElement('link', [words], { url: address, rel: null, target: null, title: null });
}

function heading(tag: 'h2' | 'h3', children: readonly GhostNode[]): GhostNode {
  return ghostElement('extended-heading', children, { tag });
}

function line(words: string, format = 0): GhostNode[] {
  const text = words.replace(/\s+/g, ' ').trim().toWellFormed();
  return text === '' ? [] : [ghostParagraph([ghostText(text, format)])];
}

function story(placed: PlacedItem): GhostNode[] {
  const { item, picture, address } = placed;
  const alt = item.picture?.alt ?? '';
  const paragraphs = item.content.kind === 'block' ? item.content.text.split(/\n\s*\n/) : [];
  return [
    ...(picture === null ? [] : [ghostImage(picture, { alt, caption: '', href: address ?? '' })]),
    ...line(item.kicker, TEXT_FORMAT.bold),
    ...(item.headline === '' ? [] : [heading('h3', [headline(placed)])]),
    ...line(item.summary),
    ...paragraphs.flatMap((text) => line(text)),
  ];
}

/** What is read most: an ordered list, nothing but links. */
function rankedList(items: readonly PlacedItem[]): GhostNode {
  const rows = items.map((placed, index) =>
    ghostElement('listitem', [headline(placed)], { value: index + 1 }),
  );
  return ghostElement('list', rows, { listType: 'number', start: 1, tag: 'ol' });
}

/** Nothing where the collection is empty. */
export function collectionNodes(
  { title, ranked }: ResolvedCollection,
  items: readonly PlacedItem[],
): GhostNode[] {
  if (items.length === 0) return [];
  const name = title.trim().toWellFormed();
  return [
    ...(name === '' ? [] : [heading('h2', [ghostText(name)])]),
    ...(ranked ? [rankedList(items)] : items.flatMap(story)),
  ];
}
