import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createCanvas, GlobalFonts, type SKRSContext2D } from '@napi-rs/canvas';
import { expect, it } from 'vitest';
import { drawingOf, GRID, WEIGHT } from '../.ci/icon-drawings.ts';
import * as icons from '../renderer/ui/icons/icons.ts';

const SIDE = 8 * GRID;
const folder = join(import.meta.dirname, '../renderer/ui/icons');
const glyphs = new Map(
  [...readFileSync(join(folder, 'icons.ts'), 'utf8').matchAll(/const (\w+) = icon\('\\u(\w{4})'\)/g)].map(
    ([, name = '', code = '']) => [name, String.fromCharCode(Number.parseInt(code, 16))],
  ),
);

/** How much of each point is covered, 0 to 255. */
function covered(draw: (context: SKRSContext2D) => void): Uint8Array {
  const context = createCanvas(SIDE, SIDE).getContext('2d');
  draw(context);
  const { data } = context.getImageData(0, 0, SIDE, SIDE);
  return Uint8Array.from({ length: SIDE * SIDE }, (_, index) => data[4 * index + 3] ?? 0);
}

function drawn(name: string): Uint8Array {
  const { lines, areas } = drawingOf(name);
  return covered((context) => {
    context.scale(SIDE / GRID, SIDE / GRID);
    context.lineWidth = WEIGHT;
    context.lineCap = 'round';
    context.lineJoin = 'round';
    context.stroke(lines);
    context.fill(areas);
  });
}

function ofFont(glyph: string): Uint8Array {
  return covered((context) => {
    context.font = `${SIDE}px "Redaksi Icons"`;
    context.fillText(glyph, 0, SIDE);
  });
}

it('has a glyph for each icon, which looks as Lucide draws it', () => {
  expect(GlobalFonts.registerFromPath(join(folder, 'icons.ttf'), 'Redaksi Icons')).not.toBeNull();
  expect([...glyphs.keys()]).toEqual(Object.keys(icons));
  const others: string[] = [];
  for (const [name, glyph] of glyphs) {
    const wanted = drawn(name);
    const got = ofFont(glyph);
    const ink = wanted.reduce((sum, value) => sum + value, 0);
    const apart = wanted.reduce((sum, value, index) => sum + Math.abs(value - (got[index] ?? 0)), 0);
    expect(ink, name).toBeGreaterThan(0);
    if (apart / ink > 0.08) others.push(`${name}: ${(apart / ink).toFixed(2)}`);
  }
  expect(others, 'run `npm run icons`').toEqual([]);
});
