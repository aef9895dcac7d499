/** What the page may do with the desktop: go nowhere else, open nothing inside, ask for nothing. */
import { shell, type Session, type WebContents } from 'electron';

export const PAGE_ORIGIN = 'app://redaksi';

/** Addresses a link may open, in the system's own programs. */
const OPENED_OUTSIDE = new Set(['https:', 'http:', 'mailto:']);

/** The one permission the page needs: writing to the clipboard what the person chose to copy. */
const PERMISSIONS = new Set(['clipboard-sanitized-write']);

/** Whether the address is of our page. `URL.origin` is opaque for app:, so host and protocol are compared. */
export function isOwnPage(address: string | undefined): boolean {
  const url = address === undefined ? null : URL.parse(address);
  return url !== null && `${url.protocol}//${url.host}` === PAGE_ORIGIN;
}

function openOutside(address: string): void {
  const url = URL.parse(address);
  if (url !== null && OPENED_OUTSIDE.has(url.protocol)) void shell.openExternal(url.href);
}

/** Keeps a window, and every frame in it, on our page. */
export function guardContents(contents: WebContents): void {
  contents.on('will-frame-navigate', (event) => {
    if (isOwnPage(event.url)) return;
    event.preventDefault();
    if (event.isMainFrame) openOutside(event.url);
  });
  contents.on('will-redirect', (event) => {
    if (!isOwnPage(event.url)) event.preventDefault();
  });
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(({ url }) => {
    openOutside(url);
    return { action: 'deny' };
  });
}

/** Denies every permission but the one above, and every device. */
export function guardSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, permission, decide, details) =>
    decide(PERMISSIONS.has(permission) && isOwnPage(details.requestingUrl)),
  );
  session.setPermissionCheckHandler(
    (_contents, permission, requestingOrigin) => PERMISSIONS.has(permission) && isOwnPage(requestingOrigin),
  );
  session.setDevicePermissionHandler(() => false);
}
