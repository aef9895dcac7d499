/** The system's keychain, for the core, which cannot reach it from its own process. */
import { safeStorage } from 'electron';

/**
 * Whether the system keeps secrets for us. On a Linux desktop without a keychain Electron offers `basic_text`, which
 * seals with a password that stands in its source: that only looks safe, so it counts as none, the core uses its own
 * key file, and the settings say so. Electron must be ready.
 */
export async function hasKeychain(): Promise<boolean> {
  if (process.platform === 'linux' && safeStorage.getSelectedStorageBackend() === 'basic_text') return false;
  return safeStorage.isAsyncEncryptionAvailable();
}

/** Seals a secret to base64, or opens one; null where the keychain refuses. */
export async function askKeychain(action: 'seal' | 'open', value: string): Promise<string | null> {
  try {
    if (action === 'seal') return (await safeStorage.encryptStringAsync(value)).toString('base64');
    return (await safeStorage.decryptStringAsync(Buffer.from(value, 'base64'))).result;
  } catch {
    return null;
  }
}
