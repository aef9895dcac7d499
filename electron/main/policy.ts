/** What the page may do with the desktop: go nowhere else, open nothing inside, ask for nothing. */
import { shell, type Session, type WebContents, type WebFrameMain } from 'electron';

export const PAGE_ORIGIN = 'app://redaksi';

/** Addresses a link may open, in the system's own programs. */
const OPENED_OUTSIDE = new Set(['https:', 'http:', 'mailto:']);

/** The address of a screen of the app. */
const SCREEN = /^#\/[\w/%.-]+$/;

/** The one permission the page needs: writing to the clipboard what the person chose to copy. */
const PERMISSIONS = new Set(['clipboard-sanitized-write']);

/** What a page of ours is made from; everything else would be the network. */
const INSIDE = new Set(['app:', 'blob:', 'data:', 'devtools:']);

/** Whether the address is on our origin. `URL.origin` is opaque for app:, so host and protocol are compared. */
export function isOwnPage(address: string | undefined): boolean {
  const url = address === undefined ? null : URL.parse(address);
  return url !== null && `${url.protocol}//${url.host}` === PAGE_ORIGIN;
}

/** Whether the address is the app itself, not a preview of what somebody wrote, which lies on the same origin. */
export function isApp(address: string | undefined): boolean {
  return isOwnPage(address) && ['', '/', '/index.html'].includes(URL.parse(address ?? '')?.pathname ?? '/');
}

/** Whether it is the app in a window of its own that speaks, not a frame in it and not a page that got there. */
export function isAppFrame(frame: WebFrameMain | null, contents: WebContents): boolean {
  return frame !== null && frame === contents.mainFrame && isApp(frame.url);
}

/** A window stays with the app; a frame in it shows previews and nothing else. */
export function mayNavigate({ url, isMainFrame }: { url: string; isMainFrame: boolean }): boolean {
  if (isMainFrame) return isApp(url);
  return url === 'about:blank' || isOwnPage(url);
}

/** Whether a click on the address may hand it to the system. */
export function mayOpenOutside(address: string): boolean {
  return OPENED_OUTSIDE.has(URL.parse(address)?.protocol ?? '');
}

/** Whether the page may load from the address at all. */
export function mayLoad(address: string): boolean {
  return INSIDE.has(URL.parse(address)?.protocol ?? '');
}

/** Opens an address in the system's own browser or mail program, if it is one for these. */
export function openOutside(address: string): void {
  const url = URL.parse(address);
  if (url !== null && mayOpenOutside(address)) void shell.openExternal(url.href);
}

/**
 * Keeps a window, and every frame in it, on our page. A screen of the app that asks for a window of its own gets one of
 * ours by `openScreen`, which is given the part of the address after `#`, `#` included; anything else opens outside.
 */
export function guardContents(contents: WebContents, openScreen: (hash: string) => void): void {
  contents.on('will-frame-navigate', (event) => {
    if (mayNavigate(event)) return;
    event.preventDefault();
    if (event.isMainFrame) openOutside(event.url);
  });
  contents.on('will-redirect', (event) => {
    if (!mayNavigate(event)) event.preventDefault();
  });
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(({ url }) => {
    const hash = isApp(url) ? (URL.parse(url)?.hash ?? '') : '';
    if (SCREEN.test(hash)) openScreen(hash);
    else openOutside(url);
    return { action: 'deny' };
  });
}

/** Denies every permission but the one above, every device, and the network. */
export function guardSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, permission, decide, details) =>
    decide(PERMISSIONS.has(permission) && isApp(details.requestingUrl)),
  );
  session.setPermissionCheckHandler(
    (_contents, permission, requestingOrigin) => PERMISSIONS.has(permission) && isOwnPage(requestingOrigin),
  );
  session.setDevicePermissionHandler(() => false);
  session.webRequest.onBeforeRequest(({ url }, decide) => decide({ cancel: !mayLoad(url) }));
}
