/**
 * What Word puts on the clipboard beside the copy: comments, which are no part of it, and footnotes and endnotes, whose
 * words come in parts of their own behind it (`<div style='mso-element:footnote-list'>`).
 */
import { lineBreak, list } from '../document/build.ts';
import type { BlockNode, InlineNode, ListNode } from '../document/vocabulary.ts';
import type { Attributes } from './html-tokens.ts';

const COMMENTS = /mso-element:\s*comment-list|mso-special-character:\s*comment/i;
const COMMENT = /\bmsocom(?:txt|anchor)\b/i;
/** `[U1]`: initials of who says it, and the number of the comment. */
const COMMENT_NUMBER = /\[[^[\]]{0,9}\d\]/g;

const NOTE_LIST = /mso-element:\s*(?:foot|end)note-list/i;
const NOTE = /mso-element:\s*(?:foot|end)note(?!-)/i;
const REFERENCE = /mso-(?:foot|end)note-id:\s*([\w-]+)/i;
/** From a note back to its place. */
const BACK = /^#_(?:ft|ed)nref/;

/** Whether the element is a comment of a reviewer, or holds all of them. */
export function isComment(name: string, { style = '', class: names = '' }: Attributes): boolean {
  return (name === 'div' || name === 'span' || name === 'a') && (COMMENTS.test(style) || COMMENT.test(names));
}

/** Whether the element is the line above the comments. */
export function isRuleOfComments({ class: names = '' }: Attributes): boolean {
  return /\bmsocom(?:off|hide)\b/i.test(names);
}

/** Whether the element is styled as the mark of a comment is. Typing behind a mark gives words of the copy that style. */
export function isCommentMark(name: string, { class: names = '' }: Attributes): boolean {
  return name === 'span' && /\bMsoCommentReference\b/i.test(names);
}

/** The words of the copy in what is styled as a comment's mark; an empty string for most. */
export function wordsOfCommentMark(text: string): string {
  const words = text.replace(COMMENT_NUMBER, '');
  return words.trim() === '' ? '' : words;
}

/** Whether the element holds all the footnotes, or all the endnotes. */
export function isNoteList(name: string, { style = '' }: Attributes): boolean {
  return name === 'div' && NOTE_LIST.test(style);
}

/** The name by which a note is referred to, where the element is one. */
export function noteName(name: string, { style = '', id = '' }: Attributes): string | null {
  return name === 'div' && NOTE.test(style) ? id : null;
}

/** The name of the note that the element refers to, and whether it stands in that note itself. */
export function noteReference(
  name: string,
  { style = '', href = '' }: Attributes,
): { note: string; isBack: boolean } | null {
  const note = name === 'a' ? REFERENCE.exec(style)?.[1] : undefined;
  return note === undefined ? null : { note, isBack: BACK.test(href) };
}

interface Note {
  number: number;
  words: InlineNode[];
}

/** The notes of one text, numbered in the order of their places; one that nothing refers to comes last. */
export class WordNotes {
  readonly #notes = new Map<string, Note>();

  /** The number of a note whose place, or whose words, are met. */
  numberOf(note: string): number {
    return this.#note(note).number;
  }

  /** Takes what a note says, a line each block; what is no words is given back. */
  take(note: string, blocks: readonly BlockNode[]): BlockNode[] {
    if (blocks.length === 0) return [];
    const { words } = this.#note(note);
    const others: BlockNode[] = [];
    for (const block of blocks) {
      if (block.type !== 'paragraph' && block.type !== 'heading' && block.type !== 'quote') {
        others.push(block);
        continue;
      }
      if (words.length > 0) words.push(lineBreak());
      for (const node of block.children) words.push(node);
    }
    return others;
  }

  /** The notes as a list; null where there is none. */
  list(): ListNode | null {
    const notes = [...this.#notes.values()].map(({ words }) => words);
    return notes.some((words) => words.length > 0) ? list('number', notes) : null;
  }

  #note(name: string): Note {
    const known = this.#notes.get(name);
    if (known !== undefined) return known;
    const note = { number: this.#notes.size + 1, words: [] };
    this.#notes.set(name, note);
    return note;
  }
}
