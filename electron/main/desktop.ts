/** The workstation as a desktop program: its parts put together, from the first window to the last word saved. */
import { join } from 'node:path';
import {
  app,
  BrowserWindow,
  clipboard,
  dialog,
  Menu,
  nativeTheme,
  protocol,
  session,
  shell,
  type WebContents,
} from 'electron';
import { translate, type Language } from '../../shared/i18n/translate.ts';
import type { Look } from '../../shared/page/desktop-messages.ts';
import { startCoreProcess, type CoreNews, type CoreProcess } from './core-process.ts';
import { createCrashLog, logCrashes, logFolder } from './crash-log.ts';
import { openDesktopStore } from './desktop-store.ts';
import { hasKeychain } from './keychain.ts';
import { LINK_SCHEME, readLaunch, type Launch } from './launch.ts';
import { pressKey, type MenuActions } from './menu/application-menu.ts';
import { contextMenu } from './menu/context-menu.ts';
import { createShownMenu } from './menu/shown-menu.ts';
import { openTray } from './menu/tray.ts';
import { showBadge, showNews } from './notices.ts';
import { readFiles } from './open-files.ts';
import { openPageLink } from './page-link.ts';
import { guardContents, guardSession, openOutside } from './policy.ts';
import { answerRequest } from './protocol.ts';
import { savePdf } from './save-pdf.ts';
import { applySpelling, decideSpelling } from './spelling.ts';
import { startUpdates, updateFeedOf } from './updates.ts';
import { createWindows } from './windows.ts';

export interface DesktopOptions {
  launch: Launch;
  /** Absolute path of the newsroom's data. */
  dataFolder: string;
  preload: string;
  rendererFolder: string;
  coreEntry: string;
  /** Icons of the tray and the badge. */
  iconFolder: string;
}

type ToOpen = Pick<Launch, 'links' | 'files'>;

