/**
 * Ralat, Hak jawab and Cabut berita as readers of a real site get them. The same is told of every kind of site: copy from
 * the wire goes out, its source corrects it, the house corrects, links a reply, withdraws.
 */
import { randomUUID } from 'node:crypto';
import { expect, test, vi } from 'vitest';
import { applyPlainly } from '../../electron/core/testing-impact.ts';
import { deliver } from '../../electron/core/testing-wire.ts';
import type { CorrectionEntry, CorrectionPlacement } from '../../shared/contract/corrections.ts';
import type { Delivery } from '../../shared/contract/publishing.ts';
import { buildDocument, image, paragraph, text } from '../../shared/document/build.ts';
import { desk, publish, rewrite, settled, until, writeArticle } from './desk.ts';
import { page } from './rest.ts';
import { png } from './story.ts';

const wrong = 'Korban gempa menjadi 12 orang.';
const right = 'Korban gempa menjadi 21 orang.';
const unchanged = 'Tim penyelamat masih mencari warga di tiga desa.';

/** One version of the agency's story. */
function bring(version: string, headline: string, sentence: string, details: Record<string, unknown> = {}) {
  return deliver(desk, {
    uri: 'urn:antara:gempa',
    version,
    provider: 'Antara',
    headline,
    body_text: `Mataram (ANTARA) - ${sentence} ${unchanged}`,
    versioncreated: new Date(Date.UTC(2026, 10, 26, 1, Number(version))).toISOString(),
    ...details,
  });
}

/** *Tulis dari kawat*, with a section, a tag and a picture, published. */
async function published(targetId: string, headline: string): Promise<Delivery & { url: string }> {
  const { client } = desk;
  const { storyId } = await bring('1', headline, wrong);
  const { articleId, document, fields, base } = await client.articles.writeFromWire({ storyId });
  const file = new File([png(64, 36, [30, 90, 160])], 'gempa.png');
  const picture = await client.media.add({ file, name: file.name });
  const shown = image(picture.mediaId, { alt: 'Reruntuhan', caption: 'Rumah warga.', credit: '(ANTARA)' });
  await client.articles.saveDraft({
    articleId,
    base,
    mutationId: randomUUID(),
    fields: { ...fields, headline, section: 'nasional', tags: ['Gempa'], commentsOpen: true },
    document: { ...document, root: { ...document.root, children: [...document.root.children, shown] } },
  });
  const live = await until(await publish(articleId, targetId), 'live');
  expect(live.differences).toEqual([]);
  if (live.url === null) throw new Error('no address');
  return { ...live, url: live.url };
}

async function correct(articleId: string, placement: CorrectionPlacement): Promise<CorrectionEntry> {
  const { entries, workingBase, changed } = await desk.client.corrections.of({ articleId });
  return desk.client.corrections.correct({
    articleId,
    requestId: randomUUID(),
    known: entries.length,
    workingBase,
    wrong: changed[0]?.before ?? wrong,
    right: changed[0]?.after ?? right,
    apology: true,
    placement,
  });
}

/** What the outbox has for an article, once nothing of it is under way. */
function sent(articleId: string): Promise<Delivery[]> {
  return vi.waitFor(
    async () => {
      const { rows } = await desk.client.publishing.deliveries({ articleId });
      expect(rows.length).toBeGreaterThan(0);
      expect(rows.filter(({ state }) => ['queued', 'sending', 'retry'].includes(state))).toEqual([]);
      return rows;
    },
    { timeout: 60_000, interval: 100 },
  );
}

const sentences = (entry: CorrectionEntry): string[] =>
  entry.text.split(/(?<=\.) /).filter((sentence) => !/[“”]/.test(sentence));

const linkTo = (url: string): string => `href="${url}"`;

interface Site {
  /** Adds the site to the desk of this test and gives its target. */
  addPlace(): Promise<string>;
  /** What somebody does in the site's own editor. */
  retitle(url: string, title: string): Promise<void>;
  /** What of a page is the story itself: other stories are named around it. */
  story: RegExp;
}

