/** The menu under the pointer: spelling, the clipboard, links. */
import type { ContextMenuParams, MenuItemConstructorOptions } from 'electron';
import { translate, type Language, type MessageKey } from '../../../shared/i18n/translate.ts';
import { mayOpenOutside } from '../policy.ts';

type Item = MenuItemConstructorOptions;

export interface ContextMenuActions {
  replaceMisspelling(word: string): void;
  addToDictionary(word: string): void;
  openOutside(address: string): void;
  copy(text: string): void;
  checkSpellingBy(languages: Language[]): void;
}

const SPELLING_LANGUAGES: readonly Language[] = ['id', 'en'];

type Clicked = Pick<
  ContextMenuParams,
  'misspelledWord' | 'dictionarySuggestions' | 'isEditable' | 'editFlags' | 'linkURL' | 'selectionText'
>;

/**
 * Builds the menu for what was clicked; empty where there is nothing to offer. `spelledBy`: the languages that spelling
 * is checked by now; null where the system decides, or nothing is checked.
 */
export function contextMenu(
  clicked: Clicked,
  { language, spelledBy }: { language: Language; spelledBy: readonly Language[] | null },
  actions: ContextMenuActions,
): Item[] {
  const { misspelledWord, dictionarySuggestions, isEditable, editFlags, linkURL, selectionText } = clicked;
  const words = (key: MessageKey, parameters = {}): string => translate(language, key, parameters);

  function spelling(): Item[] {
    if (misspelledWord === '') return [];
    const suggestions = dictionarySuggestions.map((word) => ({
      label: word,
      click: () => actions.replaceMisspelling(word),
    }));
    return [
      ...(suggestions.length > 0
        ? suggestions
        : [{ label: words('desktop.menu.noSuggestions'), enabled: false }]),
      {
        label: words('desktop.menu.addToDictionary', { word: misspelledWord }),
        click: () => actions.addToDictionary(misspelledWord),
      },
    ];
  }

  function links(): Item[] {
    if (!mayOpenOutside(linkURL)) return [];
    return [
      { label: words('desktop.menu.openLink'), click: () => actions.openOutside(linkURL) },
      { label: words('desktop.menu.copyLink'), click: () => actions.copy(linkURL) },
    ];
  }

  function clipboard(): Item[] {
    const copy: Item = { role: 'copy', label: words('desktop.menu.copy'), enabled: editFlags.canCopy };
    if (!isEditable) return selectionText.trim() === '' ? [] : [copy];
    return [
      { role: 'cut', label: words('desktop.menu.cut'), enabled: editFlags.canCut },
      copy,
      { role: 'paste', label: words('desktop.menu.paste'), enabled: editFlags.canPaste },
      { role: 'pasteAndMatchStyle', label: words('desktop.menu.pastePlain'), enabled: editFlags.canPaste },
      { role: 'selectAll', label: words('desktop.menu.selectAll'), enabled: editFlags.canSelectAll },
    ];
  }

  function spellingLanguages(): Item[] {
    if (spelledBy === null || !isEditable) return [];
    const submenu = SPELLING_LANGUAGES.map((each): Item => {
      const others = SPELLING_LANGUAGES.filter((one) => one !== each && spelledBy.includes(one));
      const checked = spelledBy.includes(each);
      return {
        type: 'checkbox',
        label: words(`desktop.menu.spelling.${each}`),
        checked,
        click: () => actions.checkSpellingBy(checked ? others : [...others, each]),
      };
    });
    return [{ label: words('desktop.menu.spelling'), submenu }];
  }

  const parts = [spelling(), links(), clipboard(), spellingLanguages()].filter((part) => part.length > 0);
  return parts.flatMap((part, index): Item[] => (index === 0 ? part : [{ type: 'separator' }, ...part]));
}
