/** What bytes fall into when they are read, and how much of it is borne. */
export interface PieceLimit {
  /** Signs of ASCII of which each begins or ends a piece. */
  signs: string;
  most: number;
}

/**
 * Whether bytes fall into more pieces than can be held: counted, not read. The engine splits lines, reads JSON and joins words
 * in one go, and where it runs out of memory in the middle of that the whole process ends, not the worker alone: such bytes
 * must not be begun.
 */
export function hasTooManyPieces(bytes: Uint8Array, { signs, most }: PieceLimit): boolean {
  if (bytes.length <= most) return false;
  const between = new Uint8Array(256);
  for (const sign of signs) between[sign.charCodeAt(0)] = 1;
  let pieces = 0;
  // By position: going through fifty megabytes by value takes a second.
  for (let at = 0; at < bytes.length; at += 1) pieces += between[bytes[at] ?? 0] ?? 0;
  return pieces > most;
}
