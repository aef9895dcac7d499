/** Lucide's drawings, as outlines that glyphs are made of and as lines they can be held against. */
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { createCanvas, Path2D, StrokeCap, StrokeJoin } from '@napi-rs/canvas';
import * as lucide from 'lucide-react';

/** Units along one side of a drawing. */
export const GRID = 24;

/** How lines are drawn: one weight for all icons. */
export const WEIGHT = 1.75;

/** A drawing on a square of `GRID` units, y downwards. */
export interface Drawing {
  /** To be drawn with lines. */
  lines: Path2D;
  /** To be filled. */
  areas: Path2D;
}

type Attributes = Readonly<Record<string, string>>;

/** The drawing Lucide has under this name; an error where it has none, or draws with something unknown here. */
export function drawingOf(name: string): Drawing {
  const component: unknown = Reflect.get(lucide, name);
  if (component === undefined) throw new Error(`Lucide has no icon ${name}.`);
  const markup = renderToStaticMarkup(createElement(component as lucide.LucideIcon));
  const drawing = { lines: new Path2D(), areas: new Path2D() };
  for (const [, shape = '', given = ''] of markup.matchAll(/<(?!svg|\/)(\w+)([^>]*)>/g)) {
    const attributes = Object.fromEntries(
      [...given.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, key = '', value = '']) => [key, value]),
    );
    const path = pathOf(shape, attributes);
    if (path === null) throw new Error(`${name}: <${shape}> is not known here.`);
    drawing.lines.addPath(path);
    if (attributes['fill'] === 'currentColor') drawing.areas.addPath(path);
  }
  return drawing;
}

function pathOf(shape: string, attributes: Attributes): Path2D | null {
  const number = (key: string): number => Number(attributes[key] ?? 0);
  const path = new Path2D();
  switch (shape) {
    case 'path':
      return new Path2D(attributes['d']);
    case 'circle':
      path.arc(number('cx'), number('cy'), number('r'), 0, 2 * Math.PI);
      path.closePath();
      return path;
    case 'ellipse':
      path.ellipse(number('cx'), number('cy'), number('rx'), number('ry'), 0, 0, 2 * Math.PI);
      path.closePath();
      return path;
    case 'rect':
      path.roundRect(
        number('x'),
        number('y'),
        number('width'),
        number('height'),
        Number(attributes['rx'] ?? attributes['ry'] ?? 0),
      );
      return path;
    case 'line':
      path.moveTo(number('x1'), number('y1'));
      path.lineTo(number('x2'), number('y2'));
      return path;
    case 'polyline':
    case 'polygon':
      return new Path2D(`M${attributes['points'] ?? ''}${shape === 'polygon' ? 'Z' : ''}`);
    default:
      return null;
  }
}

/**
 * What lines and areas cover, as path data, y upwards on a square of `GRID * scale`, to be filled by the rule of non-zero
 * winding: no contour crosses another, and each runs the other way round than the one it lies in.
 */
export function outlineOf({ lines, areas }: Drawing, scale: number): string {
  const turned = { a: scale, b: 0, c: 0, d: -scale, e: 0, f: GRID * scale };
  const outline = lines.transform(turned).stroke({
    width: WEIGHT * scale,
    cap: StrokeCap.Round,
    join: StrokeJoin.Round,
  });
  outline.addPath(areas.transform(turned));
  const contours = contoursOf(outline.simplify().toSVGString());
  return contours
    .map((contour) => {
      const depth = contours.filter((other) => other !== contour && lies(contour, other)).length;
      return dataOf(isClockwise(contour) === (depth % 2 === 0) ? contour : reversed(contour));
    })
    .join('');
}

type Point = readonly [x: number, y: number];

/** Where it begins, then its lines (one point) and curves (one or two points to steer by, and where they end). */
interface Contour {
  start: Point;
  parts: readonly (readonly Point[])[];
}

function contoursOf(data: string): Contour[] {
  return data
    .split(/(?=M)/)
    .filter((each) => each.trim() !== '')
    .map((each) => {
      const parts = [...each.matchAll(/[MLQC]([^MLQCZ]*)/g)].map(([, given = '']) => {
        const numbers = (given.match(/-?[\d.]+(?:e-?\d+)?/g) ?? []).map(Number);
        return Array.from({ length: numbers.length / 2 }, (_, index): Point => [
          numbers[2 * index] ?? 0,
          numbers[2 * index + 1] ?? 0,
        ]);
      });
      return { start: parts[0]?.[0] ?? [0, 0], parts: parts.slice(1) };
    });
}

function dataOf({ start, parts }: Contour): string {
  const drawn = parts.map((points) => `${' LQC'[points.length] ?? ''}${points.flat().join(' ')}`);
  return `M${start.join(' ')}${drawn.join('')}Z`;
}

function reversed({ start, parts }: Contour): Contour {
  const points = [start, ...parts.flat()].reverse();
  let at = 1;
  return {
    start: points[0] ?? start,
    parts: parts.toReversed().map(({ length }) => points.slice(at, (at += length))),
  };
}

function ends({ start, parts }: Contour): Point[] {
  return [start, ...parts.flatMap((points) => points.slice(-1))];
}

function isClockwise({ start, parts }: Contour): boolean {
  const points = [start, ...parts.flat()];
  let area = 0;
  for (const [index, [x, y]] of points.entries()) {
    const [nextX, nextY] = points[(index + 1) % points.length] ?? start;
    area += x * nextY - nextX * y;
  }
  return area < 0;
}

const context = createCanvas(1, 1).getContext('2d');

/** Contours may touch, so most points tell. */
function lies(inner: Contour, outer: Contour): boolean {
  const path = new Path2D(dataOf(outer));
  const points = ends(inner);
  const within = points.filter(([x, y]) => context.isPointInPath(path, x, y, 'evenodd'));
  return within.length * 2 > points.length;
}
