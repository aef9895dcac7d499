/** Makes .docx files for tests, in the very shape that Word, Google Docs and LibreOffice write them. */
import { crc32, deflateRawSync } from 'node:zlib';

export interface ZipEntry {
  name: string;
  content: string | Uint8Array;
  /** The size the directory declares, where it is not the real one. */
  declares?: number;
  encrypted?: boolean;
}

/** A ZIP file of these entries, deflated. */
export function zipOf(entries: readonly ZipEntry[]): Uint8Array<ArrayBuffer> {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const { name, content, declares, encrypted = false } of entries) {
    const bytes = Buffer.from(content);
    const packed = deflateRawSync(bytes);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(20, 4);
    local.writeUInt16LE(encrypted ? 1 : 0, 6);
    local.writeUInt16LE(8, 8);
    local.writeUInt32LE(crc32(bytes), 14);
    local.writeUInt32LE(packed.length, 18);
    local.writeUInt32LE(declares ?? bytes.length, 22);
    local.writeUInt16LE(Buffer.byteLength(name), 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(20, 4);
    local.copy(entry, 6, 4, 30);
    entry.writeUInt32LE(at, 42);
    files.push(local, Buffer.from(name), packed);
    directory.push(entry, Buffer.from(name));
    at += local.length + Buffer.byteLength(name) + packed.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(at, 16);
  return new Uint8Array(Buffer.concat([...files, listed, end]));
}

const NAMESPACES =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"';

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

const STYLE_NAMES: Readonly<Record<string, string>> = {
  // Word in Indonesian gives its styles Indonesian ids and keeps their English names.
  Judul: 'Title',
  Subjudul: 'Subtitle',
  Judul1: 'heading 1',
  Judul2: 'heading 2',
  Keterangan: 'caption',
  Kutipan: 'Quote',
  KutipanyangSering: 'Intense Quote',
  DaftarParagraf: 'List Paragraph',
};

const STYLES = `${DECLARATION}<w:styles ${NAMESPACES}>${Object.entries(STYLE_NAMES)
  .map(([id, name]) => `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/></w:style>`)
  .join('')}</w:styles>`;

const NUMBERING = `${DECLARATION}<w:numbering ${NAMESPACES}>${['bullet', 'decimal']
  .map(
    (format, id) =>
      `<w:abstractNum w:abstractNumId="${id}">${[0, 1]
        .map((level) => `<w:lvl w:ilvl="${level}"><w:start w:val="1"/><w:numFmt w:val="${format}"/></w:lvl>`)
        .join('')}</w:abstractNum>`,
  )
  .join(
    '',
  )}<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num></w:numbering>`;

export function run(text: string, properties = ''): string {
  return `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
}

export function styled(style: string, ...runs: readonly string[]): string {
  const properties = style === '' ? '' : `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`;
  return `<w:p w:rsidR="00A77B3E" w:rsidRDefault="00A77B3E">${properties}${runs.join('')}</w:p>`;
}

/** An item of Word's list 1 (bullets) or 2 (numbers). */
export function item(list: 1 | 2, level: number, text: string): string {
  return `<w:p><w:pPr><w:pStyle w:val="DaftarParagraf"/><w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr></w:pPr>${run(text)}</w:p>`;
}

/** The relation of `docxOf`'s one link. */
export function linked(text: string): string {
  return `<w:hyperlink r:id="rId5">${run(text, '<w:rStyle w:val="Hyperlink"/><w:u w:val="single"/>')}</w:hyperlink>`;
}

export const pictureParagraph =
  '<w:p><w:r><w:drawing><wp:inline><wp:docPr id="1" name="Gambar 1" descr="Presiden turun dari pesawat"/><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:blipFill><a:blip r:embed="rId6"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>';

interface DocxParts {
  link?: string;
  picture?: Uint8Array;
  more?: readonly ZipEntry[];
}

/** A .docx with this body. */
export function docxOf(
  body: string,
  { link = '', picture, more = [] }: DocxParts = {},
): Uint8Array<ArrayBuffer> {
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const relations = [
    `<Relationship Id="rId1" Type="${office}/styles" Target="styles.xml"/>`,
    `<Relationship Id="rId2" Type="${office}/numbering" Target="numbering.xml"/>`,
    `<Relationship Id="rId5" Type="${office}/hyperlink" Target="${link.replaceAll('&', '&amp;')}" TargetMode="External"/>`,
    `<Relationship Id="rId6" Type="${office}/image" Target="media/image1.png"/>`,
  ].join('');
  const packages = 'http://schemas.openxmlformats.org/package/2006';
  return zipOf([
    {
      name: '[Content_Types].xml',
      content: `${DECLARATION}<Types xmlns="${packages}/content-types"><Default Extension="png" ContentType="image/png"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    },
    {
      name: '_rels/.rels',
      content: `${DECLARATION}<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="word/document.xml"/></Relationships>`,
    },
    {
      name: 'word/document.xml',
      content: `${DECLARATION}<w:document ${NAMESPACES}><w:body>${body}<w:sectPr/></w:body></w:document>`,
    },
    {
      name: 'word/_rels/document.xml.rels',
      content: `${DECLARATION}<Relationships xmlns="${packages}/relationships">${relations}</Relationships>`,
    },
    { name: 'word/styles.xml', content: STYLES },
    { name: 'word/numbering.xml', content: NUMBERING },
    ...(picture === undefined ? [] : [{ name: 'word/media/image1.png', content: picture }]),
    ...more,
  ]);
}
