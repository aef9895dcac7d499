import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '..');
const tools = join(root, 'node_modules');

/** The code, not the tools under node_modules, which is a link here. */
const LINT = ['--format=unix', 'electron', 'renderer', 'shared'];

/** Plants files in an empty tree that has this project's own settings, and nothing else of it. */
let tree = '';

beforeAll(() => {
  tree = mkdtempSync(join(tmpdir(), 'redaksi-layers-'));
  for (const file of ['package.json', 'oxlint.config.ts', ...tsconfigs])
    cpSync(join(root, file), join(tree, file));
  symlinkSync(tools, join(tree, 'node_modules'), 'junction');
  // What the planted files import exists, so that only the rules can refuse them.
  for (const file of harmless) plant(file, 'export const value = 1;\n');
});

afterAll(() => rmSync(tree, { recursive: true, force: true }));

const tsconfigs = ['base', 'neutral', 'node', 'dom'].map((name) => `tsconfig.${name}.json`);

const harmless = [
  'electron/core/articles/service.ts',
  'electron/core/events.ts',
  'electron/core/wire/service.ts',
  'electron/hosts/web.ts',
  'electron/hosts/providers/default-data-folder.ts',
  'electron/hosts/providers/vault.ts',
  'electron/main/main.ts',
  'electron/main/window.ts',
  'renderer/features/wire/inbox.tsx',
  'renderer/features/articles/list.tsx',
  'renderer/core-client/connect.ts',
  'shared/domain/dateline.ts',
  'shared/contract/wire.ts',
];

function plant(file: string, text: string): void {
  mkdirSync(dirname(join(tree, file)), { recursive: true });
  writeFileSync(join(tree, file), text);
}

/** Runs one of the project's tools in the planted tree, on the Node that runs this test. */
function run(program: string, args: string[]): { refused: boolean; lines: string[] } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(tools, program), ...args], {
    cwd: tree,
    encoding: 'utf8',
  });
  return { refused: status !== 0, lines: (stdout + stderr).split('\n') };
}

/** Plants every text in its file, runs a tool once over all of them, and takes them away again. */
function runOver(planted: Map<string, string[]>, program: string, args: string[]): ReturnType<typeof run> {
  for (const [file, lines] of planted) plant(file, lines.join('\n') + '\n');
  try {
    return run(program, args);
  } finally {
    for (const file of planted.keys()) rmSync(join(tree, file));
    for (const file of harmless) plant(file, 'export const value = 1;\n');
  }
}

function lint(planted: Map<string, string[]>): string[] {
  return runOver(planted, 'oxlint/bin/oxlint', LINT).lines;
}

function lintText(file: string, text: string): string {
  return lint(new Map([[file, [text]]])).join('\n');
}

