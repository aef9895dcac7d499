/** Where the words one searches for stand in a headline or teaser. */
import { readWireQuery } from '../../../shared/domain/wire-query.ts';

export interface TextPiece {
  text: string;
  hit: boolean;
}

/** The words and phrases a query wants, as they may stand in a text; null where it wants none. */
export function hitPattern(query: string): RegExp | null {
  const { words } = readWireQuery(query, 0, 0);
  const parts = [...words.matchAll(/(-?)(?:["“”]([^"“”]*)["“”]?|(\S+))/gu)];
  const wanted = parts.flatMap(([, minus, phrase, word]) => {
    const letters = (phrase ?? word ?? '').match(/[\p{L}\p{N}]+/gu);
    return minus === '-' || letters === null ? [] : [letters.join('[^\\p{L}\\p{N}]+')];
  });
  if (wanted.length === 0) return null;
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${wanted.join('|')})`, 'giu');
}

/** The text in pieces, those that were searched for marked. */
export function piecesOf(text: string, pattern: RegExp | null): TextPiece[] {
  if (pattern === null) return [{ text, hit: false }];
  const pieces: TextPiece[] = [];
  let end = 0;
  for (const { 0: found, index } of text.matchAll(pattern)) {
    if (index > end) pieces.push({ text: text.slice(end, index), hit: false });
    pieces.push({ text: found, hit: true });
    end = index + found.length;
  }
  if (end < text.length) pieces.push({ text: text.slice(end), hit: false });
  return pieces;
}
