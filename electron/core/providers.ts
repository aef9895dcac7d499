/** What a host hands the core: everything that differs between Electron, the web host, the command line and tests. */
import type { LogEntry } from '../../shared/contract/system.ts';
import type { Settings } from '../../shared/contract/settings.ts';

/** Settings on disk. `read` gives whatever is there, unvalidated; the settings slice validates. */
export interface SettingsStore {
  read(): unknown;
  write(settings: Settings): void;
}

/** Secrets (application passwords, keys), encrypted at rest. Throws VaultError where it cannot be opened. */
export interface Vault {
  /** What new secrets are sealed by: the system's own keychain, or a key in a file only its owner may read. */
  readonly keptBy: 'keychain' | 'key-file';
  get(key: string): Promise<string | null>;
  set(key: string, secret: string): Promise<void>;
  delete(key: string): Promise<void>;
}

export interface Clock {
  /** Milliseconds since 1970 (UTC). */
  now(): number;
}

export interface Log {
  info(message: string, details?: Record<string, unknown>): void;
  warn(message: string, details?: Record<string, unknown>): void;
  error(message: string, details?: Record<string, unknown>): void;
}

export interface CoreProviders {
  /** Absolute path of the data folder; it exists and is ours (see hosts/providers/data-folder.ts). */
  dataFolder: string;
  version: string;
  settingsStore: SettingsStore;
  vault: Vault;
  clock: Clock;
  log: Log;
  /** What the log said last, newest first; empty where it is not kept or cannot be read. */
  readLog(): LogEntry[];
  /** False for one-shot hosts (command line): no polling, no outbox runner, no timers. */
  background: boolean;
  /**
   * Closes this core and opens the folder again, for a restore. Hosts without it close the core at the end of their work
   * anyway, and the restore is carried out when it is opened next.
   */
  reopen?: () => void;
}
