import { keyCaps, useCommands } from '../../../commands.ts';
import type { EditorHandle } from '../../../editor/ArticleEditor.tsx';
import { useTranslate } from '../../../i18n.ts';
import { ClipboardType } from '../../../ui/icons/icons.ts';
import { showToast } from '../../../ui/toast.ts';

/** Keys of the browser's own, which hands the clipboard over unasked. */
const KEYS = 'Mod+Shift+v';

/** Offers *Tempel sebagai teks* in the palette. */
export function usePasteText(editor: EditorHandle | null, active: boolean): void {
  const translate = useTranslate();
  const keys = keyCaps(KEYS).join('+');

  async function pasteText(): Promise<void> {
    try {
      const words = await navigator.clipboard.readText();
      editor?.focus();
      editor?.pasteText(words);
    } catch {
      showToast(translate('paste.unreadable', { keys }), { tone: 'problem' });
    }
  }

  useCommands(
    active && editor !== null
      ? [
          {
            id: 'article.pasteText',
            title: 'paste.command',
            parameters: { keys },
            group: 'palette.group.article',
            icon: ClipboardType,
            run: () => void pasteText(),
          },
        ]
      : [],
  );
}
