/**
 * The desktop held against Electron's security checklist (electronjs.org, "Security", 20 points), in its order and by
 * its numbers: the real main process, through the stand-in for Electron's module, and the real packaging.
 */
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { getConfig } from 'app-builder-lib/out/util/config/config.js';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { answerRequest } from '../electron/main/protocol.ts';
import { app } from './electron-fake/app.ts';
import { resetElectron } from './electron-fake/reset.ts';
import { ipcMain, sayFromPage } from './electron-fake/ipc.ts';
import { protocol, session } from './electron-fake/session.ts';
import { shell } from './electron-fake/surroundings.ts';
import { FakeBrowserWindow, FakeWebContents } from './electron-fake/windows.ts';

const root = resolve(import.meta.dirname, '..');
let folder: string;

/** Runs electron/main/main.ts as Electron does. */
beforeAll(async () => {
  resetElectron();
  folder = mkdtempSync(join(tmpdir(), 'redaksi-security-'));
  const { argv } = process;
  process.argv = ['electron', root, `--data-dir=${folder}`];
  await import('../electron/main/main.ts');
  process.argv = argv;
  await vi.waitUntil(() => FakeBrowserWindow.getAllWindows().length === 1);
});

afterAll(() => {
  process.removeAllListeners('uncaughtExceptionMonitor');
  resetElectron();
  rmSync(folder, { recursive: true, force: true });
});

function window(): FakeBrowserWindow {
  const [opened] = FakeBrowserWindow.getAllWindows();
  if (opened === undefined) throw new Error('no window');
  return opened;
}
function preferences(): Electron.WebPreferences {
  return window().options.webPreferences ?? {};
}
function* sources(path: string): Generator<[string, string]> {
  for (const entry of readdirSync(join(root, path), { recursive: true, encoding: 'utf8' })) {
    if (!/\.tsx?$/.test(entry) || /\.test\.tsx?$/.test(entry)) continue;
    yield [join(path, entry), readFileSync(join(root, path, entry), 'utf8')];
  }
}

describe('1. Only load secure content', () => {
  it('the page comes from the program itself, and nothing in it can be loaded from the network', () => {
    expect(window().webContents.url).toBe('app://redaksi/');
    const cancelled = (url: string): boolean | undefined => {
      let answer: Electron.CallbackResponse | undefined;
      session.defaultSession.beforeRequest?.({ url } as Electron.OnBeforeRequestListenerDetails, (given) => {
        answer = given;
      });
      return answer?.cancel;
    };
    for (const url of [
      'http://contoh.example/a.js',
      'https://contoh.example/a.js',
      'ws://contoh.example',
      'ftp://x/y',
    ])
      expect(cancelled(url), url).toBe(true);
    for (const url of ['app://redaksi/assets/a.js', 'blob:app://redaksi/1', 'data:image/png;base64,AA'])
      expect(cancelled(url), url).toBe(false);
  });
});

describe('2. Do not enable Node.js integration for remote content', () => {
  it('no page, frame or worker has Node', () => {
    expect(preferences()).toMatchObject({
      nodeIntegration: false,
      nodeIntegrationInSubFrames: false,
      nodeIntegrationInWorker: false,
    });
  });
});

describe('3. Enable context isolation in all renderers', () => {
  it('is on', () => expect(preferences().contextIsolation).toBe(true));
});

describe('4. Enable process sandboxing', () => {
  it('is on for every renderer, this window and any other', () => {
    expect(preferences().sandbox).toBe(true);
    expect(app.sandboxed).toBe(true);
  });
});

describe('5. Handle session permission requests from remote content', () => {
  const ask = (permission: string, requestingUrl: string): boolean | undefined => {
    let granted: boolean | undefined;
    const given = session.defaultSession;
    given.permissionRequest?.(
      window().webContents as FakeWebContents & Electron.WebContents,
      permission as 'media',
      (answer) => (granted = answer),
      { requestingUrl, isMainFrame: true },
    );
    return granted;
  };

  it('denies by default: the app may write to the clipboard, and that is all', () => {
    const all = [
      'media',
      'geolocation',
      'notifications',
      'midi',
      'pointerLock',
      'fullscreen',
      'openExternal',
      'clipboard-read',
      'display-capture',
      'fileSystem',
      'hid',
      'serial',
      'usb',
      'unknown',
    ];
    for (const permission of all) expect(ask(permission, 'app://redaksi/'), permission).toBe(false);
    expect(ask('clipboard-sanitized-write', 'app://redaksi/')).toBe(true);
    expect(ask('clipboard-sanitized-write', 'https://jahat.example/')).toBe(false);
    expect(ask('clipboard-sanitized-write', 'app://redaksi/preview/1')).toBe(false);
  });

  it('denies checks and devices likewise', () => {
    const given = session.defaultSession;
    const check = (permission: string, origin: string) =>
      given.permissionCheck?.(null, permission as 'media', origin, {
        isMainFrame: true,
        requestingUrl: origin,
      });
    expect(check('media', 'app://redaksi')).toBe(false);
    expect(check('clipboard-sanitized-write', 'app://redaksi')).toBe(true);
    expect(check('clipboard-sanitized-write', 'https://jahat.example')).toBe(false);
    expect(given.devicePermission?.({} as Electron.DevicePermissionHandlerHandlerDetails)).toBe(false);
  });
});

