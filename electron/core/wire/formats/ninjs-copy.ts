/** Copy of ninjs objects → documents, and which of several is the story. */
import type { ArticleDocument } from '../../../../shared/document/vocabulary.ts';
import { documentText } from '../../../../shared/document/walk.ts';
import { htmlToDocument } from '../../../../shared/conversion/html-to-document.ts';
import { textToDocument } from '../../../../shared/conversion/text-to-document.ts';
import type { NinjsCopy } from './ninjs-fields.ts';

export interface ReadCopy {
  document: ArticleDocument;
  text: string;
}

type Kind = 'xhtml' | 'html' | 'nitf' | 'text';

const MARKUP = /<(?:[a-z][a-z0-9:]*[\s/>]|\/[a-z]|!--)/i;

/** Best first: XHTML keeps most, plain text least. */
const PREFERENCE: readonly Kind[] = ['xhtml', 'html', 'nitf', 'text'];

/** A copy of a lesser kind must have this much more to say than a better one. */
const CLEARLY_FULLER = 1.02;

/** Parts of a whole NITF or HTML document that are no copy. */
const NO_COPY: ReadonlySet<string> = new Set(['head', 'body.head', 'docdata', 'title']);

/** Null for what is no text at all (JSON, binary). */
function kindOf({ role, contentType, source }: NinjsCopy): Kind | null {
  if (contentType.includes('nitf') || role.includes('nitf')) return 'nitf';
  if (contentType.includes('xhtml') || role.includes('xhtml')) return 'xhtml';
  if (contentType.includes('html')) return 'html';
  if (contentType.startsWith('text/plain')) return 'text';
  if (contentType !== '' && !/text|xml|markdown/.test(contentType)) return null;
  return MARKUP.test(source) ? 'html' : 'text';
}

function readAs(kind: Kind, source: string): ReadCopy {
  const document =
    kind === 'text'
      ? textToDocument(source)
      : htmlToDocument(source, {
          selfClosing: kind !== 'html',
          ...(kind === 'nitf' ? { leaveOut: NO_COPY } : {}),
        });
  return { document, text: documentText(document) };
}

function lettersIn(text: string): number {
  return text.replace(/\s+/g, '').length;
}

/** The fullest of the copies, XHTML before HTML before text where they say as much; null where none says anything. */
export function fullestCopy(copies: readonly NinjsCopy[]): ReadCopy | null {
  let best: { copy: ReadCopy; letters: number } | null = null;
  for (const kind of PREFERENCE) {
    for (const stated of copies) {
      if (kindOf(stated) !== kind) continue;
      const copy = readAs(kind, stated.source);
      const letters = lettersIn(copy.text);
      if (letters > (best === null ? 0 : best.letters * CLEARLY_FULLER)) best = { copy, letters };
    }
  }
  return best?.copy ?? null;
}

/** The same as one line of plain text. */
export function fullestLine(copies: readonly NinjsCopy[]): string | null {
  return fullestCopy(copies)?.text.replace(/\s+/g, ' ').trim() || null;
}
