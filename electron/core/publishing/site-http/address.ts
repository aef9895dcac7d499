/** Addresses of sites as people type them. */
import { PublishError } from '../target.ts';

function isLocal(host: string): boolean {
  return /^(?:localhost|127(?:\.\d+){3}|\[::1\])(?::|$)/i.test(host);
}

/**
 * The site's address from what was typed: a scheme is added (https, for this machine http); query, fragment and what
 * `backOffice` matches of the path (up to its end) are cut off. Throws PublishError where it is no web address at all.
 */
export function siteAddress(typed: string, backOffice: RegExp): URL {
  const trimmed = typed.trim();
  const bare = trimmed.replace(/^[a-z][a-z\d+.-]*:\/\//i, '');
  const address = bare === trimmed ? `${isLocal(bare) ? 'http' : 'https'}://${bare}` : trimmed;
  const url = URL.canParse(address) ? new URL(address) : null;
  if (url === null || !/^https?:$/.test(url.protocol) || url.hostname === '') {
    throw new PublishError('not-this-kind-of-site', typed);
  }
  url.username = '';
  url.password = '';
  url.search = '';
  url.hash = '';
  url.pathname = `${url.pathname.replace(backOffice, '').replace(/\/+$/, '')}/`;
  return url;
}

/** True where what is sent there can be read on the way: no TLS, and not this very machine. */
export function isUnprotected(url: URL): boolean {
  return url.protocol === 'http:' && !isLocal(url.host);
}
