import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ServedToPage } from '../../shared/page/desktop-messages.ts';
import { answerRequest } from './protocol.ts';

let folder: string;
const asked: string[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'redaksi-protocol-'));
  mkdirSync(join(folder, 'renderer', 'assets'), { recursive: true });
  writeFileSync(join(folder, 'renderer', 'index.html'), '<!doctype html>');
  writeFileSync(join(folder, 'renderer', 'assets', 'app.js'), 'export {};');
  writeFileSync(join(folder, 'secret.txt'), 'rahasia');
  writeFileSync(join(folder, 'picture.png'), 'png');
  asked.length = 0;
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function serve(path: string): Promise<ServedToPage> {
  asked.push(path);
  if (path === '/media/abc') {
    return {
      mimeType: 'image/png',
      headers: { 'cache-control': 'max-age=60' },
      content: { path: join(folder, 'picture.png') },
    };
  }
  if (path !== '/preview/1') return null;
  const headers = { 'content-security-policy': "default-src 'none'; style-src 'self'" };
  return { mimeType: 'text/html', headers, content: { bytes: new TextEncoder().encode('<p>Pratinjau</p>') } };
}

function ask(url: string, method = 'GET'): Promise<Response> {
  return answerRequest({ url, method }, { rendererFolder: join(folder, 'renderer'), serve });
}

describe('app://redaksi/', () => {
  it('gives the page with its strict policy', async () => {
    const answer = await ask('app://redaksi/');
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toMatch(/^text\/html/);
    expect(answer.headers.get('content-security-policy')).toContain("script-src 'self'");
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect((await ask('app://redaksi/assets/app.js')).headers.get('content-type')).toMatch(/javascript/);
  });

  it('gives pictures and previews from the core, each with its own headers', async () => {
    const picture = await ask('app://redaksi/media/abc');
    expect(await picture.text()).toBe('png');
    expect(picture.headers.get('cache-control')).toBe('max-age=60');
    expect(picture.headers.get('content-security-policy')).toContain("default-src 'none'");
    const preview = await ask('app://redaksi/preview/1');
    expect(await preview.text()).toBe('<p>Pratinjau</p>');
    expect(preview.headers.get('content-security-policy')).toBe("default-src 'none'; style-src 'self'");
    expect(asked).toEqual(['/media/abc', '/preview/1']);
  });

  it.each([
    'app://redaksi/../secret.txt',
    'app://redaksi/%2e%2e/secret.txt',
    'app://redaksi/..%2fsecret.txt',
    'app://redaksi/..%5csecret.txt',
    'app://redaksi/assets/../../secret.txt',
    'app://redaksi/index.html%00.png',
    'app://redaksi/%',
    'app://redaksi/nothing.js',
    'app://redaksi/assets',
    'app://redaksi/media/unknown',
    'app://elsewhere/index.html',
    'https://redaksi/index.html',
  ])('has nothing else: %s', async (url) => {
    const answer = await ask(url);
    expect(answer.status).toBe(404);
    expect(await answer.text()).toBe('');
  });

  it('is read and never written', async () => {
    for (const method of ['POST', 'PUT', 'DELETE'])
      expect((await ask('app://redaksi/', method)).status).toBe(404);
  });
});
