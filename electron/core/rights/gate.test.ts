/** What the gate says of rights: which of them, in words with what to do next, and that it lets through what was put right. */
import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { buildDocument, paragraph, text } from '../../../shared/document/build.ts';
import { translate, type MessageKey } from '../../../shared/i18n/translate.ts';
import { openTestCore, type TestCore } from '../testing.ts';
import { DAY, save, SENTENCES, settleSource, site, withPicture, written } from '../testing-rights.ts';

let desk: TestCore;
let articleId: string;
let targetId: string;

beforeEach(async () => {
  desk = await openTestCore();
  articleId = await written(desk);
  targetId = await site(desk);
});
afterEach(() => desk.close());

async function publish(despiteFindings = false): Promise<string> {
  const request = { articleId, targetId, requestId: randomUUID(), despiteFindings };
  return (await desk.client.publishing.publish(request)).state;
}

/** What is asked about before it goes out, in Indonesian and in English; the click alone does not send it. */
async function asked(): Promise<{ id: string; en: string }[]> {
  const { reasons, ok } = await desk.client.publishing.publishability({ articleId });
  const found = reasons.filter(({ level }) => level === 'ask');
  expect(ok).toBe(true);
  await expect(publish()).rejects.toMatchObject({
    code: 'NOT_PUBLISHABLE',
    data: { reasons: found.map(({ code, detail }) => ({ code, detail })) },
  });
  return found.map(({ code, detail }) => {
    const words = (language: 'id' | 'en') =>
      translate(language, `publish.reason.${code}` as MessageKey, { detail: detail ?? '' });
    return { id: words('id'), en: words('en') };
  });
}

const nameOfSource = async (): Promise<string> =>
  (await desk.client.rights.findings({ articleId }))[0]?.about ?? '';

test('a credit that is missing', async () => {
  await save(desk, articleId, { credit: '' });
  const name = await nameOfSource();
  expect(await asked()).toEqual([
    {
      id: `Kredit kosong, padahal ${name} harus disebut. Isi baris kreditnya; di Periksa ia siap dipakai.`,
      en: `The credit is empty, and ${name} has to be named. Fill in the credit line; the checks have it ready.`,
    },
  ]);
  const [finding] = await desk.client.rights.findings({ articleId });
  await save(desk, articleId, { credit: finding?.credit ?? '' });
  expect(await publish()).toBe('queued');
});

test('a credit that names another', async () => {
  await save(desk, articleId, { credit: '(Rtr/SU02)' });
  const [{ id, en } = { id: '', en: '' }] = await asked();
  expect(id).toMatch(/^Kredit tidak menyebut .+ seperti yang diminta\. Betulkan di Periksa/);
  expect(en).toMatch(/^The credit does not name .+ as asked for\. Mend it in the checks/);
});

test('a source whose licence has ended, and more of its copy than was agreed', async () => {
  await settleSource(desk, { licenceEnds: new Date(Date.now() - DAY).toISOString(), shareOfCopyPercent: 60 });
  const [ended, share] = await asked();
  expect(ended?.id).toMatch(/^Izin memakai .+ sudah berakhir saat naskah terbit\. Ganti sumbernya/);
  expect(ended?.en).toMatch(/^The licence of .+ has ended when this goes out\. Use another source/);
  expect(share?.id).toMatch(/dipakai lebih banyak dari yang diizinkan\. Tulis ulang atau kurangi/);
  expect(share?.en).toMatch(/is used than its licence allows\. Rewrite or cut/);

  await settleSource(desk, { licenceEnds: null, shareOfCopyPercent: 60 });
  await save(desk, articleId, { document: buildDocument([paragraph([text(SENTENCES[0] ?? '')])]) });
  expect(await publish()).toBe('queued');
});

test('copy of a source that may be kept and not published does not go out at all', async () => {
  await settleSource(desk, { allowedUses: { publish: false, archive: true, artificialIntelligence: null } });
  await expect(publish(true)).rejects.toMatchObject({
    code: 'NOT_PUBLISHABLE',
    data: { reasons: [{ code: 'source-refused', detail: 'Harga cabai turun' }] },
  });
});

test('a picture: without the credit it asks for, past its licence, for the archive only', async () => {
  const mediaId = await withPicture(desk, articleId);
  const rights = { mediaId, credit: '', expires: null, uses: 'open' as const, notice: '' };
  const { setPicture } = desk.client.rights;

  await setPicture({ ...rights, credit: 'ANTARA FOTO' });
  expect(await asked()).toEqual([
    {
      id: 'Kredit foto panen.png tidak menyebut yang diminta haknya. Betulkan di bawah fotonya.',
      en: 'The credit of picture panen.png does not name whom its rights ask for. Mend it below the picture.',
    },
  ]);
  await setPicture({ ...rights, expires: new Date(Date.now() - DAY).toISOString() });
  expect(await asked()).toEqual([
    {
      id: 'Izin foto panen.png sudah berakhir saat naskah terbit. Ganti fotonya, atau perbarui haknya di bawah foto bila diperpanjang.',
      en: 'The licence of picture panen.png has ended when this goes out. Use another, or renew its rights below the picture if it was extended.',
    },
  ]);
  await setPicture({ ...rights, uses: 'archive-only' });
  expect(await asked()).toEqual([
    {
      id: 'Foto panen.png hanya untuk arsip. Ganti fotonya, atau ubah haknya di bawah foto bila sudah ada izin.',
      en: 'Picture panen.png is for the archive only. Use another, or change its rights below the picture once there is leave.',
    },
  ]);
  await setPicture(rights);
  expect(await publish()).toBe('queued');
});
