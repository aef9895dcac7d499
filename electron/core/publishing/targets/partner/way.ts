/** The ways copy reaches a partner: each puts one whole file there. */
import type { Verification } from '../../../../../shared/contract/publishing.ts';

export interface OutgoingFile {
  /** Parted by slashes: `0f8fad5b-…-v2.json`, `media/<sha-256>.jpg`. */
  name: string;
  mimeType: string;
  content: string | Uint8Array;
  /** The same for the same content only, however often it is sent. */
  key: string;
}

export interface PartnerWay {
  /**
   * Puts the file there whole; with the same content it may be repeated. `mayHaveArrived`: an earlier attempt may have
   * done it. Throws PublishError.
   */
  put(file: OutgoingFile, mayHaveArrived: boolean): Promise<void>;
  /** Never throws for what a check finds. */
  verify(): Promise<Verification>;
  /** Lets go of what was opened for the files. */
  close?(): Promise<void>;
}
