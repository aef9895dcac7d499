import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { newCollection, newSlot } from '../../../shared/domain/front/build.ts';
import { editTowards } from '../../../shared/domain/front/edit-towards.ts';
import { openTestCore, type TestCore } from '../testing.ts';
import {
  beranda,
  collectionOf,
  edit,
  headlinesOf,
  launch,
  place,
  publishNew,
  sitePage,
  slotOf,
  write,
} from './test-fronts.ts';

let desk: TestCore;
beforeEach(async () => {
  desk = await openTestCore({ background: true });
});
afterEach(() => desk.close());

const soon = { timeout: 10_000, interval: 30 };

async function refusal(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    () => null,
    (error: unknown) => {
      const { code, data } = error as { code: string; data: unknown };
      return { code, data };
    },
  );
}

describe('drafts', () => {
  test('Beranda is there from the first start with its collections, and live is what the draft is', async () => {
    const front = await beranda(desk);
    expect(front.draft.collections.map(({ title }) => title)).toEqual([
      'Headline',
      'Pilihan Editor',
      'Berita Lain',
      'ARTIKEL TERBARU',
      'TERPOPULER',
    ]);
    expect(front).toMatchObject({ changed: 0, lastLaunch: { number: 1, reason: 'migrated' } });
  });

  test('a repeated mutation is one edit; a stale stamp is a conflict; undo brings back what was there', async () => {
    const articleId = await write(desk, 'Berita');
    const { frontId, draft } = await beranda(desk);
    const { collectionId } = collectionOf({ draft }, 'Headline');
    const slot = slotOf(articleId);
    const mutationId = randomUUID();
    const request = {
      frontId,
      mutationId,
      edit: { kind: 'place' as const, collectionId, after: null, slots: [slot] },
    };
    const first = await desk.client.fronts.edit(request);
    expect(await desk.client.fronts.edit(request)).toEqual(first);
    expect(collectionOf(await beranda(desk), 'Headline').slots).toHaveLength(1);

    const change = (headline: string) => ({
      kind: 'changeSlot' as const,
      slotId: slot.slotId,
      stamp: '',
      change: { headline },
    });
    await edit(desk, change('Satu'));
    expect(await refusal(edit(desk, change('Dua')))).toEqual({
      code: 'FRONT_CONFLICT',
      data: { frontId, kind: 'slot', id: slot.slotId },
    });
    expect(collectionOf(await beranda(desk), 'Headline').slots[0]?.headline).toBe('Satu');
    // Undoing the placement would take the words away that came after it.
    expect(await refusal(edit(desk, first.inverse))).toMatchObject({ code: 'FRONT_CONFLICT' });
    await edit(desk, { kind: 'remove', slotIds: [slot.slotId] });
    expect(await beranda(desk)).toMatchObject({ changed: 0, draft });
  });

  test('discarding takes a collection back to what is live, and can be undone', async () => {
    await place(desk, 'Headline', slotOf(await write(desk, 'Berita')));
    const { frontId, draft, live } = await beranda(desk);
    const { inverse } = await desk.client.fronts.edit({
      frontId,
      mutationId: randomUUID(),
      edit: editTowards(draft, live, null),
    });
    expect((await beranda(desk)).changed).toBe(0);
    await edit(desk, inverse);
    expect(await beranda(desk)).toMatchObject({ changed: 1 });
    expect(collectionOf(await beranda(desk), 'Headline').slots).toEqual(
      collectionOf({ draft }, 'Headline').slots,
    );
  });

  test('what somebody else does meanwhile is neither discarded nor launched unseen', async () => {
    await place(desk, 'Headline', slotOf(await write(desk, 'Berita')));
    const { frontId, draft, live } = await beranda(desk);
    const { seen } = await desk.client.fronts.launchPreview({ frontId, collectionIds: null });
    const slot = collectionOf({ draft }, 'Headline').slots[0];
    const theirs = {
      kind: 'changeSlot' as const,
      slotId: slot?.slotId ?? '',
      stamp: '',
      change: { headline: 'Dari jendela lain' },
    };
    await edit(desk, theirs);
    expect(await refusal(edit(desk, editTowards(draft, live, null)))).toMatchObject({
      code: 'FRONT_CONFLICT',
      data: { kind: 'slot' },
    });
    const request = { frontId, collectionIds: null, requestId: randomUUID(), seen };
    expect(await refusal(desk.client.fronts.launch(request))).toMatchObject({
      code: 'FRONT_CONFLICT',
      data: { kind: 'front' },
    });
    expect(collectionOf(await beranda(desk), 'Headline').slots[0]?.headline).toBe('Dari jendela lain');
    const again = await desk.client.fronts.launchPreview({ frontId, collectionIds: null });
    expect(await desk.client.fronts.launch({ ...request, seen: again.seen })).toMatchObject({
      state: 'launched',
    });
  });

  test('an earlier launch can go out again while something is being arranged, which stays', async () => {
    const [one, two] = [await publishNew(desk, 'Satu'), await publishNew(desk, 'Dua')];
    await place(desk, 'Headline', slotOf(one));
    const first = await launch(desk);
    await place(desk, 'Pilihan Editor', slotOf(two));
    await launch(desk);
    await place(desk, 'Headline', slotOf(await write(desk, 'Sedang disusun')));
    await desk.client.fronts.relaunch({ launchId: first.launchId, requestId: randomUUID() });
    const front = await beranda(desk);
    expect(front.changed).toBe(1);
    expect(collectionOf(front, 'Headline').slots).toHaveLength(2);
    expect(collectionOf(front, 'Pilihan Editor').slots).toEqual([]);
    expect(collectionOf({ draft: front.live }, 'Headline').slots).toHaveLength(1);
  });

  test('the clipboard is kept across a restart, for who sits there', async () => {
    const articleId = await write(desk, 'Untuk nanti');
    await desk.client.fronts.clipboard.add({ slots: [slotOf(articleId, { headline: 'Judul lain' })] });
    desk = await desk.reopen();
    const { slots, stories } = await desk.client.fronts.clipboard.get();
    expect(slots).toMatchObject([{ headline: 'Judul lain', content: { articleId } }]);
    expect(stories).toMatchObject([{ headline: 'Untuk nanti', standing: 'draft' }]);
    const other = await desk.client.people.add({ name: 'Rina', code: 'RN', role: 'publisher' });
    await desk.client.people.sitDown({ personId: other.personId });
    expect((await desk.client.fronts.clipboard.get()).slots).toEqual([]);
  });

  test('the pool tells how stories stand and where they are placed', async () => {
    const live = await publishNew(desk, 'Banjir di Jakarta');
    const ready = await write(desk, 'Siap terbit');
    await desk.client.articles.changeState({ articleId: ready, to: 'submitted' });
    await desk.client.articles.changeState({ articleId: ready, to: 'ready' });
    await place(desk, 'Pilihan Editor', slotOf(live));
    const found = await desk.client.fronts.pool({ standing: 'live', query: 'banjir' });
    expect(found.rows).toMatchObject([
      {
        articleId: live,
        standing: 'live',
        section: 'dunia',
      },
    ]);
    expect(await desk.client.fronts.placements()).toMatchObject([
      { articleId: live, frontName: 'Beranda', title: 'Pilihan Editor' },
    ]);
    const waiting = await desk.client.fronts.pool({ standing: 'ready' });
    expect(waiting.rows).toMatchObject([{ articleId: ready }]);
  });
});

