import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { embedOfAddress } from './embeds.ts';

describe('what an address shows', () => {
  it.each([
    [
      'https://www.youtube.com/watch?v=dQw4w9WgXcQ&utm_source=x&feature=share',
      'youtube',
      'https://www.youtube.com/watch?v=dQw4w9WgXcQ',
    ],
    [
      'https://youtu.be/dQw4w9WgXcQ?si=abc&t=42',
      'youtube',
      'https://www.youtube.com/watch?v=dQw4w9WgXcQ&t=42',
    ],
    [
      'https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ?rel=0',
      'youtube',
      'https://www.youtube.com/watch?v=dQw4w9WgXcQ',
    ],
    ['https://m.youtube.com/shorts/dQw4w9WgXcQ', 'youtube', 'https://www.youtube.com/watch?v=dQw4w9WgXcQ'],
    [
      'https://www.youtube.com/embed/videoseries?list=PL1234567',
      'youtube',
      'https://www.youtube.com/playlist?list=PL1234567',
    ],
    [
      'https://twitter.com/jokowi/status/989771234567890?ref_src=twsrc',
      'x',
      'https://x.com/jokowi/status/989771234567890',
    ],
    ['https://platform.twitter.com/embed/Tweet.html?id=989771', 'x', 'https://x.com/i/status/989771'],
    [
      'https://www.instagram.com/seruji/reel/Bh4mK2_nQ1z/?igsh=1',
      'instagram',
      'https://www.instagram.com/reel/Bh4mK2_nQ1z/',
    ],
    [
      'https://www.instagram.com/p/Bh4mK2/embed/captioned/',
      'instagram',
      'https://www.instagram.com/p/Bh4mK2/',
    ],
    [
      'https://www.tiktok.com/@seruji/video/7012345?lang=id',
      'tiktok',
      'https://www.tiktok.com/@seruji/video/7012345',
    ],
    ['https://vt.tiktok.com/ZSabc123/', 'tiktok', 'https://vt.tiktok.com/ZSabc123/'],
    [
      'https://m.facebook.com/story.php?story_fbid=12&id=34&refid=1',
      'facebook',
      'https://www.facebook.com/story.php?story_fbid=12&id=34',
    ],
    [
      'https://www.facebook.com/plugins/post.php?href=https%3A%2F%2Fwww.facebook.com%2Fseruji%2Fposts%2F12&width=500',
      'facebook',
      'https://www.facebook.com/seruji/posts/12',
    ],
    [
      'https://open.spotify.com/embed/episode/4rOoJ6Egrf8K2IrywzwOMk?theme=0',
      'spotify',
      'https://open.spotify.com/episode/4rOoJ6Egrf8K2IrywzwOMk',
    ],
    ['https://www.google.com/maps/embed?pb=!1m18', 'map', 'https://www.google.com/maps/embed?pb=!1m18'],
    ['http://goo.gl/maps/AbC123xyz?g_st=iw', 'map', 'https://goo.gl/maps/AbC123xyz'],
    ['https://maps.app.goo.gl/AbC123', 'map', 'https://maps.app.goo.gl/AbC123'],
  ])('%s', (address, provider, url) => {
    expect(embedOfAddress(address)).toEqual({ provider, url });
  });

  it.each([
    'https://www.youtube.com/',
    'https://www.youtube.com/@seruji',
    'https://youtube.com.jahat.id/watch?v=dQw4w9WgXcQ',
    'https://jahat.id/?https://www.youtube.com/watch?v=dQw4w9WgXcQ',
    'https://x.com/jokowi',
    'https://www.google.com/search?q=maps',
    'https://goo.gl/AbC123xyz',
    'https://goo.gl/maps/',
    'https://www.facebook.com/seruji',
    'https://www.facebook.com/plugins/post.php?href=https%3A%2F%2Fjahat.id%2Fposts%2F12',
    'javascript:alert(1)//youtube.com/watch?v=dQw4w9WgXcQ',
    'https://nama@www.youtube.com/watch?v=dQw4w9WgXcQ',
    'bukan alamat',
    '',
  ])('nothing of a known provider: %s', (address) => {
    expect(embedOfAddress(address)).toBeNull();
  });

  it('is the same for the address it is kept under, and never another host', () => {
    const host = fc.constantFrom(
      ...['www.youtube.com', 'youtu.be', 'x.com', 'www.instagram.com', 'www.tiktok.com', 'vm.tiktok.com'],
      ...['www.facebook.com', 'fb.watch', 'open.spotify.com', 'www.google.com', 'maps.app.goo.gl', 'goo.gl'],
    );
    const path = fc.constantFrom(
      'watch',
      'embed/abcdefghijk',
      'p/abc',
      '@a/video/123',
      'a/posts/1',
      'maps/x',
      'a/status/9',
      'track/4rOoJ6Egrf8K',
    );
    fc.assert(
      fc.property(host, path, fc.webQueryParameters(), (name, place, query) => {
        const found = embedOfAddress(`https://${name}/${place}?v=abcdefghijk&${query}`);
        if (found === null) return;
        expect(embedOfAddress(found.url)).toEqual(found);
        expect(found.url).toMatch(/^https:\/\/\S+$/);
      }),
      { numRuns: 500 },
    );
  });
});
