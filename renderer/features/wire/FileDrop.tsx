import { FileDown } from 'lucide-react';
import { useRef, useState, type DragEvent, type ReactElement, type ReactNode } from 'react';
import { useTranslate } from '../../i18n.ts';
import { Spinner } from '../../ui/Loading.tsx';
import styles from './FileDrop.module.css';

interface FileDropProps {
  onFiles: (files: readonly File[]) => void;
  /** Number of files being read now. */
  working: number;
  children: ReactNode;
}

/** Takes files dropped anywhere on the inbox. */
export function FileDrop({ onFiles, working, children }: FileDropProps): ReactElement {
  const translate = useTranslate();
  const [over, setOver] = useState(false);
  const depth = useRef(0);

  function carriesFiles(event: DragEvent): boolean {
    return event.dataTransfer.types.includes('Files');
  }

  return (
    <div
      className={styles.area}
      onDragEnter={(event) => {
        if (!carriesFiles(event)) return;
        event.preventDefault();
        depth.current += 1;
        setOver(true);
      }}
      onDragOver={(event) => {
        if (!carriesFiles(event)) return;
        event.preventDefault();
        event.dataTransfer.dropEffect = 'copy';
      }}
      onDragLeave={() => {
        depth.current = Math.max(0, depth.current - 1);
        if (depth.current === 0) setOver(false);
      }}
      onDrop={(event) => {
        if (!carriesFiles(event)) return;
        event.preventDefault();
        depth.current = 0;
        setOver(false);
        onFiles([...event.dataTransfer.files]);
      }}
    >
      {children}
      {over && (
        <div className={styles.veil}>
          <div className={styles.card}>
            <FileDown size={30} strokeWidth={1.5} aria-hidden />
            <strong>{translate('wire.import.drop')}</strong>
            <span>{translate('wire.import.dropText')}</span>
          </div>
        </div>
      )}
      {working > 0 && (
        <div className={styles.working} role="status">
          <Spinner size={16} />
          {translate('wire.import.working', { count: working })}
        </div>
      )}
    </div>
  );
}
