/** Addresses that are typed become links, once a character has ended them. */
import { $createLinkNode, $isLinkNode } from '@lexical/link';
import { $getNodeByKey, $isTextNode, type NodeKey } from 'lexical';
import {
  LONGEST_TYPED_ADDRESS,
  typedAddress,
  type TypedAddress,
} from '../../../../shared/domain/typed-address.ts';

/** Where typing is: in a text node, behind so many of its characters. */
export interface TypedPlace {
  key: NodeKey;
  offset: number;
}

/**
 * The address in a text node that ends at the place: `ended` is the character that did it where that stands in no text
 * node, as Enter. Null where there is none, or where the words are a link or code already.
 */
export function $typedAddressAt({ key, offset }: TypedPlace, ended = ''): TypedAddress | null {
  const node = $getNodeByKey(key);
  if (!$isTextNode(node) || !node.isSimpleText() || node.hasFormat('code') || $isLinkNode(node.getParent()))
    return null;
  const from = Math.max(0, offset - LONGEST_TYPED_ADDRESS);
  const address = typedAddress(node.getTextContent().slice(from, offset) + ended);
  return address === null ? null : { ...address, start: address.start + from, end: address.end + from };
}

/** Makes a link of words of a text node; the caret stays. */
export function $linkWords(key: NodeKey, { start, end, url }: TypedAddress): void {
  const node = $getNodeByKey(key);
  if (!$isTextNode(node)) return;
  const parts = node.splitText(start, end);
  const words = start === 0 ? parts[0] : parts[1];
  if (words === undefined) return;
  const link = $createLinkNode(url, { rel: null });
  words.insertBefore(link);
  link.append(words);
}
