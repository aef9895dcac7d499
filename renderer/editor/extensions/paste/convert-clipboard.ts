/** The conversion of a clipboard: plain values in and out, so that a worker can do it as well. */
import { pastedHtmlToDocument, pastedTextToDocument } from '../../../../shared/conversion/pasted.ts';
import { picturesOfRtf } from '../../../../shared/conversion/rtf-pictures.ts';
import type { BlockNode } from '../../../../shared/document/vocabulary.ts';

export type Clipboard = { kind: 'html'; html: string; rtf: string } | { kind: 'text'; text: string };

/** A picture that came with the clipboard, on its way into the store. */
export interface ClipboardPicture {
  mimeType: string;
  bytes: Uint8Array<ArrayBuffer>;
}

export interface ConvertedClipboard {
  blocks: BlockNode[];
  /** By the id that stands for each picture in the blocks. */
  pictures: Map<string, ClipboardPicture>;
  /** Pictures that lie where nobody but the program they were copied from can reach. */
  unreachable: number;
}

const DATA_ADDRESS = /^data:(image\/[\w.+-]+)(?:;[\w=.+-]+)*;base64,/i;

function pictureOfAddress(address: string): ClipboardPicture | null {
  const head = DATA_ADDRESS.exec(address);
  if (head === null) return null;
  try {
    const decoded = atob(decodeURIComponent(address.slice(head[0].length)));
    return { mimeType: head[1] ?? '', bytes: Uint8Array.from(decoded, (sign) => sign.charCodeAt(0)) };
  } catch {
    return null;
  }
}

function standIn(number: number): string {
  return number.toString(16).padStart(64, '0');
}

function convertHtml(html: string, rtf: string): ConvertedClipboard {
  const pictures = new Map<string, ClipboardPicture>();
  const elsewhere: string[] = [];
  let count = 0;
  const { root } = pastedHtmlToDocument(html, (address) => {
    count += 1;
    const id = standIn(count);
    const found = pictureOfAddress(address);
    if (found === null) elsewhere.push(id);
    else pictures.set(id, found);
    return id;
  });
  // The files that Word names lie in its RTF, in the same order.
  const ofRtf = elsewhere.length === 0 ? [] : picturesOfRtf(rtf);
  const areTheSame = ofRtf.length === elsewhere.length;
  for (const [index, id] of elsewhere.entries()) {
    const found = ofRtf[index];
    if (areTheSame && found !== undefined) pictures.set(id, found);
  }
  const known = (mediaId: string): boolean => mediaId === '' || pictures.has(mediaId);
  const blocks = root.children.flatMap((block): BlockNode[] => {
    if (block.type === 'image') return known(block.mediaId) ? [block] : [];
    if (block.type !== 'gallery') return [block];
    const kept = block.pictures.filter(({ mediaId }) => known(mediaId));
    // Pictures that have yet to be stored wait one by one, each in a block of its own.
    return kept.every(({ mediaId }) => mediaId === '')
      ? [{ ...block, pictures: kept }]
      : kept.map((picture) => ({ type: 'image', ...picture, ratio: 'original', version: 1 }));
  });
  return { blocks, pictures, unreachable: areTheSame ? 0 : elsewhere.length };
}

/** A clipboard as blocks; none where it holds no copy. */
export function convertClipboard(clipboard: Clipboard): ConvertedClipboard {
  const converted =
    clipboard.kind === 'html'
      ? convertHtml(clipboard.html, clipboard.rtf)
      : { blocks: pastedTextToDocument(clipboard.text).root.children, pictures: new Map(), unreachable: 0 };
  const [only] = converted.blocks;
  const isNothing = converted.blocks.length === 1 && only?.type === 'paragraph' && only.children.length === 0;
  return isNothing ? { ...converted, blocks: [] } : converted;
}
