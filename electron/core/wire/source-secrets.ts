/** Passwords, tokens and keys of sources: in the vault, and nowhere else. */
import { contractError } from '../errors.ts';
import type { Vault } from '../providers.ts';
import type { WireQueries } from './queries.ts';
import { SourceError } from './sources/source-error.ts';

export type SourceSecrets = ReturnType<typeof createSourceSecrets>;

function keyOf(sourceId: string): string {
  return `source.${sourceId}`;
}

/** User and password written into an address (`https://user:password@host`), and the address without them. */
export function credentialsOf(address: string): { address: string; user: string; secret: string } | null {
  const url = URL.parse(address);
  if (url === null || (url.username === '' && url.password === '')) return null;
  const user = decodeURIComponent(url.username);
  const secret = decodeURIComponent(url.password);
  url.username = '';
  url.password = '';
  return { address: url.href, user, secret };
}

export function createSourceSecrets({ queries, vault }: { queries: WireQueries; vault: Vault }) {
  return {
    /** Null where there is none. Throws SourceError `secret-missing` where the vault cannot be opened. */
    async of(sourceId: string): Promise<string | null> {
      if (queries.source(sourceId)?.hasSecret !== true) return null;
      try {
        return await vault.get(keyOf(sourceId));
      } catch (error) {
        throw new SourceError('secret-missing', error instanceof Error ? error.message : String(error));
      }
    },
    /** An empty secret takes it away. Throws STORAGE_FAILED where the vault cannot be opened. */
    async set(sourceId: string, secret: string): Promise<void> {
      try {
        if (secret === '') await vault.delete(keyOf(sourceId));
        else await vault.set(keyOf(sourceId), secret);
      } catch (error) {
        throw contractError('STORAGE_FAILED', {
          detail: error instanceof Error ? error.message : String(error),
        });
      }
      queries.setHasSecret(sourceId, secret !== '');
    },
  };
}
