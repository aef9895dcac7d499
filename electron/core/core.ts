/** What `createCore` gives a host. */
import type { CoreRouter } from './router.ts';

/** Bytes a host hands the page over its authenticated route (HTTP or app://), never through RPC. */
export interface ServedFile {
  mimeType: string;
  /** Either bytes in hand or an absolute path to stream. */
  content: { bytes: Uint8Array<ArrayBuffer> } | { path: string };
  /** Further response headers: cache control, the page's own Content-Security-Policy. */
  headers: Record<string, string>;
}

export interface Core {
  /** The contract, implemented; hosts hang it on their transport. */
  router: CoreRouter;
  /** Begins background work: polling, the outbox, backups. */
  start(): Promise<void>;
  /**
   * Begins to send what waits in the outbox, and nothing else: for a host that does one thing and ends. Not while a
   * choice waits after damage.
   */
  startSending(): void;
  /** Lets running work reach a safe point, then closes the database. */
  stop(): Promise<void>;
  /**
   * Files for the page: `/media/<sha-256>` (pictures), `/media/<sha-256>/small` (at most 640 pixels long) and `/preview/<article id>` (the folder site's very page of the
   * working copy, with `/preview/site.css` beside it) and `/preview/front/<front id>/<draft, live or a launch's id>`. Null where there is no such file.
   */
  serve(pathname: string): Promise<ServedFile | null>;
}
