/**
 * Makes resources/icons/ from renderer/icon.svg, by the browser the tests use: for Windows (.ico), macOS (.icns), Linux
 * (.png), the tray and the badge. Run it by hand after a change of the drawing: `node .ci/make-icons.ts`.
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { findChromium } from './find-chromium.ts';
import { root } from './steps.ts';

const folder = join(root, 'resources', 'icons');
const drawing = readFileSync(join(root, 'renderer', 'icon.svg'), 'utf8');

/** macOS leaves room around an icon for its shadow. */
const padded = drawing.replace('viewBox="0 0 34 34"', 'viewBox="-3.5 -3.5 41 41"');
/** macOS tints what is opaque here as its menu bar needs. */
const template = drawing
  .replace(
    'fill="#1f5a80"',
    'fill="none" stroke="#000" stroke-width="2.5" transform="translate(2 2) scale(.88)"',
  )
  .replace('fill="#fff"', 'fill="#000"');
const dot =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><circle cx="8" cy="8" r="7" fill="#b3362d"/></svg>';

const executablePath = findChromium();
if (executablePath === null) throw new Error('Icons are drawn by Chromium, and there is none here.');
const browser = await chromium.launch({
  executablePath,
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
});
const page = await browser.newPage();

async function draw(svg: string, size: number): Promise<Buffer> {
  await page.setViewportSize({ width: size, height: size });
  const source = `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`;
  await page.setContent(
    `<style>*{margin:0}img{display:block;width:${size}px;height:${size}px}</style><img src="${source}">`,
  );
  await page.locator('img').evaluate((image: HTMLImageElement) => image.decode());
  return page.screenshot({ omitBackground: true });
}

/** ICO: a directory of 16 bytes an image, then the images, as PNG (Windows Vista and newer). */
function ico(images: readonly { size: number; png: Buffer }[]): Buffer {
  const header = Buffer.alloc(6 + 16 * images.length);
  header.writeUInt16LE(1, 2);
  header.writeUInt16LE(images.length, 4);
  let offset = header.length;
  for (const [index, { size, png }] of images.entries()) {
    const at = 6 + 16 * index;
    header.writeUInt8(size % 256, at);
    header.writeUInt8(size % 256, at + 1);
    header.writeUInt16LE(1, at + 4);
    header.writeUInt16LE(32, at + 6);
    header.writeUInt32LE(png.length, at + 8);
    header.writeUInt32LE(offset, at + 12);
    offset += png.length;
  }
  return Buffer.concat([header, ...images.map(({ png }) => png)]);
}

/** ICNS: chunks of a type, a length and a PNG; the types are Apple's names of sizes. */
function icns(images: readonly { type: string; png: Buffer }[]): Buffer {
  const chunks = images.map(({ type, png }) => {
    const head = Buffer.alloc(8);
    head.write(type, 'latin1');
    head.writeUInt32BE(8 + png.length, 4);
    return Buffer.concat([head, png]);
  });
  const body = Buffer.concat(chunks);
  const head = Buffer.alloc(8);
  head.write('icns', 'latin1');
  head.writeUInt32BE(8 + body.length, 4);
  return Buffer.concat([head, body]);
}

const APPLE_TYPES = { ic11: 32, ic12: 64, ic07: 128, ic13: 256, ic08: 256, ic14: 512, ic09: 512, ic10: 1024 };

rmSync(folder, { recursive: true, force: true });
mkdirSync(join(folder, 'linux'), { recursive: true });

const windows = [];
for (const size of [16, 24, 32, 48, 64, 256]) windows.push({ size, png: await draw(drawing, size) });
writeFileSync(join(folder, 'icon.ico'), ico(windows));

const apple = [];
for (const [type, size] of Object.entries(APPLE_TYPES)) apple.push({ type, png: await draw(padded, size) });
writeFileSync(join(folder, 'icon.icns'), icns(apple));

for (const size of [16, 32, 48, 64, 128, 256, 512]) {
  writeFileSync(join(folder, 'linux', `${size}x${size}.png`), await draw(drawing, size));
}
for (const [name, svg] of Object.entries({ tray: drawing, trayTemplate: template, badge: dot })) {
  writeFileSync(join(folder, `${name}.png`), await draw(svg, 16));
  writeFileSync(join(folder, `${name}@2x.png`), await draw(svg, 32));
}
await browser.close();
