import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { buildDocument, image, paragraph, text } from '../../../shared/document/build.ts';
import { openTestCore, type TestCore } from '../testing.ts';
import { createLinkTrial, tryOverNetwork, type TryAddress } from './links.ts';
import { createCopyWorker } from './run-copy-worker.ts';
import { segmentOf, testContext } from './testing.ts';

let desk: TestCore | null = null;
afterEach(async () => {
  await desk?.close();
  desk = null;
});

const at = '2018-04-27T15:00:00+07:00';

function run(core: TestCore, ...texts: string[]) {
  const blocks = texts.map((text, number) => ({ id: String(number), segments: [segmentOf(text)] }));
  return core.client.checks.run({ at, blocks });
}

async function told(core: TestCore, text: string): Promise<string[]> {
  const { blocks } = await run(core, text);
  return blocks.flatMap(({ findings }) => findings.map(({ code, text: words }) => `${code}: ${words}`));
}

test('blocks are checked by the rules and words in force, block by block', async () => {
  desk = await openTestCore();
  const { blocks } = await run(
    desk,
    'Gubernur mengatakn itu.',
    'Harga naik.',
    'Silahkan datang Kamis (27/4).',
  );
  expect(blocks.map(({ id, findings }) => [id, findings.map(({ code }) => code)])).toEqual([
    ['0', ['unknown-word']],
    ['1', []],
    ['2', ['kata-baku', 'other-weekday']],
  ]);
  expect(await desk.client.checks.suggest({ word: 'mengatakn' })).toContain('mengatakan');

  const { checks } = await desk.client.settings.get();
  const { currentPersonId } = await desk.client.people.list();
  await desk.client.settings.change({
    checks: {
      ...checks,
      rulesOff: ['kata-baku'],
      houseWords: ['mengatakn'],
      personalWords: { [currentPersonId]: ['zimbrot'] },
    },
  });
  // No rule speaks of it any more; spelling still does.
  expect(await told(desk, 'Silahkan mengatakn zimbrot.')).toEqual(['unknown-word: Silahkan']);
});

test('a rule that is written is tried on its examples; a broken pattern is told, and nothing is kept', async () => {
  desk = await openTestCore();
  const advice = { id: 'Kata kami.', en: 'Our word.' };
  const examples = [
    { bad: 'Kata netizens itu.', good: 'Kata warganet itu.' },
    { bad: 'Kata mereka itu.', good: 'Kata kami itu.' },
  ];
  const rule = { id: 'rumah-1', advice, examples, pattern: 'netizens?', replacement: 'warganet' };
  expect(await desk.client.checks.tryRule({ rule })).toEqual({
    problem: null,
    examples: [
      { verdict: 'holds', mended: 'Kata warganet itu.' },
      { verdict: 'not-found', mended: 'Kata mereka itu.' },
    ],
  });
  expect(await desk.client.checks.tryRule({ rule: { ...rule, pattern: '(netizens' } })).toEqual({
    problem: { code: 'bracket', said: 'missing closing )' },
    examples: [],
  });
  expect(await told(desk, 'Kata netizens itu.')).not.toContain('rumah-1: netizens');

  // A shipped rule is changed while the desk runs, and put back.
  const { checks } = await desk.client.settings.get();
  const adjustedRules = { 'kata-baku': { words: { resiko: null, netizens: 'warganet' } } };
  await desk.client.settings.change({ checks: { ...checks, adjustedRules } });
  const copy = 'Silahkan tanya netizens soal resiko itu.';
  expect(await told(desk, copy)).toEqual(
    expect.arrayContaining(['kata-baku: Silahkan', 'kata-baku: netizens']),
  );
  expect(await told(desk, copy)).not.toContain('kata-baku: resiko');
  await desk.client.settings.change({ checks });
  expect(await told(desk, copy)).toContain('kata-baku: resiko');
});

