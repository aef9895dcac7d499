/** What a page says to the desktop program it runs in, where that is Electron. */
import type { FromPage } from '../shared/page/desktop-messages.ts';

/** The preload knows this word too; electron/preload/preload.ts. */
const TO_DESKTOP = 'redaksi:to-desktop';

export function isInElectron(): boolean {
  return window.location.protocol === 'app:';
}

export function tellDesktop(message: FromPage): void {
  window.postMessage({ [TO_DESKTOP]: message }, window.location.origin);
}
