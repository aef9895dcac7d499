/**
 * A way in: how deliveries of one kind of source are fetched. Each kind has one file with one of these (ways.ts lists
 * them); what becomes of a delivery is the same for all and is done by whoever calls (source-checks.ts).
 */
import type { SourceConfiguration, SourceErrorCode } from '../../../../shared/contract/wire-sources.ts';
import type { ParseOptions, StoredDelivery } from '../ingest.ts';

/** What the last answer of a feed said of itself. */
export interface FeedStamps {
  etag: string | null;
  lastModified: string | null;
  /** SHA-256 (hex) of the body. */
  bodyHash: string | null;
}

/** What a way in notes about a source and finds again at the next visit, restarts included. */
export interface SourceMemory {
  get(key: string): string | null;
  put(key: string, value: string): void;
  remove(key: string): void;
}

/** A source as a way in meets it. */
export interface SourceAccess {
  id: string;
  configuration: SourceConfiguration;
  /** Password, token or key; null where there is none. */
  secret: string | null;
  memory: SourceMemory;
}

/** What lies ready to be taken. */
export interface Lot {
  files: number;
  bytes: number;
}

/** One look at a source. */
export interface Visit extends SourceAccess {
  stamps: FeedStamps;
  signal: AbortSignal;
  /** Milliseconds since 1970. */
  now(): number;
  /** Tells what lies ready, before the first of it is taken: for whoever waits for a long intake. */
  expect(lot: Lot): void;
  /**
   * Stores one delivery; call it for one after the other, oldest first. Throws IngestError where it cannot be read, which
   * is written down already.
   */
  take(bytes: Uint8Array, options: ParseOptions): Promise<StoredDelivery>;
  /** Tells of one file or message that could not be had, or not be put away; the look goes on. */
  tell(code: SourceErrorCode, name: string, detail: string): Promise<void>;
}

export interface Visited {
  stamps?: FeedStamps;
  /** Look again after so many milliseconds, where that is sooner than the interval says. */
  againInMs?: number;
}

/** Something that tells when a source has moved. */
export interface Watcher {
  /** False once it can tell no more, as after a lost connection. */
  readonly alive: boolean;
  close(): void;
}

export interface SourceWay {
  /** Looks once for what is new. Throws SourceError where the source as a whole cannot be read. */
  check(visit: Visit): Promise<Visited>;
  /** Calls `onChange` when something may have come; left out where only the interval counts. */
  watch?(access: SourceAccess, onChange: () => void): Watcher;
}
