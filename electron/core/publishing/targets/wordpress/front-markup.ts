/** A collection of a front as ordinary block markup, as the editor saves it: headings, links, pictures, summaries. */
import { escapeAttribute, escapeText, serialise } from '../../../../../shared/document/wordpress-markup.ts';
import { showsPicture } from '../../../../../shared/domain/front/layouts.ts';
import type { ResolvedCollection, ResolvedItem } from '../../../../../shared/domain/front/resolve.ts';

/** Where an item leads and the picture it shows, as they are at the site; null where there is none. */
export interface PlacedItem {
  item: ResolvedItem;
  address: string | null;
  picture: { id: number; url: string } | null;
}

/** By this a pattern is found again, whatever it is called by then. */
export function collectionMarker(collectionId: string): string {
  return `redaksi-collection-${collectionId}`;
}

function linked({ item, address }: PlacedItem): string {
  const words = escapeText(item.headline);
  return address === null ? words : `<a href="${escapeAttribute(address)}">${words}</a>`;
}

function heading(level: 2 | 3, content: string): string {
  const attributes = level === 2 ? {} : { level };
  return serialise({
    name: 'heading',
    attributes,
    content: `<h${level} class="wp-block-heading">${content}</h${level}>`,
  });
}

function paragraph(text: string): string {
  return serialise({ name: 'paragraph', attributes: {}, content: `<p>${escapeText(text)}</p>` });
}

function image({ item, picture, address }: PlacedItem): string[] {
  if (!picture) return [];
  const { id, url } = picture;
  const alt = escapeAttribute(item.picture?.alt ?? '');
  const tag = `<img src="${escapeAttribute(url)}" alt="${alt}" class="wp-image-${id}"/>`;
  const shown = address === null ? tag : `<a href="${escapeAttribute(address)}">${tag}</a>`;
  return [
    serialise({
      name: 'image',
      attributes: {
        id,
        sizeSlug: 'large',
        linkDestination: address === null ? 'none' : 'custom',
      },
      content: `<figure class="wp-block-image size-large">${shown}</figure>`,
    }),
  ];
}

function group(attributes: Record<string, unknown>, className: string, blocks: readonly string[]): string {
  const all = { className, ...attributes };
  return serialise({
    name: 'group',
    attributes: all,
    content: `<div class="wp-block-group ${className}">${blocks.join('\n\n')}</div>`,
  });
}

function paragraphsOf({ content }: ResolvedItem): string[] {
  if (content.kind !== 'block') return [];
  return content.text
    .split(/\n\s*\n/)
    .map((text) => text.replace(/\s+/g, ' ').trim())
    .filter((text) => text !== '')
    .map(paragraph);
}

function story(placed: PlacedItem, layout: ResolvedCollection['layout']): string {
  const { item } = placed;
  const withPicture = showsPicture(layout, item.size) ? image(placed) : [];
  return group({}, `redaksi-story redaksi-story-${item.size}`, [
    ...withPicture,
    ...(item.kicker === '' ? [] : [paragraph(item.kicker)]),
    ...(item.headline === '' ? [] : [heading(3, linked(placed))]),
    ...(item.summary === '' ? [] : [paragraph(item.summary)]),
    ...paragraphsOf(item),
  ]);
}

/** What is read most: an ordered list, nothing but links. */
function rankedList(items: readonly PlacedItem[]): string {
  const rows = items.map((placed) =>
    serialise({ name: 'list-item', attributes: {}, content: `<li>${linked(placed)}</li>` }),
  );
  return serialise({
    name: 'list',
    attributes: { ordered: true },
    content: `<ol class="wp-block-list">${rows.join('\n\n')}</ol>`,
  });
}

/** The whole collection in one group that carries its marker; an empty one keeps the group and shows nothing. */
export function collectionMarkup(collection: ResolvedCollection, items: readonly PlacedItem[]): string {
  const { collectionId, title, layout, ranked } = collection;
  const blocks = ranked ? [rankedList(items)] : items.map((placed) => story(placed, layout));
  return group(
    { metadata: { redaksi: collectionMarker(collectionId) } },
    `redaksi-collection redaksi-${layout}`,
    items.length === 0
      ? []
      : [...(title.trim() === '' ? [] : [heading(2, escapeText(title.trim()))]), ...blocks],
  );
}

/** The feed as a page's content: readable by REST, and by people. */
export function feedMarkup(marker: string, feed: object): string {
  return serialise({
    name: 'code',
    attributes: { metadata: { redaksi: marker } },
    content: `<pre class="wp-block-code"><code>${escapeText(JSON.stringify(feed))}</code></pre>`,
  });
}
