import type { ContextMenuParams } from 'electron';
import { describe, expect, it } from 'vitest';
import { FakeMenu } from '../../../tests/electron-fake/surroundings.ts';
import { contextMenu } from './context-menu.ts';

const editFlags: ContextMenuParams['editFlags'] = {
  canUndo: false,
  canRedo: false,
  canCut: true,
  canCopy: true,
  canPaste: false,
  canDelete: true,
  canSelectAll: true,
  canEditRichly: true,
};
const nowhere = {
  misspelledWord: '',
  dictionarySuggestions: [],
  isEditable: false,
  editFlags,
  linkURL: '',
  selectionText: '',
};

const done: string[][] = [];
function open(
  clicked: Partial<Parameters<typeof contextMenu>[0]>,
  language: 'id' | 'en' = 'id',
  spelledBy: ('id' | 'en')[] | null = null,
): FakeMenu {
  done.length = 0;
  return FakeMenu.buildFromTemplate(
    contextMenu(
      { ...nowhere, ...clicked },
      { language, spelledBy },
      {
        replaceMisspelling: (word) => done.push(['replace', word]),
        addToDictionary: (word) => done.push(['add', word]),
        openOutside: (address) => done.push(['open', address]),
        copy: (text) => done.push(['copy', text]),
        checkSpellingBy: (languages) => done.push(['spelling', ...languages]),
      },
    ),
  );
}
const labels = (menu: FakeMenu) => menu.items.map(({ label }) => label);

describe('the menu under the pointer', () => {
  it('is not there where there is nothing to offer', () => {
    expect(labels(open({}))).toEqual([]);
    expect(labels(open({ linkURL: 'app://redaksi/#/naskah' }))).toEqual([]);
  });

  it('offers the right spelling, and to learn the word', () => {
    const menu = open({ misspelledWord: 'presidn', dictionarySuggestions: ['presiden'], isEditable: true });
    expect(labels(menu).slice(0, 2)).toEqual(['presiden', 'Tambahkan “presidn” ke kamus']);
    menu.labelled('presiden').click();
    menu.labelled('Tambahkan “presidn” ke kamus').click();
    expect(done).toEqual([
      ['replace', 'presiden'],
      ['add', 'presidn'],
    ]);
    expect(labels(open({ misspelledWord: 'xzq' }, 'en'))[0]).toBe('No spelling suggestions');
  });

  it('works with the clipboard as far as the place allows', () => {
    const menu = open({ isEditable: true }, 'en');
    expect(labels(menu)).toEqual(['Cut', 'Copy', 'Paste', 'Paste without formatting', 'Select all']);
    expect(menu.labelled('Paste').enabled).toBe(false);
    expect(menu.labelled('Cut').enabled).toBe(true);
    expect(labels(open({ selectionText: 'kutipan' }))).toEqual(['Salin']);
  });

  it('opens and copies links that lead outside, and no others', () => {
    const menu = open({ linkURL: 'https://contoh.example/' }, 'en');
    menu.labelled('Open the link in the browser').click();
    menu.labelled('Copy the link address').click();
    expect(done).toEqual([
      ['open', 'https://contoh.example/'],
      ['copy', 'https://contoh.example/'],
    ]);
    expect(labels(open({ linkURL: 'file:///etc/passwd' }))).toEqual([]);
    expect(labels(open({ linkURL: 'javascript:alert(1)' }))).toEqual([]);
  });

  it('chooses the languages of spelling where there is something to write, and where they can be chosen', () => {
    const menu = open({ isEditable: true }, 'en', ['id']);
    const submenu = menu.labelled('Check spelling in').submenu;
    expect(submenu?.items.map(({ label, template }) => [label, template.checked])).toEqual([
      ['Indonesian', true],
      ['English', false],
    ]);
    submenu?.labelled('English').click();
    submenu?.labelled('Indonesian').click();
    expect(done).toEqual([['spelling', 'id', 'en'], ['spelling']]);
    expect(labels(open({ selectionText: 'kutipan' }, 'en', ['id']))).toEqual(['Copy']);
    expect(labels(open({ isEditable: true }, 'en', null))).not.toContain('Check spelling in');
  });
});
