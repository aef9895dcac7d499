/** Markdown (CommonMark with GitHub's tables and strikethrough) → a manuscript. HTML inside it goes through the one converter. */
import { Marked } from 'marked';
import { htmlToDocument } from '../../../../shared/conversion/html-to-document.ts';
import { withEmbedsOfLoneAddresses } from '../../../../shared/conversion/lone-addresses.ts';
import { escapeHtml } from '../../../../shared/document/inline-html.ts';
import { EnclosedPictures } from './enclosed-pictures.ts';
import { takeFrontMatter } from './front-matter.ts';
import type { Manuscript } from './manuscript.ts';

/** A picture's title is its caption. */
const marked = new Marked({
  gfm: true,
  renderer: {
    image({ href, title, text }) {
      const caption = title ? `<figcaption>${escapeHtml(title)}</figcaption>` : '';
      return `<figure><img src="${escapeHtml(href)}" alt="${escapeHtml(text)}">${caption}</figure>`;
    },
  },
});

export function readMarkdown(source: string): Manuscript {
  const { fields, text } = takeFrontMatter(source);
  const pictures = new EnclosedPictures();
  const document = htmlToDocument(marked.parse(text, { async: false }), {
    takePicture: (address) => pictures.ofAddress(address),
  });
  return {
    fields,
    document: withEmbedsOfLoneAddresses(document),
    pictures: pictures.list(),
    leftOut: pictures.leftOut(),
  };
}
