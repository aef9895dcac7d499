import { beforeAll, describe, expect, test } from 'vitest';
import type { RemoteComment } from '../../electron/core/remote-comments.ts';
import { PublishError } from '../../electron/core/publishing/target.ts';
import { page } from './rest.ts';
import { article, request } from './story.ts';
import { as, openWordPress, site, target } from './wordpress-at-site.ts';

let postId: string;
let postUrl: string;

openWordPress();

/** A reader's comment that waits for moderation, put in past the form's flood guard. */
function addComment(author: string, content: string): void {
  const fields = { comment_post_ID: Number(postId), comment_author: author, comment_content: content };
  site.php(
    `$c = json_decode(base64_decode('${Buffer.from(JSON.stringify(fields)).toString('base64')}'), true);
     $c['comment_approved'] = 0; $c['comment_author_email'] = 'pembaca@contoh.test'; wp_insert_comment($c);`,
  );
}

function moderation() {
  if (!target.comments) throw new Error('WordPress has comments');
  return target.comments;
}

async function fetched(): Promise<RemoteComment[]> {
  const { configuration, given } = as('editor');
  return (await moderation().fetch(configuration, [], given)).comments;
}

async function commentOf(author: string): Promise<RemoteComment> {
  const found = (await fetched()).find(({ authorName }) => authorName === author);
  if (!found) throw new Error(`no comment of ${author}`);
  return found;
}

beforeAll(async () => {
  const { configuration, given } = as('editor');
  const { post } = await target.publish(
    configuration,
    request('redaksi-komentar', { article: article({ slug: 'naskah-berkomentar' }) }),
    given,
  );
  postId = post.remoteId;
  postUrl = post.url ?? '';
});
describe('readers’ comments of a real WordPress', () => {
  test('what a reader sends by the form waits, as text, with its story', async () => {
    const answer = await fetch(`${site.url}/wp-comments-post.php`, {
      method: 'POST',
      redirect: 'manual',
      body: new URLSearchParams({
        comment_post_ID: postId,
        author: 'Sri <b>Rahayu</b>',
        email: 'sri@contoh.test',
        comment: 'Harga di pasar kami <a href="https://iklan.test">belum</a> turun &amp; cabai langka.',
      }),
    });
    expect(answer.status).toBe(302);
    const [comment] = (await fetched()).filter(({ status }) => status === 'hold');
    expect(comment).toMatchObject({
      authorName: 'Sri Rahayu',
      text: 'Harga di pasar kami belum turun & cabai langka.',
      postRemoteId: postId,
      postUrl,
      parentRemoteId: null,
      status: 'hold',
    });
    expect(Math.abs(Date.now() - (comment?.createdAt ?? 0))).toBeLessThan(5 * 60_000);
  });

  test('approved: readers see it; answered: the answer stands below it, once', async () => {
    addComment('Budi', 'Kapan harganya turun?');
    const { configuration, given } = as('editor');
    const comment = await commentOf('Budi');
    await moderation().setStatus(configuration, comment.remoteId, 'approved', given);
    await moderation().reply(configuration, comment, 'Pekan depan, kata dinas.', given);
    // The answer to the first call got lost, say: nothing is written twice.
    await moderation().reply(configuration, comment, 'Pekan depan, kata dinas.', given);

    const { html } = await page(postUrl);
    expect(html).toContain('Kapan harganya turun?');
    expect(html.split('Pekan depan, kata dinas.')).toHaveLength(2);
    const answered = (await fetched()).filter(({ parentRemoteId }) => parentRemoteId === comment.remoteId);
    expect(answered.map(({ text, status }) => [text, status])).toEqual([
      ['Pekan depan, kata dinas.', 'approved'],
    ]);
  });

  test('through every state and back, each harmless when repeated', async () => {
    addComment('Rahmat', 'Beli obat murah');
    const { configuration, given } = as('editor');
    const { remoteId } = await commentOf('Rahmat');
    for (const status of ['spam', 'trash', 'trash', 'hold', 'approved', 'approved', 'hold'] as const) {
      await moderation().setStatus(configuration, remoteId, status, given);
      expect((await commentOf('Rahmat')).status).toBe(status);
    }
  });

  test('a comment decided or erased at the site is told apart', async () => {
    addComment('Dewi', 'Sudah disetujui di situs');
    addComment('Joko', 'Sudah dihapus di situs');
    const [dewi, joko] = [await commentOf('Dewi'), await commentOf('Joko')];
    site.php(
      `wp_set_comment_status(${dewi.remoteId}, 'approve'); wp_delete_comment(${joko.remoteId}, true);`,
    );
    const { configuration, given } = as('editor');
    const { comments, gone } = await moderation().fetch(configuration, [dewi.remoteId, joko.remoteId], given);
    expect(comments.find(({ remoteId }) => remoteId === dewi.remoteId)?.status).toBe('approved');
    expect(gone).toEqual([joko.remoteId]);
    await expect(
      moderation().setStatus(configuration, joko.remoteId, 'approved', given),
    ).rejects.toMatchObject({
      code: 'comment-missing',
    });
  });

  test('somebody without the right to moderate is told so', async () => {
    const { configuration, given } = as('author');
    const failure = await moderation()
      .fetch(configuration, [], given)
      .catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(PublishError);
    expect((failure as PublishError).code).toBe('rights-missing');
  });
});
