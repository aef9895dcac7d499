/**
 * Where in the workstation one is, kept in the address after `#`: `#/kawat`, `#/kawat/12`, `#/naskah/<id>`,
 * `#/terbitan`, `#/terbitan/jadwal`, `#/komentar`, `#/ticker`, `#/depan`, `#/depan/<id>`, `#/keadaan`,
 * `#/dampak`, `#/dampak/<entry>`, `#/catatan/<article>`, `#/catatan/<article>/<entry>`, `#/atur/<page>`. Back and
 * forward work, and an address can be opened again.
 */
import { useSyncExternalStore } from 'react';

export type Route =
  | { screen: 'wire'; storyId: number | null }
  | { screen: 'articles'; articleId: string | null }
  /** Without an id: Beranda, or the one that was open. */
  | { screen: 'fronts'; frontId?: string }
  /** `schedule`: what goes out when; otherwise the deliveries. */
  | { screen: 'outbox'; page?: 'schedule' }
  /** Without an id all saved searches side by side, else one alone. */
  | { screen: 'ticker'; searchId: string | null }
  | { screen: 'status' }
  /** What changes of sources mean for articles; without an id the first entry. */
  | { screen: 'impact'; impactId?: number }
  /** What is recorded of an article's publications; without an id the newest entry. */
  | { screen: 'record'; articleId: string; recordId?: string }
  | { screen: 'comments' }
  | { screen: 'settings'; page: string };

export type Screen = Route['screen'];

/** Reads the part of an address after `#`. What is not known leads to the wire. */
export function parseRoute(hash: string): Route {
  const [screen = '', detail = '', further = ''] = hash.replace(/^#?\/?/, '').split('/');
  switch (screen) {
    case 'naskah':
      return { screen: 'articles', articleId: detail === '' ? null : decode(detail) };
    case 'depan':
      return detail === '' ? { screen: 'fronts' } : { screen: 'fronts', frontId: decode(detail) };
    case 'ticker':
      return { screen: 'ticker', searchId: detail === '' ? null : decode(detail) };
    case 'dampak':
      return isRowId(detail) ? { screen: 'impact', impactId: Number(detail) } : { screen: 'impact' };
    case 'catatan':
      if (detail === '') return { screen: 'articles', articleId: null };
      return further === ''
        ? { screen: 'record', articleId: decode(detail) }
        : { screen: 'record', articleId: decode(detail), recordId: decode(further) };
    case 'keadaan':
      return { screen: 'status' };
    case 'terbitan':
      return detail === 'jadwal' ? { screen: 'outbox', page: 'schedule' } : { screen: 'outbox' };
    case 'komentar':
      return { screen: 'comments' };
    case 'atur':
      return { screen: 'settings', page: decode(detail) };
    default:
      return { screen: 'wire', storyId: isRowId(detail) ? Number(detail) : null };
  }
}

function isRowId(detail: string): boolean {
  return /^[1-9]\d{0,14}$/.test(detail);
}

/** The address of a route, `#` included: for links. */
export function routeHref(route: Route): string {
  switch (route.screen) {
    case 'wire':
      return route.storyId === null ? '#/kawat' : `#/kawat/${route.storyId}`;
    case 'articles':
      return route.articleId === null ? '#/naskah' : `#/naskah/${encodeURIComponent(route.articleId)}`;
    case 'fronts':
      return route.frontId === undefined ? '#/depan' : `#/depan/${encodeURIComponent(route.frontId)}`;
    case 'outbox':
      return route.page === 'schedule' ? '#/terbitan/jadwal' : '#/terbitan';
    case 'ticker':
      return route.searchId === null ? '#/ticker' : `#/ticker/${encodeURIComponent(route.searchId)}`;
    case 'impact':
      return route.impactId === undefined ? '#/dampak' : `#/dampak/${route.impactId}`;
    case 'record': {
      const { articleId, recordId } = route;
      return ['#/catatan', articleId, ...(recordId === undefined ? [] : [recordId])]
        .map((part, index) => (index === 0 ? part : encodeURIComponent(part)))
        .join('/');
    }
    case 'status':
      return '#/keadaan';
    case 'comments':
      return '#/komentar';
    case 'settings':
      return route.page === '' ? '#/atur' : `#/atur/${encodeURIComponent(route.page)}`;
  }
}

/** `redaksi://naskah/<id>` is the place `#/naskah/<id>`: links lead somewhere, they never do anything. */
export function routeOfLink(address: string): Route | null {
  const link = URL.parse(address);
  return link?.protocol === 'redaksi:' ? parseRoute(`#/${link.host}${link.pathname}`) : null;
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

const listeners = new Set<() => void>();
let current: { hash: string; route: Route } | null = null;

function readRoute(): Route {
  const { hash } = window.location;
  if (current === null || current.hash !== hash) current = { hash, route: parseRoute(hash) };
  return current.route;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener('hashchange', listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('hashchange', listener);
  };
}

/** The route now; the component renders again when it changes. */
export function useRoute(): Route {
  return useSyncExternalStore(subscribe, readRoute);
}

/** The screen alone: moving about within it renders nothing anew. */
export function useCurrentScreen(): Screen {
  return useSyncExternalStore(subscribe, () => readRoute().screen);
}

/** The search whose ticker has the window to itself, without rail and status bar; null in every other window. */
export function useTickerWindow(): string | null {
  return useSyncExternalStore(subscribe, () => {
    const route = readRoute();
    return route.screen === 'ticker' ? route.searchId : null;
  });
}

/** The route at this moment, for what is done in answer to somebody. */
export function currentRoute(): Route {
  return readRoute();
}

/** Goes to a route. `replace` leaves no step behind in the history: for moving through a list. */
export function navigate(route: Route, options: { replace?: boolean } = {}): void {
  const href = routeHref(route);
  if (window.location.hash === href) return;
  if (options.replace === true) window.history.replaceState(null, '', href);
  else window.history.pushState(null, '', href);
  for (const listener of listeners) listener();
}
