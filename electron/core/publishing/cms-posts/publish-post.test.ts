import { expect, test } from 'vitest';
import { PublishConflict, type RemotePost } from '../target.ts';
import { testArticle, testContext, testRequest } from '../testing-target.ts';
import { publishPost, type PostSite } from './publish-post.ts';

interface Post {
  words: string;
  marker: string;
  status: 'draft' | 'published';
}

/** A site of one post. `afterWriting`: what happens to the post between our write and our reading it back. */
function siteWith(words: string, marker: string, afterWriting: (post: Post) => void = () => {}) {
  const held: { post: Post | null } = { post: null };
  const standing = (): Post => {
    if (held.post === null) throw new Error('there is no post');
    return { ...held.post };
  };
  const stamp = (post: Post): string => post.words;
  const site: PostSite<Post, string, string> = {
    clockAheadMs: () => 0,
    read: async () => standing(),
    find: async (markers) => (held.post !== null && markers.includes(held.post.marker) ? standing() : null),
    carries: (post, one) => post.marker === one,
    facts: (post) => ({
      remote: { remoteId: '1', url: 'https://situs.example/1', modifiedStamp: stamp(post) },
      address: 'https://situs.example/1',
      visibility: post.status === 'published' ? 'public' : 'hidden',
      status: post.status,
      state: post.status === 'published' ? 'published' : 'neither',
      publicAt: null,
    }),
    prepare: async () => ({ payload: words, differences: [] }),
    makeDraft: async () => {
      held.post = { words: '', marker: '', status: 'draft' };
      return standing();
    },
    complete: async (_post, payload) => ({ meant: payload, differences: [] }),
    isUnchanged: (post, known) => known === stamp(post),
    differences: async (post, meant) =>
      post.words === meant ? [] : [{ field: 'content', meant, found: post.words }],
    write: async (_post, meant) => {
      held.post = { words: meant, marker, status: 'published' };
      const written = standing();
      afterWriting(held.post);
      return { written };
    },
    remember: () => {},
  };
  return { site, held };
}

const article = testArticle({}, false);
const update = (existing: RemotePost) => testRequest(article, { existing, marker: 'redaksi-2' });

test('an edit made between writing a post and reading it back is told, and not overwritten by the next update', async () => {
  const { site, held } = siteWith('Isi kita.', 'redaksi-1', (post) => {
    post.words = 'Isi mereka.';
  });
  const { post, differences } = await publishPost(site, testRequest(article), testContext());
  expect(differences).toEqual([{ field: 'content', meant: 'Isi kita.', found: 'Isi mereka.' }]);

  const next = siteWith('Isi kita, diperbarui.', 'redaksi-2');
  next.held.post = held.post;
  await expect(publishPost(next.site, update(post), testContext())).rejects.toThrow(PublishConflict);
  expect(next.held.post).toMatchObject({ words: 'Isi mereka.' });
});

test('a post that stands as it was written is updated', async () => {
  const { site, held } = siteWith('Isi kita.', 'redaksi-1');
  const { post } = await publishPost(site, testRequest(article), testContext());
  const next = siteWith('Isi kita, diperbarui.', 'redaksi-2');
  next.held.post = held.post;
  await publishPost(next.site, update(post), testContext());
  expect(next.held.post).toMatchObject({ words: 'Isi kita, diperbarui.' });
});

test('an edit made before a lost answer was asked for again is told, and not overwritten by the next update', async () => {
  for (const first of [null, { remoteId: '1', url: null, modifiedStamp: 'Isi lama.' }]) {
    const { site, held } = siteWith('Isi kita.', 'redaksi-1');
    held.post = { words: 'Isi mereka.', marker: 'redaksi-1', status: 'published' };
    const again = testRequest(article, { existing: first, mayHaveArrived: true });
    const { post, differences } = await publishPost(site, again, testContext());
    expect(differences).toEqual([{ field: 'content', meant: 'Isi kita.', found: 'Isi mereka.' }]);

    const next = siteWith('Isi kita, diperbarui.', 'redaksi-2');
    next.held.post = held.post;
    await expect(publishPost(next.site, update(post), testContext())).rejects.toThrow(PublishConflict);
    expect(next.held.post).toMatchObject({ words: 'Isi mereka.' });
  }
});

test('a post whose answer was lost and that stands as it was meant is updated without asking', async () => {
  const { site, held } = siteWith('Isi kita.', 'redaksi-1');
  held.post = { words: 'Isi kita.', marker: 'redaksi-1', status: 'published' };
  const again = testRequest(article, { mayHaveArrived: true });
  const { post } = await publishPost(site, again, testContext());
  const next = siteWith('Isi kita, diperbarui.', 'redaksi-2');
  next.held.post = held.post;
  await publishPost(next.site, update(post), testContext());
  expect(next.held.post).toMatchObject({ words: 'Isi kita, diperbarui.' });
});
