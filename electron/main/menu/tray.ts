/** The icon in the tray: what is going on, the pause of the wire, and the way out. */
import { Menu, Tray, type MenuItemConstructorOptions } from 'electron';
import { translate, type Language } from '../../../shared/i18n/translate.ts';

export interface TrayActions {
  open(): void;
  newArticle(): void;
  pause(paused: boolean): void;
  quit(): void;
}

export function trayMenu(
  { paused, language }: { paused: boolean; language: Language },
  actions: TrayActions,
): MenuItemConstructorOptions[] {
  return [
    { label: translate(language, 'desktop.tray.open'), click: () => actions.open() },
    { label: translate(language, 'command.newArticle'), click: () => actions.newArticle() },
    { type: 'separator' },
    {
      label: translate(language, paused ? 'desktop.tray.resume' : 'desktop.tray.pause'),
      click: () => actions.pause(!paused),
    },
    { type: 'separator' },
    { label: translate(language, 'desktop.menu.quit'), click: () => actions.quit() },
  ];
}

/** Puts the icon there; the function shows what has changed. Null where this desktop has no tray. */
export function openTray(
  icon: string,
  actions: TrayActions,
): ((state: { paused: boolean; language: Language }) => void) | null {
  let tray: Tray;
  try {
    tray = new Tray(icon);
  } catch {
    return null;
  }
  tray.on('click', () => actions.open());
  return (state) => {
    const tooltip = state.paused ? 'desktop.tray.tooltipPaused' : 'desktop.tray.tooltip';
    tray.setToolTip(translate(state.language, tooltip));
    tray.setContextMenu(Menu.buildFromTemplate(trayMenu(state, actions)));
  };
}
