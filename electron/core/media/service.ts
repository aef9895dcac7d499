/** Pictures: stored once by the SHA-256 of their bytes, under `media/ab/abcdef…` of the data folder. */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { AddedMedia, Media } from '../../../shared/contract/articles.ts';
import { cropOf, type Crop, type Framing } from '../../../shared/document/crop.ts';
import type { Database } from '../database/open.ts';
import { contractError } from '../errors.ts';
import type { Clock } from '../providers.ts';
import { placeFile } from '../place-file.ts';
import { UPRIGHT } from './camera-data.ts';
import { measurePicture, type MeasuredPicture } from './measure-picture.ts';
import type { PictureTerms, PictureToBare, PictureToPrepare, PixelCrop } from './prepare-picture.ts';
import { bareInWorker, cropInWorker, prepareInWorker, turnInWorker } from './run-picture-worker.ts';

const maxPictureBytes = 50 * 1024 * 1024;
/** Half a gigabyte and more once decoded: no camera of a newsroom makes such, and a hostile file claims it cheaply. */
const maxPixels = 150_000_000;

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
  /** The same for programs that heed nothing a file says of which side is up: its pixels are turned. */
  readUpright(mediaId: string): Promise<PictureToBare>;
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

/** As `measurePicture` does. Throws INVALID for what is no picture of a kind that is taken. */
function measure(bytes: Uint8Array): Pick<PictureToPrepare, 'mimeType' | 'width' | 'height'> {
  let measured: MeasuredPicture;
  try {
    measured = measurePicture(bytes);
  } catch {
    const reason = isSvg(bytes) ? 'picture-kind-not-taken' : 'not-a-picture';
    throw contractError('INVALID', { field: 'file', reason });
  }
  const { mimeType, width, height } = measured;
  if (mimeType === null) throw contractError('INVALID', { field: 'file', reason: 'picture-kind-not-taken' });
  return { mimeType, width, height };
}

function pixelsOf({ left, top, width, height }: Crop, whole: Pick<Media, 'width' | 'height'>): PixelCrop {
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
       ON CONFLICT (id) DO UPDATE SET is_bare = 1, width = excluded.width, height = excluded.height`,
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

  async function read(mediaId: string): Promise<Uint8Array> {
    const bytes = await readFile(path(mediaId));
    const row = statements.find.get(mediaId);
    if (row === undefined || row.is_bare === 1) return bytes;
    return bareInWorker({ bytes, mimeType: row.mime_type });
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
      const bytes = await readFile(path(mediaId));
      // Not all that was stored before was told as it is seen.
      const picture = { bytes, ...measure(bytes) };
      const part = cropOf({ ...framing, ...picture });
      if (part.width === 1 && part.height === 1) return whole;
      const cropped = await cropInWorker(picture, pixelsOf(part, picture));
      return cropped === null ? whole : store(cropped, whole.fileName);
    },
    get,
    find,
    path,
    read,
    async readUpright(mediaId) {
      const picture = { bytes: await read(mediaId), mimeType: get(mediaId).mimeType };
      if (measurePicture(picture.bytes).orientation === UPRIGHT) return picture;
      return turnInWorker(picture).catch(() => picture);
    },
  };
}
