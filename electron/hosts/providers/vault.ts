/**
 * Secrets in `vault.json`, each sealed by itself. What seals is a key file of ours or, in Electron, the system's own
 * keychain; a value says by which it was sealed, so one can follow the other.
 */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import {
  closeSync,
  fsyncSync,
  linkSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import type { Vault } from '../../core/providers.ts';

const VAULT_FILE = 'vault.json';
const KEY_FILE = 'vault.key';
const KEY_BYTES = 32;
/** 96 bits, as NIST SP 800-38D recommends for GCM. */
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** The vault cannot be read, or a secret in it cannot be opened with the key that is here. */
export class VaultError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'VaultError';
  }
}

export interface Sealer {
  /** Stands before every value it sealed. */
  name: Vault['keptBy'];
  seal(secret: string): Promise<string>;
  /** Throws where the value was not sealed by it, or was changed since. */
  open(sealed: string): Promise<string>;
}

/** Seals with AES-256-GCM under a random key in `vault.key`, which only its owner may read. */
export function createKeyFileSealer(dataFolder: string): Sealer {
  const file = join(dataFolder, KEY_FILE);

  function readKey(): Buffer | null {
    try {
      const key = readFileSync(file);
      if (key.length !== KEY_BYTES) throw new VaultError('The key of the vault is damaged.');
      return key;
    } catch (error) {
      if (isMissing(error)) return null;
      throw error;
    }
  }

  /** A damaged key opens nothing any more: it is kept aside, and a new one made. */
  function readKeyToSeal(): Buffer | null {
    try {
      return readKey();
    } catch (error) {
      if (!(error instanceof VaultError)) throw error;
      keepAside(file);
      return null;
    }
  }

  return {
    name: 'key-file',
    async seal(secret) {
      const key = readKeyToSeal() ?? makeKey(file);
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv('aes-256-gcm', key, nonce);
      const sealed = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64');
    },
    async open(sealed) {
      const key = readKey();
      if (key === null) throw new VaultError('The key of the vault is missing.');
      const bytes = Buffer.from(sealed, 'base64');
      const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, NONCE_BYTES), {
        authTagLength: TAG_BYTES,
      });
      decipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
      return (
        decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES), undefined, 'utf8') + decipher.final('utf8')
      );
    },
  };
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}

/** Writes beside the file first, so that a crash leaves the old one or the new one, never half of one. */
function writeBeside(file: string, content: Uint8Array): string {
  const beside = `${file}.new`;
  const handle = openSync(beside, 'w', 0o600);
  try {
    writeSync(handle, content);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  return beside;
}

function keepAside(file: string): void {
  renameSync(file, `${file}-damaged-${new Date().toISOString().replaceAll(/[:.]/g, '-')}`);
}

function makeKey(file: string): Buffer {
  const key = randomBytes(KEY_BYTES);
  const beside = writeBeside(file, key);
  // A link, unlike a rename, never replaces a key that is there.
  linkSync(beside, file);
  rmSync(beside);
  return key;
}

/**
 * The vault in the data folder. New secrets are sealed by the first of `sealers`; all of them are asked to open old
 * ones. Its calls run one after the other.
 */
export function createVault(dataFolder: string, sealers: readonly [Sealer, ...Sealer[]]): Vault {
  const file = join(dataFolder, VAULT_FILE);
  let last: Promise<unknown> = Promise.resolve();

  function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const done = last.then(work);
    last = done.catch(() => null);
    return done;
  }

  function read(): Map<string, string> {
    try {
      const stored: unknown = JSON.parse(readFileSync(file, 'utf8'));
      if (typeof stored !== 'object' || stored === null) throw new SyntaxError('not an object');
      return new Map(Object.entries(stored).map(([key, value]) => [key, String(value)]));
    } catch (error) {
      if (isMissing(error)) return new Map();
      throw new VaultError('The vault cannot be read.', { cause: error });
    }
  }

  /** A vault that cannot be read is kept aside: what is entered anew must find a place. */
  function readOrBegin(): Map<string, string> {
    try {
      return read();
    } catch {
      keepAside(file);
      return new Map();
    }
  }

  function write(entries: Map<string, string>): void {
    const content = JSON.stringify(Object.fromEntries(entries), null, 2);
    renameSync(writeBeside(file, Buffer.from(content)), file);
  }

  async function open(value: string): Promise<string> {
    const colon = value.indexOf(':');
    const sealer = sealers.find(({ name }) => name === value.slice(0, colon));
    if (sealer === undefined) throw new VaultError('A secret was sealed in a way this host does not know.');
    try {
      return await sealer.open(value.slice(colon + 1));
    } catch (error) {
      throw new VaultError('A secret cannot be opened with the key that is here.', { cause: error });
    }
  }

  return {
    keptBy: sealers[0].name,
    get: (key) =>
      inTurn(async () => {
        const value = read().get(key);
        return value === undefined ? null : open(value);
      }),
    set: (key, secret) =>
      inTurn(async () => {
        const [sealer] = sealers;
        const sealed = await sealer.seal(secret);
        write(readOrBegin().set(key, `${sealer.name}:${sealed}`));
      }),
    delete: (key) =>
      inTurn(async () => {
        const entries = read();
        if (entries.delete(key)) write(entries);
      }),
  };
}

/** The vault of hosts without a keychain. */
export function createFileVault(dataFolder: string): Vault {
  return createVault(dataFolder, [createKeyFileSealer(dataFolder)]);
}