test('a paragraph of 300,000 letters and a table of 20,000 cells are checked like any other', async () => {
  desk = await openTestCore();
  const long = segmentOf(`${'Kalimat yang panjang sekali. '.repeat(12_000)}Ia mengatakn itu.`);
  const cells = Array.from({ length: 20_000 }, (_, at) => segmentOf(at === 19_999 ? 'Jumat (31/2)' : '12'));
  const { blocks } = await desk.client.checks.run({
    at,
    blocks: [
      { id: 'long', segments: [long] },
      { id: 'table', segments: cells },
    ],
  });
  const found = blocks.map(({ id, findings }) => [id, findings.map(({ code, segment }) => [code, segment])]);
  expect(found).toEqual([
    [
      'long',
      [
        ['long-paragraph', 0],
        ['unknown-word', 0],
      ],
    ],
    ['table', [['no-such-date', 19_999]]],
  ]);
});

test('what is ignored in an article stays so, and belongs to that article', async () => {
  desk = await openTestCore();
  const { articleId } = await desk.client.articles.create({});
  const other = await desk.client.articles.create({});
  const { ignored } = desk.client.checks;
  await ignored.add({ articleId, key: 'spelling/unknown-word/zimbrot' });
  await ignored.add({ articleId, key: 'spelling/unknown-word/zimbrot' });
  desk = await desk.reopen();
  expect(await desk.client.checks.ignored.list({ articleId })).toEqual(['spelling/unknown-word/zimbrot']);
  expect(await desk.client.checks.ignored.list({ articleId: other.articleId })).toEqual([]);
  await desk.client.checks.ignored.remove({ articleId, key: 'spelling/unknown-word/zimbrot' });
  expect(await desk.client.checks.ignored.list({ articleId })).toEqual([]);
  await expect(
    desk.client.checks.ignored.add({ articleId: crypto.randomUUID(), key: 'x' }),
  ).rejects.toMatchObject({ code: 'NOT_FOUND' });
});

test('the way to the reader warns of what is unfinished, but for what is ignored in the article', async () => {
  desk = await openTestCore();
  const { articleId, base, fields } = await desk.client.articles.create({});
  const document = buildDocument([
    paragraph([text('Korban TK orang sejak (31/2), kata xxx.')]),
    image('', { sourceUrl: 'https://a.example/1.jpg' }),
  ]);
  const filled = { ...fields, headline: 'Bantuan tiba', section: 'nasional' };
  await desk.client.articles.saveDraft({
    articleId,
    base,
    mutationId: crypto.randomUUID(),
    document,
    fields: filled,
  });
  const input = { articleId };
  const { reasons } = await desk.client.publishing.publishability(input);
  expect(reasons.map(({ code, level, detail }) => [code, level, detail])).toEqual([
    ['placeholder-left', 'warn', 'TK, xxx'],
    ['date-impossible', 'warn', '31/2'],
    ['alt-missing', 'warn', '1'],
  ]);
  await desk.client.checks.ignored.add({ articleId, key: 'placeholder/placeholder/tk' });
  const after = await desk.client.publishing.publishability(input);
  expect(after.reasons.find(({ code }) => code === 'placeholder-left')?.detail).toBe('xxx');
});

test('a damaged or half dictionary of the house is told, and the one that ships takes its place', async () => {
  desk = await openTestCore();
  const folder = join(desk.dataFolder, 'dictionaries');
  mkdirSync(folder);
  writeFileSync(join(folder, 'id_ID.aff'), 'SET UTF-8\n');
  writeFileSync(join(folder, 'id_ID.dic'), Buffer.from([0, 1, 2, 3, 255]));
  writeFileSync(join(folder, 'en_US.aff'), 'SET UTF-8\n');
  const { dictionaries } = await desk.client.checks.condition();
  expect(dictionaries).toEqual([
    { language: 'id', from: 'shipped', problem: 'unreadable' },
    { language: 'en', from: 'shipped', problem: 'half' },
  ]);
  expect(await told(desk, 'Gubernur mengatakn itu.')).toEqual(['unknown-word: mengatakn']);
});