describe('layer rules, as oxlint sees them', () => {
  const refusals: [file: string, imports: string][] = [
    ['electron/core/planted.ts', 'electron'],
    ['electron/core/planted.ts', 'electron-store'],
    ['electron/core/planted.ts', '../hosts/web.ts'],
    ['electron/core/planted.ts', '../main/window.ts'],
    ['electron/core/planted.ts', '@orpc/server'],
    ['electron/core/wire/formats/planted.ts', '../../../hosts/web.ts'],
    ['electron/core/wire/formats/planted.ts', '../../../../renderer/core-client/connect.ts'],
    ['electron/core/wire/planted.ts', '../articles/service.ts'],
    ['electron/core/wire/planted.ts', '../../core/articles/service.ts'],
    ['electron/core/wire/rpc.ts', '../articles/service.ts'],
    ['electron/core/wire/formats/planted.ts', '../../articles/service.ts'],
    ['electron/core/fronts/planted.ts', '../wire/service.ts'],
    ['electron/core/publishing/targets/planted.ts', '../../articles/service.ts'],
    ['electron/core/settings/planted.ts', '../wire/service.ts'],
    ['electron/core/articles/planted.ts', '../wire/service.ts'],
    ['electron/hosts/planted.ts', 'electron'],
    ['electron/hosts/planted.ts', '../main/window.ts'],
    ['electron/hosts/planted.ts', '../../renderer/core-client/connect.ts'],
    ['electron/main/planted.ts', '../core/events.ts'],
    ['electron/main/planted.ts', '../hosts/web.ts'],
    ['electron/main/planted.ts', '../hosts/providers/vault.ts'],
    ['electron/preload/planted.ts', 'node:fs'],
    ['electron/preload/planted.ts', '../../shared/domain/dateline.ts'],
    ['shared/domain/planted.ts', 'node:fs'],
    ['shared/domain/planted.ts', 'fs/promises'],
    ['shared/domain/planted.ts', 'react'],
    ['shared/domain/planted.ts', 'electron'],
    ['shared/domain/planted.ts', '@orpc/contract'],
    ['shared/domain/planted.ts', '../../electron/core/events.ts'],
    ['shared/contract/planted.ts', '../../renderer/core-client/connect.ts'],
    ['renderer/planted.ts', 'electron'],
    ['renderer/planted.ts', 'path'],
    ['renderer/planted.ts', '../electron/core/events.ts'],
    ['renderer/features/wire/planted.tsx', '../articles/list.tsx'],
    ['renderer/features/wire/planted.tsx', '../../features/articles/list.tsx'],
    ['renderer/features/articles/parts/planted.tsx', '../../wire/inbox.tsx'],
    ['renderer/features/wire/planted.tsx', '@orpc/client'],
    ['renderer/ui/planted.tsx', '../features/wire/inbox.tsx'],
    ['renderer/ui/planted.tsx', '../core-client/connect.ts'],
    ['renderer/editor/extensions/image/planted.ts', '../../../features/wire/inbox.tsx'],
    ['renderer/core-client/planted.ts', '../features/wire/inbox.tsx'],
  ];

  const allowed: [file: string, imports: string][] = [
    ['electron/core/wire/planted.ts', '../events.ts'],
    ['electron/core/wire/planted.ts', '../../../shared/contract/wire.ts'],
    ['electron/core/wire/formats/planted.ts', '../service.ts'],
    ['electron/core/articles/planted.ts', '../../../shared/contract/wire.ts'],
    ['electron/core/wire/rpc.ts', '@orpc/server'],
    ['electron/core/create-slices.ts', './wire/service.ts'],
    ['electron/hosts/planted.ts', '../core/events.ts'],
    ['electron/main/planted.ts', '../../shared/domain/dateline.ts'],
    ['electron/main/planted.ts', '../hosts/providers/default-data-folder.ts'],
    ['shared/contract/planted.ts', '@orpc/contract'],
    ['renderer/features/wire/planted.tsx', '../../core-client/connect.ts'],
    ['renderer/features/articles/planted.tsx', '../../../shared/contract/wire.ts'],
    ['renderer/core-client/planted.ts', '@orpc/client'],
    ['renderer/planted.ts', './features/articles/list.tsx'],
  ];

  // One line per import, all of them linted in one run: what is said of a line is said of that import.
  const lineOf = new Map<string, number>();
  let said: string[] = [];

  beforeAll(() => {
    const planted = new Map<string, string[]>();
    for (const [file, imports] of [...refusals, ...allowed]) {
      const lines = planted.get(file) ?? [];
      planted.set(file, lines);
      lines.push(`export * as planted${lines.length} from '${imports}';`);
      lineOf.set(`${file} ${imports}`, lines.length);
    }
    said = lint(planted);
  });

  function saidOf(file: string, imports: string): string[] {
    return said.filter((line) => line.startsWith(`${file}:${lineOf.get(`${file} ${imports}`)}:`));
  }

  it.each(refusals)('%s may not import %s', (file, imports) => {
    expect(saidOf(file, imports).join('\n')).toContain('no-restricted-imports');
  });

  it.each(allowed)('%s may import %s', (file, imports) => {
    expect(saidOf(file, imports)).toEqual([]);
  });

  it('refuses a dynamic import like any other', () => {
    const text = "export const host = () => import('../hosts/web.ts');";
    expect(lintText('electron/core/planted.ts', text)).toContain('no-restricted-imports');
  });

  it('refuses two modules that import each other', () => {
    const output = lint(
      new Map([
        [
          'electron/core/first.ts',
          ["import { second } from './second.ts';", 'export const first = () => second;'],
        ],
        [
          'electron/core/second.ts',
          ["import { first } from './first.ts';", 'export const second = () => first;'],
        ],
      ]),
    );
    expect(output.join('\n')).toContain('no-cycle');
  });

  it('refuses HTML put into the page as it is', () => {
    const view = 'export const Planted = () => <p dangerouslySetInnerHTML={{ __html: location.hash }} />;';
    expect(lintText('renderer/planted.tsx', view)).toContain('no-danger');
    const write = "document.body.innerHTML = '<b>x</b>';";
    expect(lintText('renderer/planted.ts', write)).toContain('no-restricted-properties');
  });

  it('refuses any, console in the core, and text run as code', () => {
    expect(lintText('electron/core/planted.ts', 'export const x: any = 1;')).toContain('no-explicit-any');
    expect(lintText('electron/core/planted.ts', 'console.log(1);')).toContain('no-console');
    expect(lintText('electron/core/planted.ts', "export const x = eval('1');")).toContain('no-eval');
  });

  it('has nothing to say of the harmless tree', () => {
    expect(run('oxlint/bin/oxlint', LINT).refused).toBe(false);
  });
});

describe('layer rules, as the type check sees them', () => {
  const errors: [project: string, file: string, text: string, named: string][] = [
    ['node', 'electron/core/planted1.ts', 'export const title = window.name;', "'window'"],
    ['node', 'electron/core/planted2.ts', 'export const body = document.body;', "'document'"],
    ['node', 'electron/core/planted3.ts', 'export enum Colour { Red }', 'erasableSyntaxOnly'],
    ['node', 'electron/core/planted4.ts', "export const first: string = [''][0];", 'undefined'],
    ['dom', 'renderer/planted1.ts', "export { readFile } from 'fs';", "'fs'"],
    ['dom', 'renderer/planted2.ts', "export { readFile } from 'node:fs';", "'node:fs'"],
    ['dom', 'renderer/planted3.ts', 'export const home = process.env;', "'process'"],
    ['neutral', 'shared/domain/planted1.ts', 'export const title = window.name;', "'window'"],
    ['neutral', 'shared/domain/planted2.ts', 'export const home = process.env;', "'process'"],
    ['neutral', 'shared/domain/planted3.ts', "export { readFile } from 'node:fs';", "'node:fs'"],
  ];
  const said = new Map<string, string[]>();

  beforeAll(() => {
    for (const project of ['neutral', 'node', 'dom']) {
      const mine = errors.filter(([owner]) => owner === project);
      const planted = new Map(mine.map(([, file, text]) => [file, [text]]));
      said.set(project, runOver(planted, 'typescript/bin/tsc', ['-p', `tsconfig.${project}.json`]).lines);
    }
  });

  it.each(errors)('project %s: %s may not say %s', (project, file, _text, named) => {
    const lines = (said.get(project) ?? []).filter((line) => line.startsWith(file));
    expect(lines.join('\n')).toContain(named);
  });

  it.each(['neutral', 'node', 'dom'])('project %s has nothing to say of the harmless tree', (project) => {
    expect(run('typescript/bin/tsc', ['-p', `tsconfig.${project}.json`])).toEqual({
      refused: false,
      lines: [''],
    });
  });
});
