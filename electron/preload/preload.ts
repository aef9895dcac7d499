/**
 * Hands the page a port to the core whenever it asks for one. Ports cannot cross the context bridge, so both ends
 * speak by `window.postMessage`; the words are those of renderer/core-client/connect.ts.
 */
import { ipcRenderer } from 'electron';

const PORT_WANTED = 'redaksi:core-port-wanted';
const PORT_GIVEN = 'redaksi:core-port';

window.addEventListener('message', (event) => {
  if (event.source !== window || event.origin !== window.location.origin) return;
  if (event.data === PORT_WANTED) ipcRenderer.send('core-port-wanted');
});

ipcRenderer.on('core-port', (event) => {
  window.postMessage(PORT_GIVEN, window.location.origin, [...event.ports]);
});
