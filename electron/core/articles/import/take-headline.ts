/** The headline of a manuscript that does not name it: its opening line where that is one, else the file's name. */
import { buildDocument } from '../../../../shared/document/build.ts';
import { TEXT_FORMAT, type ArticleDocument, type BlockNode } from '../../../../shared/document/vocabulary.ts';
import { blockText } from '../../../../shared/document/walk.ts';
import { recogniseDateline } from '../../../../shared/domain/datelines.ts';

const LONGEST_HEADLINE = 200;

/** Names that programs give. */
const NAMELESS =
  /^(?:document|dokumen|doc|untitled|tanpa judul|tanpa nama|new|baru|file|berkas|naskah)?[\s\d()]*$/i;

function isBold(block: BlockNode): boolean {
  return (
    block.type === 'paragraph' &&
    block.children.every((node) => node.type === 'text' && (node.format & TEXT_FORMAT.bold) !== 0)
  );
}

/** A heading, or one line without an end of a sentence: reporters write headlines as the first line, often in bold. */
function isHeadline(block: BlockNode | undefined): block is BlockNode {
  if (block === undefined || (block.type !== 'heading' && block.type !== 'paragraph')) return false;
  const words = blockText(block).trim();
  if (words === '' || words.length > LONGEST_HEADLINE || words.includes('\n')) return false;
  if (block.type === 'heading') return true;
  return (isBold(block) || !/[.!?:;,…”"]$/.test(words)) && recogniseDateline(words) === null;
}

function headlineOfFile(name: string): string {
  const stem = name
    .replace(/\.[a-z\d]{1,8}$/i, '')
    .replaceAll(/[_\s]+/g, ' ')
    .trim();
  return NAMELESS.test(stem) ? '' : stem.slice(0, LONGEST_HEADLINE);
}

export function takeHeadline(
  document: ArticleDocument,
  fileName: string,
): { headline: string; document: ArticleDocument } {
  const [first, ...rest] = document.root.children;
  if (!isHeadline(first) || rest.length === 0) return { headline: headlineOfFile(fileName), document };
  return { headline: blockText(first).trim(), document: buildDocument(rest) };
}
