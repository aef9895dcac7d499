/** Markdown (CommonMark with GitHub's tables, strikethrough and footnotes) → a manuscript. HTML inside it goes through the one converter. */
import { Marked, type MarkedExtension } from 'marked';
import { htmlToDocument } from '../../../../shared/conversion/html-to-document.ts';
import { withEmbedsOfLoneAddresses } from '../../../../shared/conversion/lone-addresses.ts';
import { escapeHtml } from '../../../../shared/document/inline-html.ts';
import { EnclosedPictures } from './enclosed-pictures.ts';
import { takeFrontMatter } from './front-matter.ts';
import type { Manuscript } from './manuscript.ts';
import { markdownFootnotes } from './markdown-footnotes.ts';

/** A picture's title is its caption. */
const MANNER: MarkedExtension = {
  gfm: true,
  renderer: {
    image({ href, title, text }) {
      const caption = title ? `<figcaption>${escapeHtml(title)}</figcaption>` : '';
      return `<figure><img src="${escapeHtml(href)}" alt="${escapeHtml(text)}">${caption}</figure>`;
    },
  },
};

function markdownToHtml(text: string): string {
  const footnotes = markdownFootnotes();
  const marked = new Marked(MANNER, footnotes.extension);
  const html = marked.parser(marked.lexer(text));
  return html + footnotes.list((tokens) => marked.parser(tokens));
}

export function readMarkdown(source: string): Manuscript {
  const { fields, text } = takeFrontMatter(source);
  const pictures = new EnclosedPictures();
  const document = htmlToDocument(markdownToHtml(text), {
    takePicture: (address) => pictures.ofAddress(address),
  });
  return {
    fields,
    document: withEmbedsOfLoneAddresses(document),
    pictures: pictures.list(),
    leftOut: pictures.leftOut(),
  };
}
