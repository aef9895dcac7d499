/** Pictures, films and sound of ninjs: renditions of the item itself and of its associations. */
import type { WireMedia } from '../../../../shared/contract/wire-story.ts';
import { normalisePubStatus, readEmbargo, type Embargo } from '../../../../shared/domain/wire-status.ts';
import { plainLine } from '../../../../shared/conversion/characters.ts';
import { resourceAddress } from '../../../../shared/conversion/links.ts';
import { mediaType, pixelsOf } from './feed-item.ts';
import type { ParseContext } from './format.ts';
import { fullestLine } from './ninjs-copy.ts';
import { copiesOf, lineOf, namedObjects, rawText, type NinjsFields } from './ninjs-fields.ts';

const MEDIA_TYPES: Readonly<Record<string, WireMedia['type']>> = {
  picture: 'picture',
  photo: 'picture',
  image: 'picture',
  graphic: 'graphic',
  video: 'video',
  audio: 'audio',
};

/** Associations of associations: a gallery in a package; further down nothing belongs to the story. */
const DEEPEST = 3;

/** The rendition with the most pixels; among those that state none, one named as the main one, else the first. */
function bestRendition(fields: NinjsFields): NinjsFields | null {
  const usable = namedObjects(fields.get('renditions')).filter(
    (rendition) => resourceAddress(rawText(rendition.fields, 'href')) !== null,
  );
  const pixels = (rendition: NinjsFields): number =>
    (pixelsOf(rawText(rendition, 'width')) ?? 0) * (pixelsOf(rawText(rendition, 'height')) ?? 0);
  const isMain = (name: string | null): boolean => /^(?:main|original|baseimage|high)/i.test(name ?? '');
  const [best] = usable.toSorted(
    (one, other) =>
      pixels(other.fields) - pixels(one.fields) || Number(isMain(other.name)) - Number(isMain(one.name)),
  );
  return best?.fields ?? null;
}

function copiesBesideAlt(fields: NinjsFields): { caption: string | null; alt: string | null } {
  const descriptions = copiesOf(fields, 'description', 'descriptions');
  const isAlt = ({ role }: { role: string }): boolean => role.startsWith('alt');
  return {
    caption: fullestLine(descriptions.filter((copy) => !isAlt(copy))),
    alt: lineOf(fields, 'alttext', 'alt') ?? fullestLine(descriptions.filter(isAlt)),
  };
}

function mediaObject(fields: NinjsFields): WireMedia | null {
  const rendition = bestRendition(fields);
  const url = resourceAddress(rendition === null ? null : rawText(rendition, 'href'));
  if (rendition === null || url === null) return null;
  const mimeType =
    plainLine(rawText(rendition, 'mimetype', 'contenttype')) ?? plainLine(rawText(fields, 'mimetype'));
  const stated = MEDIA_TYPES[rawText(fields, 'type')?.toLowerCase() ?? ''];
  const { caption, alt } = copiesBesideAlt(fields);
  return {
    url,
    mediaId: null,
    ...mediaType(mimeType, stated ?? null, url),
    ...(stated === undefined ? {} : { type: stated }),
    width: pixelsOf(rawText(rendition, 'width')),
    height: pixelsOf(rawText(rendition, 'height')),
    caption: caption ?? fullestLine(copiesOf(fields, 'headline', 'headlines')),
    credit: lineOf(fields, 'creditline', 'credit', 'byline', 'by', 'copyrightholder'),
    alt,
  };
}

/** The embargo of an object: `embargoed` in 1.x and 2.x, `embargoedUntil` in 3.x. Stated without a time it is one all the same. */
export function embargoOf(fields: NinjsFields, defaultOffsetMinutes: number): Embargo {
  const name = ['embargoed', 'embargoeduntil'].find((each) => fields.has(each));
  return name === undefined
    ? { state: 'none' }
    : readEmbargo(rawText(fields, name) ?? '?', { defaultOffsetMinutes });
}

/** Whether an associated object may be shown now: its own status and embargo are read on the safe side. */
function isFree(fields: NinjsFields, { defaultOffsetMinutes, now }: ParseContext): boolean {
  if (fields.has('pubstatus') && normalisePubStatus(rawText(fields, 'pubstatus')) !== 'usable') return false;
  const embargo = embargoOf(fields, defaultOffsetMinutes);
  return embargo.state === 'none' || (embargo.state === 'until' && Date.parse(embargo.at) <= now);
}

/** The associations of an item that may be used, those of theirs included, in the order of the source. */
export function freeAssociations(item: NinjsFields, context: ParseContext): NinjsFields[] {
  const found: NinjsFields[] = [];
  const visit = (fields: NinjsFields, depth: number): void => {
    for (const association of namedObjects(fields.get('associations'))) {
      if (!isFree(association.fields, context)) continue;
      found.push(association.fields);
      if (depth < DEEPEST) visit(association.fields, depth + 1);
    }
  };
  visit(item, 1);
  return found;
}

/** The media objects of an item and of its associations; the same address once. */
export function mediaOfNinjs(item: NinjsFields, associations: readonly NinjsFields[]): WireMedia[] {
  const media = new Map<string | null, WireMedia>();
  for (const fields of [item, ...associations]) {
    const object = mediaObject(fields);
    if (object !== null && !media.has(object.url)) media.set(object.url, object);
  }
  return [...media.values()];
}
