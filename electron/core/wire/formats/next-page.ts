/** Where a feed says that it goes on: its link to the next page. */
import type { Delivery } from './format.ts';
import type { XmlTree } from './xml.ts';

const ATOM = 'http://www.w3.org/2005/atom';

/**
 * Absolute http(s) address of the page after a delivery, or null: `link rel="next"` of an Atom feed, or in an RSS channel
 * (RFC 5005 §3); `next_url` of a JSON Feed; `links.next`, `_links.next` or `next` of other JSON (HAL, JSON:API), a string or
 * an object with `href`. `url` is where the delivery came from.
 */
export function nextPageOf(delivery: Delivery, url: string | null): string | null {
  if (delivery.isBinary) return null;
  const found = delivery.text.startsWith('<')
    ? nextOfXml(delivery.xml)
    : /^[{[]/.test(delivery.text)
      ? nextOfJson(delivery.json?.value)
      : null;
  const address = found === null ? null : URL.parse(found, url ?? undefined);
  return address !== null && /^https?:$/.test(address.protocol) ? address.href : null;
}

function nextOfXml(tree: XmlTree | null): string | null {
  if (tree === null) return null;
  const { root } = tree;
  const heads = [root, ...root.children.filter(({ name }) => name === 'channel')];
  for (const { children } of heads) {
    const link = children.find(
      ({ name, namespace, attributes }) =>
        name === 'link' && (namespace === ATOM || namespace === '') && attributes['rel'] === 'next',
    );
    if (link !== undefined) return link.attributes['href'] ?? null;
  }
  return null;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function nextOfJson(value: unknown): string | null {
  if (!isObject(value)) return null;
  const { links, _links: halLinks } = value;
  const places = [
    value['next_url'],
    isObject(links) ? links['next'] : null,
    isObject(halLinks) ? halLinks['next'] : null,
    value['next'],
  ];
  for (const place of places) {
    const next = isObject(place) ? place['href'] : place;
    if (typeof next === 'string' && next !== '') return next;
  }
  return null;
}
