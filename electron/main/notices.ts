/** What is told outside the windows: notifications of the system, and the number on the program's icon. */
import { app, nativeImage, Notification, type BrowserWindow } from 'electron';
import type { SystemNotification } from '../../shared/page/desktop-messages.ts';

/** Shown notifications would be swept away, and their clicks with them, if nobody held them. */
const shown = new Set<Notification>();

export function showNews({ title, body, link }: SystemNotification, open: (link: string) => void): void {
  if (!Notification.isSupported()) return;
  const notification = new Notification({ title, body });
  const forget = (): void => void shown.delete(notification);
  notification.on('click', () => {
    forget();
    open(link);
  });
  notification.on('close', forget);
  shown.add(notification);
  notification.show();
}

/** The number on the icon (macOS, Linux); Windows shows a mark on each window's own instead. */
export function showBadge(count: number, windows: readonly BrowserWindow[], mark: string): void {
  app.setBadgeCount(count);
  if (process.platform !== 'win32') return;
  const overlay = count === 0 ? null : nativeImage.createFromPath(mark);
  for (const window of windows) window.setOverlayIcon(overlay, count === 0 ? '' : String(count));
}
