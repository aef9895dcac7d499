/** The first words that fit within `limit` UTF-16 units, with an ellipsis where something was left out. */
export function cutAtWord(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const cut = text.slice(0, limit);
  // A single long word is cut within, rather than leaving almost nothing.
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), limit / 2)).toWellFormed()} …`;
}
