/** Files for the page by path: pictures by hash, whole and small, previews of articles and fronts; see Core.serve. */
import type { Core, ServedFile } from './core.ts';
import type { MediaService } from './media/service.ts';
import type { SmallPictures } from './media/small-pictures.ts';

/** Pictures are named by their bytes: what was fetched once never changes. */
const forEver = { 'cache-control': 'private, max-age=31536000, immutable' };

export function createServer({
  media,
  smallPictures,
  renderPreview,
}: {
  media: MediaService;
  smallPictures: SmallPictures;
  /** A page (`<article id>`, `front/<front id>/<state>`) or a file beside it (`site.css`). */
  renderPreview: (path: string) => Promise<ServedFile | null>;
}): Core['serve'] {
  return async (pathname) => {
    const picture = /^\/media\/([0-9a-f]{64})$/.exec(pathname)?.[1];
    if (picture !== undefined) {
      const found = media.find(picture);
      if (!found) return null;
      return {
        mimeType: found.mimeType,
        content: { path: media.path(picture) },
        headers: forEver,
      };
    }
    const small = /^\/media\/([0-9a-f]{64})\/small$/.exec(pathname)?.[1];
    if (small !== undefined) {
      const found = await smallPictures.find(small);
      return found && { mimeType: found.mimeType, content: { path: found.path }, headers: forEver };
    }
    const preview = /^\/preview\/((?:front\/[\w-]+\/)?[\w.-]+)$/.exec(pathname)?.[1];
    return preview === undefined ? null : renderPreview(preview);
  };
}
