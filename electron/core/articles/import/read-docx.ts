/** Word's .docx (ECMA-376), as Word, Google Docs and LibreOffice write it → a manuscript. mammoth reads the markup. */
import mammoth from 'mammoth';
import type { LeftOut } from '../../../../shared/contract/articles.ts';
import { plainLine } from '../../../../shared/conversion/characters.ts';
import { htmlToDocument } from '../../../../shared/conversion/html-to-document.ts';
import type { CheckedZip } from './check-zip.ts';
import { EnclosedPictures } from './enclosed-pictures.ts';
import { ManuscriptError, type Manuscript } from './manuscript.ts';

/** What styles mean. Word stores the names of its own styles in English whatever language it speaks. */
const STYLES = [
  "p[style-name='Title'] => h1.headline:fresh",
  "p[style-name='Subtitle'] => p.dek:fresh",
  // Of a file that was taken away from here.
  "p[style-name='Kicker'] => p.kicker:fresh",
  "p[style-name='Byline'] => p.byline:fresh",
  "p[style-name='Attribution'] => p.attribution:fresh",
  "p[style-name='Quote'] => blockquote > p:fresh",
  "p[style-name='Block Text'] => blockquote > p:fresh",
  "p[style-name='Quotations'] => blockquote > p:fresh",
  "p[style-name='Intense Quote'] => figure.pull-quote > blockquote > p:fresh",
  "p[style-name='caption'] => p.caption:fresh",
  "p[style-name='Illustration'] => p.caption:fresh",
  'u => u',
];

const PICTURE = 'enclosed-picture:';

/** Everything that mammoth passes over, by the markup that shows it is there. */
const PASSED_OVER: readonly (readonly [LeftOut['kind'], RegExp])[] = [
  ['comments', /<w:commentReference\b/g],
  ['deletions', /<w:(?:del|moveFrom)\s/g],
  ['formulas', /<m:oMath[\s>]/g],
  ['drawings', /<(?:c:chart|dgm:relIds|w:object)\b/g],
];

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

/** Headers and footers that hold words. */
function marginTexts(zip: CheckedZip): number {
  return [...zip.names].filter(
    (name) =>
      /^word\/(?:header|footer)\d*\.xml$/.test(name) &&
      /<w:t(?:\s[^>]*)?>[^<]*\S/.test(Buffer.from(zip.read(name)).toString('utf8')),
  ).length;
}

function leftOutOf(zip: CheckedZip): LeftOut[] {
  const markup = Buffer.from(zip.read('word/document.xml')).toString('utf8');
  const found = PASSED_OVER.map(([kind, pattern]) => ({ kind, count: count(markup, pattern) }));
  return [...found, { kind: 'margins' as const, count: marginTexts(zip) }].filter((one) => one.count > 0);
}

/** Takes the first element of a class out of mammoth's HTML, which is well-formed; its words, or an empty string. */
function takeOut(html: string, name: string, of: string): { html: string; words: string } {
  const found = new RegExp(`<${name} class="${of}">(.*?)</${name}>`, 's').exec(html);
  if (found === null) return { html, words: '' };
  const rest = html.slice(0, found.index) + html.slice(found.index + found[0].length);
  return {
    html: rest,
    words: plainLine((found[1] ?? '').replaceAll(/<br\s*\/?>/g, ' ').replaceAll(/<[^>]*>/g, '')) ?? '',
  };
}

/** A caption belongs to the picture above it, who said it to the quote; the arrows back from footnotes lead nowhere on a page. */
function tidied(html: string): string {
  return html
    .replaceAll(
      /<p>\s*(<img [^>]*>)\s*<\/p>\s*<p class="caption">(.*?)<\/p>/gs,
      '<figure>$1<figcaption>$2</figcaption></figure>',
    )
    .replaceAll(
      /<\/blockquote><\/figure>\s*<p class="attribution">(?:— )?(.*?)<\/p>/gs,
      '</blockquote><figcaption>$1</figcaption></figure>',
    )
    .replaceAll(/\s*<a href="#(?:foot|end)note-ref-[^"]*">↑<\/a>/g, '');
}

function deeper(_whole: string, tag: string, level: string): string {
  return tag + String(Number(level) + 1);
}

/** Reads a .docx whose parts were measured. Throws ManuscriptError `broken` where its markup cannot be read. */
export async function readDocx(bytes: Uint8Array, zip: CheckedZip): Promise<Manuscript> {
  const pictures = new EnclosedPictures();
  const convertImage = mammoth.images.imgElement(async (image) => {
    const bytes = await image.readAsBuffer().catch(() => null);
    const name = `gambar.${image.contentType.split('/')[1] ?? ''}`;
    return { src: bytes === null ? (pictures.miss() ?? '') : PICTURE + pictures.add(bytes, name) };
  });
  const converted = await mammoth
    .convertToHtml(
      { buffer: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength) },
      { styleMap: STYLES, includeEmbeddedStyleMap: false, externalFileAccess: false, convertImage },
    )
    .catch((error: unknown) => {
      throw new ManuscriptError('broken', error instanceof Error ? error.message : String(error));
    });
  const headline = takeOut(converted.value, 'h1', 'headline');
  const dek = takeOut(headline.html, 'p', 'dek');
  const kicker = takeOut(dek.html, 'p', 'kicker');
  const { html, words: byline } = takeOut(kicker.html, 'p', 'byline');
  // Under a title of their own the headings begin anew.
  const copy = headline.words === '' ? html : html.replaceAll(/(<\/?h)([1-3])\b/g, deeper);
  const document = htmlToDocument(tidied(copy), {
    pasted: true,
    takePicture: (address) => (address.startsWith(PICTURE) ? address.slice(PICTURE.length) : null),
  });
  return {
    fields: { headline: headline.words, dek: dek.words, kicker: kicker.words, byline },
    document,
    pictures: pictures.list(),
    leftOut: [...leftOutOf(zip), ...pictures.leftOut()],
  };
}
