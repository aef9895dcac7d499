/**
 * Footnotes of Markdown as GitHub, Pandoc and Obsidian write them (`[^1]`, and `[^1]: …` anywhere), brought in as those of Word
 * are: a raised number in brackets at the place, the notes in a numbered list at the end.
 */
import type { MarkedExtension, Token, Tokens } from 'marked';

const REFERENCE = /^\[\^([^\]\s]+)\]/;
/** The line, lines that go on with it, and behind an empty one those that are indented. */
const DEFINITION =
  /^ {0,3}\[\^([^\]\s]+)\]:[ \t]*([^\n]*(?:\n(?! {0,3}(?:\[\^[^\]\s]+\]:|[#>|`~]|[-*+] |\d+[.)] ))[ \t]*[^\s][^\n]*|\n(?:[ \t]*\n)+(?: {4}|\t)[^\n]*)*)(?:\n|$)/;
/** One that stands below words without an empty line. */
const DEFINITION_BELOW = /\n {0,3}\[\^[^\]\s]+\]:/;

interface Note extends Tokens.Generic {
  tokens: Token[];
}

/** Labels of one name, whatever their case. */
function named(label: string): string {
  return label.toLowerCase();
}

/** The footnotes of one text: `extension` is for reading that text alone, `list` gives its notes once it is written. */
export function markdownFootnotes(): {
  extension: MarkedExtension;
  list: (write: (tokens: Token[]) => string) => string;
} {
  const notes = new Map<string, Note>();
  /** In the order in which they are met; a note that nothing refers to comes last, since its words are words. */
  const numbers = new Map<string, number>();

  function numberOf(label: string): number {
    const known = numbers.get(label);
    if (known !== undefined) return known;
    numbers.set(label, numbers.size + 1);
    return numbers.size;
  }

  return {
    extension: {
      extensions: [
        {
          name: 'footnote',
          level: 'block',
          start(source) {
            // No further than the paragraph goes: this is asked about each of them.
            const end = source.indexOf('\n\n');
            const at = (end === -1 ? source : source.slice(0, end)).search(DEFINITION_BELOW);
            return at === -1 ? undefined : at + 1;
          },
          tokenizer(source) {
            const [raw, label = '', words = ''] = DEFINITION.exec(source) ?? [];
            if (raw === undefined) return undefined;
            const note: Note = { type: 'footnote', raw, tokens: [] };
            // Nothing can refer to a second one of that name.
            notes.set(notes.has(named(label)) ? ` ${notes.size}` : named(label), note);
            this.lexer.blockTokens(words.replaceAll(/\n(?: {4}|\t)/g, '\n'), note.tokens);
            return note;
          },
          renderer: () => '',
        },
        {
          name: 'footnoteReference',
          level: 'inline',
          // All notes are known: blocks are read before the words in them.
          tokenizer(source) {
            const [raw, label = ''] = REFERENCE.exec(source) ?? [];
            if (raw === undefined || !notes.has(named(label))) return undefined;
            return { type: 'footnoteReference', raw, label: named(label) };
          },
          renderer: ({ label }) => `<sup>[${numberOf(String(label))}]</sup>`,
        },
      ],
    },
    list(write) {
      if (notes.size === 0) return '';
      const items: string[] = [];
      const writeMet = (): void => {
        // Notes may refer to others, which are met while they are written.
        for (const label of numbers.keys()) {
          const note = notes.get(label);
          if (note !== undefined) items.push(`<li>${write(note.tokens)}</li>`);
          notes.delete(label);
        }
      };
      writeMet();
      for (const label of [...notes.keys()]) {
        numberOf(label);
        writeMet();
      }
      return `<ol>${items.join('')}</ol>`;
    },
  };
}
