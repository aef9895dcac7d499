import { useMutation, useQuery } from '@tanstack/react-query';
import { useEffect, useState, type ReactElement, type ReactNode } from 'react';
import { createPortal, flushSync } from 'react-dom';
import type { RecordSummary } from '../../../shared/contract/record.ts';
import { useCore } from '../../core-client/core-client.ts';
import { errorMessage } from '../../core-client/core-error.ts';
import { download } from '../../download.ts';
import { useTranslate } from '../../i18n.ts';
import { savePdf } from '../../save-pdf.ts';
import { isInElectron } from '../../tell-desktop.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { FileDown, FileJson, Printer, ShieldCheck, TriangleAlert } from '../../ui/icons/icons.ts';
import { layers } from '../../ui/layers.ts';
import { LoadingPane } from '../../ui/Loading.tsx';
import { PaneHeader } from '../../ui/PaneHeader.tsx';
import { showToast } from '../../ui/toast.ts';
import { RecordPage } from './RecordPage.tsx';
import styles from './RecordView.module.css';

/** One entry of the record as a page: read here, printed, or taken away as a file. `entries`: all of its article. */
export function RecordView({
  recordId,
  entries,
}: {
  recordId: string;
  entries: readonly RecordSummary[];
}): ReactElement {
  const translate = useTranslate();
  const { client, queries } = useCore();
  const { data: record, error } = useQuery({
    ...queries.record.get.queryOptions({ input: { recordId } }),
    staleTime: Infinity,
  });
  const taking = useMutation({
    mutationFn: () => client.record.exportJson({ recordId }),
    onSuccess({ fileName, text }) {
      download(new File([text], fileName, { type: 'application/json' }));
      showToast(translate('export.done', { name: fileName }));
    },
    onError(failure) {
      const { key, parameters } = errorMessage(failure);
      showToast(translate(key, parameters), { tone: 'problem' });
    },
  });
  const savingPdf = useMutation({
    mutationFn: (number: number) => savePdf('shown', `redaksi-record-${number}-${recordId.slice(0, 8)}.pdf`),
    onSuccess(outcome) {
      if (outcome === 'cancelled') return;
      if (outcome === 'saved') showToast(translate('export.pdf.done'));
      else showToast(translate('export.pdf.failed'), { tone: 'problem' });
    },
  });
  if (error !== null) {
    const { key, parameters } = errorMessage(error);
    return <EmptyState icon={TriangleAlert} tone="problem" title={translate(key, parameters)} />;
  }
  if (record === undefined) return <LoadingPane />;
  return (
    <>
      <PaneHeader className={styles.tools ?? ''}>
        <span className={styles.sound}>
          {record.intact ? (
            <Badge tone="green" icon={ShieldCheck}>
              {translate('record.intact')}
            </Badge>
          ) : (
            <Badge tone="red" icon={TriangleAlert}>
              {translate('record.changed')}
            </Badge>
          )}
        </span>
        <Button icon={FileJson} busy={taking.isPending} onClick={() => taking.mutate()}>
          {translate('record.export')}
        </Button>
        {isInElectron() && (
          <Button icon={FileDown} busy={savingPdf.isPending} onClick={() => savingPdf.mutate(record.number)}>
            {translate('record.pdf')}
          </Button>
        )}
        <Button icon={Printer} onClick={() => window.print()}>
          {translate(isInElectron() ? 'record.printOnly' : 'record.print')}
        </Button>
      </PaneHeader>
      <div className={styles.body} tabIndex={-1}>
        <RecordPage record={record} entries={entries} />
      </div>
      <PrintedPage>
        <RecordPage record={record} entries={entries} printed />
      </PrintedPage>
    </>
  );
}

/** What is printed, beside the workstation and not within its panes: only while it is being printed. */
function PrintedPage({ children }: { children: ReactNode }): ReactElement | null {
  const [isPrinting, setPrinting] = useState(false);
  useEffect(() => {
    const begin = (): void => flushSync(() => setPrinting(true));
    const end = (): void => setPrinting(false);
    window.addEventListener('beforeprint', begin);
    window.addEventListener('afterprint', end);
    return () => {
      window.removeEventListener('beforeprint', begin);
      window.removeEventListener('afterprint', end);
    };
  }, []);
  return isPrinting ? createPortal(<div className={styles.printed}>{children}</div>, layers()) : null;
}
