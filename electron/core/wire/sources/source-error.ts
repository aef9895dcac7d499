import type { SourceErrorCode } from '../../../../shared/contract/wire-sources.ts';

/** Why a source could not be read, typed; the interface has words for each code. `detail` names the address or folder. */
export class SourceError extends Error {
  readonly code: SourceErrorCode;
  /** How long the server asks to be left alone, in milliseconds. */
  readonly retryAfterMs: number | null;

  constructor(code: SourceErrorCode, detail: string, retryAfterMs: number | null = null) {
    super(detail);
    this.name = 'SourceError';
    this.code = code;
    this.retryAfterMs = retryAfterMs;
  }
}
