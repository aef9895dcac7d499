import type { SourceErrorCode } from '../../../../shared/contract/wire.ts';

/** Why a source could not be read, typed; the interface has words for each code. `detail` names the address or folder. */
export class SourceError extends Error {
  readonly code: SourceErrorCode;

  constructor(code: SourceErrorCode, detail: string) {
    super(detail);
    this.name = 'SourceError';
    this.code = code;
  }
}
