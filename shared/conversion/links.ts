/** Addresses as they may stand in a document: resolved, allowed, without tracking. */
import { isAllowedLink } from '../document/vocabulary.ts';

const TRACKING =
  /^(?:utm_[a-z_]+|fbclid|gclid|dclid|gbraid|wbraid|gad_source|msclkid|yclid|ttclid|twclid|igshid?|mibextid|srsltid|ref_src|mc_[ce]id|mkt_tok|_hs(?:enc|mi)|_gl|vero_id|oly_(?:anon|enc)_id)$/i;

/** Pages that only lead on, and the parameter that says where to: of search engines, networks and mail programs. */
const GATEWAYS: readonly (readonly [RegExp, string])[] = [
  [/^(?:www\.)?google\.(?:com|co\.id)\/url$/i, 'q'],
  [/^(?:www\.)?google\.(?:com|co\.id)\/url$/i, 'url'],
  [/^(?:l|lm)\.(?:facebook|instagram)\.com\/l\.php$/i, 'u'],
  [/^l\.instagram\.com\/$/i, 'u'],
  [/\.safelinks\.protection\.outlook\.com\/$/i, 'url'],
  [/^(?:www\.)?youtube\.com\/redirect$/i, 'q'],
];

/** Where a gateway leads; the address itself where it is none. */
function behindGateway(url: URL): URL {
  for (const [place, parameter] of GATEWAYS) {
    if (!place.test(url.hostname + url.pathname)) continue;
    const behind = URL.parse(url.searchParams.get(parameter) ?? '');
    if (behind !== null && /^https?:$/.test(behind.protocol)) return behind;
  }
  return url;
}

function withoutTracking(url: URL): string {
  if (url.search === '') return url.href;
  const parts = url.search.slice(1).split('&');
  const kept = parts.filter((part) => !TRACKING.test(part.split('=', 1)[0] ?? ''));
  if (kept.length < parts.length) url.search = kept.join('&');
  return url.href;
}

/** An address without its tracking, and past a page that only leads on; as it was written where it has neither. */
export function untrackedAddress(address: string): string {
  const found = linkAddress(address);
  return found === null || found === resourceAddress(address) ? address : found;
}

/** A text without the white space and control characters that HTML ignores around and inside an address. */
function trimmedAddress(raw: string): string {
  // eslint-disable-next-line no-control-regex -- browsers drop them too
  return raw.replace(/^[\u0000-\u0020]+|[\u0000-\u0020]+$/g, '').replace(/[\t\n\r]/g, '');
}

/** The absolute http(s) address of a resource (picture, page), or null where there is none. */
export function resourceAddress(
  raw: string | null | undefined,
  baseUrl: string | null = null,
): string | null {
  const address = trimmedAddress(raw ?? '');
  if (address === '' || address.length > 8192) return null;
  const based = baseUrl === null && address.startsWith('//') ? `https:${address}` : address;
  const url = baseUrl === null ? URL.parse(based) : (URL.parse(based, baseUrl) ?? URL.parse(based));
  return url !== null && (url.protocol === 'https:' || url.protocol === 'http:') ? url.href : null;
}

/**
 * The address of a link in copy, or null where it must not be one: relative ones are resolved against `baseUrl`,
 * tracking parameters dropped, schemes other than http(s), mailto and tel refused, as is a bare `#place`, which leads
 * nowhere outside its page. Without a base a path (`/berita/1`) stays as it is.
 */
export function linkAddress(raw: string | null | undefined, baseUrl: string | null = null): string | null {
  const address = trimmedAddress(raw ?? '');
  if (address === '' || address.startsWith('#') || address.length > 8192) return null;
  if (/^(?:mailto|tel):/i.test(address)) {
    const url = URL.parse(address);
    return url !== null && isAllowedLink(url.href) ? url.href : null;
  }
  if (baseUrl === null && address.startsWith('/') && !address.startsWith('//')) {
    return isAllowedLink(address) ? address : null;
  }
  const resolved = resourceAddress(address, baseUrl);
  return resolved === null ? null : withoutTracking(behindGateway(new URL(resolved)));
}
