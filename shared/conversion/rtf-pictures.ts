/** Pictures inside RTF (1.9.1, `\pict`): Word's HTML on a clipboard only names files that nobody else can open. */

const PICTURE = /\\(png|jpeg)blip\b([^{}]*(?:\{[^{}]*\}[^{}]*)*)\}/g;
/** The last run of hexadecimal digits of a picture is its bytes; before it stand control words. */
const BYTES = /[\da-f][\da-f\s]{40,}$/i;

export interface RtfPicture {
  mimeType: 'image/png' | 'image/jpeg';
  bytes: Uint8Array<ArrayBuffer>;
}

function bytesOf(digits: string): Uint8Array<ArrayBuffer> {
  const hex = digits.replaceAll(/\s+/g, '');
  const bytes = new Uint8Array(hex.length >> 1);
  for (let at = 0; at < bytes.length; at += 1) bytes[at] = Number.parseInt(hex.slice(at * 2, at * 2 + 2), 16);
  return bytes;
}

/** The PNG and JPEG pictures of an RTF text, in its order; metafiles, which repeat them for old programs, are passed over. */
export function picturesOfRtf(rtf: string): RtfPicture[] {
  return [...rtf.matchAll(PICTURE)].flatMap(([, kind, inside = '']): RtfPicture[] => {
    const digits = BYTES.exec(inside)?.[0];
    if (digits === undefined) return [];
    return [{ mimeType: kind === 'png' ? 'image/png' : 'image/jpeg', bytes: bytesOf(digits) }];
  });
}
