import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { CommentStatus } from '../../../shared/contract/comments.ts';
import { openDeskDatabase, openWireDatabase, type Database } from '../database/open.ts';
import { createEventBus } from '../events.ts';
import { createJobQueue, type JobQueue } from '../jobs/queue.ts';
import type { CommentSite, RemoteComment, SiteAnswer } from '../remote-comments.ts';
import { openTestHouse } from '../testing.ts';
import { createCommentsService, type CommentsService } from './service.ts';

const targetId = randomUUID();
const offline: SiteAnswer<never> = {
  ok: false,
  error: { code: 'unreachable', detail: 'ECONNREFUSED' },
  retryable: true,
  retryAfterMs: null,
};

function eventually<Result>(condition: () => Result): Promise<Awaited<Result>> {
  return vi.waitFor(condition, { timeout: 15_000, interval: 10 }) as Promise<Awaited<Result>>;
}

/** A site in memory that keeps comments as WordPress does; `fail` has the next answers refused. */
function memorySite() {
  const comments = new Map<string, RemoteComment>();
  const replies: string[] = [];
  const refusals: SiteAnswer<never>[] = [];
  let beforeFetchAnswer: () => Promise<void> = async () => {};

  function add(remoteId: string, text: string, status: CommentStatus = 'hold', parent: string | null = null) {
    comments.set(remoteId, {
      remoteId,
      postRemoteId: '7',
      postTitle: 'Harga cabai turun',
      postUrl: 'https://situs.test/cabai',
      parentRemoteId: parent,
      authorName: `Pembaca ${remoteId}`,
      text,
      createdAt: Number(remoteId) * 1000,
      status,
    });
  }

  const site: CommentSite = {
    targetId,
    name: 'Situs uji',
    async fetch(known) {
      const refusal = refusals.shift();
      if (refusal) return refusal;
      const found = [...comments.values()].map((comment) => ({ ...comment }));
      await beforeFetchAnswer();
      return { ok: true, value: { comments: found, gone: known.filter((id) => !comments.has(id)) } };
    },
    async setStatus(remoteId, status) {
      const refusal = refusals.shift();
      if (refusal) return refusal;
      const comment = comments.get(remoteId);
      if (!comment) {
        const error = { code: 'comment-missing' as const, detail: '' };
        return { ok: false, error, retryable: false, retryAfterMs: null };
      }
      comments.set(remoteId, { ...comment, status });
      return { ok: true, value: undefined };
    },
    async reply(_to, text) {
      const refusal = refusals.shift();
      if (refusal) return refusal;
      replies.push(text);
      return { ok: true, value: undefined };
    },
    articleOf: () => null,
  };
  return {
    site,
    add,
    replies,
    statusOf: (remoteId: string) => comments.get(remoteId)?.status,
    erase: (remoteId: string) => void comments.delete(remoteId),
    fail: (...answers: SiteAnswer<never>[]) => void refusals.push(...answers),
    holdFetch(wait: () => Promise<void>) {
      beforeFetchAnswer = wait;
    },
  };
}

let folder: string;
let database: Database;
let jobs: JobQueue;
let now: number;
let site: ReturnType<typeof memorySite>;
let people: ReturnType<typeof openTestHouse>;
let comments: CommentsService;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'redaksi-comments-'));
  openWireDatabase(folder).close();
  database = openDeskDatabase(folder);
  now = 1_000_000_000_000;
  site = memorySite();
  database
    .prepare(
      `INSERT INTO target (id, name, configuration, created_at) VALUES (?, 'Situs uji', '{"kind":"folder-site"}', 0)`,
    )
    .run(targetId);
  jobs = createJobQueue({
    database,
    clock: { now: () => now },
    log: { info() {}, warn() {}, error() {} },
  });
  people = openTestHouse(database, () => now);
  comments = createCommentsService({
    database,
    jobs,
    events: createEventBus(() => {}),
    clock: { now: () => now },
    sites: { all: () => [site.site], find: (id) => (id === targetId ? site.site : null) },
    workplace: people.workplace,
  });
  comments.start();
  jobs.start();
});

afterEach(async () => {
  await jobs.stop();
  database.close();
  rmSync(folder, { recursive: true, force: true });
});

function rows(view: 'hold' | 'approved' | 'spam' | 'trash' | 'complaints' = 'hold') {
  return comments.list(view, undefined, null, 100).rows;
}

async function fetched(count: number): Promise<void> {
  comments.refresh(undefined);
  await eventually(() => expect(rows()).toHaveLength(count));
}

