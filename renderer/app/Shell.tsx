import { useEffect, useRef, type ReactElement, type ReactNode } from 'react';
import { useQuery } from '@tanstack/react-query';
import { useCore } from '../core-client/core-client.ts';
import { useTranslate } from '../i18n.ts';
import { navigate } from '../navigation.ts';
import { isMessageKey } from '../../shared/i18n/translate.ts';
import { showToast } from '../ui/toast.ts';
import { EndedBanner } from './EndedBanner.tsx';
import { Rail } from './Rail.tsx';
import { StatusBar } from './StatusBar.tsx';
import { useGlobalCommands } from './global-commands.ts';
import styles from './Shell.module.css';

/** The frame: rail on the left, the screen, the status bar below it. `inert`: something lies over it. */
export function Shell({ inert, children }: { inert: boolean; children: ReactNode }): ReactElement {
  const translate = useTranslate();
  useGlobalCommands();
  useNotices();
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

/** What is amiss with the data folder is told once each; it stays to be read in the settings, page Data. */
function useNotices(): void {
  const { queries } = useCore();
  const translate = useTranslate();
  const { data } = useQuery(queries.system.status.queryOptions());
  const told = useRef(new Set<string>());
  useEffect(() => {
    for (const { code } of data?.notices ?? []) {
      const key = `settings.notice.${code}`;
      if (told.current.has(code) || !isMessageKey(key)) continue;
      told.current.add(code);
      showToast(translate(key), {
        tone: 'problem',
        action: {
          label: translate('notice.open'),
          run: () => navigate({ screen: 'settings', page: 'data' }),
        },
      });
    }
  }, [data, translate]);
}
