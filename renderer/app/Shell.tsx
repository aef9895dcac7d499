import { useEffect, useRef, type ReactElement, type ReactNode } from 'react';
import { useQuery } from '@tanstack/react-query';
import { useCore } from '../core-client/core-client.ts';
import { useTranslate } from '../i18n.ts';
import { showToast } from '../ui/toast.ts';
import { EndedBanner } from './EndedBanner.tsx';
import { Rail } from './Rail.tsx';
import { StatusBar } from './StatusBar.tsx';
import { useGlobalCommands } from './global-commands.ts';
import styles from './Shell.module.css';

/** The frame: rail on the left, the screen, the status bar below it. */
export function Shell({ children }: { children: ReactNode }): ReactElement {
  const translate = useTranslate();
  useGlobalCommands();
  useStartNotices();
  return (
    <div className={styles.shell}>
      <a className={styles.skip} href="#main" onClick={focusMain}>
        {translate('shell.skip')}
      </a>
      <EndedBanner />
      <Rail />
      <main id="main" className={styles.main} tabIndex={-1}>
        {children}
      </main>
      <StatusBar />
    </div>
  );
}

function focusMain(event: { preventDefault: () => void }): void {
  event.preventDefault();
  document.querySelector<HTMLElement>('#main')?.focus();
}

/** What went wrong when the data was opened is told once. */
function useStartNotices(): void {
  const { queries } = useCore();
  const translate = useTranslate();
  const { data } = useQuery(queries.system.status.queryOptions());
  const told = useRef(false);
  useEffect(() => {
    if (told.current || data === undefined) return;
    told.current = true;
    for (const notice of data.notices) {
      showToast(`${translate('notice.title')}: ${notice.detail === '' ? notice.code : notice.detail}`, {
        tone: 'problem',
      });
    }
  }, [data, translate]);
}
