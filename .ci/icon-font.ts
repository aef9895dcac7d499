/**
 * Makes the font of icons and the names they have in the code, renderer/ui/icons/: the icons of Lucide that renderer/
 * imports from there. Run it when one comes or goes: `npm run icons`.
 */
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import svg2ttf from 'svg2ttf';
import { drawingOf, GRID, outlineOf } from './icon-drawings.ts';
import { root } from './steps.ts';

const folder = join(root, 'renderer', 'ui', 'icons');

/** Units of the font to one of the drawings: fine enough that no curve shows where it was rounded. */
const SCALE = 50;
const EM = GRID * SCALE;

/** The first code point that Unicode leaves to whoever uses it. */
const FIRST = 0xe000;

/** Travels in every copy of the font, as Lucide asks. */
const LICENCE = readFileSync(join(folder, 'LICENSE'), 'utf8');

/** All that is imported by name from icons.ts, in the order of the alphabet. */
function namesInUse(): string[] {
  const names = new Set<string>();
  for (const file of globSync('renderer/**/*.{ts,tsx}', { cwd: root })) {
    const source = readFileSync(join(root, file), 'utf8');
    for (const [, imported = ''] of source.matchAll(/import \{([^}]*)\} from '[^']*\/icons\/icons\.ts'/g)) {
      for (const item of imported.split(',')) {
        const name = item.trim().split(' as ')[0] ?? '';
        if (name !== '' && !name.startsWith('type ')) names.add(name);
      }
    }
  }
  return [...names].sort();
}

function glyph(name: string, index: number): string {
  const code = (FIRST + index).toString(16);
  const outline = outlineOf(drawingOf(name), SCALE);
  return `<glyph glyph-name="${name}" unicode="&#x${code};" horiz-adv-x="${EM}" d="${outline}"/>`;
}

/** An em is the whole square of an icon, all of it above the line: as high as a picture in its place. */
function font(names: readonly string[]): Uint8Array {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg"><defs><font id="redaksi-icons" horiz-adv-x="${EM}">
<font-face font-family="Redaksi Icons" units-per-em="${EM}" ascent="${EM}" descent="0"/>
<missing-glyph horiz-adv-x="${EM}"/>
${names.map(glyph).join('\n')}
</font></defs></svg>`;
  // A fixed date: the same icons make the same file.
  return svg2ttf(svg, { ts: 0, copyright: LICENCE }).buffer;
}

function codeOf(names: readonly string[]): string {
  const lines = names.map(
    (name, index) => `export const ${name} = icon('\\u${(FIRST + index).toString(16)}');`,
  );
  return `// Made by \`npm run icons\`. To use another icon of Lucide, import it from here and run that.
import { icon } from './icon.tsx';

export type { Icon } from './icon.tsx';

${lines.join('\n')}
`;
}

const names = namesInUse();
writeFileSync(join(folder, 'icons.ttf'), font(names));
writeFileSync(join(folder, 'icons.ts'), codeOf(names));
process.stdout.write(`${names.length} icons\n`);
