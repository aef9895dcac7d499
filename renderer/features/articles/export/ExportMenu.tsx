import type { ReactElement } from 'react';
import { exportFormatSchema, type ExportFormat } from '../../../../shared/contract/articles.ts';
import { useTranslate } from '../../../i18n.ts';
import { Button } from '../../../ui/Button.tsx';
import {
  BookImage,
  FileCode2,
  FileDown,
  FileText,
  FileType2,
  Hash,
  Printer,
  type Icon,
} from '../../../ui/icons/icons.ts';
import { Menu } from '../../../ui/Menu.tsx';
import type { Draft } from '../drafts/draft-desk.ts';
import { useExport } from './use-export.ts';

const ICONS: Readonly<Record<ExportFormat, Icon>> = {
  docx: FileType2,
  md: Hash,
  html: FileCode2,
  txt: FileText,
};

/** The article as a file, or on paper. */
export function ExportMenu({ draft, active }: { draft: Draft; active: boolean }): ReactElement {
  const translate = useTranslate();
  const { take, print, pdf, working } = useExport(draft, active);
  return (
    <Menu
      label={translate('export.open')}
      align="end"
      trigger={
        <Button
          look="ghost"
          icon={FileDown}
          busy={working}
          title={translate('export.open')}
          aria-label={translate('export.open')}
        />
      }
      entries={[
        ...exportFormatSchema.options.map((format) => ({
          label: translate(`export.${format}`),
          icon: ICONS[format],
          onSelect: () => take(format),
        })),
        ...(pdf === null ? [] : [{ label: translate('export.pdf'), icon: BookImage, onSelect: pdf }]),
        'separator',
        pdf === null
          ? {
              label: translate('export.print'),
              hint: translate('export.print.hint'),
              icon: Printer,
              onSelect: print,
            }
          : { label: translate('export.printOnly'), icon: Printer, onSelect: print },
      ]}
    />
  );
}
