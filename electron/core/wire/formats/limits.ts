import type { PieceLimit } from '../../conversion/pieces.ts';

/** Deliveries beyond this are refused unread. */
export const LARGEST_DELIVERY_BYTES = 50 * 1024 * 1024;

/** What falls into more lines, or members of JSON, than this is refused unread. */
export const MOST_PIECES: PieceLimit = { signs: '\n\r,[{', most: 8_000_000 };
