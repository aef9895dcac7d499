/** A vault that tells when it cannot be opened, and when it can again: drafts go on, only targets need it. */
import type { Vault } from './providers.ts';

/** `onChange` is called when reading begins to fail (true) and when it works again (false). */
export function watchVault(vault: Vault, onChange: (isClosed: boolean) => void): Vault {
  let wasClosed = false;

  function note(isClosed: boolean): void {
    if (isClosed === wasClosed) return;
    wasClosed = isClosed;
    onChange(isClosed);
  }

  return {
    ...vault,
    async get(key) {
      try {
        const secret = await vault.get(key);
        note(false);
        return secret;
      } catch (error) {
        note(true);
        throw error;
      }
    },
  };
}
