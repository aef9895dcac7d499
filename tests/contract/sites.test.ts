/** The contract over every transport, where a site answers: its posts, and its readers' comments. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { commentSchema, type Comment } from '../../shared/contract/comments.ts';
import { WordPressSite } from '../e2e/support/wordpress-site.ts';
import { transports, type OpenedTransport } from './transports.ts';

describe.each(transports)('a site over $name', ({ open }) => {
  let transport: OpenedTransport;
  let client: OpenedTransport['client'];
  let site: WordPressSite;
  let targetId: string;
  let comment: Comment;

  beforeAll(async () => {
    site = new WordPressSite();
    site.add('Sri Rahayu', 'Harga di pasar kami belum turun.');
    const siteUrl = await site.start();
    transport = await open();
    client = transport.client;
    const configuration = { kind: 'wordpress' as const, siteUrl, user: 'editor' };
    const secret = 'abcd efgh ijkl mnop';
    targetId = (await client.publishing.targets.add({ name: 'Situs Uji', configuration, secret })).id;
    comment = await vi.waitFor(
      async () => commentSchema.parse((await client.comments.list({})).rows[0]),
      15_000,
    );
  });
  afterAll(async () => {
    await transport.close();
    await site.stop();
  });

  function toldTo(status: string): Promise<void> {
    return vi.waitFor(() => expect(site.statusOf('Sri Rahayu')).toBe(status), 15_000);
  }

  test('comments: fetched, counted, one by its id; there is none of a strange id', async () => {
    expect(await client.comments.sites()).toMatchObject([{ targetId, name: 'Situs Uji', error: null }]);
    expect(await client.comments.counts()).toEqual({ hold: 1, complaints: 0, overdue: 0 });
    expect(comment).toMatchObject({ authorName: 'Sri Rahayu', status: 'hold', waiting: false });
    expect(await client.comments.get({ commentId: comment.commentId })).toEqual(comment);
    await expect(client.comments.get({ commentId: 987_654 })).rejects.toMatchObject({
      code: 'NOT_FOUND',
      defined: true,
      data: { kind: 'comment', id: '987654' },
    });
  });

  test('comments: a decision reaches the site and is undone by what it answered', async () => {
    const { commentId } = comment;
    const { undo } = await client.comments.moderate({ changes: [{ commentId, to: 'spam' }] });
    expect(undo).toEqual([{ commentId, to: 'hold' }]);
    await toldTo('spam');
    await client.comments.moderate({ changes: undo });
    await toldTo('hold');
    await expect(
      client.comments.moderate({ changes: [{ commentId: 987_654, to: 'spam' }] }),
    ).rejects.toMatchObject({ code: 'NOT_FOUND', defined: true });
  });

  test('comments: a reply approves what it answers; one asked for twice is one', async () => {
    const { commentId } = comment;
    const reply = { commentId, replyId: randomUUID(), text: 'Pekan depan.' };
    await client.comments.reply(reply);
    await client.comments.reply(reply);
    await toldTo('approved');
    await vi.waitFor(async () => {
      const { replies } = await client.comments.get({ commentId });
      expect(replies).toMatchObject([{ text: 'Pekan depan.', state: 'sent' }]);
    }, 15_000);
    expect(site.comments.filter(({ text }) => text === 'Pekan depan.')).toHaveLength(1);
    await expect(client.comments.reply({ ...reply, text: '   ' })).rejects.toMatchObject({ status: 400 });
  });

  test('comments: a complaint is marked, settled, reopened and unmarked', async () => {
    const { commentId } = comment;
    const complaint = async () => (await client.comments.get({ commentId })).complaint;
    await expect(client.comments.settleComplaint({ commentId })).rejects.toMatchObject({
      code: 'INVALID',
      defined: true,
      data: { reason: 'not-a-complaint' },
    });
    await client.comments.markComplaint({ commentId, note: 'Pedagang keberatan' });
    expect(await client.comments.counts()).toMatchObject({ complaints: 1 });
    await client.comments.settleComplaint({ commentId, answer: 'Disunting.' });
    expect(await complaint()).toMatchObject({ note: 'Pedagang keberatan', answer: 'Disunting.' });
    await client.comments.reopenComplaint({ commentId });
    expect(await complaint()).toMatchObject({ doneAt: null, answer: '' });
    await client.comments.unmarkComplaint({ commentId });
    expect(await complaint()).toBeNull();
  });

  test('posts: looked through, one taken in as an article, once; a site that is down says so', async () => {
    const { rows } = await client.publishing.posts.list({ targetId });
    expect(rows).toMatchObject([{ remoteId: '7', visibility: 'public', articleId: null }]);
    const { articleId } = await client.publishing.posts.take({ targetId, remoteId: '7' });
    expect(await client.articles.get({ articleId })).toMatchObject({
      state: 'published',
      fields: { headline: 'Harga cabai di pasar induk turun' },
    });
    expect(await client.publishing.posts.take({ targetId, remoteId: '7' })).toEqual({ articleId });
    expect((await client.publishing.posts.list({ targetId })).rows).toMatchObject([{ articleId }]);

    const folderSite = (await client.publishing.targets.list()).find(({ id }) => id !== targetId);
    await expect(client.publishing.posts.list({ targetId: folderSite?.id ?? '' })).rejects.toMatchObject({
      code: 'INVALID',
      defined: true,
      data: { reason: 'no-posts-there' },
    });
    site.down = true;
    await expect(client.publishing.posts.list({ targetId })).rejects.toMatchObject({
      code: 'TARGET_FAILED',
      defined: true,
    });
    site.down = false;
  });
});
