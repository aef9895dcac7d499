/** Pictures that go to a partner: files beside the copy, under names made of their bytes, and the address they have there. */
import type { PartnerConfiguration } from '../../../../../shared/contract/target-configuration.ts';
import type { Picture } from '../../../../../shared/document/vocabulary.ts';
import type { ItemPicture } from '../../formats/news-item.ts';
import { PublishError, type TargetContext } from '../../target.ts';
import type { PartnerWay } from './way.ts';

const EXTENSIONS: Readonly<Record<string, string>> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/gif': 'gif',
  'image/webp': 'webp',
  'image/avif': 'avif',
};

/** Where the partner finds pictures; null where they do not go along. */
function picturesAddress({ picturesAddress: address }: PartnerConfiguration): string | null {
  const base = address.trim().replace(/\/+$/, '');
  return base === '' ? null : base;
}

/** Another folder or address has none of what was sent before. */
function placeOf({ delivery }: PartnerConfiguration): string {
  switch (delivery.way) {
    case 'folder':
      return delivery.folder;
    case 'http':
      return delivery.address;
    case 'sftp':
      return `sftp://${delivery.host}:${delivery.port}/${delivery.folder}`;
  }
}

/**
 * Sends what the partner has not been sent yet. Answers by media id; empty where pictures do not go along. Throws
 * PublishError: `picture-missing` where the media store has lost one, and what the way throws.
 */
export async function deliverPictures(
  configuration: PartnerConfiguration,
  shown: readonly Picture[],
  way: PartnerWay,
  context: TargetContext,
): Promise<Map<string, ItemPicture>> {
  const found = new Map<string, ItemPicture>();
  const base = picturesAddress(configuration);
  if (base === null) return found;
  const place = placeOf(configuration);
  for (const mediaId of new Set(shown.map((picture) => picture.mediaId))) {
    if (mediaId === '') continue;
    const picture = await context.picture(mediaId);
    if (picture === null) throw new PublishError('picture-missing', mediaId);
    const extension = EXTENSIONS[picture.mimeType];
    if (extension === undefined) continue;
    const { mimeType, width, height } = picture;
    const name = `media/${mediaId}.${extension}`;
    await context.oneAtATime(name, async () => {
      if (context.memory.get(`picture:${mediaId}`) === place) return;
      const content = await picture.bytes().catch(() => {
        throw new PublishError('picture-missing', mediaId);
      });
      await way.put({ name, mimeType, content, key: mediaId }, false);
      context.memory.set(`picture:${mediaId}`, place);
    });
    found.set(mediaId, { href: `${base}/${name}`, mimeType, width, height });
  }
  return found;
}
