/** Pictures, films and sound that RSS and Atom items name: enclosures, Media RSS, iTunes. */
import type { WireMedia } from '../../../../shared/contract/wire-story.ts';
import { plainLine } from '../../../../shared/conversion/characters.ts';
import { resourceAddress } from '../../../../shared/conversion/links.ts';
import { attributeOf, Fields } from './feed-fields.ts';
import { mediaType, pixelsOf } from './feed-item.ts';
import type { XmlElement, XmlTree } from './xml.ts';

function mediaObject(
  element: XmlElement,
  address: string | null,
  around: { caption: string | null; credit: string | null },
  baseUrl: string | null,
): WireMedia | null {
  const url = resourceAddress(address, baseUrl);
  if (url === null) return null;
  return {
    url,
    mediaId: null,
    ...mediaType(attributeOf(element, 'type'), attributeOf(element, 'medium'), url),
    width: pixelsOf(attributeOf(element, 'width')),
    height: pixelsOf(attributeOf(element, 'height')),
    caption: around.caption,
    credit: around.credit,
    alt: null,
  };
}

/** Captions and credits stand in the media object, or beside it for all of a group. */
function wordsOf(fields: Fields): { caption: string | null; credit: string | null } {
  return {
    caption: plainLine(fields.text('media:description')) ?? plainLine(fields.text('media:title')),
    credit: plainLine(fields.text('media:credit')) ?? plainLine(fields.text('media:copyright')),
  };
}

/** Every media object of an item, in the order of the source; the same address once. */
export function mediaOfItem(tree: XmlTree, item: Fields, baseUrl: string | null): WireMedia[] {
  const found = new Map<string, WireMedia>();
  const add = (media: WireMedia | null): void => {
    if (media?.url && !found.has(media.url)) found.set(media.url, media);
  };
  const none = { caption: null, credit: null };

  const holders = [item, ...item.all('media:group').map((group) => new Fields(tree, group))];
  const outer = { caption: null, credit: wordsOf(item).credit };
  for (const holder of holders) {
    const shared = holder === item ? outer : wordsOf(holder);
    for (const content of holder.all('media:content')) {
      const own = wordsOf(new Fields(tree, content));
      const words = { caption: own.caption ?? shared.caption, credit: own.credit ?? shared.credit };
      add(mediaObject(content, attributeOf(content, 'url'), words, baseUrl));
    }
  }
  for (const enclosure of item.all(':enclosure', 'rdf:enclosure')) {
    add(mediaObject(enclosure, attributeOf(enclosure, 'url'), none, baseUrl));
  }
  for (const link of item.all('atom:link')) {
    if (attributeOf(link, 'rel') !== 'enclosure') continue;
    add(
      mediaObject(link, attributeOf(link, 'href'), { ...none, caption: attributeOf(link, 'title') }, baseUrl),
    );
  }
  for (const image of item.all(':image', 'itunes:image')) {
    const address =
      attributeOf(image, 'href') ?? attributeOf(image, 'url') ?? new Fields(tree, image).text(':url');
    const media = mediaObject(image, address ?? image.text.trim(), none, baseUrl);
    if (media !== null) add({ ...media, type: 'picture' });
  }
  for (const holder of holders) {
    const contents = holder.all('media:content');
    for (const thumbnail of [holder, ...contents.map((content) => new Fields(tree, content))].flatMap(
      (fields) => fields.all('media:thumbnail'),
    )) {
      const hasPicture = [...found.values()].some(({ type }) => type === 'picture');
      const media = mediaObject(thumbnail, attributeOf(thumbnail, 'url'), none, baseUrl);
      // A thumbnail beside the picture itself is that picture again, smaller.
      if (media !== null && !hasPicture) add({ ...media, type: 'picture' });
    }
  }
  return [...found.values()];
}
