import type { ParseErrorCode } from '../../../../shared/contract/wire-story.ts';

/** Why bytes could not be read as wire copy, typed; the interface has words for each code. */
export class WireParseError extends Error {
  readonly code: ParseErrorCode;

  constructor(code: ParseErrorCode, message: string) {
    super(message);
    this.name = 'WireParseError';
    this.code = code;
  }
}
