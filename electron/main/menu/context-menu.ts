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
}

type Clicked = Pick<
  ContextMenuParams,
  'misspelledWord' | 'dictionarySuggestions' | 'isEditable' | 'editFlags' | 'linkURL' | 'selectionText'
>;

/** Builds the menu for what was clicked; empty where there is nothing to offer. */
export function contextMenu(clicked: Clicked, language: Language, actions: ContextMenuActions): Item[] {
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

  const parts = [spelling(), links(), clipboard()].filter((part) => part.length > 0);
  return parts.flatMap((part, index): Item[] => (index === 0 ? part : [{ type: 'separator' }, ...part]));
}
