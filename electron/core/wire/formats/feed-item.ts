/** What an item of any feed says, before it becomes a wire story: the words as sent, each where it belongs. */
import type { WireMedia, WireSubject } from '../../../../shared/contract/wire-story.ts';

/** A piece of copy and how to read it; `xml` is markup cut out of the XML itself. */
export interface Copy {
  kind: 'html' | 'xml' | 'text';
  source: string;
  /** Stands where a format keeps the whole story, not a description of it. */
  whole?: boolean;
}

export interface FeedItem {
  /** The source's own name for the item; `link` where it is (said to be) the item's address. */
  id: { value: string; kind: 'id' | 'link' } | null;
  link: string | null;
  title: string | null;
  /** What may be the full copy, best first; the fullest is taken. */
  bodies: Copy[];
  /** What the source calls a summary, best first; the fullest stands in where there is no body. */
  summaries: Copy[];
  published: string | null;
  updated: string | null;
  authors: string[];
  subjects: WireSubject[];
  keywords: string[];
  rights: string | null;
  language: string | null;
  provider: string | null;
  media: WireMedia[];
  /** Against which relative addresses in the copy are resolved. */
  baseUrl: string | null;
  /** The source broke off inside it. */
  partial: boolean;
  /** The source says that it withdrew the item (RFC 6721). */
  withdrawn: boolean;
  /** Until when it may not be published, as written (PRISM `embargoDate`). */
  embargoed: string | null;
  /** As written, in a category of a scheme named `urgency`. */
  urgency: string | null;
  /** What the source says to the desk about the item: why it withdrew it (RFC 6721 `comment`). */
  note: string | null;
}

const EXTENSIONS: Readonly<Record<string, WireMedia['type']>> = {
  jpg: 'picture',
  jpeg: 'picture',
  png: 'picture',
  gif: 'picture',
  webp: 'picture',
  avif: 'picture',
  svg: 'graphic',
  mp4: 'video',
  m4v: 'video',
  mov: 'video',
  webm: 'video',
  mp3: 'audio',
  m4a: 'audio',
  ogg: 'audio',
  wav: 'audio',
};

/** Kind of a media object by its MIME type, its Media RSS `medium` or the end of its address. */
export function mediaType(
  mimeType: string | null,
  medium: string | null,
  url: string,
): { type: WireMedia['type']; mimeType: string | null } {
  const said = `${mimeType ?? ''} ${medium ?? ''}`.toLowerCase();
  if (said.includes('svg')) return { type: 'graphic', mimeType };
  if (said.includes('image')) return { type: 'picture', mimeType };
  if (said.includes('video')) return { type: 'video', mimeType };
  if (said.includes('audio')) return { type: 'audio', mimeType };
  const extension = /\.([a-z0-9]{2,4})(?:[?#]|$)/i.exec(url)?.[1]?.toLowerCase() ?? '';
  return { type: EXTENSIONS[extension] ?? 'other', mimeType };
}

/** A length in pixels as feeds write it, or null. */
export function pixelsOf(value: string | number | null | undefined): number | null {
  const match = /^\s*(\d{1,6})(?:\.\d+)?(?:px)?\s*$/.exec(String(value ?? ''));
  return match === null || Number(match[1]) === 0 ? null : Number(match[1]);
}

/** The name in `mail@contoh.id (Nama)`, `Nama <mail@contoh.id>` and the like. */
export function nameOfAuthor(author: string): string {
  const bracketed = /^\s*\S+@\S+\s*\(([^)]+)\)\s*$/.exec(author)?.[1];
  const before = /^\s*([^<]+?)\s*<[^>]*@[^>]*>\s*$/.exec(author)?.[1];
  return (bracketed ?? before ?? author).trim();
}