function idOf(text: string): number {
  const all = (['hold', 'approved', 'spam', 'trash'] as const).flatMap((view) => rows(view));
  const found = all.find((row) => row.text === text);
  if (!found) throw new Error(`no comment "${text}"`);
  return found.commentId;
}

describe('the queue of comments', () => {
  test('shows held comments newest first, each with its story and what it answers', async () => {
    site.add('1', 'Pertama', 'approved');
    site.add('2', 'Tidak setuju', 'hold', '1');
    site.add('3', 'Terima kasih beritanya');
    await fetched(2);
    expect(rows().map(({ text }) => text)).toEqual(['Terima kasih beritanya', 'Tidak setuju']);
    expect(rows()[1]).toMatchObject({
      story: { title: 'Harga cabai turun', url: 'https://situs.test/cabai' },
      parent: { authorName: 'Pembaca 1', text: 'Pertama' },
      waiting: false,
    });
    expect(comments.counts()).toEqual({ hold: 2, complaints: 0, overdue: 0 });
  });

  test('pages go on where the last one ended, without gaps or repeats', async () => {
    for (let id = 1; id <= 25; id += 1) site.add(String(id), `Komentar ${id}`);
    await fetched(25);
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page = comments.list('hold', undefined, cursor, 10);
      seen.push(...page.rows.map(({ text }) => text));
      cursor = page.cursor;
    } while (cursor !== null);
    expect(seen).toEqual(Array.from({ length: 25 }, (_none, index) => `Komentar ${25 - index}`));
  });

  test('many are decided in one step, the site is told, and one step takes it back', async () => {
    site.add('1', 'Bagus');
    site.add('2', 'Beli obat murah');
    await fetched(2);
    const { undo } = comments.moderate([
      { commentId: idOf('Bagus'), to: 'approved' },
      { commentId: idOf('Beli obat murah'), to: 'spam' },
    ]);
    expect(rows()).toEqual([]);
    await eventually(() => expect([site.statusOf('1'), site.statusOf('2')]).toEqual(['approved', 'spam']));
    await eventually(() => expect(rows('spam')[0]?.waiting).toBe(false));

    comments.moderate(undo);
    expect(rows().map(({ text }) => text)).toEqual(['Beli obat murah', 'Bagus']);
    await eventually(() => expect([site.statusOf('1'), site.statusOf('2')]).toEqual(['hold', 'hold']));
  });

  test('a change of a comment that is not there changes nothing at all', async () => {
    site.add('1', 'Bagus');
    await fetched(1);
    const changes = [
      { commentId: idOf('Bagus'), to: 'spam' as const },
      { commentId: 999, to: 'spam' as const },
    ];
    expect(() => comments.moderate(changes)).toThrow(expect.objectContaining({ code: 'NOT_FOUND' }));
    expect(rows()).toHaveLength(1);
  });

  test('without a network a decision stays, says so, and goes out when it can', async () => {
    site.add('1', 'Bagus');
    await fetched(1);
    site.fail(offline);
    comments.moderate([{ commentId: idOf('Bagus'), to: 'approved' }]);
    await eventually(() =>
      expect(rows('approved')[0]).toMatchObject({ waiting: true, error: { code: 'unreachable' } }),
    );
    expect(site.statusOf('1')).toBe('hold');
    const decidedAt = new Date(now).toISOString();
    expect(comments.sites()[0]?.refused).toMatchObject({
      count: 1,
      since: decidedAt,
      error: { code: 'unreachable' },
    });
    await eventually(() =>
      expect(Date.parse(comments.sites()[0]?.refused?.nextTryAt ?? '')).toBeGreaterThan(now),
    );

    // The site is looked at meanwhile: it still says "hold", and our decision stands.
    comments.refresh(undefined);
    await eventually(() => expect(comments.sites()[0]?.error).toBeNull());
    expect(rows('approved')).toHaveLength(1);

    now += 3_600_000;
    jobs.wake();
    await eventually(() => expect(site.statusOf('1')).toBe('approved'));
    await eventually(() => expect(rows('approved')[0]).toMatchObject({ waiting: false, error: null }));
    expect(comments.sites()[0]?.refused).toBeNull();
  });

  test('a look at the site that began before our decision arrived there does not undo it', async () => {
    site.add('1', 'Bagus');
    await fetched(1);
    const { promise: released, resolve: release } = Promise.withResolvers<void>();
    const { promise: looking, resolve: begun } = Promise.withResolvers<void>();
    site.holdFetch(() => {
      begun();
      return released;
    });
    comments.refresh(undefined);
    await looking;
    now += 5;
    comments.moderate([{ commentId: idOf('Bagus'), to: 'approved' }]);
    await eventually(() => expect(rows('approved')[0]?.waiting).toBe(false));
    const before = comments.sites()[0]?.fetchedAt;
    now += 5;
    release();
    await eventually(() => expect(comments.sites()[0]?.fetchedAt).not.toBe(before));
    expect(rows('approved')).toHaveLength(1);
  });

  test('follows what was decided at the site itself, and what was erased there', async () => {
    site.add('1', 'Bagus');
    site.add('2', 'Hapus saja');
    await fetched(2);
    site.add('1', 'Bagus', 'approved');
    site.erase('2');
    comments.refresh(undefined);
    await eventually(() => expect(rows()).toEqual([]));
    expect(rows('approved').map(({ text }) => text)).toEqual(['Bagus']);
    expect(rows('trash').map(({ text }) => text)).toEqual(['Hapus saja']);
  });

  test('a site that cannot be read is named with its reason, and what was fetched stays', async () => {
    site.add('1', 'Bagus');
    await fetched(1);
    site.fail({ ...offline, error: { code: 'rights-missing', detail: 'HTTP 403' }, retryable: false });
    comments.refresh(undefined);
    await eventually(() =>
      expect(comments.sites()).toMatchObject([{ name: 'Situs uji', error: { code: 'rights-missing' } }]),
    );
    expect(rows()).toHaveLength(1);
  });
});

