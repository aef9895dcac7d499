import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { buildDocument, paragraph, text } from '../../../../shared/document/build.ts';
import { documentText } from '../../../../shared/document/walk.ts';
import { createDraftDesk, type Draft } from './draft-desk.ts';
import { copyOf, Newsroom, Page } from './test-newsroom.ts';

async function openArticle(newsroom: Newsroom, articleId: string) {
  const page = new Page();
  const desk = createDraftDesk(newsroom.core);
  desk.attach(page);
  desk.show(articleId);
  await vi.advanceTimersByTimeAsync(0);
  return { page, desk, draft: openDraft(desk) };
}

function openDraft(desk: ReturnType<typeof createDraftDesk>): Draft {
  const state = desk.state.get();
  if (state.kind !== 'open') throw new Error(`nothing is open: ${state.kind}`);
  return state.draft;
}

beforeEach(() => {
  vi.useFakeTimers();
  // Every frame is painted at once.
  vi.stubGlobal('requestAnimationFrame', (draw: () => void) => queueMicrotask(draw));
  vi.stubGlobal('requestIdleCallback', (task: () => void) => queueMicrotask(task));
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it('stores the last words of an article that was left for another one', async () => {
  const newsroom = new Newsroom('satu', 'dua');
  const { page, desk } = await openArticle(newsroom, 'satu');
  page.type('satu baru');
  desk.show('dua');
  await vi.advanceTimersByTimeAsync(10);
  expect(page.words).toBe('dua lama');
  expect(newsroom.words('satu')).toBe('satu baru');
  expect(newsroom.words('dua')).toBe('dua lama');
  expect(desk.hasUnsaved()).toBe(false);
});

it('stores a picture that arrives after its article was left, and counts as unsaved until then', async () => {
  const newsroom = new Newsroom('satu', 'dua');
  const { page, desk } = await openArticle(newsroom, 'satu');
  page.type('satu baru');
  page.expected = 'satu';
  expect(desk.hasUnsaved()).toBe(true);
  desk.show('dua');
  await vi.advanceTimersByTimeAsync(5_000);
  expect(newsroom.words('satu')).toBe('satu baru');
  expect(desk.hasUnsaved()).toBe(true);
  page.arrive(copyOf('satu baru dengan foto'));
  await vi.advanceTimersByTimeAsync(5_000);
  expect(newsroom.words('satu')).toBe('satu baru dengan foto');
  expect(newsroom.words('dua')).toBe('dua lama');
  expect(desk.hasUnsaved()).toBe(false);
});

it('lets an article go for which no picture will come, and overwrites nothing that was written elsewhere meanwhile', async () => {
  const newsroom = new Newsroom('satu', 'dua');
  const { page, desk } = await openArticle(newsroom, 'satu');
  page.expected = 'satu';
  desk.show('dua');
  await vi.advanceTimersByTimeAsync(0);
  page.arrive(null);
  expect(desk.hasUnsaved()).toBe(false);

  desk.show('satu');
  await vi.advanceTimersByTimeAsync(0);
  page.expected = 'satu';
  desk.show('dua');
  await vi.advanceTimersByTimeAsync(0);
  newsroom.write('satu', { document: copyOf('satu dari meja lain') });
  await vi.advanceTimersByTimeAsync(1_000);
  page.arrive(copyOf('satu lama dengan foto'));
  await vi.advanceTimersByTimeAsync(60_000);
  expect(newsroom.words('satu')).toBe('satu dari meja lain');
  expect(desk.hasUnsaved()).toBe(false);
});

it('shows unsaved words again when their article is opened before they could be stored', async () => {
  const newsroom = new Newsroom('satu', 'dua');
  const { page, desk } = await openArticle(newsroom, 'satu');
  newsroom.reachable = false;
  page.type('satu baru');
  desk.show('dua');
  await vi.advanceTimersByTimeAsync(0);
  desk.show('satu');
  await vi.advanceTimersByTimeAsync(0);
  expect(page.words).toBe('satu baru');
  expect(desk.hasUnsaved()).toBe(true);
  newsroom.comeBack();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(newsroom.words('satu')).toBe('satu baru');
  expect(desk.hasUnsaved()).toBe(false);
});

it('sends what changed since the last save, and everything where it is not sure what stands there', async () => {
  const newsroom = new Newsroom('satu');
  const { page, desk, draft } = await openArticle(newsroom, 'satu');
  const addAndWait = async (words: string): Promise<void> => {
    page.add(words);
    await vi.advanceTimersByTimeAsync(2_000);
  };
  await addAndWait('dua');
  await addAndWait('tiga');
  newsroom.reachable = false;
  await addAndWait('empat');
  newsroom.comeBack();
  await vi.advanceTimersByTimeAsync(60_000);
  await addAndWait('lima');
  expect(newsroom.spelledOut).toEqual([2, 1, 4, 1]);

  newsroom.write('satu', { document: copyOf('lain') });
  page.add('enam');
  await draft.autosave.flush();
  await draft.autosave.takeOver(newsroom.get('satu').base);
  await addAndWait('tujuh');
  expect(newsroom.spelledOut.slice(4)).toEqual([6, 1]);
  expect(newsroom.words('satu')).toBe(page.words);
  expect(page.words).toContain('satu lama');
  expect(desk.hasUnsaved()).toBe(false);
});

it('is no conflict when only the state changed while somebody was typing', async () => {
  const newsroom = new Newsroom('satu');
  const { page, draft } = await openArticle(newsroom, 'satu');
  page.type('satu baru');
  newsroom.write('satu', { state: 'published' });
  await vi.advanceTimersByTimeAsync(2_000);
  expect(draft.conflict.get()).toBeNull();
  expect(draft.meta.get().state).toBe('published');
  expect(newsroom.words('satu')).toBe('satu baru');
  expect(draft.autosave.state()).toMatchObject({ kind: 'saved' });
});

it('shows what another window saved, where nothing here is unsaved', async () => {
  const newsroom = new Newsroom('satu');
  const { page, draft } = await openArticle(newsroom, 'satu');
  newsroom.write('satu', { document: copyOf('dari jendela lain') });
  await vi.advanceTimersByTimeAsync(0);
  expect(page.words).toBe('dari jendela lain');
  page.type('dari jendela lain, lalu dari sini');
  await vi.advanceTimersByTimeAsync(2_000);
  expect(newsroom.words('satu')).toBe('dari jendela lain, lalu dari sini');
  expect(draft.conflict.get()).toBeNull();
});

it('overwrites neither side of a real conflict until somebody chooses', async () => {
  const newsroom = new Newsroom('satu');
  const { page, desk, draft } = await openArticle(newsroom, 'satu');
  page.type('dari sini');
  newsroom.write('satu', { document: copyOf('dari jendela lain') });
  await vi.advanceTimersByTimeAsync(10_000);
  const theirs = draft.conflict.get();
  expect(theirs && documentText(theirs.document)).toBe('dari jendela lain');
  expect(newsroom.words('satu')).toBe('dari jendela lain');
  expect(page.words).toBe('dari sini');
  expect(desk.hasUnsaved()).toBe(true);

  if (theirs !== null) desk.takeTheirs(draft, theirs);
  expect(page.words).toBe('dari jendela lain');
  expect(draft.conflict.get()).toBeNull();
  expect(desk.hasUnsaved()).toBe(false);
});

it('says why an article cannot be opened, and opens it when the core is back', async () => {
  const newsroom = new Newsroom('satu');
  newsroom.reachable = false;
  const page = new Page();
  const desk = createDraftDesk(newsroom.core);
  desk.attach(page);
  desk.show('satu');
  await vi.advanceTimersByTimeAsync(0);
  expect(desk.state.get()).toMatchObject({ kind: 'failed', articleId: 'satu' });
  newsroom.comeBack();
  await vi.advanceTimersByTimeAsync(0);
  expect(openDraft(desk).articleId).toBe('satu');
  expect(page.words).toBe('satu lama');
});

it('opens an article that was pointed at without asking for it again', async () => {
  const newsroom = new Newsroom('satu', 'dua');
  const { page, desk } = await openArticle(newsroom, 'satu');
  desk.pointAt('dua');
  await vi.advanceTimersByTimeAsync(100);
  newsroom.reachable = false;
  desk.show('dua');
  expect(page.words).toBe('dua lama');
  expect(openDraft(desk).articleId).toBe('dua');
});

it('opens what an article is now, not what it was when it was pointed at', async () => {
  const newsroom = new Newsroom('satu', 'dua');
  const { page, desk } = await openArticle(newsroom, 'satu');
  desk.pointAt('dua');
  await vi.advanceTimersByTimeAsync(100);
  newsroom.write('dua', { document: copyOf('dua baru') });
  desk.show('dua');
  await vi.advanceTimersByTimeAsync(0);
  expect(page.words).toBe('dua baru');
});

/** The list is on screen, the pointer rests on one of its articles. */
async function pointFromList(desk: ReturnType<typeof createDraftDesk>, articleId: string): Promise<void> {
  desk.show(null);
  desk.pointAt(articleId);
  await vi.advanceTimersByTimeAsync(100);
}

it('has an article in the editor that is pointed at in the list, without having opened it', async () => {
  const newsroom = new Newsroom('satu', 'dua');
  const { page, desk } = await openArticle(newsroom, 'satu');
  page.type('satu baru');
  await vi.advanceTimersByTimeAsync(5_000);
  await pointFromList(desk, 'dua');
  expect(page.words).toBe('dua lama');
  expect(newsroom.words('satu')).toBe('satu baru');
  expect(newsroom.windows.held).toEqual(['satu']);
  expect([newsroom.get('dua').base, desk.hasUnsaved()]).toEqual([1, false]);

  newsroom.reachable = false;
  desk.show('dua');
  expect(openDraft(desk).articleId).toBe('dua');
  await vi.advanceTimersByTimeAsync(0);
  expect(newsroom.windows.held).toEqual(['satu', 'dua']);
});

it('leaves an article in the editor that a picture is on its way into, whatever is pointed at', async () => {
  const newsroom = new Newsroom('satu', 'dua');
  const { page, desk } = await openArticle(newsroom, 'satu');
  page.expected = 'satu';
  await pointFromList(desk, 'dua');
  expect(page.words).toBe('satu lama');
  newsroom.reachable = false;
  desk.show('dua');
  expect(page.words).toBe('dua lama');
});

it('has an article in the editor that was pointed at before, while another one was on screen', async () => {
  const newsroom = new Newsroom('satu', 'dua');
  const { page, desk } = await openArticle(newsroom, 'satu');
  desk.pointAt('dua');
  await vi.advanceTimersByTimeAsync(100);
  expect(page.words).toBe('satu lama');
  await pointFromList(desk, 'dua');
  expect(page.words).toBe('dua lama');
});

it('keeps what was fetched of an article that was pointed at before the editor stood', async () => {
  const newsroom = new Newsroom('satu');
  const page = new Page();
  const desk = createDraftDesk(newsroom.core);
  await pointFromList(desk, 'satu');
  newsroom.reachable = false;
  desk.attach(page);
  desk.show('satu');
  expect(page.words).toBe('satu lama');
});

it('follows what is written elsewhere in an article that waits behind the list', async () => {
  const newsroom = new Newsroom('satu', 'dua', 'tiga');
  const { page, desk } = await openArticle(newsroom, 'satu');
  await pointFromList(desk, 'dua');
  newsroom.write('dua', { document: copyOf('dua baru') });
  await vi.advanceTimersByTimeAsync(0);
  desk.show('dua');
  expect(page.words).toBe('dua baru');
  await pointFromList(desk, 'tiga');
  await pointFromList(desk, 'dua');
  expect(page.words).toBe('dua baru');
});

it('puts no article behind the list that is so long that it would be felt', async () => {
  const newsroom = new Newsroom('satu', 'dua');
  const long = buildDocument(Array.from({ length: 1_000 }, () => paragraph([text('kata')])));
  newsroom.write('dua', { document: long });
  const { page, desk } = await openArticle(newsroom, 'satu');
  await pointFromList(desk, 'dua');
  expect(page.words).toBe('satu lama');
  newsroom.reachable = false;
  desk.show('dua');
  expect(page.shown).toEqual(long);
});

it('asks again for an article that could not be fetched when it was pointed at', async () => {
  const newsroom = new Newsroom('satu', 'dua');
  const { page, desk } = await openArticle(newsroom, 'satu');
  newsroom.reachable = false;
  desk.pointAt('dua');
  await vi.advanceTimersByTimeAsync(100);
  newsroom.reachable = true;
  desk.show('dua');
  await vi.advanceTimersByTimeAsync(0);
  expect(page.words).toBe('dua lama');
});

it('another window takes over: the last words are stored first, then the article is read and follows along', async () => {
  const newsroom = new Newsroom('satu');
  const { page, desk } = await openArticle(newsroom, 'satu');
  page.type('belum tersimpan');
  await newsroom.windows.say('asked');
  expect(page.editable).toBe(false);
  expect(newsroom.words('satu')).toBe('belum tersimpan');
  expect(newsroom.windows.handedOver).toEqual(['satu']);
  await newsroom.windows.say('reader');
  newsroom.write('satu', { document: copyOf('dari jendela lain') });
  await vi.advanceTimersByTimeAsync(0);
  expect(page.words).toBe('dari jendela lain');
  openDraft(desk).setField('headline', 'tidak boleh');
  expect(openDraft(desk).fields.get().headline).toBe('satu');
});

it('who takes over writes once the latest copy is on screen', async () => {
  const newsroom = new Newsroom('satu');
  const { page, desk } = await openArticle(newsroom, 'satu');
  await newsroom.windows.say('reader');
  newsroom.reachable = false;
  newsroom.write('satu', { document: copyOf('kata terakhir jendela lain') });
  await vi.advanceTimersByTimeAsync(0);
  newsroom.reachable = true;
  await newsroom.windows.say('writer');
  await vi.advanceTimersByTimeAsync(0);
  expect([page.words, page.editable]).toEqual(['kata terakhir jendela lain', true]);
  page.type('kita lanjutkan');
  await desk.flushAll();
  expect(newsroom.words('satu')).toBe('kita lanjutkan');
});
