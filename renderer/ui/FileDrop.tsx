import { useRef, useState, type DragEvent, type ReactElement, type ReactNode } from 'react';
import { droppedFiles } from './dropped-files.ts';
import { FileDown } from './icons/icons.ts';
import { Spinner } from './Loading.tsx';
import styles from './FileDrop.module.css';

interface FileDropProps {
  onFiles: (files: readonly File[]) => void;
  /** What dropping does, and which files are taken. */
  words: { drop: string; kinds: string };
  /** A sentence while files are being read, or more than that; null while none are. */
  working: ReactNode;
  children: ReactNode;
}

/** Takes files and folders dropped anywhere on what is inside it. */
export function FileDrop({ onFiles, words, working, children }: FileDropProps): ReactElement {
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
        void droppedFiles(event.dataTransfer).then(onFiles);
      }}
    >
      {children}
      {over && (
        <div className={styles.veil}>
          <div className={styles.card}>
            <FileDown size={30} />
            <strong>{words.drop}</strong>
            <span>{words.kinds}</span>
          </div>
        </div>
      )}
      {typeof working === 'string' ? (
        <div className={styles.working} role="status">
          <Spinner size={16} />
          {working}
        </div>
      ) : (
        working !== null && <div className={styles.working}>{working}</div>
      )}
    </div>
  );
}