describe('replies', () => {
  test('a reply approves the comment, is sent once, and is shown with it', async () => {
    site.add('1', 'Kapan harganya turun?');
    await fetched(1);
    const commentId = idOf('Kapan harganya turun?');
    const reply = { commentId, replyId: randomUUID(), text: 'Pekan depan, menurut dinas.' };
    comments.reply(reply);
    comments.reply(reply);
    await eventually(() => expect(comments.get(commentId).replies[0]?.state).toBe('sent'));
    expect(site.replies).toEqual(['Pekan depan, menurut dinas.']);
    expect(comments.get(commentId)).toMatchObject({
      status: 'approved',
      replies: [{ text: reply.text, error: null }],
    });
  });

  test('a reply that is refused for good says why; one that met a dead line is tried again', async () => {
    site.add('1', 'Halo');
    await fetched(1);
    comments.moderate([{ commentId: idOf('Halo'), to: 'approved' }]);
    await eventually(() => expect(site.statusOf('1')).toBe('approved'));
    const commentId = idOf('Halo');
    site.fail(offline);
    comments.reply({ commentId, replyId: randomUUID(), text: 'Selamat pagi' });
    await eventually(() => expect(comments.get(commentId).replies[0]?.error?.code).toBe('unreachable'));
    now += 3_600_000;
    jobs.wake();
    await eventually(() => expect(comments.get(commentId).replies[0]?.state).toBe('sent'));

    site.fail({ ...offline, error: { code: 'rejected', detail: 'komentar ditutup' }, retryable: false });
    comments.reply({ commentId, replyId: randomUUID(), text: 'Satu lagi' });
    await eventually(() =>
      expect(comments.get(commentId).replies[1]).toMatchObject({
        state: 'failed',
        error: { code: 'rejected', detail: 'komentar ditutup' },
      }),
    );
    await eventually(() =>
      expect(comments.sites()[0]?.refused).toMatchObject({
        count: 1,
        error: { code: 'rejected' },
        nextTryAt: null,
      }),
    );
  });
});

