import type { ReactElement, ReactNode } from 'react';
import { useTranslate } from '../i18n.ts';
import { EndedBanner } from './EndedBanner.tsx';
import { Rail } from './Rail.tsx';
import { StatusBar } from './StatusBar.tsx';
import { useGlobalCommands } from './global-commands.ts';
import { useArrivals } from './use-notifications.ts';
import styles from './Shell.module.css';

/** The frame: rail on the left, the screen, the status bar below it. `inert`: something lies over it. */
export function Shell({ inert, children }: { inert: boolean; children: ReactNode }): ReactElement {
  const translate = useTranslate();
  useGlobalCommands();
  useArrivals();
  return (
    <div className={styles.shell} inert={inert}>
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
