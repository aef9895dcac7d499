/**
 * Carries words between the page and the main process, and hands the page a port to the core whenever it asks for one.
 * Ports cannot cross the context bridge, so both ends speak by `window.postMessage`. The page gets no function of
 * Electron's; what may be said stands in shared/page/desktop-messages.ts, and the main process checks it.
 */
import { ipcRenderer } from 'electron';

/** The same words stand in renderer/core-client/connect.ts and renderer/app/desktop.ts. */
const PORT_WANTED = 'redaksi:core-port-wanted';
const PORT_GIVEN = 'redaksi:core-port';
const CORE_GONE = 'redaksi:core-gone';
const TO_DESKTOP = 'redaksi:to-desktop';
const FROM_DESKTOP = 'redaksi:from-desktop';

const { origin } = window.location;

window.addEventListener('message', (event) => {
  if (event.source !== window || event.origin !== origin) return;
  const said: unknown = event.data;
  if (said === PORT_WANTED) ipcRenderer.send('core-port-wanted');
  if (typeof said !== 'object' || said === null || !(TO_DESKTOP in said)) return;
  ipcRenderer.send('from-page', said[TO_DESKTOP]);
});

ipcRenderer.on('core-port', (event) => {
  window.postMessage(PORT_GIVEN, origin, [...event.ports]);
});

ipcRenderer.on('core-gone', () => {
  window.postMessage(CORE_GONE, origin);
});

ipcRenderer.on('to-page', (_event, message: unknown) => {
  window.postMessage({ [FROM_DESKTOP]: message }, origin);
});