/** Call it once at the top of a file, with the desk open. */
export function tellCorrectionsAt({ addPlace, retitle, story }: Site): void {
  /** The story as readers see it. */
  const seen = async (url: string): Promise<string> => story.exec((await page(url)).html)?.[0] ?? '';

  /** Waits until readers see all of these in it. */
  const seenWith = (url: string, ...words: string[]): Promise<string> =>
    vi.waitFor(
      async () => {
        const shown = await seen(url);
        expect(words.filter((each) => !shown.includes(each))).toEqual([]);
        return shown;
      },
      { timeout: 20_000, interval: 200 },
    );

  test('a correction of the source reaches readers: the mended sentence, the Ralat, and both posts leading to each other', async () => {
    const { client } = desk;
    const headline = 'Korban gempa bertambah';
    const { articleId, url } = await published(await addPlace(), headline);
    expect(await seen(url)).toContain(wrong);

    await bring('2', headline, right, { ednote: 'KOREKSI jumlah korban.' });
    const [impact] = await vi.waitFor(async () => {
      const { rows } = await client.impact.list({});
      expect(rows).toMatchObject([{ articleId, kinds: ['correction'], liveTargets: [{ url }] }]);
      return rows;
    });
    await applyPlainly(desk, impact?.impactId ?? 0);
    // Nothing of it is in public yet.
    expect(await seen(url)).toContain(wrong);

    const entry = await correct(articleId, 'own');
    expect(entry.text).toContain(
      '“Korban gempa menjadi 12 orang”. Yang benar: “Korban gempa menjadi 21 orang”.',
    );
    const { matter } = entry;
    const ownId = (matter.kind === 'correction' ? matter.otherArticleId : null) ?? '';
    const ownUrl = (await sent(ownId))[0]?.url ?? '';
    const shown = await seenWith(url, right, unchanged, linkTo(ownUrl), ...sentences(entry));
    expect(shown).not.toContain(wrong);
    expect(await seenWith(ownUrl, linkTo(url), ...sentences(entry))).toContain(`Ralat: ${headline}`);

    const deliveries = await sent(articleId);
    expect(deliveries.every((each) => each.state === 'live' && each.url === url)).toBe(true);
    expect(deliveries[0]?.differences).toEqual([]);
    expect((await client.corrections.of({ articleId })).changed).toEqual([]);
  });

  test('a correction stays with every later update, and waits where somebody has edited the post at the site', async () => {
    const { client } = desk;
    const targetId = await addPlace();
    const { articleId, url } = await published(targetId, 'Gempa terasa sampai Bali');
    const entry = await correct(articleId, 'bottom');
    expect(await sent(articleId)).toMatchObject([{ state: 'live', differences: [] }, { state: 'live' }]);
    const shown = await seenWith(url, ...sentences(entry));
    expect(shown.lastIndexOf('Sebelumnya tertulis')).toBeGreaterThan(shown.lastIndexOf(unchanged));

    await rewrite(articleId, { headline: 'Gempa terasa sampai Bali dan Lombok' });
    const updated = await until(await publish(articleId, targetId), 'live');
    expect(updated).toMatchObject({ url, differences: [] });
    await seenWith(url, 'sampai Bali dan Lombok', ...sentences(entry));

    await retitle(url, 'Judul dari situs');
    await correct(articleId, 'top');
    const [waiting] = await sent(articleId);
    expect(waiting).toMatchObject({ state: 'conflict', error: { code: 'changed-at-target' } });
    const standing = await seen(url);
    expect(standing).toContain('Judul dari situs');
    expect(standing.match(/Sebelumnya tertulis/g)).toHaveLength(1);

    const {
      deliveryId,
      seen: stamp,
      theirs,
    } = await client.publishing.conflict({
      deliveryId: waiting?.deliveryId ?? '',
    });
    // What the house says of a story is no part of what its writers work on.
    expect(JSON.stringify(theirs.document)).not.toContain('Sebelumnya tertulis');
    const decision = { deliveryId, seen: stamp, send: true, requestId: randomUUID() };
    expect(await settled(await client.publishing.settleConflict(decision))).toMatchObject({
      state: 'live',
      differences: [],
    });
    const both = await seenWith(url, 'sampai Bali dan Lombok');
    expect(both.match(/Sebelumnya tertulis/g)).toHaveLength(2);
    expect(both.indexOf('Sebelumnya tertulis')).toBeLessThan(both.indexOf(unchanged));

    // Theirs is taken this time, and the correction goes out with it.
    await retitle(url, 'Judul lain dari situs');
    await correct(articleId, 'bottom');
    const [stopped] = await sent(articleId);
    const conflict = await client.publishing.conflict({ deliveryId: stopped?.deliveryId ?? '' });
    expect(conflict.waiting).toEqual(['correction']);
    await rewrite(articleId, { headline: conflict.theirs.fields.headline });
    const theirWay = { ...decision, deliveryId: conflict.deliveryId, seen: conflict.seen };
    expect(
      await settled(await client.publishing.settleConflict({ ...theirWay, requestId: randomUUID() })),
    ).toMatchObject({ state: 'live', differences: [] });
    const all = await seenWith(url, 'Judul lain dari situs');
    expect(all.match(/Sebelumnya tertulis/g)).toHaveLength(3);
  });

  test('a reply and the story it answers lead to each other', async () => {
    const { client } = desk;
    const targetId = await addPlace();
    const { articleId, url } = await published(targetId, 'Kementerian disebut lamban');
    const answer = buildDocument([paragraph([text('Kami menanggapi pemberitaan itu.')])]);
    const replyArticleId = await writeArticle('Tanggapan kementerian', answer);
    const reply = await until(await publish(replyArticleId, targetId), 'live');
    const replyUrl = reply.url ?? '';
    await client.corrections.linkReply({ articleId, replyArticleId, requestId: randomUUID(), known: 0 });
    const linked = await seenWith(url, linkTo(replyUrl), 'Hak jawab');
    expect(linked.indexOf('Hak jawab')).toBeGreaterThan(linked.indexOf(unchanged));
    const shown = await seenWith(replyUrl, linkTo(url), 'Tulisan ini adalah hak jawab');
    expect(shown.indexOf('Hak jawab')).toBeLessThan(shown.indexOf('Kami menanggapi'));
  });

  test('a withdrawn story leaves its announcement with the ground at its address, and nothing else of it', async () => {
    const { client } = desk;
    const { articleId, url } = await published(await addPlace(), 'Anak pejabat X ditangkap');
    const { entries } = await client.corrections.of({ articleId });
    const entry = await client.corrections.withdraw({
      articleId,
      requestId: randomUUID(),
      known: entries.length,
      ground: 'child',
      headline: 'Kasus di Depok',
    });
    expect(await sent(articleId)).toMatchObject([{ state: 'live', differences: [] }, { state: 'live' }]);
    const shown = await seenWith(url, 'Dicabut: Kasus di Depok', 'menyangkut masa depan anak', entry.text);
    for (const gone of ['Anak pejabat X', wrong, unchanged, 'Rumah warga.', 'Reruntuhan', 'Gempa']) {
      expect(shown).not.toContain(gone);
    }
    const again = publish(articleId, (await client.publishing.targets.list())[0]?.id ?? '');
    await expect(again).rejects.toMatchObject({
      code: 'NOT_PUBLISHABLE',
      data: { reasons: [{ code: 'withdrawn-by-house' }] },
    });
  });
}
