/** Gets a picture of a wire story from the web, within the limits of safeFetch. */
import { contractError } from '../errors.ts';
import { FetchError, safeFetch } from '../network/safe-fetch.ts';

/** The bytes at an address. Throws INVALID with the reason where there are none to be had. */
export async function fetchPicture(url: string): Promise<Uint8Array> {
  try {
    const answer = await safeFetch({ url, headers: { accept: 'image/*' } });
    if (answer.status < 200 || answer.status > 299) {
      throw contractError('INVALID', { field: 'url', reason: `http-status ${answer.status}` });
    }
    return answer.bytes;
  } catch (error) {
    if (error instanceof FetchError) throw contractError('INVALID', { field: 'url', reason: error.code });
    throw error;
  }
}
