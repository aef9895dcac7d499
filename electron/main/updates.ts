/** Updates from the newsroom's own address. Without one nothing is ever asked, and the library is not even loaded. */
import { dialog } from 'electron';
import { translate, type Language } from '../../shared/i18n/translate.ts';

const CHECK_EVERY_MS = 6 * 3_600_000;

/** The feed to ask: https only, for whoever can change what it answers can run programs here. Null: none. */
export function updateFeedOf(configured: string): string | null {
  const url = URL.parse(configured);
  return url !== null && url.protocol === 'https:' ? url.href : null;
}

/** Looks for updates now and every six hours; what was found is installed when the program ends. Returns "look now". */
export async function startUpdates(
  feed: string,
  { language, onReady }: { language: () => Language; onReady: (version: string) => void },
): Promise<() => void> {
  const { default: library } = await import('electron-updater');
  const updater = library.autoUpdater;
  updater.setFeedURL({ provider: 'generic', url: feed });
  updater.autoDownload = true;
  updater.autoInstallOnAppQuit = true;
  updater.allowDowngrade = false;
  updater.on('update-downloaded', ({ version }) => onReady(version));
  // Every failure also rejects the call that met it.
  updater.on('error', () => {});

  async function look(): Promise<'found' | 'none' | 'failed'> {
    try {
      return (await updater.checkForUpdates())?.isUpdateAvailable === true ? 'found' : 'none';
    } catch {
      return 'failed';
    }
  }

  void look();
  setInterval(() => void look(), CHECK_EVERY_MS).unref();
  return () => {
    void look().then((outcome) => {
      // An update that was found tells of itself once it is here.
      if (outcome === 'found') return;
      const key = outcome === 'none' ? 'desktop.update.none' : 'desktop.update.failed';
      void dialog.showMessageBox({ message: translate(language(), key) });
    });
  };
}
