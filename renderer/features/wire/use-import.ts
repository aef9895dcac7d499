import type { ImportProgress, IngestResult } from '../../../shared/contract/wire.ts';
import { useCore } from '../../core-client/core-client.ts';
import { errorMessage } from '../../core-client/core-error.ts';
import { useTranslate } from '../../i18n.ts';
import { showToast } from '../../ui/toast.ts';
import { currentImportRun, showImportRun } from './import-run.ts';

export interface Import {
  importFiles: (files: readonly File[]) => Promise<void>;
  /** Rejects with what the core says about the text. */
  importText: (text: string, creditName: string) => Promise<void>;
}

type Counts = Pick<IngestResult, 'added' | 'updated' | 'unchanged'>;

/** Brings copy in by hand; what came in opens. */
export function useImport(onBroughtIn: (storyId: number | null) => void): Import {
  const { client } = useCore();
  const translate = useTranslate();

  function words({ added, updated, unchanged }: Counts): string {
    const parts = [
      added > 0 ? translate('wire.done.added', { count: added }) : '',
      updated > 0 ? translate('wire.done.updated', { count: updated }) : '',
      unchanged > 0 || added + updated === 0 ? translate('wire.done.unchanged', { count: unchanged }) : '',
    ];
    return `${parts.filter((part) => part !== '').join(', ')}.`;
  }

  /** One file after the other, so that a look at the list in between finds them in order. */
  async function importFiles(files: readonly File[]): Promise<void> {
    if (files.length === 0 || currentImportRun() !== null) return;
    const stop = new AbortController();
    const { signal } = stop;
    const startedAt = Date.now();
    const bytesOf = files.reduce((sum, { size }) => sum + size, 0);
    const total = { added: 0, updated: 0, unchanged: 0 };
    const storyIds: number[] = [];
    let read = 0;
    let bytesBefore = 0;
    const storiesBefore = (): number => total.added + total.updated + total.unchanged;

    function show(index: number, file: File, told: Extract<ImportProgress, { kind: 'progress' }>): void {
      showImportRun({
        number: index + 1,
        count: files.length,
        name: file.name,
        startedAt,
        now: Date.now(),
        bytesDone: bytesBefore + (told.of === 0 ? 0 : (told.done / told.of) * file.size),
        bytesOf,
        stories: storiesBefore() + told.done,
        cancel: () => stop.abort(),
      });
    }

    for (const [index, file] of files.entries()) {
      if (signal.aborted) break;
      show(index, file, { kind: 'progress', done: 0, of: 0 });
      try {
        for await (const told of await client.wire.importWatched({ file, name: file.name }, { signal })) {
          if (told.kind === 'progress') {
            show(index, file, told);
            continue;
          }
          total.added += told.added;
          total.updated += told.updated;
          total.unchanged += told.unchanged;
          storyIds.push(...told.storyIds);
          read += 1;
        }
      } catch (error) {
        if (signal.aborted) break;
        const { key, parameters } = errorMessage(error);
        showToast(
          translate('wire.done.importFailed', { name: file.name, reason: translate(key, parameters) }),
          { tone: 'problem' },
        );
      }
      bytesBefore += file.size;
    }
    showImportRun(null);
    if (signal.aborted) showToast(translate('importProgress.cancelled'));
    else if (read > 0) showToast(words(total));
    if (read > 0 || signal.aborted) onBroughtIn(storyIds.length === 1 ? (storyIds[0] ?? null) : null);
  }

  async function importText(text: string, creditName: string): Promise<void> {
    const { storyIds, added, updated, unchanged } = await client.wire.importText({ text, creditName });
    showToast(words({ added, updated, unchanged }));
    onBroughtIn(storyIds[0] ?? null);
  }

  return { importFiles, importText };
}
