/** Converts one large clipboard away from the page's thread. */
import { convertClipboard, type Clipboard } from './convert-clipboard.ts';

self.addEventListener('message', ({ data }: MessageEvent<Clipboard>) => {
  self.postMessage(convertClipboard(data));
});
