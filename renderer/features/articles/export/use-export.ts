import { useMutation } from '@tanstack/react-query';
import { exportFormatSchema, type ExportFormat } from '../../../../shared/contract/articles.ts';
import { articleFileName } from '../../../../shared/domain/slug.ts';
import { useCommands } from '../../../commands.ts';
import { useCore } from '../../../core-client/core-client.ts';
import { errorMessage } from '../../../core-client/core-error.ts';
import { download } from '../../../download.ts';
import { useTranslate } from '../../../i18n.ts';
import { BookImage, FileDown, Printer } from '../../../ui/icons/icons.ts';
import { showToast } from '../../../ui/toast.ts';
import type { Draft } from '../drafts/draft-desk.ts';
import { savePdf } from '../../../save-pdf.ts';
import { isInElectron } from '../../../tell-desktop.ts';
import { printPreview } from './print-preview.ts';

export interface Export {
  take: (format: ExportFormat) => void;
  print: () => void;
  /** Null in a browser: there the print dialog saves PDF. */
  pdf: (() => void) | null;
  working: boolean;
}

/** Takes the article away as a file, or prints it: what is stored, so what was typed is stored first. */
export function useExport({ articleId, autosave, fields }: Draft, active: boolean): Export {
  const { client } = useCore();
  const translate = useTranslate();

  /** False, and told, where the last words could not be stored. */
  async function isStored(): Promise<boolean> {
    const stored = (await autosave.flush()).kind === 'saved';
    if (!stored) showToast(translate('export.unsaved'), { tone: 'problem' });
    return stored;
  }

  const taking = useMutation({
    async mutationFn(format: ExportFormat) {
      return (await isStored()) ? client.articles.exportFile({ articleId, format }) : null;
    },
    onSuccess(file) {
      if (file === null) return;
      download(file);
      showToast(translate('export.done', { name: file.name }));
    },
    onError(error) {
      const { key, parameters } = errorMessage(error);
      showToast(translate(key, parameters), { tone: 'problem' });
    },
  });

  const savingPdf = useMutation({
    async mutationFn() {
      const name = articleFileName(fields.get(), 'pdf');
      return (await isStored()) ? { name, outcome: await savePdf({ articleId }, name) } : null;
    },
    onSuccess(answer) {
      if (answer === null || answer.outcome === 'cancelled') return;
      const isSaved = answer.outcome === 'saved';
      showToast(
        translate(isSaved ? 'export.pdf.done' : 'export.pdf.failed'),
        isSaved ? {} : { tone: 'problem' },
      );
    },
  });

  const actions: Export = {
    take: (format) => taking.mutate(format),
    print: () => void isStored().then((stored) => stored && printPreview(articleId)),
    pdf: isInElectron() ? () => savingPdf.mutate() : null,
    working: taking.isPending || savingPdf.isPending,
  };

  useCommands(
    active
      ? [
          ...exportFormatSchema.options.map((format) => ({
            id: `article.export.${format}`,
            title: 'export.command' as const,
            parameters: { format: translate(`export.${format}`) },
            group: 'palette.group.article' as const,
            icon: FileDown,
            run: () => actions.take(format),
          })),
          ...(actions.pdf === null
            ? []
            : [
                {
                  id: 'article.export.pdf',
                  title: 'export.command' as const,
                  parameters: { format: translate('export.pdf') },
                  group: 'palette.group.article' as const,
                  icon: BookImage,
                  run: actions.pdf,
                },
              ]),
          {
            id: 'article.print',
            title: actions.pdf === null ? 'export.print' : 'export.printOnly',
            group: 'palette.group.article',
            icon: Printer,
            run: actions.print,
          },
        ]
      : [],
  );
  return actions;
}
