import { $createParagraphNode, $createTextNode, $getRoot, createEditor } from 'lexical';
import { expect, test } from 'vitest';
import { $slashBeforeCaret, $takeOut } from './typed-slash.ts';

/** What is asked for with these texts in one paragraph and the caret in the last of them, and what taking it out leaves. */
function asked(texts: readonly string[], caretBeforeEnd = 0): { query: string | null; left: string } {
  const editor = createEditor({
    onError(error) {
      throw error;
    },
  });
  const answer: { query: string | null; left: string } = { query: null, left: '' };
  editor.update(
    () => {
      const nodes = texts.map((text, index) => $createTextNode(text).setFormat(index === 0 ? 'bold' : 0));
      $getRoot().append($createParagraphNode().append(...nodes));
      const last = nodes.at(-1);
      const offset = (last?.getTextContentSize() ?? 0) - caretBeforeEnd;
      last?.select(offset, offset);
      const slash = $slashBeforeCaret();
      answer.query = slash && slash.query;
      if (slash !== null) $takeOut(slash);
      answer.left = $getRoot().getTextContent();
    },
    { discrete: true },
  );
  return answer;
}

test('a slash at the start of a word asks for what is typed behind it, and leaves nothing of itself', () => {
  expect(asked(['/tabel'])).toEqual({ query: 'tabel', left: '' });
  expect(asked(['Harga cabai, /ta'])).toEqual({ query: 'ta', left: 'Harga cabai, ' });
  expect(asked(['/ta besok'], ' besok'.length)).toEqual({ query: 'ta', left: ' besok' });
});

test('two words may be asked for, a space alone ends the asking', () => {
  expect(asked(['/kutipan besar'])).toEqual({ query: 'kutipan besar', left: '' });
  expect(asked(['/kutipan '])).toEqual({ query: null, left: '/kutipan ' });
  expect(asked(['/kutipan besar sekali'])).toMatchObject({ query: null });
});

test('a slash that was parted from what was typed behind it still asks for all of it', () => {
  expect(asked(['Harga /ta', 'bel'])).toEqual({ query: 'tabel', left: 'Harga ' });
  expect(asked(['Harga /', 'tabel besok'], ' besok'.length)).toEqual({
    query: 'tabel',
    left: 'Harga  besok',
  });
});

test('a slash within a word, and one that something else follows, ask for nothing', () => {
  for (const texts of [['dan/atau'], ['/tabel '], ['tanpa garis'], ['http:/', '/tabel']]) {
    expect(asked(texts)).toEqual({ query: null, left: texts.join('') });
  }
});