describe('6. Do not disable webSecurity', () => {
  it('is on', () => expect(preferences().webSecurity).toBe(true));
});

describe('7. Define a Content-Security-Policy', () => {
  it('comes with the page: own scripts only, nothing inline, no eval', async () => {
    const built = { rendererFolder: join(root, 'dist', 'renderer'), serve: async () => null };
    const answer = await answerRequest({ url: 'app://redaksi/', method: 'GET' }, built);
    const policy = answer.headers.get('content-security-policy') ?? '';
    const directives = new Map(policy.split('; ').map((each) => [each.split(' ')[0], each]));
    expect(directives.get('default-src')).toBe("default-src 'self'");
    expect(directives.get('script-src')).toBe("script-src 'self'");
    expect(directives.get('object-src')).toBe("object-src 'none'");
    expect(policy).not.toMatch(/unsafe-(inline|eval)|https?:|\*/);
  });
});

describe('8. Do not set allowRunningInsecureContent to true', () => {
  it('is off', () => expect(preferences().allowRunningInsecureContent).toBe(false));
});

describe('9. Do not enable experimental features', () => {
  it('is off', () => expect(preferences().experimentalFeatures).toBe(false));
});

describe('10. Do not use enableBlinkFeatures', () => {
  it('is not used', () => expect(preferences()).not.toHaveProperty('enableBlinkFeatures'));
});

describe('11. Do not use allowpopups for WebViews', () => {
  it('there are no WebViews', () => {
    expect(preferences().webviewTag).toBe(false);
    for (const [file, text] of sources('renderer')) expect(text, file).not.toMatch(/<webview|allowpopups/);
  });
});

describe('12. Verify WebView options before creation', () => {
  it('one that is asked for all the same is not created', () => {
    expect(window().webContents.attachWebview()).toBe(false);
    expect(new FakeWebContents().attachWebview(), 'in any contents').toBe(false);
  });
});

describe('13. Disable or limit navigation', () => {
  const elsewhere = [
    'https://jahat.example/',
    'http://localhost/',
    'file:///etc/passwd',
    'app://lain/',
    'data:text/html,x',
    'javascript:alert(1)',
    'app://redaksi.jahat.example/',
    'blob:app://redaksi/1',
  ];

  it('a window stays with the app', () => {
    const { webContents } = window();
    for (const url of elsewhere) {
      expect(webContents.navigate(url), url).toBe(false);
      expect(webContents.navigate(url, { event: 'will-redirect' }), url).toBe(false);
    }
    expect(webContents.navigate('app://redaksi/preview/1'), 'not even a preview').toBe(false);
    expect(webContents.navigate('app://redaksi/#/naskah')).toBe(true);
  });

  it('a frame shows previews and nothing else', () => {
    const { webContents } = window();
    for (const url of elsewhere) expect(webContents.navigate(url, { isMainFrame: false }), url).toBe(false);
    expect(webContents.navigate('app://redaksi/preview/1', { isMainFrame: false })).toBe(true);
  });

  it('holds for every contents, whoever made it', () => {
    expect(new FakeWebContents().navigate('https://jahat.example/')).toBe(false);
  });

  it('a file dropped on the window leads nowhere', () => {
    expect(preferences().navigateOnDragDrop).toBe(false);
  });
});

describe('14. Disable or limit creation of new windows', () => {
  it('no page opens one', () => {
    for (const url of ['https://contoh.example/', 'app://redaksi/', 'about:blank', 'file:///etc/passwd'])
      expect(window().webContents.openWindow(url), url).toEqual({ action: 'deny' });
    expect(FakeBrowserWindow.getAllWindows()).toHaveLength(1);
  });
});

