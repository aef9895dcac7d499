/** Addresses that stand alone on their line are meant as what they show. */
import { buildDocument, embed } from '../document/build.ts';
import { embedOfAddress } from '../document/embeds.ts';
import type { ArticleDocument, BlockNode } from '../document/vocabulary.ts';
import { inlineText } from '../document/walk.ts';

function asEmbed(block: BlockNode): BlockNode {
  if (block.type !== 'paragraph' || block.children.length !== 1) return block;
  const words = inlineText(block.children).trim();
  const shown = /^https?:\/\/\S+$/i.test(words) ? embedOfAddress(words) : null;
  return shown === null ? block : embed(shown);
}

/** The document with every paragraph that is nothing but the address of something embeddable as that embed. */
export function withEmbedsOfLoneAddresses(document: ArticleDocument): ArticleDocument {
  return buildDocument(document.root.children.map(asEmbed));
}