describe('launches', () => {
  test('put on the page what was placed, and every one of them can be looked at, compared and restored', async () => {
    const [one, two] = [await publishNew(desk, 'Satu'), await publishNew(desk, 'Dua')];
    await publishNew(desk, 'Tiga');
    await place(desk, 'Headline', slotOf(one, { headline: 'Satu, judul sendiri', kicker: 'KTT' }));
    const { frontId } = await beranda(desk);
    const preview = await desk.client.fronts.launchPreview({ frontId, collectionIds: null });
    expect(preview.differences.find(({ title }) => title === 'Headline')?.slots).toMatchObject([
      { kind: 'moved', title: 'Satu, judul sendiri', from: 3, to: 1 },
      { kind: 'changed', title: 'Satu, judul sendiri', fields: ['headline', 'kicker'] },
    ]);
    const launched = await launch(desk);
    expect(launched).toMatchObject({ number: 2, reason: 'launch', state: 'launched' });
    await vi.waitFor(
      () => expect(headlinesOf(sitePage(desk))).toEqual(['Satu, judul sendiri', 'Tiga', 'Dua']),
      soon,
    );
    await place(desk, 'Headline', slotOf(two));
    await launch(desk);
    await vi.waitFor(
      () => expect(headlinesOf(sitePage(desk))).toEqual(['Dua', 'Satu, judul sendiri', 'Tiga']),
      soon,
    );

    const { rows } = await desk.client.fronts.launches({ frontId });
    expect(rows.map(({ number }) => number)).toEqual([3, 2, 1]);
    expect(await desk.client.fronts.launchAt({ frontId, at: launched.at })).toEqual(launched);
    expect(await desk.client.fronts.launchAt({ frontId, at: '1998-05-21T09:00:00+07:00' })).toBeNull();
    const differences = await desk.client.fronts.compare({ frontId, from: launched.launchId, to: 'live' });
    expect(differences.find(({ title }) => title === 'Headline')?.slots).toMatchObject([
      { kind: 'in', title: 'Dua' },
    ]);
    const page = await desk.core.serve(`/preview/front/${frontId}/${launched.launchId}`);
    const html = page && 'bytes' in page.content ? Buffer.from(page.content.bytes).toString('utf8') : '';
    expect(headlinesOf(html)).toEqual(['Satu, judul sendiri', 'Tiga', 'Dua']);
    expect(await desk.core.serve(`/preview/front/${frontId}/${randomUUID()}`)).toBeNull();

    await desk.client.fronts.relaunch({ launchId: launched.launchId, requestId: randomUUID() });
    await vi.waitFor(() => expect(headlinesOf(sitePage(desk))[0]).toBe('Satu, judul sendiri'), soon);
    expect(await beranda(desk)).toMatchObject({ changed: 0, lastLaunch: { number: 4, reason: 'restore' } });
    await vi.waitFor(
      async () =>
        expect(await desk.client.publishing.fronts.deliveries()).toMatchObject([
          { frontName: 'Beranda', targetName: 'Situs folder', state: 'live', error: null },
        ]),
      soon,
    );
  });

  test('of one collection leave the others; a request repeated is one launch; only publishers launch', async () => {
    const articleId = await publishNew(desk, 'Berita');
    await place(desk, 'Headline', slotOf(articleId));
    await place(desk, 'TERPOPULER', slotOf(articleId));
    const { frontId, draft } = await beranda(desk);
    const request = {
      frontId,
      collectionIds: [collectionOf({ draft }, 'TERPOPULER').collectionId],
      note: 'Angka tadi malam',
      requestId: randomUUID(),
    };
    const first = await desk.client.fronts.launch(request);
    expect(await desk.client.fronts.launch(request)).toEqual(first);
    expect(await beranda(desk)).toMatchObject({
      changed: 1,
      lastLaunch: { number: 2, note: 'Angka tadi malam' },
    });

    const editor = await desk.client.people.add({ name: 'Edi', code: 'ED', role: 'editor' });
    await desk.client.people.sitDown({ personId: editor.personId });
    expect(await refusal(launch(desk))).toMatchObject({ code: 'NOT_PERMITTED' });
    await place(desk, 'Pilihan Editor', slotOf(articleId));
  });

  test('at a time to come hold what the draft was then; slots begin and end by the clock', async () => {
    const [now, later] = [await publishNew(desk, 'Sekarang'), await publishNew(desk, 'Nanti')];
    const { frontId } = await beranda(desk);
    const ahead = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString();
    await place(
      desk,
      'Pilihan Editor',
      slotOf(now, { endsAt: ahead(30) }),
      slotOf(later, { startsAt: ahead(20) }),
    );
    const scheduled = await desk.client.fronts.scheduleLaunch({
      frontId,
      collectionIds: null,
      at: ahead(10),
      requestId: randomUUID(),
    });
    const { collectionId } = collectionOf(await beranda(desk), 'Pilihan Editor');
    await edit(desk, { kind: 'removeCollection', collectionId });
    const strip = () => /collection-strip[^]*?<\/section>/.exec(sitePage(desk))?.[0] ?? '';
    expect(strip()).toBe('');
    desk.advance(11 * 60_000);
    await vi.waitFor(() => expect(strip()).toContain('Sekarang'), soon);
    expect(strip()).not.toContain('Nanti');
    desk.advance(10 * 60_000);
    await vi.waitFor(() => expect(strip()).toContain('Nanti'), soon);
    desk.advance(10 * 60_000);
    await vi.waitFor(() => expect(strip()).not.toContain('Sekarang'), soon);
    expect(await refusal(desk.client.fronts.cancelLaunch({ launchId: scheduled.launchId }))).toMatchObject({
      data: { reason: 'not-scheduled' },
    });
    expect(
      await refusal(
        desk.client.fronts.scheduleLaunch({
          frontId,
          collectionIds: null,
          at: ahead(-1),
          requestId: randomUUID(),
        }),
      ),
    ).toMatchObject({ data: { reason: 'time-past' } });
  });

  test('a story that goes away leaves the page by itself, with a notice', async () => {
    const [gone, stays] = [await publishNew(desk, 'Ditarik'), await publishNew(desk, 'Tinggal')];
    await place(desk, 'Pilihan Editor', slotOf(gone), slotOf(stays));
    await launch(desk);
    await vi.waitFor(() => expect(sitePage(desk)).toContain('Ditarik'), soon);
    await desk.client.articles.trash({ articleId: gone });
    await vi.waitFor(async () => {
      expect((await beranda(desk)).notices).toMatchObject([
        { articleId: gone, title: 'Ditarik', collectionTitle: 'Pilihan Editor', why: 'trashed' },
      ]);
      expect(sitePage(desk)).not.toContain('Ditarik');
    }, soon);
    await desk.client.articles.untrash({ articleId: gone });
    await vi.waitFor(async () => {
      expect((await beranda(desk)).notices).toEqual([]);
      expect(sitePage(desk)).toContain('Ditarik');
    }, soon);
  });

  test('a section gets a page of its own, and gives it up again', async () => {
    await publishNew(desk, 'Dari dunia');
    const front = await desk.client.fronts.create({ kind: 'section', section: 'dunia', name: 'Dunia' });
    expect(
      await refusal(desk.client.fronts.create({ kind: 'section', section: 'dunia', name: 'Lagi' })),
    ).toMatchObject({
      data: { reason: 'section-taken' },
    });
    await desk.client.fronts.launch({ frontId: front.frontId, collectionIds: null, requestId: randomUUID() });
    await vi.waitFor(() => expect(sitePage(desk, 'dunia/index.html')).toContain('collection-lead4'), soon);
    await vi.waitFor(() => expect(sitePage(desk, 'dunia/front.json')).not.toBe(''), soon);
    expect(JSON.parse(sitePage(desk, 'dunia/front.json'))).toMatchObject({
      version: 'redaksi-front/1',
      kind: 'section',
      collections: [{ layout: 'lead4', items: [{ place: 1, kind: 'article', headline: 'Dari dunia' }] }],
    });
    await desk.client.fronts.remove({ frontId: front.frontId });
    await vi.waitFor(
      () => expect(sitePage(desk, 'dunia/index.html')).not.toContain('collection-lead4'),
      soon,
    );
    await vi.waitFor(() => expect(sitePage(desk, 'dunia/front.json')).toBe(''), soon);
  });

  test('a newsletter is a mail on the site, as HTML and as text, beside its feed', async () => {
    await publishNew(desk, 'Berita <pagi> & siang');
    const { frontId } = await desk.client.fronts.create({ kind: 'newsletter', name: 'Surat Pagi' });
    const collection = newCollection({
      collectionId: randomUUID(),
      title: 'Pilihan',
      fill: { by: 'hand-then-rule', rule: { kind: 'latest' } },
      slots: [
        newSlot({
          slotId: randomUUID(),
          placedAt: '2026-11-26T08:00:00+07:00',
          content: { kind: 'block', text: 'Selamat pagi.\n\nIni pilihan kami.' },
        }),
      ],
    });
    await desk.client.fronts.edit({
      frontId,
      mutationId: randomUUID(),
      edit: { kind: 'putCollection', collection },
    });
    await desk.client.fronts.launch({ frontId, collectionIds: null, requestId: randomUUID() });
    const file = `surat/surat-pagi-${frontId.slice(0, 8)}`;
    await vi.waitFor(
      () => expect(sitePage(desk, `${file}.html`)).toContain('Berita &lt;pagi&gt; &amp; siang'),
      soon,
    );
    const mail = sitePage(desk, `${file}.html`);
    expect(mail).not.toMatch(/<script|<link|class=/);
    const [, address = ''] = /<a href="([^"]+)"[^>]*>Berita/.exec(mail) ?? [];
    expect(sitePage(desk, `surat/${address}`)).toContain('Berita &lt;pagi&gt;');
    expect(sitePage(desk, `${file}.txt`)).toContain(
      'PILIHAN\n\nSelamat pagi.\nIni pilihan kami.\n\nBerita <pagi> & siang\n',
    );
    expect(JSON.parse(sitePage(desk, `${file}.json`))).toMatchObject({
      kind: 'newsletter',
      collections: [{ items: [{ kind: 'block' }, { kind: 'article' }] }],
    });
    const shown = await desk.core.serve(`/preview/front/${frontId}/live`);
    expect(shown?.headers['content-security-policy']).toContain("style-src 'self' 'unsafe-inline'");
    await desk.client.fronts.remove({ frontId });
    await vi.waitFor(() => expect(sitePage(desk, `${file}.html`)).toBe(''), soon);
  });
});