test('the house’s own dictionary takes the place of the shipped one, in its own encoding, and goes again', async () => {
  desk = await openTestCore();
  const { dictionary } = desk.client.checks;
  const aff = new File(['SET ISO8859-1\nSFX A Y 1\nSFX A 0 nya .\n'], 'id.aff');
  const dic = new File([Buffer.from('3\nkaf\u00e9/A\nitu\nbuka\n', 'latin1')], 'id.dic');
  await dictionary.keep({ language: 'id', aff, dic });
  expect(await told(desk, 'Itu kafénya buka dan tutup.')).toEqual([
    'unknown-word: dan',
    'unknown-word: tutup',
  ]);
  await expect(
    dictionary.keep({ language: 'id', aff, dic: new File(['bukan kamus'], 'id.dic') }),
  ).rejects.toMatchObject({ code: 'INVALID', data: { reason: 'not-a-dictionary' } });
  await dictionary.forget({ language: 'id' });
  expect(await told(desk, 'Toko itu buka dan tutup.')).toEqual([]);
});

test('a worker that does not answer in time is given up, and the next question gets a fresh one', async () => {
  const configuration = { kind: 'configure' as const, rules: [], ownWords: [] };
  const choices = { foreignWords: 'off' as const, headlineCase: 'titled' as const };
  const settings = { dataFolder: '/nowhere', configuration: () => task };
  const task = { ...configuration, choices };
  const hasty = createCopyWorker({ ...settings, timeLimitMs: 1 });
  await expect(hasty.check([], testContext)).rejects.toThrow('no answer within');
  await hasty.close();
  await expect(hasty.check([], testContext)).rejects.toThrow('closed');

  const worker = createCopyWorker(settings);
  const blocks = [{ id: '1', segments: [segmentOf('Harga  naik.')] }];
  const [answer, words] = await Promise.all([worker.check(blocks, testContext), worker.suggest('mengatakn')]);
  expect(answer[0]?.findings.map(({ code }) => code)).toEqual(['double-space']);
  expect(words).toContain('mengatakan');
  await worker.restart();
  expect((await worker.check(blocks, testContext))[0]?.findings).toHaveLength(1);
  await worker.close();
});

test('an address counts as broken when its site says so, and a missing site only while there is a network', async () => {
  const clock = { now: () => 1_000_000 };
  const verdicts: Record<string, Awaited<ReturnType<TryAddress>>> = {
    'https://ada.example/': 'fine',
    'https://hilang.example/x': 'gone',
    'https://tanpa.example/': 'no-such-site',
    'https://lambat.example/': 'unreachable',
    'http://127.0.0.1/': 'untold',
  };
  const asked: string[] = [];
  const trial = (urls: readonly string[]) =>
    createLinkTrial({
      clock,
      tryAddress: async (url) => {
        asked.push(url);
        return verdicts[url] ?? 'untold';
      },
    }).broken(urls);
  expect(
    await trial(['https://tanpa.example/', 'https://lambat.example/', '#anchor', 'mailto:a@b.example']),
  ).toEqual({ broken: [], offline: true });
  expect(asked).toEqual(['https://tanpa.example/', 'https://lambat.example/']);
  expect(await trial(['http://127.0.0.1/'])).toEqual({ broken: [], offline: false });
  expect(await trial(Object.keys(verdicts))).toEqual({
    broken: [
      { url: 'https://hilang.example/x', reason: 'gone' },
      { url: 'https://tanpa.example/', reason: 'no-such-site' },
    ],
    offline: false,
  });
});

test('addresses of the own network in copy are never asked', async () => {
  const server = createServer((_request, response) => {
    asked += 1;
    response.writeHead(404).end();
  });
  let asked = 0;
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  expect(await tryOverNetwork(`http://127.0.0.1:${port}/rahasia`)).toBe('untold');
  expect(await tryOverNetwork(`http://localhost:${port}/rahasia`)).toBe('untold');
  expect(asked).toBe(0);
  server.close();
});
