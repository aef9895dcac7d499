/** An article as a page, as Markdown and as plain text, each complete in one file. */
import type { ArticleFields } from '../../../../shared/contract/articles.ts';
import { buildDocument, paragraph, text } from '../../../../shared/document/build.ts';
import { datelineLead } from '../../../../shared/document/dateline-lead.ts';
import { escapeHtml } from '../../../../shared/document/inline-html.ts';
import { documentToHtml, type HtmlOptions, type PictureSource } from '../../../../shared/document/to-html.ts';
import { documentToMarkdown } from '../../../../shared/document/to-markdown.ts';
import type { BlockNode, ListNode, ParagraphNode, Picture } from '../../../../shared/document/vocabulary.ts';
import { documentText, inlineText } from '../../../../shared/document/walk.ts';
import { translate } from '../../../../shared/i18n/translate.ts';
import { relatedLabel, type ExportedArticle } from './exported-article.ts';

/** Enough to read it by, on screen and on paper. */
const STYLE = `
body{max-width:42rem;margin:2rem auto;padding:0 1rem;font:1.05rem/1.6 Georgia,serif;color:#1a1a1a}
h1,h2,h3,h4{line-height:1.25}.kicker,.byline,.picture-credit,figcaption{font-family:sans-serif;font-size:.85rem;color:#555}
.dek{font-size:1.15rem;color:#333}img{max-width:100%;height:auto}figure{margin:1.5rem 0}
table{border-collapse:collapse}th,td{border:1px solid #bbb;padding:.3rem .6rem;text-align:left}
.fact-box{border:1px solid #bbb;padding:.5rem 1rem}.fact-box-title{font-weight:bold}
blockquote{margin:1rem 0;padding-left:1rem;border-left:3px solid #bbb}
@media print{body{margin:0;max-width:none}figure,table,blockquote{break-inside:avoid}}
`.trim();

function dataAddress({ pictures }: ExportedArticle, { mediaId, sourceUrl }: Picture): PictureSource | null {
  const stored = pictures.get(mediaId);
  if (stored === undefined) return sourceUrl === '' ? null : { src: sourceUrl, width: 0, height: 0 };
  const { bytes, mimeType, width, height } = stored;
  const encoded = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('base64');
  return { src: `data:${mimeType};base64,${encoded}`, width, height };
}

function wordsFor(article: ExportedArticle): HtmlOptions {
  const { language, related } = article;
  return {
    picture: (picture) => dataAddress(article, picture),
    relatedStory: (articleId) => related.get(articleId) ?? null,
    creditLabel: translate(language, 'export.creditLabel'),
    relatedLabel: (story) => relatedLabel(article, story),
    mapName: translate(language, 'export.mapName'),
    inlineStyles: true,
    lazyPictures: false,
  };
}

function line(name: string, of: string, words: string): string {
  return words.trim() === '' ? '' : `<${name} class="${of}">${escapeHtml(words.trim())}</${name}>\n`;
}

/** A page that needs nothing beside it: pictures and style are inside. */
export function writeHtml(article: ExportedArticle): string {
  const { fields, document } = article;
  const body = documentToHtml(document, { ...wordsFor(article), dateline: fields.dateline });
  const head = [
    line('p', 'kicker', fields.kicker),
    `<h1>${escapeHtml(fields.headline)}</h1>\n`,
    line('p', 'dek', fields.dek),
    line('p', 'byline', fields.byline),
  ].join('');
  return `<!doctype html>
<html lang="${fields.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(fields.headline)}</title>
<meta name="description" content="${escapeHtml(fields.seoDescription || fields.dek)}">
<style>${STYLE}</style>
</head>
<body>
<header>
${head}</header>
<article>
${body}
${line('p', 'credit', fields.credit)}</article>
</body>
</html>
`;
}

/** Names that the import reads back; a JSON string is a string of YAML as well. */
const FRONT_MATTER: readonly (readonly [keyof ArticleFields, string])[] = [
  ['headline', 'title'],
  ['dek', 'description'],
  ['kicker', 'kicker'],
  ['byline', 'author'],
  ['dateline', 'dateline'],
  ['credit', 'credit'],
  ['section', 'section'],
  ['slug', 'slug'],
  ['language', 'language'],
  ['shortHeadline', 'shortHeadline'],
  ['socialTitle', 'socialTitle'],
  ['seoTitle', 'seoTitle'],
  ['seoDescription', 'seoDescription'],
];

function frontMatter(fields: ArticleFields): string {
  const lines = FRONT_MATTER.flatMap(([field, name]) =>
    fields[field] === '' ? [] : [`${name}: ${JSON.stringify(fields[field])}`],
  );
  if (fields.tags.length > 0) lines.push(`tags: ${JSON.stringify(fields.tags)}`);
  return lines.length === 0 ? '' : `---\n${lines.join('\n')}\n---\n\n`;
}

export function writeMarkdown(article: ExportedArticle): string {
  return frontMatter(article.fields) + documentToMarkdown(article.document, wordsFor(article));
}

/** The list with its numbers and bullets written out. */
function withMarks(list: ListNode, indent = ''): ListNode {
  const items = list.children.map((item) => {
    const mark = list.listType === 'number' ? `${item.value}. ` : '• ';
    const children = item.children.map((child) =>
      child.type === 'list' ? withMarks(child, `${indent}  `) : child,
    );
    return { ...item, children: inlineText(children) === '' ? children : [text(indent + mark), ...children] };
  });
  return { ...list, children: items };
}

/** A related story as the words that lead to it, lists with their marks; any other block as it is. */
function inWords<Block extends BlockNode>(article: ExportedArticle, block: Block): Block | ParagraphNode {
  if (block.type === 'list') return { ...block, ...withMarks(block) };
  if (block.type === 'factbox')
    return { ...block, children: block.children.map((child) => inWords(article, child)) };
  if (block.type !== 'relatedstory' || block.headline.trim() === '') return block;
  return paragraph([text(`${relatedLabel(article, block)} ${block.headline}`.trim())]);
}

/** Headline, copy with its dateline and credit, a line of text each paragraph. */
export function writeText(article: ExportedArticle): string {
  const { kicker, headline, dek, byline, dateline, credit } = article.fields;
  const head = [kicker, headline, dek, byline].filter((words) => words !== '');
  const blocks = article.document.root.children.map((block) => inWords(article, block));
  const body = [datelineLead(dateline) + documentText(buildDocument(blocks)), credit].filter(
    (words) => words !== '',
  );
  return [...head, '', ...body].join('\n');
}
