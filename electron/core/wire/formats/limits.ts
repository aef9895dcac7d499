/** Deliveries beyond this are refused unread. */
export const LARGEST_DELIVERY_BYTES = 50 * 1024 * 1024;

/** What falls into more lines, or members of JSON, than this is refused unread. */
export const MOST_PIECES = 8_000_000;

/** By byte: 1 for what stands between pieces. */
const BETWEEN = new Uint8Array(256);
for (const sign of '\n\r,[{') BETWEEN[sign.charCodeAt(0)] = 1;

/**
 * Whether bytes fall into more pieces than can be held. The engine splits lines and reads JSON in one go, and where it runs
 * out of memory in the middle of that the whole process ends, not the worker alone: such a delivery must not be begun.
 */
export function hasTooManyPieces(bytes: Uint8Array): boolean {
  if (bytes.length <= MOST_PIECES) return false;
  let pieces = 0;
  // By position: going through fifty megabytes by value takes a second.
  for (let at = 0; at < bytes.length; at += 1) pieces += BETWEEN[bytes[at] ?? 0] ?? 0;
  return pieces > MOST_PIECES;
}
