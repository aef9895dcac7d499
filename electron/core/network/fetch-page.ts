/** Gets a page that somebody names as a source, within the limits of safeFetch. */
import { contractError } from '../errors.ts';
import { FetchError, safeFetch } from './safe-fetch.ts';

const LARGEST_PAGE_BYTES = 5 * 1024 * 1024;

/**
 * The bytes at an address, and where redirects led. Addresses inside the house are reached where `ownNetwork` says so. Throws
 * INVALID with the reason where there are none to be had.
 */
export async function fetchPage({
  url,
  ownNetwork,
}: {
  url: string;
  ownNetwork: boolean;
}): Promise<{ bytes: Uint8Array; finalUrl: string }> {
  try {
    const { status, bytes, finalUrl } = await safeFetch({
      url,
      headers: { accept: 'text/html, application/xhtml+xml, text/*;q=0.8, */*;q=0.1' },
      maxBytes: LARGEST_PAGE_BYTES,
      allowPrivateAddress: ownNetwork,
    });
    if (status < 200 || status > 299) {
      throw contractError('INVALID', { field: 'url', reason: 'http-refused' });
    }
    return { bytes, finalUrl };
  } catch (error) {
    if (error instanceof FetchError) throw contractError('INVALID', { field: 'url', reason: error.code });
    throw error;
  }
}
