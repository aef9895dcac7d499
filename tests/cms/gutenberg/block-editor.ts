/** WordPress's own block editor, installed once into a cache folder outside the repository, in a process of its own. */
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { z } from 'zod';

const here = import.meta.dirname;
const files = ['package.json', 'package-lock.json', 'read-blocks.mjs'];

const readSchema = z.object({
  /** Names of all blocks in reading order, inner ones after their outer one. */
  blocks: z.array(z.string()),
  /** What the editor would complain of: unknown blocks, invalid content. */
  problems: z.array(z.string()),
  /** What the editor would save without anybody having touched anything. */
  saved: z.string(),
});
export type ReadBlocks = z.output<typeof readSchema>;

/** Makes sure the editor's packages are there and answers with their folder. They are heavy: about 1 GB. */
export function ensureBlockEditor(): string {
  const wanted = files.map((name) => readFileSync(join(here, name)));
  const version = createHash('sha256').update(Buffer.concat(wanted)).digest('hex').slice(0, 16);
  const folder = join(process.env['XDG_CACHE_HOME'] ?? tmpdir(), `redaksi-block-editor-${version}`);
  const stamp = join(folder, 'complete');
  if (existsSync(stamp)) return folder;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const name of files) copyFileSync(join(here, name), join(folder, name));
  const { status, stderr } = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
    cwd: folder,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`The block editor could not be installed: ${stderr.slice(-1500)}`);
  writeFileSync(stamp, '');
  return folder;
}

/** What the editor makes of markup, by name. */
export async function readBlocks(
  markup: Readonly<Record<string, string>>,
): Promise<Record<string, ReadBlocks>> {
  const child = spawn(process.execPath, ['read-blocks.mjs'], {
    cwd: ensureBlockEditor(),
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  child.stdin.end(JSON.stringify(markup));
  const [answer, complaints] = await Promise.all([text(child.stdout), text(child.stderr)]);
  if (answer === '') throw new Error(`The block editor gave no answer: ${complaints.slice(-1500)}`);
  return z.record(z.string(), readSchema).parse(JSON.parse(answer));
}
