/** The page and the desktop it runs on, where that is Electron: what the menu, links and files ask for, and the last save. */
import { useEffect } from 'react';
import { isListed } from '../../shared/page/commands.ts';
import { toPageSchema, type ToPage } from '../../shared/page/desktop-messages.ts';
import { runCommand, useAllCommands } from '../commands.ts';
import { navigate, routeOfLink } from '../navigation.ts';
import { openFiles } from '../opened-files.ts';
import { hearPdf } from '../save-pdf.ts';
import { isInElectron, tellDesktop } from '../tell-desktop.ts';
import { saveEverything } from '../unsaved.ts';

/** The preload knows this word too; electron/preload/preload.ts. */
const FROM_DESKTOP = 'redaksi:from-desktop';

async function hear(message: ToPage): Promise<void> {
  switch (message.type) {
    case 'run':
      return runCommand(message.command);
    case 'open-link': {
      const route = routeOfLink(message.address);
      return route === null ? undefined : navigate(route);
    }
    case 'import':
      return openFiles(message.files.map(({ name, bytes }) => new File([new Uint8Array(bytes)], name)));
    case 'save': {
      const { unsaved } = await saveEverything();
      return tellDesktop({ type: 'saved', call: message.call, unsaved });
    }
    case 'pdf':
      return hearPdf(message.call, message.outcome);
  }
}

/** Hears what the desktop says from now on. Returns what ends it. */
export function listenToDesktop(): () => void {
  function onMessage(event: MessageEvent<unknown>): void {
    if (event.source !== window || event.origin !== window.location.origin) return;
    const said = event.data;
    if (typeof said !== 'object' || said === null || !(FROM_DESKTOP in said)) return;
    const message = toPageSchema.safeParse(said[FROM_DESKTOP]).data;
    if (message !== undefined) void hear(message);
  }
  window.addEventListener('message', onMessage);
  tellDesktop({ type: 'listening' });
  return () => window.removeEventListener('message', onMessage);
}

/** Listens to the desktop, and tells it what can be done here now. In a browser there is none. */
export function useDesktop(): void {
  const inElectron = isInElectron();
  const commands = useAllCommands();
  useEffect(() => (inElectron ? listenToDesktop() : undefined), [inElectron]);

  const available = commands
    .filter(({ id, enabled }) => enabled !== false && isListed(id))
    .map(({ id }) => id);
  const told = available.join(' ');
  useEffect(() => {
    if (inElectron) tellDesktop({ type: 'commands', available: told === '' ? [] : told.split(' ') });
  }, [inElectron, told]);
}
