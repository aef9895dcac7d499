import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import ExifReader from 'exifreader';
import { expect, onTestFinished, test } from 'vitest';
import { openDeskDatabase } from '../database/open.ts';
import { createMediaService } from './service.ts';
import { cameraData, colourful, exifSegment, SECRETS } from './testing-pictures.ts';

test('a picture that was stored with its camera data leaves the house without it, and stays as it is here', async () => {
  const dataFolder = mkdtempSync(join(tmpdir(), 'redaksi-before-'));
  const database = openDeskDatabase(dataFolder);
  onTestFinished(() => {
    database.close();
    rmSync(dataFolder, { recursive: true });
  });
  const media = createMediaService({ database, dataFolder, clock: { now: () => 0 }, onRights() {} });
  const original = exifSegment(colourful(48, 32).jpegSync(90), cameraData(6));
  const id = createHash('sha256').update(original).digest('hex');
  mkdirSync(dirname(media.path(id)), { recursive: true });
  writeFileSync(media.path(id), original);
  database
    .prepare(
      `INSERT INTO media (id, mime_type, width, height, bytes, file_name, created_at)
       VALUES (?, 'image/jpeg', 32, 48, ?, 'lama.jpg', 0)`,
    )
    .run(id, original.length);

  const leaving = Buffer.from(await media.read(id));
  const cropped = await media.crop(id, { ratio: '1:1', focusX: 0.5, focusY: 0.5 });

  expect(SECRETS.filter((secret) => leaving.includes(secret))).toEqual([]);
  expect(ExifReader.load(leaving, { expanded: true }).gps).toBeUndefined();
  expect(ExifReader.load(leaving, { expanded: true }).exif?.Orientation?.value).toBe(6);
  const part = await media.read(cropped.mediaId);
  expect(SECRETS.filter((secret) => Buffer.from(part).includes(secret))).toEqual([]);
  expect(readFileSync(media.path(id)).equals(original)).toBe(true);
  const again = await media.add(original, 'lama.jpg');
  expect(Buffer.from(await media.read(again.mediaId))).toEqual(leaving);
});
