import { implement } from '@orpc/server';
import { mediaContract } from '../../../shared/contract/articles.ts';
import type { MediaService } from './service.ts';

const procedures = implement(mediaContract);

/** `fetchPicture` gets the bytes of a picture from the web, within limits; see fetch-picture.ts. */
export function mediaRouter(media: MediaService, fetchPicture: (url: string) => Promise<Uint8Array>) {
  return {
    add: procedures.add.handler(async ({ input }) =>
      media.add(new Uint8Array(await input.file.arrayBuffer()), input.name),
    ),
    fetch: procedures.fetch.handler(async ({ input }) =>
      media.add(await fetchPicture(input.url), new URL(input.url).pathname.split('/').at(-1) ?? ''),
    ),
    get: procedures.get.handler(({ input }) => media.get(input.mediaId)),
  };
}
