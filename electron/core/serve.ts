/** Files for the page by path: pictures by hash, previews of articles and fronts; see Core.serve. */
import type { Core, ServedFile } from './core.ts';
import type { MediaService } from './media/service.ts';

export function createServer({
  media,
  renderPreview,
}: {
  media: MediaService;
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
        headers: { 'cache-control': 'private, max-age=31536000, immutable' },
      };
    }
    const preview = /^\/preview\/((?:front\/[\w-]+\/)?[\w.-]+)$/.exec(pathname)?.[1];
    return preview === undefined ? null : renderPreview(preview);
  };
}
