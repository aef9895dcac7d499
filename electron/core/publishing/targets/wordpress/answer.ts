/**
 * What WordPress (or whatever stands in front of it) answers, read with suspicion: JSON where it is JSON, and a typed
 * PublishError for everything else. REST errors: https://developer.wordpress.org/rest-api/ (`code`, `message`, `data`).
 */
import { z } from 'zod';
import type { PublishErrorCode } from '../../../../../shared/contract/publish-errors.ts';
import { readJson, readRetryAfter, wallOf, wordsOf, type RawAnswer } from '../../site-http/answer.ts';
import { PublishError } from '../../target.ts';

const restErrorSchema = z.object({
  code: z.string(),
  message: z.string().catch(''),
  data: z
    .looseObject({ term_id: z.coerce.number().int().optional().catch(undefined) })
    .nullish()
    .catch(null),
});
export type RestError = z.output<typeof restErrorSchema>;

/** WordPress said no, in its own words. */
export class WordPressRefusal extends PublishError {
  /** WordPress's own code, `term_exists` for one. */
  readonly restCode: string;
  /** The term that is there already, with `term_exists`. */
  readonly termId: number | null;

  constructor(code: PublishErrorCode, error: RestError, detail: string) {
    super(code, detail);
    this.name = 'WordPressRefusal';
    this.restCode = error.code;
    this.termId = error.data?.term_id ?? null;
  }
}

/** WordPress's own error in an answer, or null. */
export function readRestError(text: string): RestError | null {
  return restErrorSchema.safeParse(readJson(text)).data ?? null;
}

const passwordCodes =
  /^(?:incorrect_password|invalid_username|invalid_email|invalid_application_credentials|rest_not_logged_in|rest_cannot_create|rest_forbidden_context|rest_cannot_edit)$/;
const basicBlockedCodes = /^application_passwords_disabled|^rest_(?:application_passwords|basic_auth)/;
const missingPostCodes = /^rest_(?:post_(?:invalid_id|gone)|already_trashed)$/;
const missingCommentCodes = /^rest_comment_invalid_id$/;
const restShutCodes = /^rest_(?:disabled|login_required|forbidden_all|cannot_access|api_disabled)/;
const securityCodes = /^(?:itsec_|wordfence|wfls_|aiowps_|sucuri)/;
/** The database did not take it: too long for its column, or characters its character set does not know. */
const notStoredCodes = /^db_(?:insert|update)_error$/;
const mediaCodes = /^rest_upload_/;

function codeOf(status: number, { code }: RestError): PublishErrorCode {
  if (basicBlockedCodes.test(code)) return 'basic-auth-blocked';
  if (missingPostCodes.test(code)) return 'post-missing';
  if (missingCommentCodes.test(code)) return 'comment-missing';
  if (code === 'rest_upload_file_too_big') return 'too-large';
  if (securityCodes.test(code)) return 'firewall';
  if (status === 401 && passwordCodes.test(code)) return 'wrong-password';
  if (code === 'rest_no_route' || restShutCodes.test(code)) return 'rest-blocked';
  if (mediaCodes.test(code)) return 'media-rejected';
  if (status === 401) return 'wrong-password';
  if (status === 403) return 'rights-missing';
  return 'rejected';
}

/** The typed failure in an answer that is not a success; `now` in milliseconds since 1970. */
export function failureOf(answer: RawAnswer, now: number): PublishError {
  const { status, text } = answer;
  const error = readRestError(text);
  const said = error ? `${error.code}: ${wordsOf(error.message)}` : wordsOf(text);
  const detail = `HTTP ${status}${said === '' ? '' : ` · ${said}`}`;
  const retryAfterMs = readRetryAfter(answer.headers.get('retry-after'), now);
  if (status === 413) return new PublishError('too-large', detail);
  if (status === 429) return new PublishError('rate-limited', detail, { retryable: true, retryAfterMs });
  if (error && mediaCodes.test(error.code)) {
    return new WordPressRefusal(codeOf(status, error), error, detail);
  }
  if (error && notStoredCodes.test(error.code)) return new WordPressRefusal('not-stored', error, detail);
  // 501 is an answer of WordPress's own: it will say the same next time.
  if (error && status === 501) return new WordPressRefusal('rejected', error, detail);
  if (status >= 500 || status === 408 || status === 425) {
    const wall = error ? null : wallOf(answer);
    return wall !== null && status === 503
      ? new PublishError('firewall', `${wall} · ${detail}`, { retryable: true, retryAfterMs })
      : new PublishError('server-error', detail, { retryable: true, retryAfterMs });
  }
  if (error) return new WordPressRefusal(codeOf(status, error), error, detail);
  if (status === 401 || status === 407) return new PublishError('basic-auth-blocked', detail);
  if (status === 403 || status === 406 || status === 415) {
    const wall = wallOf(answer);
    return new PublishError('firewall', wall === null ? detail : `${wall} · ${detail}`);
  }
  if (status === 404 || status === 410) return new PublishError('not-this-kind-of-site', detail);
  return new PublishError('unexpected-answer', detail, { retryable: true });
}
