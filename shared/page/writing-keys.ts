/** Keys that the copy and the panels beside it take by themselves: no commands, but in the map of keys like those. */
import type { MessageKey } from '../i18n/translate.ts';

interface WritingKeys {
  title: MessageKey;
  /** As in `ListedCommand`; signs that are typed one after the other are one entry: `##`. */
  keys: readonly string[];
}

export const writingKeys: readonly { group: MessageKey; keys: readonly WritingKeys[] }[] = [
  {
    group: 'writingKeys.copy',
    keys: [
      { title: 'editor.bold', keys: ['Mod+b'] },
      { title: 'editor.italic', keys: ['Mod+i'] },
      { title: 'editor.underline', keys: ['Mod+u'] },
      { title: 'editor.link', keys: ['Mod+Shift+k'] },
      { title: 'editor.undo', keys: ['Mod+z'] },
      { title: 'editor.redo', keys: ['Mod+Shift+z', 'Mod+y'] },
      { title: 'writingKeys.pasteText', keys: ['Mod+Shift+v'] },
      { title: 'writingKeys.lineBreak', keys: ['Shift+Enter'] },
      { title: 'writingKeys.mend', keys: ['Alt+Enter'] },
      { title: 'writingKeys.moveBlock', keys: ['Alt+ArrowUp', 'Alt+ArrowDown'] },
      { title: 'writingKeys.moveColumn', keys: ['Alt+Shift+ArrowLeft', 'Alt+Shift+ArrowRight'] },
      { title: 'writingKeys.indent', keys: ['Tab', 'Shift+Tab'] },
      { title: 'writingKeys.toolbar', keys: ['ArrowLeft', 'ArrowRight'] },
    ],
  },
  {
    group: 'writingKeys.typed',
    keys: [
      { title: 'writingKeys.insert', keys: ['/'] },
      { title: 'writingKeys.heading', keys: ['##', '###', '####'] },
      { title: 'writingKeys.list', keys: ['-', '1.'] },
      { title: 'writingKeys.quote', keys: ['>'] },
      { title: 'writingKeys.rule', keys: ['---'] },
      { title: 'writingKeys.formats', keys: ['**', '_', '~~', '`'] },
      { title: 'writingKeys.markedLink', keys: ['[ ]( )'] },
      { title: 'writingKeys.typedLink', keys: ['https://…', 'www.…'] },
    ],
  },
  {
    group: 'writingKeys.checks',
    keys: [
      { title: 'writingKeys.step', keys: ['n', 'p'] },
      { title: 'writingKeys.fix', keys: ['Enter'] },
      { title: 'writingKeys.fixAll', keys: ['Shift+Enter'] },
      { title: 'checks.do.ignore', keys: ['i'] },
      { title: 'checks.do.addWord', keys: ['k'] },
      { title: 'checks.do.goTo', keys: ['o'] },
    ],
  },
];
