/**
 * An article as a .docx (ECMA-376), with the styles of Word by their own names, so that Word, LibreOffice and Google Docs
 * show headings as headings, and reading it back finds them.
 */
import {
  AlignmentType,
  BorderStyle,
  Document,
  ExternalHyperlink,
  HeadingLevel,
  ImageRun,
  LevelFormat,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
  type ILevelsOptions,
  type IParagraphOptions,
  type ParagraphChild,
} from 'docx';
import { withoutIllegalCharacters } from '../../../../shared/conversion/characters.ts';
import { datelineLead } from '../../../../shared/document/dateline-lead.ts';
import { encodedAddress } from '../../../../shared/document/inline-html.ts';
import {
  TEXT_FORMAT,
  type BlockNode,
  type InlineNode,
  type ListNode,
  type Picture,
  type RelatedStoryNode,
  type TableNode,
} from '../../../../shared/document/vocabulary.ts';
import { columnShares } from '../../../../shared/document/table-widths.ts';
import { pictureText, tableCaption, tableHeaders } from '../../../../shared/document/walk.ts';
import { relatedLabel, type ExportedArticle, type ExportedPicture } from './exported-article.ts';

/** Between the margins of an A4 page. */
const TEXT_WIDTH_TWIPS = 9026;
/** Pixels between the same margins. */
const WIDEST_PICTURE = 600;
const DEEPEST_LEVEL = 8;
const BULLETS = 'butir';

/** The headline is the title; what stands below it begins one level deeper. */
const HEADINGS = {
  h2: HeadingLevel.HEADING_1,
  h3: HeadingLevel.HEADING_2,
  h4: HeadingLevel.HEADING_3,
} as const;

const STYLES = [
  { id: 'Subtitle', name: 'Subtitle', run: { size: 26, color: '333333' } },
  { id: 'Kicker', name: 'Kicker', run: { allCaps: true, size: 18, color: '555555' } },
  { id: 'Byline', name: 'Byline', run: { size: 20, color: '555555' } },
  { id: 'Caption', name: 'caption', run: { italics: true, size: 18, color: '555555' } },
  { id: 'Quote', name: 'Quote', run: { italics: true }, paragraph: { indent: { left: 720 } } },
  {
    id: 'IntenseQuote',
    name: 'Intense Quote',
    run: { size: 28 },
    paragraph: { indent: { left: 720, right: 720 } },
  },
  { id: 'Attribution', name: 'Attribution', run: { size: 20, color: '555555' } },
  { id: 'SourceNote', name: 'Source Note', run: { size: 18, color: '555555' } },
].map((style) => ({ basedOn: 'Normal', next: 'Normal', quickFormat: true, ...style }));

const LEVELS = Array.from({ length: DEEPEST_LEVEL + 1 }, (_, level) => level);

function levels(format: (typeof LevelFormat)[keyof typeof LevelFormat], start: number): ILevelsOptions[] {
  return LEVELS.map((level) => ({
    level,
    format,
    text: format === LevelFormat.BULLET ? '•' : `%${level + 1}.`,
    start,
    alignment: AlignmentType.LEFT,
    style: { paragraph: { indent: { left: 720 * (level + 1), hanging: 360 } } },
  }));
}

