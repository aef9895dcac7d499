/** A real Ghost whose posts somebody else edits, and whose answers get lost on the way. */
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { PublishConflict } from '../../electron/core/publishing/target.ts';
import { failure } from '../../electron/core/publishing/testing-target.ts';
import { asking, editThere, openGhost, place, postAt, postsWith, site, target } from './ghost-at-site.ts';
import { startLosingProxy } from './losing-proxy.ts';
import { article, context, pictureId } from './story.ts';

openGhost();

describe('somebody else at the site', () => {
  test('an edit there is a conflict that shows it, and nothing is overwritten; then a person decides', async () => {
    const { configuration, given } = place();
    const first = await target.publish(configuration, asking('redaksi-c1', 'Diubah di sana'), given);
    await editThere(first.post.remoteId, { title: 'Judul dari Ghost', tags: [] });
    const update = asking('redaksi-c2', 'Diubah di sana', { existing: first.post });
    const conflict = await failure(target.publish(configuration, update, given));
    if (!(conflict instanceof PublishConflict)) throw conflict;
    expect(conflict.code).toBe('changed-at-target');
    expect(conflict.differences.map(({ field }) => field)).toEqual(['headline', 'tags']);
    expect((await postAt(first.post.remoteId)).title).toBe('Judul dari Ghost');

    const standing = await target.read?.(configuration, first.post.remoteId, given);
    expect(standing?.content.headline).toBe('Judul dari Ghost');
    const decided = await target.publish(configuration, { ...update, existing: conflict.found }, given);
    expect(decided.differences).toEqual([]);
    expect((await postAt(first.post.remoteId)).title).toBe('Diubah di sana');
  });

  test('two edits within one second are told apart by what stands there', async () => {
    const { configuration, given } = place();
    const first = await target.publish(configuration, asking('redaksi-s1', 'Satu detik'), given);
    const { updated_at } = await postAt(first.post.remoteId);
    // Ghost keeps the second it is given: the stamp does not move.
    await site.api('PUT', `posts/${first.post.remoteId}/`, {
      posts: [{ title: 'Sedetik kemudian', updated_at }],
    });
    const conflict = await failure(
      target.publish(configuration, asking('redaksi-s2', 'Satu detik', { existing: first.post }), given),
    );
    expect(conflict).toMatchObject({ code: 'changed-at-target' });
  });

  test('a post that was deleted there is told, and never made anew by itself', async () => {
    const { configuration, given } = place();
    const { post } = await target.publish(configuration, asking('redaksi-d1', 'Dihapus'), given);
    await site.api('DELETE', `posts/${post.remoteId}/`);
    const error = await failure(
      target.publish(configuration, asking('redaksi-d2', 'Dihapus', { existing: post }), given),
    );
    expect(error).toMatchObject({ code: 'post-missing', retryable: false });
    expect(await target.unpublish(configuration, post, given)).toBeUndefined();
  });
});

describe('lost answers', () => {
  test.each([
    ['the draft', 'POST', /\/posts\//],
    ['going public', 'PUT', /\/posts\//],
    ['a picture', 'POST', /\/images\/upload/],
    ['a tag', 'POST', /\/tags\//],
  ] as const)('of %s: the second attempt goes on from what is there', async (what, method, path) => {
    const proxy = await startLosingProxy(site.url);
    try {
      const { configuration, given } = place(proxy.url);
      const headline = `Hilang saat ${what}`;
      const asked = asking(`redaksi-lost-${what}`, headline);
      const withTag = {
        ...asked,
        article: article({ ...asked.article, fields: { ...asked.article.fields, tags: [`tagar ${what}`] } }),
      };
      proxy.loseNext(method, path);
      const first = await target.publish(configuration, withTag, given).catch((error: unknown) => error);
      // A picture that is there already, or a tag, is not sent: then nothing was lost and it went out at once.
      if (proxy.lost() > 0) expect(first).toMatchObject({ code: 'unreachable', retryable: true });
      const second = await target.publish(configuration, { ...withTag, mayHaveArrived: true }, given);
      expect(second).toMatchObject({ visibility: 'public', differences: [] });
      expect(await postsWith(headline)).toHaveLength(1);
      const answer = z
        .object({ tags: z.array(z.looseObject({ name: z.string() })) })
        .parse(await site.api('GET', 'tags/?limit=100'));
      expect(answer.tags.filter(({ name }) => name === `tagar ${what}`)).toHaveLength(1);
      const ours = site.pictures().filter((name) => name.includes(pictureId.slice(0, 12)));
      expect(ours).toHaveLength(1);
    } finally {
      await proxy.close();
    }
  });

  test('of going public, and somebody edits the post before it is asked for again: the next update asks', async () => {
    const proxy = await startLosingProxy(site.url);
    try {
      const { configuration, given } = place(proxy.url);
      const asked = asking('redaksi-lost-edited', 'Hilang, lalu diubah');
      proxy.loseNext('PUT', /\/posts\//);
      expect(await failure(target.publish(configuration, asked, given))).toMatchObject({
        code: 'unreachable',
      });
      const [there] = await postsWith('Hilang, lalu diubah');
      await editThere(String(there?.id), { title: 'Judul dari Ghost' });
      const again = await target.publish(configuration, { ...asked, mayHaveArrived: true }, given);
      expect(again.differences.map(({ field }) => field)).toEqual(['headline']);
      const update = asking('redaksi-lost-edited-2', 'Hilang, lalu diubah', { existing: again.post });
      expect(await failure(target.publish(configuration, update, given))).toBeInstanceOf(PublishConflict);
      expect((await postAt(again.post.remoteId)).title).toBe('Judul dari Ghost');
    } finally {
      await proxy.close();
    }
  });

  test('after the desk went back an article that stands there is found by its own marker, not posted again', async () => {
    const { configuration } = place();
    const headline = 'Tercecer';
    const articleId = '0b1e5a52-6f3d-4c8e-9a51-6f2f6f0c9d11';
    const wanted = (marker: string, said: string, changes = {}) => {
      const asked = asking(marker, said, changes);
      return { ...asked, article: { ...asked.article, articleId, slug: 'tercecer' } };
    };
    await target.publish(configuration, wanted('redaksi-w1', headline), context(site.key));
    const lost = { recordsLostSince: Date.now() - 60_000 };
    const same = await target.publish(configuration, wanted('redaksi-w2', headline, lost), context(site.key));
    expect(same.differences).toEqual([]);
    const other = wanted('redaksi-w3', 'Tercecer lain', lost);
    const conflict = await failure(target.publish(configuration, other, context(site.key)));
    expect(conflict).toMatchObject({
      code: 'already-there',
      differences: [{ field: 'headline', meant: 'Tercecer lain', found: headline }],
    });
    expect(await postsWith(headline)).toHaveLength(1);
  });
});
