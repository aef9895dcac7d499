import { useState, type ReactElement } from 'react';
import { errorMessage } from '../../../core-client/core-error.ts';
import { useTranslate } from '../../../i18n.ts';
import { Button } from '../../../ui/Button.tsx';
import { BookOpen } from '../../../ui/icons/icons.ts';
import { showToast } from '../../../ui/toast.ts';
import type { Draft } from '../drafts/draft-desk.ts';
import { useStore } from '../../../store.ts';
import styles from './composer.module.css';

/** Tells that another window writes the article, and takes over with one click. */
export function ReaderBar({ draft: { seat, writes } }: { draft: Draft }): ReactElement | null {
  const translate = useTranslate();
  const role = useStore(seat.role);
  const canWrite = useStore(writes);
  const [taking, setTaking] = useState(false);
  if (role === 'writer' && canWrite) return null;

  async function takeOver(): Promise<void> {
    setTaking(true);
    try {
      await seat.takeOver();
    } catch (error) {
      const { key, parameters } = errorMessage(error);
      showToast(translate(key, parameters), { tone: 'problem' });
    }
    setTaking(false);
  }

  const busy = taking || role === 'asked' || role === 'writer';
  return (
    <div className={styles.readerBar} role="status">
      <BookOpen size={15} />
      <span>{translate(role === 'free' ? 'composer.reader.free' : 'composer.reader')}</span>
      <Button size="small" busy={busy} onClick={() => void takeOver()}>
        {translate('composer.reader.takeOver')}
      </Button>
    </div>
  );
}
