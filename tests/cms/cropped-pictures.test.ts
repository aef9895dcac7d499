/** Pictures with a ratio chosen for them, at a real WordPress and a real Ghost: what readers are served is cropped. */
import { Transformer } from '@napi-rs/image';
import { imageSize } from 'image-size';
import { afterAll, expect, test } from 'vitest';
import type { TargetConfiguration } from '../../shared/contract/target-configuration.ts';
import { buildDocument, image, paragraph, text } from '../../shared/document/build.ts';
import { desk, openDesk, publish, rewrite, until, writeArticle } from './desk.ts';
import { startGhost } from './ghost/start.ts';
import { page } from './rest.ts';
import { startWordPress } from './wordpress/start.ts';

interface Site {
  configuration: TargetConfiguration;
  secret: string;
}

const ended: (() => Promise<void>)[] = [];
afterAll(async () => {
  for (const end of ended) await end();
});
openDesk();

async function wordPress(): Promise<Site> {
  const site = await startWordPress();
  ended.push(() => site.stop());
  const { user, password } = site.users.editor;
  return { configuration: { kind: 'wordpress', siteUrl: site.url, user }, secret: password };
}

async function ghost(): Promise<Site> {
  const site = await startGhost();
  ended.push(() => site.stop());
  return { configuration: { kind: 'ghost', siteUrl: site.url }, secret: site.key };
}

/** Red on the left, blue on the right. */
function twoColours(width: number, height: number): Uint8Array {
  const pixels = new Uint8Array(width * height * 4);
  for (let at = 0; at < width * height; at += 1) {
    pixels.set(at % width < width / 2 ? [200, 0, 0, 255] : [0, 0, 200, 255], at * 4);
  }
  return Transformer.fromRgbaPixels(pixels, width, height).pngSync();
}

/** Addresses of the pictures that readers are shown with this alternative text. */
function addressesOf(html: string, alt: string): string[] {
  const tags = html.match(/<img[^>]*>/g) ?? [];
  return tags.flatMap((tag) =>
    tag.includes(`alt="${alt}"`) ? (/\bsrc="([^"]+)"/.exec(tag)?.[1] ?? []) : [],
  );
}

test.each([
  ['WordPress', wordPress],
  ['Ghost', ghost],
])('%s serves each picture as it was framed, uploaded once', async (_name, start) => {
  const { configuration, secret } = await start();
  const target = await desk.client.publishing.targets.add({ name: 'Situs', configuration, secret });
  const file = new File([new Uint8Array(twoColours(900, 300))], 'pasar.png');
  const { mediaId } = await desk.client.media.add({ file, name: 'pasar.png' });
  const size = { width: 900, height: 300 };
  const document = buildDocument([
    paragraph([text('Harga beras naik.')]),
    image(mediaId, { ...size, alt: 'Utuh' }),
    image(mediaId, { ...size, alt: 'Kiri', ratio: '1:1', focusX: 0, focusY: 0.5 }),
    image(mediaId, { ...size, alt: 'Kanan', ratio: '4:3', focusX: 1, focusY: 0.5 }),
  ]);
  const articleId = await writeArticle('Pasar induk', document);
  const live = await until(await publish(articleId, target.id), 'live');
  expect(live.differences).toEqual([]);

  const { html } = await page(live.url ?? '');
  const served = async (alt: string) => {
    const [address = ''] = addressesOf(html, alt);
    const bytes = new Uint8Array(await (await fetch(new URL(address, live.url ?? ''))).arrayBuffer());
    const { width, height } = imageSize(bytes);
    const [red, , blue] = new Transformer(bytes).rawPixelsSync();
    return { size: `${width}×${height}`, left: (red ?? 0) > (blue ?? 0) ? 'red' : 'blue' };
  };
  expect(await served('Utuh')).toEqual({ size: '900×300', left: 'red' });
  expect(await served('Kiri')).toEqual({ size: '300×300', left: 'red' });
  expect(await served('Kanan')).toEqual({ size: '400×300', left: 'blue' });

  await rewrite(articleId, { headline: 'Pasar induk hari ini' });
  const again = await until(await publish(articleId, target.id), 'live');
  expect(again).toMatchObject({ action: 'update', differences: [] });
  const { html: htmlAgain } = await page(again.url ?? '');
  for (const alt of ['Utuh', 'Kiri', 'Kanan']) {
    expect(addressesOf(htmlAgain, alt)).toEqual(addressesOf(html, alt));
  }
});