describe('who moderates', () => {
  test('the copy desk does, under its name; an editor is refused, and may note a complaint all the same', async () => {
    site.add('1', 'Bagus');
    site.add('2', 'Beli obat murah');
    await fetched(2);
    const dewi = people.add({ name: 'Dewi', code: 'DW01', role: 'copy-desk' });
    const made = people.add({ name: 'Made', code: '', role: 'editor' });
    people.sitDown(made.personId);
    const commentId = idOf('Bagus');
    const refusal = expect.objectContaining({
      code: 'NOT_PERMITTED',
      data: {
        action: 'moderate',
        whoMay: [
          { name: 'Sari', code: 'SU02' },
          { name: 'Dewi', code: 'DW01' },
        ],
      },
    });
    comments.markComplaint({ commentId, note: 'Telepon' });
    expect(() => comments.moderate([{ commentId, to: 'spam' }])).toThrow(refusal);
    expect(() => comments.reply({ commentId, replyId: randomUUID(), text: 'Halo' })).toThrow(refusal);
    expect(() => comments.settleComplaint({ commentId, answer: '' })).toThrow(refusal);
    expect(() => comments.reopenComplaint(commentId)).toThrow(refusal);
    expect(() => comments.unmarkComplaint(commentId)).toThrow(refusal);
    expect(comments.get(commentId)).toMatchObject({
      status: 'hold',
      decided: null,
      replies: [],
      complaint: { note: 'Telepon', doneAt: null },
    });

    people.sitDown(dewi.personId);
    comments.moderate([
      { commentId, to: 'approved' },
      { commentId: idOf('Beli obat murah'), to: 'spam' },
    ]);
    comments.settleComplaint({ commentId, answer: 'Pelapor dihubungi.' });
    const decided = { personId: dewi.personId, at: new Date(now).toISOString() };
    expect(comments.get(commentId)).toMatchObject({ status: 'approved', decided });
    const { lines } = people.trail(null, 6);
    expect(lines.map(({ personId, entry }) => [personId, entry.kind])).toEqual([
      [dewi.personId, 'complaint-settled'],
      [dewi.personId, 'comments-decided'],
      [dewi.personId, 'comments-decided'],
      [dewi.personId, 'sat-down'],
      [made.personId, 'complaint-marked'],
      [made.personId, 'sat-down'],
    ]);
  });

  test('what the site decides itself is nobody of ours any more', async () => {
    site.add('1', 'Bagus');
    await fetched(1);
    const commentId = idOf('Bagus');
    comments.moderate([{ commentId, to: 'approved' }]);
    await eventually(() => expect(comments.get(commentId).waiting).toBe(false));
    now += 10;
    site.add('1', 'Bagus', 'spam');
    comments.refresh(undefined);
    await eventually(() => expect(comments.get(commentId)).toMatchObject({ status: 'spam', decided: null }));
  });
});

describe('complaints', () => {
  test('are due 2 × 24 hours after they were received, the most pressing first, those dealt with last', async () => {
    site.add('1', 'Menghina', 'approved');
    site.add('2', 'Fitnah', 'approved');
    site.add('3', 'Biasa saja', 'approved');
    comments.refresh(undefined);
    await eventually(() => expect(rows('approved')).toHaveLength(3));
    const received = new Date(now - 47 * 3_600_000).toISOString();
    comments.markComplaint({ commentId: idOf('Menghina'), note: 'Surat pembaca' });
    comments.markComplaint({ commentId: idOf('Fitnah'), note: 'Telepon', receivedAt: received });
    expect(rows('complaints').map(({ text }) => text)).toEqual(['Fitnah', 'Menghina']);
    expect(rows('complaints')[0]?.complaint).toMatchObject({
      note: 'Telepon',
      dueAt: new Date(now + 3_600_000).toISOString(),
      doneAt: null,
    });
    expect(comments.counts()).toMatchObject({ complaints: 2, overdue: 0 });

    now += 2 * 3_600_000;
    expect(comments.counts()).toMatchObject({ complaints: 2, overdue: 1 });
    comments.settleComplaint({ commentId: idOf('Fitnah'), answer: 'Komentar dihapus, pelapor dihubungi.' });
    expect(rows('complaints').map(({ text }) => text)).toEqual(['Menghina', 'Fitnah']);
    expect(comments.counts()).toMatchObject({ complaints: 1, overdue: 0 });

    comments.reopenComplaint(idOf('Fitnah'));
    expect(rows('complaints')[0]?.complaint).toMatchObject({ doneAt: null, answer: '', note: 'Telepon' });
    comments.unmarkComplaint(idOf('Menghina'));
    expect(rows('complaints').map(({ text }) => text)).toEqual(['Fitnah']);
    expect(() => comments.settleComplaint({ commentId: idOf('Biasa saja'), answer: '' })).toThrow(
      expect.objectContaining({ code: 'INVALID' }),
    );
  });

  test('a time of receipt in the future counts from now', async () => {
    site.add('1', 'Menghina', 'approved');
    comments.refresh(undefined);
    await eventually(() => expect(rows('approved')).toHaveLength(1));
    const tomorrow = new Date(now + 86_400_000).toISOString();
    comments.markComplaint({ commentId: idOf('Menghina'), note: '', receivedAt: tomorrow });
    expect(rows('complaints')[0]?.complaint?.receivedAt).toBe(new Date(now).toISOString());
  });
});
