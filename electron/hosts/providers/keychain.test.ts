import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createKeychainSealer, type Keychain } from './keychain.ts';
import { createKeyFileSealer, createVault, VaultError } from './vault.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'redaksi-keychain-'));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A keychain behind a channel: answers later and in reverse order; a locked one refuses. */
function openKeychain({ locked = false } = {}): Keychain {
  const keychain = createKeychainSealer((call, action, value) => {
    const answer = action === 'seal' ? `sealed ${value}` : value.replace(/^sealed /, '');
    setTimeout(() => keychain.hear(call, locked ? null : answer), 20 / call);
  });
  return keychain;
}

describe('secrets sealed by the keychain', () => {
  it('keeps questions and answers together, whatever order they come back in', async () => {
    const { sealer } = openKeychain();
    expect(await Promise.all([sealer.seal('satu'), sealer.seal('dua'), sealer.open('sealed tiga')])).toEqual([
      'sealed satu',
      'sealed dua',
      'tiga',
    ]);
  });

  it('fails as a vault does when the keychain refuses', async () => {
    const { sealer } = openKeychain({ locked: true });
    await expect(sealer.seal('satu')).rejects.toThrow(VaultError);
    const vault = createVault(folder, [sealer]);
    await expect(vault.set('target:1', 'rahasia')).rejects.toThrow(VaultError);
  });

  it('follow the computer: what a key file sealed is opened still, and what comes anew is the keychain’s', async () => {
    const keyFile = createKeyFileSealer(folder);
    await createVault(folder, [keyFile]).set('lama', 'satu');
    const { sealer } = openKeychain();
    const vault = createVault(folder, [sealer, keyFile]);
    expect(vault.keptBy).toBe('keychain');
    await vault.set('baru', 'dua');
    expect([await vault.get('lama'), await vault.get('baru')]).toEqual(['satu', 'dua']);
    await expect(createVault(folder, [keyFile]).get('baru')).rejects.toThrow(VaultError);
  });

  it('ignores an answer nobody waits for', () => {
    expect(() => openKeychain().hear(99, 'x')).not.toThrow();
  });
});
