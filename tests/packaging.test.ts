import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { getConfig } from 'app-builder-lib/out/util/config/config.js';
import { validateSchema } from 'app-builder-lib/out/util/config/schemaValidator.js';
import schema from 'app-builder-lib/scheme.json' with { type: 'json' };
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '..');
const config = await getConfig(root, 'electron-builder.yml', null);

function bytes(path: string): Buffer {
  return readFileSync(join(root, path));
}

/** Width and height of a PNG, from its header. */
function pngSize(png: Buffer): [number, number] {
  expect(png.subarray(1, 4).toString('latin1')).toBe('PNG');
  return [png.readUInt32BE(16), png.readUInt32BE(20)];
}

/** Packages with all that they depend on, by the lockfile. */
function neededAtRunTime(names: readonly string[]): Set<string> {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, { dependencies?: Record<string, string> }>;
  };
  const needed = new Set(names);
  for (const name of needed) {
    const places = Object.keys(packages).filter((place) => place.endsWith(`node_modules/${name}`));
    for (const place of places) {
      for (const dependency of Object.keys(packages[place]?.dependencies ?? {})) needed.add(dependency);
    }
  }
  return needed;
}

describe('electron-builder.yml', () => {
  it('is what electron-builder of this version takes', () => {
    expect(() => validateSchema(schema, config)).not.toThrow();
    expect(() => validateSchema(schema, { ...config, electronFuses: { runAsNodes: false } })).toThrow(
      /electronFuses should be one of these/,
    );
  });

  it('makes an installer for each system', () => {
    expect(config.win?.target).toBe('nsis');
    expect(config.mac?.target).toBe('dmg');
    expect(config.linux?.target).toEqual(['AppImage', 'deb']);
  });

  it('keeps native code outside the archive, as it came, and looks for updates nowhere', () => {
    expect(config.asarUnpack).toEqual(['**/*.node']);
    expect(config.npmRebuild).toBe(false);
    expect(config.publish).toBeNull();
  });

  it('leaves out no package that is loaded as files of its own', () => {
    const patterns = [config.files]
      .flat()
      .flatMap((each) => (typeof each === 'object' ? [each?.filter].flat() : []));
    const leftOut = patterns.flatMap(
      (pattern) => /^!node_modules\/\{(.+)\}\/\*\*$/.exec(pattern ?? '')?.[1]?.split(',') ?? [],
    );
    expect(leftOut).toContain('lexical');
    const needed = neededAtRunTime([
      'better-sqlite3',
      '@napi-rs/image',
      'electron-store',
      'electron-updater',
    ]);
    expect(needed.size).toBeGreaterThan(20);
    for (const name of needed) {
      expect(leftOut, name).not.toContain(name);
      expect(leftOut, name).not.toContain(name.split('/')[0]);
    }
  });

  it('leaves what people wrote when the program is removed', () => {
    expect(config.nsis?.deleteAppDataOnUninstall).toBe(false);
  });

  it('opens redaksi:// links and feeds with the program', () => {
    expect(config.protocols).toMatchObject([{ schemes: ['redaksi'] }]);
    expect(config.fileAssociations).toMatchObject([{ ext: ['rss', 'atom', 'rdf'], role: 'Viewer' }]);
    const documents = [['docx'], ['md', 'markdown'], ['html', 'htm']];
    for (const given of [config.mac?.fileAssociations, config.linux?.fileAssociations]) {
      const known = documents.map((ext) => ({ ext, role: 'Viewer', rank: 'Alternate' }));
      expect(given).toMatchObject(known);
    }
    expect(config.win).not.toHaveProperty('fileAssociations');
  });
});

describe('the icons', () => {
  it('are there for Windows, in the sizes it asks for', () => {
    const icon = bytes(String(config.win?.icon));
    expect(icon.readUInt16LE(2)).toBe(1);
    const count = icon.readUInt16LE(4);
    const sizes = Array.from({ length: count }, (_, index) => {
      const at = 6 + 16 * index;
      const offset = icon.readUInt32LE(at + 12);
      return pngSize(icon.subarray(offset, offset + icon.readUInt32LE(at + 8)))[0];
    });
    expect(sizes).toEqual([16, 24, 32, 48, 64, 256]);
  });

  it('are there for macOS, up to 1024 pixels', () => {
    const icon = bytes(String(config.mac?.icon));
    expect(icon.subarray(0, 4).toString('latin1')).toBe('icns');
    expect(icon.readUInt32BE(4)).toBe(icon.length);
    const sizes = new Set<number>();
    for (let at = 8; at < icon.length; at += icon.readUInt32BE(at + 4)) {
      sizes.add(pngSize(icon.subarray(at + 8))[0]);
    }
    expect([...sizes].sort((a, b) => a - b)).toEqual([32, 64, 128, 256, 512, 1024]);
  });

  it('are there for Linux, each as large as its name says', () => {
    const folder = String(config.linux?.icon);
    for (const name of readdirSync(join(root, folder))) {
      const [width, height] = pngSize(bytes(join(folder, name)));
      expect(name).toBe(`${width}x${height}.png`);
    }
  });

  it('are there for the tray and the badge, for sharp screens too', () => {
    for (const name of ['tray', 'trayTemplate', 'badge']) {
      expect(pngSize(bytes(`resources/icons/${name}.png`))).toEqual([16, 16]);
      expect(pngSize(bytes(`resources/icons/${name}@2x.png`))).toEqual([32, 32]);
    }
  });
});

it('what is packaged is what is built: the entry and its companions', () => {
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { main: string };
  const built = [
    'renderer/index.html',
    'electron/main.js',
    'electron/preload.cjs',
    'node/utility.js',
    'node/cli.js',
  ];
  expect(manifest.main).toBe('dist/electron/main.js');
  for (const file of built) expect(existsSync(join(root, 'dist', file)), file).toBe(true);
});

it('the preload is one file that needs nothing but Electron', () => {
  const preload = readFileSync(join(root, 'dist', 'electron', 'preload.cjs'), 'utf8');
  const required = [...preload.matchAll(/require\(\s*["']([^"']+)["']\s*\)/g)].map((match) => match[1]);
  expect(required).toEqual(['electron']);
  expect(preload).not.toMatch(/^\s*import\s|\bimport\(/m);
});
