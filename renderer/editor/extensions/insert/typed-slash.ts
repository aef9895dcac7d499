/** A slash at the start of a word and what is typed behind it: how a block is asked for without leaving the copy. */
import { $getSelection, $isRangeSelection, $isTextNode, type TextNode } from 'lexical';

/** Two words at most, as what is asked for has; the space between them is none before the second is begun. */
const TRIGGER = /(^|\s)\/([\p{L}\p{N}-]{0,20}|[\p{L}\p{N}-]{1,20} [\p{L}\p{N}-]{1,20})$/u;

/** The slash that ends a text, in the words of Lexical's typeahead menus; null where none does. */
export function readSlash(
  text: string,
): { leadOffset: number; matchingString: string; replaceableString: string } | null {
  const match = TRIGGER.exec(text);
  if (match === null) return null;
  const [whole, before = '', query = ''] = match;
  return {
    leadOffset: match.index + before.length,
    matchingString: query,
    replaceableString: whole.slice(before.length),
  };
}

interface TypedSlash {
  /** What is typed behind it. */
  query: string;
  /** Where it begins and where the caret is. */
  from: { node: TextNode; offset: number };
  caret: { node: TextNode; offset: number };
}

/** The slash right before the caret; it may have been parted from what was typed behind it. Null where there is none. */
export function $slashBeforeCaret(): TypedSlash | null {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || !selection.isCollapsed()) return null;
  const node = selection.anchor.getNode();
  if (!$isTextNode(node) || !node.isSimpleText()) return null;
  const { offset } = selection.anchor;
  const before = node.getPreviousSibling();
  const earlier = $isTextNode(before) ? before.getTextContent() : '';
  const slash = readSlash(earlier + node.getTextContent().slice(0, offset));
  if (slash === null) return null;
  const { leadOffset, matchingString: query } = slash;
  const from =
    $isTextNode(before) && leadOffset < earlier.length
      ? { node: before, offset: leadOffset }
      : { node, offset: leadOffset - earlier.length };
  return { query, from, caret: { node, offset } };
}

/** Takes the slash and what is typed behind it out of the copy. */
export function $takeOut({ from, caret }: TypedSlash): void {
  const paragraph = caret.node.getParent();
  const selection = from.node.select(from.offset, from.offset);
  selection.focus.set(caret.node.getKey(), caret.offset, 'text');
  selection.removeText();
  if (paragraph !== null && paragraph.isEmpty()) paragraph.select();
}
