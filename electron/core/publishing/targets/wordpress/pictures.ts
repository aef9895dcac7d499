/** Pictures: each uploaded once per site and way it is cropped, found again by our memory or by the name it was given there. */
import { z } from 'zod';
import { shownAs } from '../../../../../shared/document/crop.ts';
import type { ImageNode, Picture } from '../../../../../shared/document/vocabulary.ts';
import { makeSlug } from '../../../../../shared/domain/slug.ts';
import { PublishError, type PictureFile, type TargetContext } from '../../target.ts';
import type { WordPressClient } from './client.ts';

const mediaSchema = z.looseObject({ id: z.int(), source_url: z.string(), slug: z.string().catch('') });
type WordPressMedia = z.output<typeof mediaSchema>;

const extensions: Readonly<Record<string, string>> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/gif': 'gif',
  'image/webp': 'webp',
  'image/avif': 'avif',
};

export interface UploadedPicture {
  id: number;
  url: string;
}

/** A name every server takes (ASCII, no spaces), unique to the picture: part of its hash is in it. */
export function uploadName({ fileName, mediaId, mimeType }: PictureFile): { slug: string; file: string } {
  const words = makeSlug(fileName.replace(/\.[A-Za-z0-9]{1,5}$/, ''), 60);
  const slug = [words, mediaId.slice(0, 12)].filter((part) => part !== '').join('-');
  return { slug, file: `${slug}.${extensions[mimeType] ?? 'jpg'}` };
}

async function stillThere(client: WordPressClient, id: number): Promise<WordPressMedia | null> {
  try {
    return await client.get(`wp/v2/media/${id}`, mediaSchema);
  } catch (error) {
    if (error instanceof PublishError && !error.retryable) return null;
    throw error;
  }
}

async function findBySlug(client: WordPressClient, slug: string): Promise<WordPressMedia | null> {
  const found = await client.get('wp/v2/media', z.array(mediaSchema), { slug });
  return found.find((media) => media.slug === slug) ?? null;
}

async function upload(
  client: WordPressClient,
  picture: PictureFile,
  image: Picture,
  file: string,
): Promise<WordPressMedia> {
  const { FormData } = await import('undici');
  const form = new FormData();
  const bytes = await picture.bytes().catch((error: unknown) => {
    throw new PublishError('picture-missing', `${picture.fileName}: ${String(error)}`);
  });
  form.append('file', new Blob([new Uint8Array(bytes)], { type: picture.mimeType }), file);
  const caption = [image.caption, image.credit].filter((part) => part !== '').join(' ');
  for (const [name, value] of Object.entries({ alt_text: image.alt, caption })) {
    if (value !== '') form.append(name, value.toWellFormed());
  }
  return client.upload('wp/v2/media', mediaSchema, form).catch((error: unknown) => {
    if (error instanceof PublishError && error.code === 'rejected') {
      throw new PublishError('media-rejected', `${file}: ${error.message}`);
    }
    throw error;
  });
}

/** Where the memory of a target keeps the attachment of a picture. */
function pictureKey(shown: string): string {
  return `media ${shown}`;
}

/** Where it keeps which of our pictures an attachment is. */
export function attachmentKey(attachmentId: number): string {
  return `attachment ${attachmentId}`;
}

/** `shown`: what the picture of the copy is known by (`shownAs`). */
export function rememberPicture({ memory }: TargetContext, shown: string, attachmentId: number): void {
  memory.set(pictureKey(shown), String(attachmentId));
  memory.set(attachmentKey(attachmentId), shown);
}

/** The picture's attachment at the site. Throws PublishError (`picture-missing`, `media-rejected`, `too-large` …). */
export async function placePicture(
  client: WordPressClient,
  image: Picture | ImageNode,
  context: TargetContext,
): Promise<UploadedPicture> {
  const picture = await context.pictureAsShown(image);
  if (!picture) throw new PublishError('picture-missing', image.caption || image.alt || image.mediaId);
  const shown = shownAs(image);
  const key = pictureKey(shown);
  // Two deliveries that show one picture must not both find it missing.
  return context.oneAtATime(key, async () => {
    const remembered = Number(context.memory.get(key) ?? '');
    const name = uploadName(picture);
    const media =
      (remembered > 0 ? await stillThere(client, remembered) : null) ??
      (await findBySlug(client, name.slug)) ??
      (await upload(client, picture, image, name.file));
    rememberPicture(context, shown, media.id);
    return { id: media.id, url: media.source_url };
  });
}
