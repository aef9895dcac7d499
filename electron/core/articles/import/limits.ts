/** What a manuscript may fall into, and what an article may become of it. */
import type { PieceLimit } from '../../conversion/pieces.ts';

/**
 * Every tag, line or mark becomes an object or more, of which a worker holds some millions; a book of a hundred thousand words
 * has half as many.
 */
const MOST_PIECES = 500_000;
/** Markup, and the lines of plain text. */
export const MARKUP_PIECES: PieceLimit = { signs: '<\n\r', most: MOST_PIECES };
/** Marks of Markdown besides; none of them is a sign of Base64, in which pictures are spelled out. */
export const MARKDOWN_PIECES: PieceLimit = { signs: '<\n\r>*_`[|~', most: MOST_PIECES };
/** Blocks of an article: what is beyond them keeps the desk busy for many seconds with every save. */
export const MOST_BLOCKS = 50_000;
