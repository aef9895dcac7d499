/** Pictures: stored once by the SHA-256 of their bytes, under `media/ab/abcdef…` of the data folder. */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { imageSize } from 'image-size';
import type { AddedMedia, Media } from '../../../shared/contract/articles.ts';
import { cropOf, type Crop, type Framing } from '../../../shared/document/crop.ts';
import type { Database } from '../database/open.ts';
import { contractError } from '../errors.ts';
import type { Clock } from '../providers.ts';
import { placeFile } from '../place-file.ts';
import type { PictureTerms, PixelCrop } from './prepare-picture.ts';
import { bareInWorker, cropInWorker, prepareInWorker } from './run-picture-worker.ts';

const maxPictureBytes = 50 * 1024 * 1024;
/** Half a gigabyte and more once decoded: no camera of a newsroom makes such, and a hostile file claims it cheaply. */
const maxPixels = 150_000_000;

/** What is taken. SVG is not: it can carry script and most sites refuse it. */
const mimeTypes: Record<string, string> = {
  jpg: 'image/jpeg',
  png: 'image/png',
  gif: 'image/gif',
  webp: 'image/webp',
  avif: 'image/avif',
};

export interface MediaService {
  /**
   * Stores a picture without its camera data (place, device, people), scaled to what a newsroom needs where it is far
   * larger, and tells the caption and credit that stand in the file. Throws INVALID for what is not a picture of a known kind or is too large.
   */
  add(bytes: Uint8Array, fileName: string): Promise<AddedMedia>;
  /**
   * The part of a picture that its ratio and focus leave, stored as a picture of its own; the picture itself where nothing is
   * cut off or it moves. Throws NOT_FOUND, and where it cannot be decoded.
   */
  crop(mediaId: string, framing: Framing): Promise<Media>;
  /** Throws NOT_FOUND. */
  get(mediaId: string): Media;
  find(mediaId: string): Media | null;
  /** Absolute path of the picture's file. */
  path(mediaId: string): string;
  /** The picture as it may leave the house: bare of camera data also where it was stored with it. */
  read(mediaId: string): Promise<Uint8Array>;
}

interface MediaRow {
  id: string;
  mime_type: string;
  width: number;
  height: number;
  bytes: number;
  file_name: string;
  is_bare: number;
}

function mediaOf(row: MediaRow): Media {
  return {
    mediaId: row.id,
    mimeType: row.mime_type,
    width: row.width,
    height: row.height,
    bytes: row.bytes,
    fileName: row.file_name,
  };
}

/** As drawing programs begin one, whatever it says of its size. */
const SVG =
  /^\uFEFF?\s*(?:<\?xml[^>]*>\s*)?(?:(?:<!--(?:(?!-->)[^])*-->|<!DOCTYPE\s+svg[^[>]*(?:\[[^\]]*\]\s*)?>)\s*)*<svg[\s/>]/i;

function isSvg(bytes: Uint8Array): boolean {
  return SVG.test(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes.subarray(0, 8192)));
}

function measure(bytes: Uint8Array): { mimeType: string; width: number; height: number } {
  let size: ReturnType<typeof imageSize>;
  try {
    size = imageSize(bytes);
  } catch {
    const reason = isSvg(bytes) ? 'picture-kind-not-taken' : 'not-a-picture';
    throw contractError('INVALID', { field: 'file', reason });
  }
  const mimeType = mimeTypes[size.type ?? ''];
  if (mimeType === undefined)
    throw contractError('INVALID', { field: 'file', reason: 'picture-kind-not-taken' });
  const turned = size.orientation !== undefined && size.orientation >= 5;
  return {
    mimeType,
    width: turned ? size.height : size.width,
    height: turned ? size.width : size.height,
  };
}

function pixelsOf({ left, top, width, height }: Crop, whole: Media): PixelCrop {
  return {
    left: Math.round(left * whole.width),
    top: Math.round(top * whole.height),
    width: Math.max(1, Math.round(width * whole.width)),
    height: Math.max(1, Math.round(height * whole.height)),
  };
}

export function createMediaService({
  database,
  dataFolder,
  clock,
  onRights,
}: {
  database: Database;
  dataFolder: string;
  clock: Clock;
  /** Told what the file of a picture says of its rights. */
  onRights: (mediaId: string, credit: string, terms: PictureTerms) => void;
}): MediaService {
  const statements = {
    insert: database.prepare(
      `INSERT INTO media (id, mime_type, width, height, bytes, file_name, created_at, is_bare)
       VALUES (@id, @mimeType, @width, @height, @bytes, @fileName, @now, 1)
       ON CONFLICT (id) DO UPDATE SET is_bare = 1`,
    ),
    find: database.prepare<[string], MediaRow>('SELECT * FROM media WHERE id = ?'),
  };

  function path(mediaId: string): string {
    return join(dataFolder, 'media', mediaId.slice(0, 2), mediaId);
  }

  function find(mediaId: string): Media | null {
    const row = statements.find.get(mediaId);
    return row ? mediaOf(row) : null;
  }

  function get(mediaId: string): Media {
    const media = find(mediaId);
    if (!media) throw contractError('NOT_FOUND', { kind: 'media', id: mediaId });
    return media;
  }

  /** What is stored from now on is bare; see `0032-bare-pictures`. */
  async function store(kept: Uint8Array, fileName: string): Promise<Media> {
    const { mimeType, width, height } = measure(kept);
    const id = createHash('sha256').update(kept).digest('hex');
    const file = path(id);
    if (!existsSync(file)) {
      await placeFile(file, kept);
    }
    statements.insert.run({
      id,
      mimeType,
      width,
      height,
      bytes: kept.byteLength,
      fileName: fileName.slice(-200),
      now: clock.now(),
    });
    return get(id);
  }

  return {
    async add(bytes, fileName) {
      if (bytes.byteLength > maxPictureBytes) {
        throw contractError('INVALID', { field: 'file', reason: 'picture-too-large' });
      }
      const original = { bytes, ...measure(bytes) };
      if (original.width * original.height > maxPixels) {
        throw contractError('INVALID', { field: 'file', reason: 'picture-too-many-pixels' });
      }
      const { kept, caption, credit, rights } = await prepareInWorker(original).catch(() => {
        throw contractError('INVALID', { field: 'file', reason: 'not-a-picture' });
      });
      const media = await store(kept, fileName);
      onRights(media.mediaId, credit, rights);
      return { ...media, caption, credit };
    },
    async crop(mediaId, framing) {
      const whole = get(mediaId);
      const { width, height, mimeType, fileName } = whole;
      const part = cropOf({ ...framing, width, height });
      if (part.width === 1 && part.height === 1) return whole;
      const bytes = await readFile(path(mediaId));
      const cropped = await cropInWorker({ bytes, mimeType, width, height }, pixelsOf(part, whole));
      return cropped === null ? whole : store(cropped, fileName);
    },
    get,
    find,
    path,
    async read(mediaId) {
      const bytes = await readFile(path(mediaId));
      const row = statements.find.get(mediaId);
      if (row === undefined || row.is_bare === 1) return bytes;
      return bareInWorker({ bytes, mimeType: row.mime_type });
    },
  };
}
