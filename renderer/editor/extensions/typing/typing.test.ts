import { getExtensionDependencyFromEditor } from '@lexical/extension';
import { $getRoot, $getSelection, $isRangeSelection, KEY_ENTER_COMMAND, UNDO_COMMAND } from 'lexical';
import { describe, expect, it } from 'vitest';
import { link, paragraph, text } from '../../../../shared/document/build.ts';
import { SuggestingExtension } from '../review/suggesting-extension.ts';
import { openCopy } from '../../testing-copy.ts';

describe('typing', () => {
  it('sets typographic marks, each a step of its own', () => {
    const desk = openCopy(paragraph([]));
    desk.caretIn(0);
    desk.type('Ia berkata "ya');
    expect(desk.words()).toEqual(['Ia berkata “ya']);
    desk.type('"');
    expect(desk.words()).toEqual(['Ia berkata “ya”']);
    desk.editor.dispatchCommand(UNDO_COMMAND, undefined);
    expect(desk.words()).toEqual(['Ia berkata “ya"']);
  });

  it('knows what stands before behind another format and behind a link', () => {
    const linked = link('https://antaranews.com', [text('Antara')]);
    const behindLink = openCopy(paragraph([text('“kata '), linked]));
    behindLink.caretIn(0);
    behindLink.type('" ya');
    expect(behindLink.words()).toEqual(['“kata Antara” ya']);
    const behindBold = openCopy(paragraph([]));
    behindBold.caretIn(0);
    behindBold.type('"**tegas**" ya');
    expect(behindBold.words()).toEqual(['“tegas” ya']);
    const besideLink = openCopy(paragraph([linked, text(' naik')]));
    besideLink.caretIn(0);
    besideLink.type(' "ya" - Rp 5 ribu.');
    expect(besideLink.words()).toEqual(['Antara naik “ya” – Rp5\u00a0ribu.']);
  });

  it('leaves code and pasted words alone', () => {
    const desk = openCopy(paragraph([text('kode ', 16)]));
    desk.caretIn(0);
    // As the browser tells of a caret in code: what is typed there is code.
    desk.editor.update(
      () => {
        const selection = $getSelection();
        if ($isRangeSelection(selection)) selection.setFormat(16);
      },
      { discrete: true },
    );
    desk.type('"');
    expect(desk.blocks()).toMatchObject([{ children: [{ text: 'kode "', format: 16 }] }]);
    expect(desk.words()).toEqual(['kode "']);
    desk.editor.update(
      () => {
        const selection = $getSelection();
        if ($isRangeSelection(selection)) selection.insertText('a "b" c');
      },
      { discrete: true },
    );
    expect(desk.words()).toEqual(['kode "a "b" c']);
  });

  it('takes Markdown for headings, lists, rules and marks', () => {
    const desk = openCopy(paragraph([]));
    desk.caretIn(0);
    desk.type('## Judul');
    expect(desk.blocks()).toMatchObject([{ type: 'heading', tag: 'h2', children: [{ text: 'Judul' }] }]);
    const second = openCopy(paragraph([]));
    second.caretIn(0);
    second.type('--- ');
    expect(second.blocks().map(({ type }) => type)).toEqual(['horizontalrule', 'paragraph']);
    second.type('- butir');
    expect(second.blocks()[1]).toMatchObject({ type: 'list', listType: 'bullet' });
    const third = openCopy(paragraph([]));
    third.caretIn(0);
    third.type('sangat **tebal**');
    expect(third.blocks()).toMatchObject([{ children: [{ text: 'sangat ' }, { text: 'tebal', format: 1 }] }]);
  });

  it('takes three stars or underscores around words for bold italics, and three signs and Enter for a rule', () => {
    for (const around of ['***', '___']) {
      const desk = openCopy(paragraph([]));
      desk.caretIn(0);
      desk.type(`sangat ${around}tegas${around}`);
      expect(desk.blocks()).toMatchObject([
        { children: [{ text: 'sangat ' }, { text: 'tegas', format: 3 }] },
      ]);
    }
    for (const signs of ['---', '***', '___']) {
      const desk = openCopy(paragraph([]));
      desk.caretIn(0);
      desk.type(signs);
      desk.editor.dispatchCommand(KEY_ENTER_COMMAND, null);
      desk.type('lanjut');
      expect(desk.blocks()).toMatchObject([
        { type: 'horizontalrule' },
        { type: 'paragraph', children: [{ text: 'lanjut' }] },
      ]);
    }
  });

  it('makes a link of an address once a space ends it, to be undone by itself', () => {
    const desk = openCopy(paragraph([]));
    desk.caretIn(0);
    desk.type('Lihat https://antaranews.com/a,');
    expect(desk.blocks()).toMatchObject([{ children: [{ text: 'Lihat https://antaranews.com/a,' }] }]);
    desk.type(' lalu');
    expect(desk.blocks()).toMatchObject([
      {
        children: [
          { text: 'Lihat ' },
          { type: 'link', url: 'https://antaranews.com/a', children: [{ text: 'https://antaranews.com/a' }] },
          { text: ', lalu' },
        ],
      },
    ]);
    const second = openCopy(paragraph([]));
    second.caretIn(0);
    second.type('www.antaranews.com ');
    expect(second.blocks()).toMatchObject([
      { children: [{ type: 'link', url: 'https://www.antaranews.com' }, { text: ' ' }] },
    ]);
    second.editor.dispatchCommand(UNDO_COMMAND, undefined);
    expect(second.blocks()).toMatchObject([{ children: [{ type: 'text', text: 'www.antaranews.com ' }] }]);
    second.type(' ya');
    expect(second.blocks()).toMatchObject([{ children: [{ type: 'text', text: 'www.antaranews.com  ya' }] }]);
  });

  it('makes one at Enter and at a closing mark too', () => {
    const desk = openCopy(paragraph([]));
    desk.caretIn(0);
    desk.type('(https://a.id/b)');
    const bracketed = [{ text: '(' }, { type: 'link', url: 'https://a.id/b' }, { text: ')' }];
    expect(desk.blocks()).toMatchObject([{ children: bracketed }]);
    desk.type(' "https://c.id"');
    expect(desk.blocks()).toMatchObject([
      {
        children: [
          ...bracketed.slice(0, 2),
          { text: ') “' },
          { type: 'link', url: 'https://c.id', children: [{ text: 'https://c.id' }] },
          { text: '”' },
        ],
      },
    ]);
    const second = openCopy(paragraph([]));
    second.caretIn(0);
    second.type('https://a.id');
    second.editor.dispatchCommand(KEY_ENTER_COMMAND, null);
    second.type('Lanjut');
    expect(second.blocks()).toMatchObject([
      { children: [{ type: 'link', url: 'https://a.id' }] },
      { children: [{ text: 'Lanjut' }] },
    ]);
    second.editor.dispatchCommand(UNDO_COMMAND, undefined);
    second.editor.dispatchCommand(UNDO_COMMAND, undefined);
    expect(second.blocks()).toMatchObject([{ children: [{ type: 'text', text: 'https://a.id' }] }, {}]);
  });

  it('leaves addresses alone in links and code, in Markdown until its link is whole, and where all is suggested', () => {
    const linked = openCopy(paragraph([link('https://b.id', [text('lihat www.a.id di')])]));
    linked.editor.update(
      () => {
        $getRoot().getAllTextNodes()[0]?.select('lihat www.a.id'.length, 'lihat www.a.id'.length);
      },
      { discrete: true },
    );
    linked.type(' ');
    expect(linked.blocks()).toMatchObject([
      { children: [{ type: 'link', url: 'https://b.id', children: [{ text: 'lihat www.a.id  di' }] }] },
    ]);
    const code = openCopy(paragraph([text('www.a.id', 16)]));
    code.caretIn(0);
    code.type(' ');
    code.editor.dispatchCommand(KEY_ENTER_COMMAND, null);
    expect(code.words()).toEqual(['www.a.id ', '']);
    expect(JSON.stringify(code.blocks())).not.toContain('"link"');
    const marked = openCopy(paragraph([]));
    marked.caretIn(0);
    marked.type('[Antara](https://a.id)');
    expect(marked.blocks()).toMatchObject([
      { children: [{ type: 'link', url: 'https://a.id', children: [{ text: 'Antara' }] }] },
    ]);
    const suggested = openCopy(paragraph([]));
    getExtensionDependencyFromEditor(suggested.editor, SuggestingExtension).output.toggle();
    suggested.caretIn(0);
    suggested.type('www.a.id ');
    expect(suggested.words()).toEqual(['www.a.id ']);
    expect(JSON.stringify(suggested.blocks())).not.toContain('"link"');
  });
});
