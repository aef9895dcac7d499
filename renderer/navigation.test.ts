import { describe, expect, it } from 'vitest';
import { parseRoute, routeHref, routeOfLink, type Route } from './navigation.ts';

describe('routes', () => {
  const routes: [string, Route][] = [
    ['#/kawat', { screen: 'wire', storyId: null }],
    ['#/kawat/412', { screen: 'wire', storyId: 412 }],
    ['#/naskah', { screen: 'articles', articleId: null }],
    ['#/naskah/6c1b3d0e', { screen: 'articles', articleId: '6c1b3d0e' }],
    ['#/depan', { screen: 'fronts' }],
    ['#/terbitan', { screen: 'outbox' }],
    ['#/keadaan', { screen: 'status' }],
    ['#/ticker', { screen: 'ticker', searchId: null }],
    ['#/ticker/abc', { screen: 'ticker', searchId: 'abc' }],
    ['#/terbitan/jadwal', { screen: 'outbox', page: 'schedule' }],
    ['#/catatan/6c1b', { screen: 'record', articleId: '6c1b' }],
    ['#/catatan/6c1b/9f', { screen: 'record', articleId: '6c1b', recordId: '9f' }],
    ['#/atur', { screen: 'settings', page: '' }],
    ['#/atur/sasaran', { screen: 'settings', page: 'sasaran' }],
  ];

  it.each(routes)('%s is read and written alike', (href, route) => {
    expect(parseRoute(href)).toEqual(route);
    expect(routeHref(route)).toBe(href);
  });

  it.each(['', '#', '#/', '#/nowhere', '#ticket=abc', '#/kawat/-1', '#/kawat/0', '#/kawat/1e3'])(
    '%j leads to the wire',
    (href) => {
      expect(parseRoute(href)).toEqual({ screen: 'wire', storyId: null });
    },
  );

  it.each<[string, Route | null]>([
    ['redaksi://kawat/412', { screen: 'wire', storyId: 412 }],
    ['redaksi://naskah/6C1b3d0e', { screen: 'articles', articleId: '6C1b3d0e' }],
    ['redaksi://depan/', { screen: 'fronts' }],
    ['redaksi://atur/target', { screen: 'settings', page: 'target' }],
    ['redaksi://hapus/semua', { screen: 'wire', storyId: null }],
    ['https://kawat/412', null],
    ['javascript:alert(1)', null],
    ['redaksi', null],
  ])('the link %s leads there and does nothing else', (link, route) => {
    expect(routeOfLink(link)).toEqual(route);
  });

  it('survives a broken escape', () => {
    expect(parseRoute('#/naskah/%E0%A4%A')).toEqual({ screen: 'articles', articleId: '%E0%A4%A' });
  });
});