/** Runs the desktop. Must be called before Electron is ready; resolves when the first window is being opened. */
export async function startDesktop(options: DesktopOptions): Promise<void> {
  const { launch, dataFolder, preload, rendererFolder, coreEntry, iconFolder } = options;
  const { isPackaged } = app;
  const crashLog = createCrashLog(dataFolder);
  const store = openDesktopStore(app.getPath('userData'));
  const memory = store.read();
  let spelledBy: readonly Language[] = memory.spellingLanguages;
  const spelling = decideSpelling(process.platform, memory.spellingAddress, spelledBy);
  const updateFeed = updateFeedOf(memory.updateFeed);
  let look: Look = {
    language: memory.language ?? (app.getLocale().startsWith('id') ? 'id' : 'en'),
    theme: 'system',
    keepInTray: true,
  };
  let paused = false;
  let phase: 'running' | 'closing' | 'closed' = 'running';
  let core: CoreProcess | null = null;
  let lookForUpdates: (() => void) | null = null;
  /** Links and files that came before there was a window. */
  let early: ToOpen | null = { links: launch.links, files: launch.files };

  logCrashes(crashLog);
  if (isPackaged) app.setAsDefaultProtocolClient(LINK_SCHEME.slice(0, -1));
  app.setAppUserModelId('id.redaksi.desk');
  app.on('web-contents-created', (_event, contents) => {
    guardContents(contents, (hash) => void windows.open(hash));
    offerContextMenu(contents);
  });
  // macOS hands links and files over by these, sometimes before the program is ready.
  app.on('open-url', (event, link) => {
    event.preventDefault();
    open({ links: [link], files: [] });
  });
  app.on('open-file', (event, path) => {
    event.preventDefault();
    open({ links: [], files: [path] });
  });
  app.on('second-instance', (_event, argv, workingFolder) =>
    open(readLaunch(argv, { isPackaged, workingFolder })),
  );

  await app.whenReady();
  guardSession(session.defaultSession);
  applySpelling(session.defaultSession, spelling);

  const menu = createShownMenu({ platform: process.platform, isPackaged });
  const link = openPageLink({
    onPortWanted: (page) => core?.handPort(page),
    onCommands: menu.setAvailable,
    onPdf: savePdf,
  });
  const windows = createWindows({
    preload,
    icon: join(iconFolder, 'linux', '256x256.png'),
    spellcheck: spelling.enabled,
    store,
    link,
    language: () => look.language,
  });
  app.on('activate', () => windows.show(windows.front()));
  app.on('browser-window-focus', () => menu.refresh());
  app.on('browser-window-blur', () => menu.refresh());
  app.on('window-all-closed', () => {
    if (process.platform === 'darwin' || phase !== 'running') return;
    if (look.keepInTray && showTray !== null) tellThatItGoesOn();
    else app.quit();
  });
  app.on('before-quit', (event) => {
    if (phase === 'closed') return;
    event.preventDefault();
    if (phase === 'running') void quit();
  });
  const showTray = openTray(
    join(iconFolder, process.platform === 'darwin' ? 'trayTemplate.png' : 'tray.png'),
    {
      open: () => windows.show(windows.front()),
      newArticle: () => run('article.new'),
      pause: (next) => core?.tell({ type: 'pause-intake', paused: next }),
      quit: () => app.quit(),
    },
  );
  const menuActions = (): MenuActions => ({
    run: (command, window) => run(command, window),
    press: (key, modifiers, window) => pressKey(pageOf(window), key, modifiers),
    openWindow: () => void windows.open(),
    openLogs: () => void shell.openPath(logFolder(dataFolder)),
    checkForUpdates: lookForUpdates,
  });
  core = startCoreProcess({
    entry: coreEntry,
    args: [`--data-dir=${dataFolder}`, ...((await hasKeychain()) ? ['--keychain'] : [])],
    crashLog,
    onNews: hearCore,
    onGone: () => link.tellCoreGone(windows.pages()),
    onFailed: (sentences) => void tellCoreFailed(sentences?.[look.language] ?? null),
  });
  const { serve } = core;
  protocol.handle('app', (request) => answerRequest(request, { rendererFolder, serve }));

  showInLanguage();
  windows.reopen();
  const waiting = early;
  early = null;
  if (waiting.links.length + waiting.files.length > 0) open(waiting);
  if (updateFeed !== null) {
    lookForUpdates = await startUpdates(updateFeed, { language: () => look.language, onReady: tellUpdate });
    showInLanguage();
  }

  function pageOf(window: Electron.BaseWindow | undefined): WebContents {
    return (window instanceof BrowserWindow ? window : windows.front()).webContents;
  }

  function run(command: string, window?: Electron.BaseWindow): void {
    const page = pageOf(window);
    if (window === undefined) windows.show(windows.front());
    link.tell(page, { type: 'run', command });
  }

  function showInLanguage(): void {
    menu.show(look.language, menuActions());
    showTray?.({ paused, language: look.language });
  }

  function open({ links, files }: ToOpen): void {
    if (early !== null) {
      early = { links: [...early.links, ...links], files: [...early.files, ...files] };
      return;
    }
    const window = windows.front();
    windows.show(window);
    for (const address of links) link.tell(window.webContents, { type: 'open-link', address });
    if (files.length > 0) void importFiles(window.webContents, files);
  }

  async function importFiles(page: WebContents, paths: readonly string[]): Promise<void> {
    const { files, refused } = await readFiles(paths);
    if (files.length > 0) link.tell(page, { type: 'import', files });
    for (const { name, problem } of refused) {
      const why = translate(look.language, `desktop.open.${problem}`);
      dialog.showErrorBox('Redaksi', translate(look.language, 'desktop.open.failed', { name, problem: why }));
    }
  }

  function hearCore(news: CoreNews): void {
    switch (news.type) {
      case 'ready':
        // A core started again knows nothing of a pause.
        if (paused) core?.tell({ type: 'pause-intake', paused });
        break;
      case 'look':
        look = news.look;
        nativeTheme.themeSource = look.theme;
        store.write({ language: look.language });
        showInLanguage();
        break;
      case 'intake':
        ({ paused } = news);
        showInLanguage();
        break;
      case 'news':
        showNews(news.news, (address) => open({ links: [address], files: [] }));
        break;
      case 'badge':
        showBadge(news.count, BrowserWindow.getAllWindows(), join(iconFolder, 'badge.png'));
        break;
    }
  }

  /** Says what is wrong until somebody decides: try again, or quit. The windows stay, with the text in them. */
  async function tellCoreFailed(sentence: string | null): Promise<void> {
    const words = (key: 'title' | 'loop' | 'again' | 'logs' | 'quit'): string =>
      translate(look.language, `desktop.core.failed.${key}`);
    const { response } = await dialog.showMessageBox({
      type: 'error',
      message: words('title'),
      detail: sentence ?? words('loop'),
      buttons: [words('again'), words('logs'), words('quit')],
      defaultId: 0,
      cancelId: 0,
      noLink: true,
    });
    if (response === 2) return app.quit();
    if (response === 0) return core?.startAgain();
    await shell.openPath(logFolder(dataFolder));
    await tellCoreFailed(sentence);
  }

  /** Closed and still there is not what everybody expects: it is said, once. */
  function tellThatItGoesOn(): void {
    if (store.read().trayTold) return;
    store.write({ trayTold: true });
    showNews(
      {
        title: translate(look.language, 'desktop.tray.goesOn.title'),
        body: translate(look.language, 'desktop.tray.goesOn.text'),
        link: 'redaksi://atur/tampilan',
      },
      (address) => open({ links: [address], files: [] }),
    );
  }

  function tellUpdate(version: string): void {
    const { language } = look;
    const body = translate(language, 'desktop.update.ready.text', { version });
    showNews(
      { title: translate(language, 'desktop.update.ready.title'), body, link: 'redaksi://kawat' },
      () => windows.show(windows.front()),
    );
  }

  function offerContextMenu(contents: WebContents): void {
    contents.on('context-menu', (_event, params) => {
      const choosable = spelling.languages === null ? null : spelledBy;
      const items = contextMenu(
        params,
        { language: look.language, spelledBy: choosable },
        {
          replaceMisspelling: (word) => contents.replaceMisspelling(word),
          addToDictionary: (word) => void contents.session.addWordToSpellCheckerDictionary(word),
          openOutside,
          copy: (text) => void clipboard.writeText(text),
          checkSpellingBy,
        },
      );
      if (items.length > 0) Menu.buildFromTemplate(items).popup();
    });
  }

  function checkSpellingBy(languages: Language[]): void {
    spelledBy = languages;
    store.write({ spellingLanguages: languages });
    applySpelling(
      session.defaultSession,
      decideSpelling(process.platform, memory.spellingAddress, languages),
    );
  }

  async function quit(): Promise<void> {
    phase = 'closing';
    if (!(await windows.closeAll())) {
      phase = 'running';
      return;
    }
    await core?.stop();
    phase = 'closed';
    app.quit();
  }
}