describe('15. Do not use shell.openExternal with untrusted content', () => {
  it('links lead to the browser and the mail program, and start nothing else', () => {
    shell.opened = [];
    const { webContents } = window();
    const harmless = ['https://contoh.example/', 'http://contoh.example/', 'mailto:redaksi@contoh.example'];
    const harmful = [
      'file:///etc/passwd',
      'smb://contoh.example/x',
      'ms-msdt:/id',
      'javascript:alert(1)',
      'vbscript:x',
      'data:text/html,x',
      'redaksi://kawat',
      'C:\\Windows\\calc.exe',
      'search-ms:query',
      '',
    ];
    for (const url of [...harmless, ...harmful]) {
      webContents.openWindow(url);
      webContents.navigate(url);
    }
    expect(new Set(shell.opened)).toEqual(new Set(harmless));
  });

  it('is called in one place', () => {
    const callers = [...sources('electron')].filter(([, text]) => text.includes('openExternal'));
    expect(callers.map(([file]) => file)).toEqual([join('electron', 'main', 'policy.ts')]);
  });
});

describe('16. Use a current version of Electron', () => {
  it('pins one release exactly, and runs against the types of that release', () => {
    const read = (path: string) =>
      JSON.parse(readFileSync(join(root, path), 'utf8')) as Record<string, unknown>;
    const { electron } = read('package.json')['devDependencies'] as Record<string, string>;
    expect(electron).toMatch(/^\d+\.\d+\.\d+$/);
    expect(read('node_modules/electron/package.json')['version']).toBe(electron);
    expect(Number.parseInt(electron ?? '', 10)).toBeGreaterThanOrEqual(45);
  });
});

describe('17. Validate the sender of all IPC messages', () => {
  it('hears the app in the main frame of its window, and nobody else', () => {
    const { webContents } = window();
    const strangers = [null, { url: 'app://redaksi/' }, { url: 'https://jahat.example/' }];
    for (const frame of strangers) sayFromPage(webContents, 'core-port-wanted', undefined, frame);
    webContents.url = 'app://redaksi/preview/1';
    sayFromPage(webContents, 'core-port-wanted');
    webContents.url = 'https://jahat.example/';
    sayFromPage(webContents, 'core-port-wanted');
    expect(webContents.ports).toEqual([]);
    webContents.url = 'app://redaksi/#/naskah';
    sayFromPage(webContents, 'core-port-wanted');
    expect(webContents.ports).toHaveLength(1);
  });

  it('has one place where pages are heard, and two things to hear', () => {
    expect(ipcMain.eventNames()).toEqual(['core-port-wanted', 'from-page']);
    const hearers = [...sources('electron')].filter(([, text]) => /ipcMain\.(on|once|handle)/.test(text));
    expect(hearers.map(([file]) => file)).toEqual([join('electron', 'main', 'page-link.ts')]);
  });
});

describe('18. Avoid usage of the file:// protocol and prefer usage of custom protocols', () => {
  it('the page is served by a scheme of its own, registered before Electron is ready', () => {
    expect(protocol.schemes).toEqual([
      { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true } },
    ]);
    for (const [file, text] of sources('electron/main')) expect(text, file).not.toMatch(/file:\/\/|loadFile/);
  });
});

describe('19. Check which fuses you can change', () => {
  it('all are set, each to the safe side', async () => {
    const { electronFuses } = await getConfig(root, 'electron-builder.yml', null);
    const known = readFileSync(join(root, 'node_modules/@electron/fuses/dist/config.d.ts'), 'utf8');
    const options = /enum FuseV1Options \{([^}]*)\}/.exec(known)?.[1] ?? '';
    const names = [...options.matchAll(/(\w)(\w+) = \d/g)].map(
      ([, head = '', rest]) => head.toLowerCase() + rest,
    );
    expect(Object.keys(electronFuses ?? {}).toSorted()).toEqual(
      [...names, 'resetAdHocDarwinSignature'].toSorted(),
    );
    expect(electronFuses).toEqual({
      runAsNode: false,
      enableCookieEncryption: true,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      enableEmbeddedAsarIntegrityValidation: true,
      onlyLoadAppFromAsar: true,
      loadBrowserProcessSpecificV8Snapshot: false,
      grantFileProtocolExtraPrivileges: false,
      resetAdHocDarwinSignature: true,
    });
  });
});

describe('20. Do not expose Electron APIs to untrusted web content', () => {
  it('the preload exposes nothing: it carries words, and ports to the core', () => {
    const preload = readFileSync(join(root, 'electron', 'preload', 'preload.ts'), 'utf8');
    expect(preload).not.toMatch(/contextBridge|exposeInMainWorld|window\.\w+\s*=[^=]/);
    expect([...preload.matchAll(/ipcRenderer\.(\w+)/g)].map((match) => match[1])).toEqual(
      expect.not.arrayContaining(['invoke', 'sendSync', 'sendToHost']),
    );
  });
});
