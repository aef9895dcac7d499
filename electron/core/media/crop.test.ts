import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Transformer } from '@napi-rs/image';
import { expect, onTestFinished, test } from 'vitest';
import { openDeskDatabase } from '../database/open.ts';
import { createMediaService } from './service.ts';

const RED = [200, 0, 0, 255];
const BLUE = [0, 0, 200, 255];

/** Red on the left, blue on the right. */
function twoColours(width: number, height: number): Transformer {
  const row = Array.from({ length: width }, (_, at) => (at < width / 2 ? RED : BLUE)).flat();
  return Transformer.fromRgbaPixels(
    new Uint8Array(Array.from({ length: height }, () => row).flat()),
    width,
    height,
  );
}

function openMedia() {
  const dataFolder = mkdtempSync(join(tmpdir(), 'redaksi-crop-'));
  const database = openDeskDatabase(dataFolder);
  onTestFinished(() => {
    database.close();
    rmSync(dataFolder, { recursive: true });
  });
  return createMediaService({ database, dataFolder, clock: { now: () => 0 }, onRights() {} });
}

test('a crop is a picture of its own around the focus, and the same one the second time', async () => {
  const media = openMedia();
  const whole = await media.add(twoColours(90, 30).pngSync(), 'pasar.png');

  const left = await media.crop(whole.mediaId, { ratio: '1:1', focusX: 0, focusY: 0.5 });
  const right = await media.crop(whole.mediaId, { ratio: '1:1', focusX: 1, focusY: 0.5 });

  expect(left).toMatchObject({ width: 30, height: 30, mimeType: 'image/png', fileName: 'pasar.png' });
  expect(await media.crop(whole.mediaId, { ratio: '1:1', focusX: 0, focusY: 0.5 })).toEqual(left);
  const firstPixel = async (mediaId: string) =>
    [...new Transformer(await media.read(mediaId)).rawPixelsSync()].slice(0, 3);
  expect(await firstPixel(left.mediaId)).toEqual(RED.slice(0, 3));
  expect(await firstPixel(right.mediaId)).toEqual(BLUE.slice(0, 3));
});

test('what has the ratio already, or moves, stays the picture it is', async () => {
  const media = openMedia();
  const square = await media.add(twoColours(40, 40).jpegSync(), 'persegi.jpg');
  expect((await media.crop(square.mediaId, { ratio: '1:1', focusX: 0, focusY: 0 })).mediaId).toBe(
    square.mediaId,
  );
  const moving = Buffer.from('R0lGODlhAgABAIAAAAUEBAAAACwAAAAAAgABAAACAgQKADs=', 'base64');
  const animation = await media.add(moving, 'gerak.gif');
  expect((await media.crop(animation.mediaId, { ratio: '1:1', focusX: 0, focusY: 0 })).mediaId).toBe(
    animation.mediaId,
  );
});
