/** Sealing by the system's keychain, which only Electron's main process can reach: it is asked by message. */
import { VaultError, type Sealer } from './vault.ts';

export interface Keychain {
  sealer: Sealer;
  /** Takes an answer; null where the keychain refused. */
  hear(call: number, value: string | null): void;
}

/** `ask` sends one question; each is answered once, by `hear`. */
export function createKeychainSealer(
  ask: (call: number, action: 'seal' | 'open', value: string) => void,
): Keychain {
  const waiting = new Map<number, (value: string | null) => void>();
  let lastCall = 0;

  async function call(action: 'seal' | 'open', value: string): Promise<string> {
    lastCall += 1;
    const number = lastCall;
    const answered = new Promise<string | null>((resolve) => waiting.set(number, resolve));
    ask(number, action, value);
    const answer = await answered;
    if (answer === null) throw new VaultError('The keychain of this computer refused.');
    return answer;
  }

  return {
    sealer: {
      name: 'keychain',
      seal: (secret) => call('seal', secret),
      open: (sealed) => call('open', sealed),
    },
    hear(number, value) {
      waiting.get(number)?.(value);
      waiting.delete(number);
    },
  };
}
