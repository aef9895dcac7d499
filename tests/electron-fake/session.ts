import { EventEmitter } from 'node:events';

type PermissionRequest = Parameters<Electron.Session['setPermissionRequestHandler']>[0];
type PermissionCheck = Parameters<Electron.Session['setPermissionCheckHandler']>[0];
type DevicePermission = Parameters<Electron.Session['setDevicePermissionHandler']>[0];
type BeforeRequest = (
  details: Electron.OnBeforeRequestListenerDetails,
  callback: (response: Electron.CallbackResponse) => void,
) => void;

type Met = Pick<
  Electron.Session,
  | 'setPermissionRequestHandler'
  | 'setPermissionCheckHandler'
  | 'setDevicePermissionHandler'
  | 'setSpellCheckerEnabled'
  | 'setSpellCheckerLanguages'
  | 'setSpellCheckerDictionaryDownloadURL'
  | 'addWordToSpellCheckerDictionary'
  | 'availableSpellCheckerLanguages'
>;

/** A session: what it was told, and how it decides. */
export class FakeSession extends EventEmitter implements Met {
  permissionRequest: PermissionRequest = null;
  permissionCheck: PermissionCheck = null;
  devicePermission: DevicePermission = null;
  beforeRequest: BeforeRequest | null = null;
  readonly availableSpellCheckerLanguages = ['de', 'en-GB', 'en-US', 'id'];
  spelling: { enabled: boolean | null; languages: string[]; address: string | null; words: string[] } = {
    enabled: null,
    languages: [],
    address: null,
    words: [],
  };

  setPermissionRequestHandler(handler: PermissionRequest): void {
    this.permissionRequest = handler;
  }
  setPermissionCheckHandler(handler: PermissionCheck): void {
    this.permissionCheck = handler;
  }
  setDevicePermissionHandler(handler: DevicePermission): void {
    this.devicePermission = handler;
  }
  readonly webRequest = {
    onBeforeRequest: (listener: BeforeRequest): void => void (this.beforeRequest = listener),
  };
  setSpellCheckerEnabled(enable: boolean): void {
    this.spelling.enabled = enable;
  }
  setSpellCheckerLanguages(languages: string[]): void {
    this.spelling.languages = languages;
  }
  setSpellCheckerDictionaryDownloadURL(url: string): void {
    this.spelling.address = url;
  }
  addWordToSpellCheckerDictionary(word: string): boolean {
    this.spelling.words.push(word);
    return true;
  }
}

export const session = { defaultSession: new FakeSession() };

type ProtocolHandler = (request: Request) => Response | Promise<Response>;

/** Custom schemes: which were registered, and who answers. */
export const protocol = {
  schemes: [] as Electron.CustomScheme[],
  handlers: new Map<string, ProtocolHandler>(),
  registerSchemesAsPrivileged(schemes: Electron.CustomScheme[]): void {
    protocol.schemes.push(...schemes);
  },
  handle(scheme: string, handler: ProtocolHandler): void {
    protocol.handlers.set(scheme, handler);
  },
} satisfies Pick<Electron.Protocol, 'registerSchemesAsPrivileged' | 'handle'> & Record<string, unknown>;

/** The system's keychain: really changes what it seals, can be missing, locked, or only look like one. */
export const safeStorage = {
  available: true,
  locked: false,
  backend: 'gnome_libsecret' as ReturnType<Electron.SafeStorage['getSelectedStorageBackend']>,
  getSelectedStorageBackend(): ReturnType<Electron.SafeStorage['getSelectedStorageBackend']> {
    return safeStorage.backend;
  },
  async isAsyncEncryptionAvailable(): Promise<boolean> {
    return safeStorage.available;
  },
  async encryptStringAsync(plainText: string): Promise<Buffer> {
    if (safeStorage.locked) throw new Error('The keychain is locked.');
    return Buffer.from([...plainText].reverse().join(''));
  },
  async decryptStringAsync(encrypted: Buffer): Promise<Electron.DecryptStringAsyncReturnValue> {
    if (safeStorage.locked) throw new Error('The keychain is locked.');
    return { shouldReEncrypt: false, result: [...encrypted.toString()].reverse().join('') };
  },
} satisfies Pick<
  Electron.SafeStorage,
  'getSelectedStorageBackend' | 'isAsyncEncryptionAvailable' | 'encryptStringAsync' | 'decryptStringAsync'
> &
  Record<string, unknown>;

export function resetSession(): void {
  session.defaultSession = new FakeSession();
  protocol.schemes = [];
  protocol.handlers.clear();
  Object.assign(safeStorage, { available: true, locked: false, backend: 'gnome_libsecret' });
}
