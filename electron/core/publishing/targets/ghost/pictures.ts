/**
 * Pictures: each uploaded once per site and way it is cropped, found again by our memory, or at the address Ghost gives a picture of that name:
 * its interface cannot list them.
 */
import { z } from 'zod';
import { shownAs } from '../../../../../shared/document/crop.ts';
import type { GhostPicture } from '../../../../../shared/document/ghost-nodes.ts';
import type { ImageNode, Picture } from '../../../../../shared/document/vocabulary.ts';
import { makeSlug } from '../../../../../shared/domain/slug.ts';
import { PublishError, type PictureFile, type TargetContext } from '../../target.ts';
import type { GhostClient } from './client.ts';

const imagesSchema = z.object({ images: z.array(z.looseObject({ url: z.url() })).min(1) });

const extensions: Readonly<Record<string, string>> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/gif': 'gif',
  'image/webp': 'webp',
  'image/avif': 'avif',
};

/** A name Ghost keeps as it is, unique to the picture: part of its hash is in it. */
export function uploadName({ fileName, mediaId, mimeType }: PictureFile): string {
  const words = makeSlug(fileName.replace(/\.[A-Za-z0-9]{1,5}$/, ''), 60);
  const name = [words, mediaId.slice(0, 12)].filter((part) => part !== '').join('-');
  return `${name}.${extensions[mimeType] ?? 'jpg'}`;
}

/** Where the memory of a target keeps the address of a picture, and which of ours an address is. */
const pictureKey = (shown: string): string => `picture ${shown}`;
const addressKey = (url: string): string => `picture at ${url}`;

/** `shown`: what the picture of the copy is known by (`shownAs`). */
export function rememberPicture({ memory }: Pick<TargetContext, 'memory'>, shown: string, url: string): void {
  memory.set(pictureKey(shown), url);
  memory.set(addressKey(url), shown);
}

/** What a picture of the site is known by here (`shownAs`); null where it is none of ours. */
export function pictureAt({ memory }: Pick<TargetContext, 'memory'>, url: string): string | null {
  return memory.get(addressKey(url)) || null;
}

/** Where Ghost puts a picture of this name, this month and the one before. */
function usualAddresses({ site, clockAheadMs }: GhostClient, name: string, now: number): string[] {
  const there = new Date(now + clockAheadMs);
  return [0, 1].map((back) => {
    const month = new Date(Date.UTC(there.getUTCFullYear(), there.getUTCMonth() - back, 1));
    const [year, number] = month.toISOString().split('-');
    return new URL(`content/images/${year}/${number}/${name}`, site.url).href;
  });
}

async function upload(client: GhostClient, picture: PictureFile, name: string): Promise<string> {
  const bytes = await picture.bytes().catch((error: unknown) => {
    throw new PublishError('picture-missing', `${picture.fileName}: ${String(error)}`);
  });
  const { FormData } = await import('undici');
  const form = new FormData();
  form.append('file', new Blob([new Uint8Array(bytes)], { type: picture.mimeType }), name);
  form.append('purpose', 'image');
  form.append('ref', picture.mediaId);
  const { images } = await client.upload('images/upload/', imagesSchema, form).catch((error: unknown) => {
    if (error instanceof PublishError && error.code === 'rejected') {
      throw new PublishError('media-rejected', `${name}: ${error.message}`);
    }
    throw error;
  });
  return images[0]?.url ?? '';
}

/** The picture at the site. Throws PublishError (`picture-missing`, `media-rejected`, `too-large` …). */
export async function placePicture(
  client: GhostClient,
  image: Picture | ImageNode,
  context: TargetContext,
): Promise<GhostPicture> {
  const picture = await context.pictureAsShown(image);
  if (!picture) throw new PublishError('picture-missing', image.caption || image.alt || image.mediaId);
  const shown = shownAs(image);
  const { width, height } = picture;
  // Two deliveries that show one picture must not both find it missing.
  return context.oneAtATime(pictureKey(shown), async () => {
    const name = uploadName(picture);
    const remembered = context.memory.get(pictureKey(shown));
    if (remembered && (await client.isThere(remembered)) !== false) return { url: remembered, width, height };
    for (const url of usualAddresses(client, name, context.now())) {
      if ((await client.isThere(url)) !== true) continue;
      rememberPicture(context, shown, url);
      return { url, width, height };
    }
    const url = await upload(client, picture, name);
    rememberPicture(context, shown, url);
    return { url, width, height };
  });
}
