/** The copy of an item as HTML and XHTML: opened by its dateline, closed by its credit, pictures where they can be fetched. */
import { escapeHtml, printable } from '../../../../shared/document/inline-html.ts';
import { documentToHtml } from '../../../../shared/document/to-html.ts';
import type { Picture } from '../../../../shared/document/vocabulary.ts';
import { documentImages } from '../../../../shared/document/walk.ts';
import type { ItemPicture, NewsItem } from './news-item.ts';

/** Elements of HTML that `documentToHtml` writes without an end tag. */
const VOID_ELEMENTS = /<(br|hr|img|col)((?: [^<>]*)?)>/g;

/** Empty where there is no copy. Words are as they were typed. */
export function itemHtml({ document, dateline, credit, pictures }: NewsItem): string {
  if (document === null) return '';
  const copy = documentToHtml(document, {
    dateline,
    inlineStyles: true,
    lazyPictures: false,
    picture: ({ mediaId }) => {
      const found = pictures.get(mediaId);
      return found === undefined ? null : { src: found.href, width: found.width, height: found.height };
    },
  });
  return credit === '' ? copy : `${copy}\n<p>${escapeHtml(credit)}</p>`;
}

/** The same as well-formed XML, for formats that carry elements. */
export function itemXhtml(item: NewsItem): string {
  return itemHtml(item).replace(VOID_ELEMENTS, '<$1$2/>');
}

/** The pictures of the copy that the partner can fetch, in their order, each once. */
export function itemPictures({ document, pictures }: NewsItem): { shown: Picture; file: ItemPicture }[] {
  if (document === null) return [];
  const seen = new Set<string>();
  return documentImages(document).flatMap((shown) => {
    const file = pictures.get(shown.mediaId);
    if (file === undefined || seen.has(shown.mediaId)) return [];
    seen.add(shown.mediaId);
    const { caption, credit, alt } = shown;
    const words = { caption: printable(caption), credit: printable(credit), alt: printable(alt) };
    return [{ shown: { ...shown, ...words }, file }];
  });
}
