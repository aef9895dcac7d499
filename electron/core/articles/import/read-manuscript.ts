/** The bytes of a file somebody wrote elsewhere → a manuscript, by what they are and not by their name. */
import { articleFieldsSchema } from '../../../../shared/contract/articles.ts';
import { textToDocument } from '../../../../shared/conversion/text-to-document.ts';
import { isEmptyDocument } from '../../../../shared/document/walk.ts';
import { makeSlug } from '../../../../shared/domain/slug.ts';
import { looksBinary } from '../../conversion/binary.ts';
import { decodeText } from '../../conversion/decode.ts';
import { hasTooManyPieces } from '../../conversion/pieces.ts';
import { copyOfPage, opensHtml, surveyPage } from '../../conversion/page-copy.ts';
import { checkZip } from './check-zip.ts';
import { EnclosedPictures } from './enclosed-pictures.ts';
import { MARKDOWN_PIECES, MARKUP_PIECES, MOST_BLOCKS } from './limits.ts';
import { ManuscriptError, type Manuscript } from './manuscript.ts';
import { readDocx } from './read-docx.ts';
import { readMarkdown } from './read-markdown.ts';
import { takeHeadline } from './take-headline.ts';

/** What other kinds of files begin with, and how they are told. */
const OTHER_KINDS = [
  ['%PDF-', 'pdf'],
  ['{\\rtf', 'other-word-processor'],
  ['\x89PNG', 'picture'],
  ['\xff\xd8\xff', 'picture'],
  ['GIF8', 'picture'],
] as const;

function opening(bytes: Uint8Array, length: number): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(length, bytes.length)).toString('latin1');
}

/** Old Office files and encrypted new ones share a container (MS-CFB); its directory names its streams in UTF-16. */
function oldOfficeError(bytes: Uint8Array): ManuscriptError {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  return file.includes(Buffer.from('EncryptedPackage', 'utf16le'))
    ? new ManuscriptError('encrypted', 'an encrypted package')
    : new ManuscriptError('other-word-processor', 'a file of Office before 2007');
}

async function readZip(bytes: Uint8Array): Promise<Manuscript> {
  const zip = checkZip(bytes);
  if (zip.names.has('word/document.xml')) return readDocx(bytes, zip);
  const isOther = zip.names.has('content.xml') || [...zip.names].some((name) => /^(?:xl|ppt)\//.test(name));
  throw new ManuscriptError(
    isOther ? 'other-word-processor' : 'not-a-manuscript',
    'a ZIP file without a Word document',
  );
}

function readHtmlPage(html: string): Manuscript {
  const pictures = new EnclosedPictures();
  const page = surveyPage(html);
  const { headline, body } = copyOfPage(html, page, null, {
    takePicture: (address) => pictures.ofAddress(address),
  });
  return {
    fields: { headline: headline ?? '' },
    document: body,
    pictures: pictures.list(),
    leftOut: pictures.leftOut(),
  };
}

function readText(text: string): Manuscript {
  return { fields: {}, document: textToDocument(text), pictures: [], leftOut: [] };
}

async function read(bytes: Uint8Array, fileName: string): Promise<Manuscript> {
  const begin = opening(bytes, 8);
  if (begin.startsWith('PK\x03\x04')) return readZip(bytes);
  if (begin.startsWith('\xd0\xcf\x11\xe0')) throw oldOfficeError(bytes);
  const other = OTHER_KINDS.find(([mark]) => begin.startsWith(mark));
  if (other !== undefined) throw new ManuscriptError(other[1], fileName);
  const isMarkdown = /\.(?:md|markdown|mdown|mkd)$/i.test(fileName);
  const limit = isMarkdown ? MARKDOWN_PIECES : MARKUP_PIECES;
  if (hasTooManyPieces(bytes, limit)) {
    throw new ManuscriptError('out-of-memory', `more than ${limit.most} lines, tags or marks`);
  }
  const { text, encoding } = decodeText(bytes);
  if (looksBinary(bytes, encoding)) throw new ManuscriptError('not-a-manuscript', fileName);
  if (text.trim() === '') throw new ManuscriptError('empty', fileName);
  if (opensHtml(text)) return readHtmlPage(text);
  if (/^\s*<(?:\?xml|!DOCTYPE|rss|feed|nitf|newsml)/i.test(text))
    throw new ManuscriptError('wire-copy', fileName);
  return isMarkdown ? readMarkdown(text) : readText(text);
}

/**
 * Reads .docx, Markdown, HTML and plain text in whatever charset. Where the file names no headline its opening line is
 * taken as one, else its own name. Throws ManuscriptError.
 */
export async function readManuscript(bytes: Uint8Array, fileName: string): Promise<Manuscript> {
  if (bytes.length === 0) throw new ManuscriptError('empty', fileName);
  const manuscript = await read(bytes, fileName);
  if (isEmptyDocument(manuscript.document) && (manuscript.fields.headline ?? '') === '') {
    throw new ManuscriptError('empty', fileName);
  }
  const blocks = manuscript.document.root.children.length;
  if (blocks > MOST_BLOCKS) throw new ManuscriptError('too-large', `${blocks} paragraphs`);
  const given = (manuscript.fields.headline ?? '').trim();
  const { headline, document } =
    given === ''
      ? takeHeadline(manuscript.document, fileName)
      : { headline: given, document: manuscript.document };
  const fields = { slug: makeSlug(headline), ...manuscript.fields, headline };
  return { ...manuscript, document, fields: withinLimits(fields) };
}

/** Fields of strangers, cut to what a field may hold. */
function withinLimits(fields: Manuscript['fields']): Manuscript['fields'] {
  const cut = Object.entries(fields).filter(
    ([name, value]) =>
      articleFieldsSchema.shape[name as keyof typeof articleFieldsSchema.shape].safeParse(value).success,
  );
  return { ...Object.fromEntries(cut), headline: (fields.headline ?? '').slice(0, 1000) };
}
