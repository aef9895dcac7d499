import { useState } from 'react';
import { useCore } from '../../core-client/core-client.ts';
import { errorMessage } from '../../core-client/core-error.ts';
import { useTranslate } from '../../i18n.ts';
import { showToast } from '../../ui/toast.ts';

export interface Import {
  /** Number of files being read now. */
  working: number;
  importFiles: (files: readonly File[]) => Promise<void>;
  /** Rejects with what the core says about the text. */
  importText: (text: string, creditName: string) => Promise<void>;
}

/** Brings copy in by hand; what came in opens. */
export function useImport(onBroughtIn: (storyId: number | null) => void): Import {
  const { client } = useCore();
  const translate = useTranslate();
  const [working, setWorking] = useState(0);

  function words(total: { added: number; updated: number; unchanged: number }): string {
    const { added, updated, unchanged } = total;
    const parts = [
      added > 0 ? translate('wire.done.added', { count: added }) : '',
      updated > 0 ? translate('wire.done.updated', { count: updated }) : '',
      unchanged > 0 || added + updated === 0 ? translate('wire.done.unchanged', { count: unchanged }) : '',
    ];
    return `${parts.filter((part) => part !== '').join(', ')}.`;
  }

  async function importFiles(files: readonly File[]): Promise<void> {
    if (files.length === 0) return;
    setWorking(files.length);
    const total = { added: 0, updated: 0, unchanged: 0 };
    const storyIds: number[] = [];
    let read = 0;
    for (const file of files) {
      try {
        const result = await client.wire.importFile({ file, name: file.name });
        total.added += result.added;
        total.updated += result.updated;
        total.unchanged += result.unchanged;
        storyIds.push(...result.storyIds);
        read += 1;
      } catch (error) {
        const { key, parameters } = errorMessage(error);
        showToast(
          translate('wire.done.importFailed', { name: file.name, reason: translate(key, parameters) }),
          {
            tone: 'problem',
          },
        );
      }
    }
    setWorking(0);
    if (read === 0) return;
    showToast(words(total));
    onBroughtIn(storyIds.length === 1 ? (storyIds[0] ?? null) : null);
  }

  async function importText(text: string, creditName: string): Promise<void> {
    const { storyIds, added, updated, unchanged } = await client.wire.importText({ text, creditName });
    showToast(words({ added, updated, unchanged }));
    onBroughtIn(storyIds[0] ?? null);
  }

  return { working, importFiles, importText };
}
