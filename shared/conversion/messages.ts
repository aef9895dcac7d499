/** Messages copied out of WhatsApp: `[12:30, 4/27/2018] Sari: *Rilis* pers`, one below the other. */
import { lineBreak, paragraph, text } from '../document/build.ts';
import {
  TEXT_FORMAT,
  type BlockNode,
  type InlineNode,
  type PlainInlineNode,
} from '../document/vocabulary.ts';

const DATE = String.raw`\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}`;
const TIME = String.raw`\d{1,2}[.:]\d{2}(?:[.:]\d{2})?(?:[\s\u202f]?[AaPp]\.?[Mm]\.?)?`;
/** WhatsApp Web `[12:30, 4/27/2018] N:`, iOS `[27/04/18 12.30.05] N:`, Android `27/04/18 12.30 - N:`. */
const PREFIX = new RegExp(
  String.raw`^[\u200e\u200f]?(?:\[(?:${TIME}, ?${DATE}|${DATE},? ${TIME})\]|${DATE},? ${TIME} -) ([^:\n]{1,60}): ?`,
);

/** `*bold*`, `_italic_`, `~struck~`: marks that stand close to words and apart from others, on one line. */
const MARKED = /(^|[\s([{“"'])([*_~])(?=\S)([^\n]*?\S)\2(?=$|[\s.,;:!?)\]}”"'…-])/u;

const FORMAT_OF_MARK: Readonly<Record<string, number>> = {
  '*': TEXT_FORMAT.bold,
  _: TEXT_FORMAT.italic,
  '~': TEXT_FORMAT.strikethrough,
};

/** A line with the marks of messengers read as formats; marks around nothing but signs stay what they are. */
export function markedLine(line: string, format = 0): PlainInlineNode[] {
  const found = MARKED.exec(line);
  if (found === null) return line === '' ? [] : [text(line, format)];
  const [whole, before = '', mark = '', inside = ''] = found;
  const head = line.slice(0, found.index) + before;
  const rest = markedLine(line.slice(found.index + whole.length), format);
  const isWords = /[\p{L}\p{N}]/u.test(inside) && !inside.includes(mark);
  const marked = isWords
    ? markedLine(inside, format | (FORMAT_OF_MARK[mark] ?? 0))
    : [text(mark + inside + mark, format)];
  return [...(head === '' ? [] : [text(head, format)]), ...marked, ...rest];
}

/** Longer lines are read as they are: looking for marks in them takes long. */
const LONGEST_LINE = 5_000;

interface Message {
  sender: string;
  lines: string[];
}

/** The messages of a copied conversation; null where the text is none. */
function messagesOf(source: string): Message[] | null {
  const messages: Message[] = [];
  for (const line of source.trim().split(/\r\n|\n/)) {
    const found = PREFIX.exec(line);
    if (found !== null) messages.push({ sender: found[1] ?? '', lines: [line.slice(found[0].length)] });
    else if (messages.length === 0) return null;
    else messages.at(-1)?.lines.push(line);
  }
  return messages;
}

function paragraphsOf(lines: readonly string[]): string[][] {
  const parts: string[][] = [[]];
  for (const line of lines) {
    if (line.trim() === '') parts.push([]);
    else parts.at(-1)?.push(line.trim());
  }
  return parts.filter((part) => part.length > 0);
}

/**
 * A copied conversation as paragraphs; null where the text is none. Times go. Of one sender the name goes too, as in a
 * press release that was passed on; of several each says who speaks.
 */
export function blocksOfMessages(source: string): BlockNode[] | null {
  const messages = messagesOf(source);
  if (messages === null) return null;
  const several = new Set(messages.map(({ sender }) => sender)).size > 1;
  return messages.flatMap(({ sender, lines }) =>
    paragraphsOf(lines).map((part, index) => {
      const words = part.flatMap((line, at): InlineNode[] => [
        ...(at === 0 ? [] : [lineBreak()]),
        ...(line.length > LONGEST_LINE ? [text(line)] : markedLine(line)),
      ]);
      return paragraph(several && index === 0 ? [text(`${sender}: `, TEXT_FORMAT.bold), ...words] : words);
    }),
  );
}