class DocxWriter {
  readonly #article: ExportedArticle;
  readonly #numberings: { reference: string; levels: ILevelsOptions[] }[] = [
    { reference: BULLETS, levels: levels(LevelFormat.BULLET, 1) },
  ];

  constructor(article: ExportedArticle) {
    this.#article = article;
  }

  document(): Document {
    const { fields, document } = this.#article;
    const styled = (style: string, words: string): Paragraph[] =>
      words === '' ? [] : [new Paragraph({ style, children: [this.#text(words)] })];
    const first = document.root.children.findIndex(({ type }) => type === 'paragraph');
    const body = document.root.children.flatMap((block, index) =>
      this.#block(block, index === first ? datelineLead(fields.dateline) : ''),
    );
    const dateline = first === -1 ? styled('Normal', fields.dateline.trim()) : [];
    const children = [
      ...styled('Kicker', fields.kicker),
      ...styled('Title', fields.headline),
      ...styled('Subtitle', fields.dek),
      ...styled('Byline', fields.byline),
      ...dateline,
      ...body,
      ...styled('Normal', fields.credit),
    ];
    return new Document({
      title: withoutIllegalCharacters(fields.headline),
      creator: withoutIllegalCharacters(fields.byline),
      description: withoutIllegalCharacters(fields.dek),
      styles: { paragraphStyles: STYLES },
      numbering: { config: this.#numberings },
      sections: [{ children }],
    });
  }

  #text(words: string, format = 0): TextRun {
    const has = (bit: number): boolean => (format & bit) !== 0;
    return new TextRun({
      text: withoutIllegalCharacters(words),
      bold: has(TEXT_FORMAT.bold),
      italics: has(TEXT_FORMAT.italic),
      strike: has(TEXT_FORMAT.strikethrough),
      ...(has(TEXT_FORMAT.underline) ? { underline: {} } : {}),
      ...(has(TEXT_FORMAT.code) ? { font: 'Consolas' } : {}),
      subScript: has(TEXT_FORMAT.subscript),
      superScript: has(TEXT_FORMAT.superscript),
    });
  }

  #run(children: readonly (InlineNode | ListNode)[]): ParagraphChild[] {
    return children.flatMap((node): ParagraphChild[] => {
      switch (node.type) {
        case 'text':
          return [this.#text(node.text, node.format)];
        case 'tab':
          return [this.#text('\t')];
        case 'linebreak':
          return [new TextRun({ break: 1 })];
        case 'link': {
          const words = this.#run(node.children);
          return [this.#linkTo(node.url, words)].flat();
        }
        case 'list':
          return [];
      }
    });
  }

  /** Word opens addresses of the web and of mail; a path leads nowhere from a file. */
  #linkTo(url: string, words: ParagraphChild[]): ParagraphChild[] {
    if (!/^(?:https?|mailto|tel):/i.test(url)) return words;
    return [new ExternalHyperlink({ link: withoutIllegalCharacters(encodedAddress(url)), children: words })];
  }

  #words(children: readonly InlineNode[], options: IParagraphOptions = {}, before = ''): Paragraph[] {
    const words = this.#run(children);
    const all = before === '' ? words : [this.#text(before), ...words];
    return all.length === 0 ? [] : [new Paragraph({ ...options, children: all })];
  }

  #list(node: ListNode, level: number): Paragraph[] {
    const depth = Math.min(level, DEEPEST_LEVEL);
    const reference = node.listType === 'number' ? this.#numbers(node.start) : BULLETS;
    return node.children.flatMap(({ children }) => [
      ...this.#words(
        children.filter((child) => child.type !== 'list'),
        { numbering: { reference, level: depth } },
      ),
      ...children.flatMap((child) => (child.type === 'list' ? this.#list(child, level + 1) : [])),
    ]);
  }

  /** Every numbered list counts for itself. */
  #numbers(start: number): string {
    const reference = `angka-${this.#numberings.length}`;
    this.#numberings.push({ reference, levels: levels(LevelFormat.DECIMAL, Math.max(0, start)) });
    return reference;
  }

  #picture(picture: Picture): Paragraph[] {
    const stored = this.#article.pictures.get(picture.mediaId);
    const type = wordKindOf(stored);
    if (stored === undefined || type === null) return [];
    const scale = Math.min(1, WIDEST_PICTURE / Math.max(1, stored.width));
    const image = new ImageRun({
      type,
      data: stored.bytes,
      transformation: { width: Math.round(stored.width * scale), height: Math.round(stored.height * scale) },
      altText: {
        name: withoutIllegalCharacters(picture.alt),
        title: '',
        description: withoutIllegalCharacters(picture.alt),
      },
    });
    return [
      new Paragraph({ children: [image], keepNext: true }),
      ...this.#styled('Caption', pictureText(picture)),
    ];
  }

  #styled(style: string, words: string): Paragraph[] {
    return words.trim() === '' ? [] : [new Paragraph({ style, children: [this.#text(words.trim())] })];
  }

  #table(node: TableNode): Table {
    const headers = tableHeaders(node);
    const shares = columnShares(node);
    return new Table({
      width: { size: 100, type: WidthType.PERCENTAGE },
      ...(shares === null ? {} : { columnWidths: shares.map((share) => (share * TEXT_WIDTH_TWIPS) / 100) }),
      rows: node.children.map(
        ({ children }, row) =>
          new TableRow({
            ...(headers.row && row === 0 ? { tableHeader: true } : {}),
            children: children.map(
              (cell, column) =>
                new TableCell({
                  ...(shares === null
                    ? {}
                    : { width: { size: shares[column] ?? 0, type: WidthType.PERCENTAGE } }),
                  children: cell.children.map(
                    (words) => new Paragraph({ children: this.#run(words.children) }),
                  ),
                }),
            ),
          }),
      ),
    });
  }

  #card(address: string, words: string, caption: string): Paragraph[] {
    const link = this.#linkTo(address, [this.#text(words === '' ? address : words)]);
    return [new Paragraph({ children: link }), ...this.#styled('Caption', caption)];
  }

  #relatedStory(story: RelatedStoryNode): Paragraph[] {
    const address = this.#article.related.get(story.articleId) ?? story.url;
    const words = relatedLabel(this.#article, story);
    const label = words === '' ? [] : [this.#text(`${words} `)];
    return [new Paragraph({ children: [...label, ...this.#linkTo(address, [this.#text(story.headline)])] })];
  }

  #block(block: BlockNode, before: string): (Paragraph | Table)[] {
    switch (block.type) {
      case 'paragraph':
        return this.#words(block.children, {}, before);
      case 'heading':
        return this.#words(block.children, { heading: HEADINGS[block.tag] });
      case 'quote':
        return this.#words(block.children, { style: 'Quote' });
      case 'pullquote':
        return [
          ...this.#words(block.children, { style: 'IntenseQuote' }),
          ...this.#styled(
            'Attribution',
            block.attribution.trim() === '' ? '' : `— ${block.attribution.trim()}`,
          ),
        ];
      case 'sourcenote':
        return this.#words(block.children, { style: 'SourceNote' });
      case 'list':
        return this.#list(block, 0);
      case 'image':
        return this.#picture(block);
      case 'gallery':
        return [
          ...block.pictures.flatMap((picture) => this.#picture(picture)),
          ...this.#styled('Caption', block.caption),
        ];
      case 'table':
        return [this.#table(block), ...this.#styled('Caption', tableCaption(block))];
      case 'embed':
        return this.#card(block.url, block.title.trim(), block.caption);
      case 'relatedstory':
        return this.#relatedStory(block);
      case 'factbox': {
        const title =
          block.title.trim() === ''
            ? []
            : [new Paragraph({ children: [this.#text(block.title.trim(), TEXT_FORMAT.bold)] })];
        const children = [...title, ...block.children.flatMap((each) => this.#block(each, ''))];
        return [new Table({ rows: [new TableRow({ children: [new TableCell({ children })] })] })];
      }
      case 'horizontalrule':
        return [new Paragraph({ border: { bottom: { style: BorderStyle.SINGLE, size: 6, space: 1 } } })];
      case 'readmore':
      case 'foreign':
        return [];
    }
  }
}

/** Kinds of pictures that Word shows. */
function wordKindOf(picture: ExportedPicture | undefined): 'jpg' | 'png' | 'gif' | null {
  switch (picture?.mimeType) {
    case 'image/jpeg':
      return 'jpg';
    case 'image/png':
      return 'png';
    case 'image/gif':
      return 'gif';
    default:
      return null;
  }
}

export async function writeDocx(article: ExportedArticle): Promise<Uint8Array> {
  return Packer.toBuffer(new DocxWriter(article).document());
}
