/** What Ghost says when it says no (https://docs.ghost.org/admin-api#errors), as a typed PublishError. */
import { z } from 'zod';
import type { PublishErrorCode } from '../../../../../shared/contract/publish-errors.ts';
import { readJson, readRetryAfter, wallOf, wordsOf, type RawAnswer } from '../../site-http/answer.ts';
import { PublishError } from '../../target.ts';

const text = z.string().nullish().catch(null);
const errorsSchema = z.object({
  errors: z
    .array(z.looseObject({ message: text, context: text, type: text, code: text, property: text }))
    .min(1),
});
type GhostError = z.output<typeof errorsSchema>['errors'][number];

/** Somebody saved the post since it was read. */
export class UpdateCollision extends PublishError {
  constructor(detail: string) {
    super('changed-at-target', detail);
    this.name = 'UpdateCollision';
  }
}

function codeOf(status: number, { code, type, message }: GhostError): PublishErrorCode {
  if (code === 'UNKNOWN_ADMIN_API_KEY') return 'key-unknown';
  if (status === 401 && /expired|not active/i.test(message ?? '')) return 'clock-wrong';
  if (status === 401) return 'wrong-key';
  if (status === 403) return 'rights-missing';
  if (status === 404) return 'post-missing';
  if (type === 'UnsupportedMediaTypeError') return 'media-rejected';
  return 'rejected';
}

/** The typed failure in an answer that is not a success; `now` in milliseconds since 1970. */
export function failureOf(answer: RawAnswer, now: number): PublishError {
  const { status } = answer;
  const error = errorsSchema.safeParse(readJson(answer.text)).data?.errors[0] ?? null;
  const said = error
    ? [error.code, error.message, error.context].filter((part) => part).join(' · ')
    : wordsOf(answer.text);
  const detail = `HTTP ${status}${said === '' ? '' : ` · ${said}`}`;
  const retryAfterMs = readRetryAfter(answer.headers.get('retry-after'), now);
  if (status === 413) return new PublishError('too-large', detail);
  if (status === 429) return new PublishError('rate-limited', detail, { retryable: true, retryAfterMs });
  if (status >= 500 || status === 408 || status === 425) {
    return new PublishError('server-error', detail, { retryable: true, retryAfterMs });
  }
  if (error) {
    return status === 409 ? new UpdateCollision(detail) : new PublishError(codeOf(status, error), detail);
  }
  if ([401, 403, 406, 415].includes(status)) {
    const wall = wallOf(answer);
    return new PublishError('firewall', wall === null ? detail : `${wall} · ${detail}`);
  }
  if (status === 404 || status === 410) return new PublishError('not-this-kind-of-site', detail);
  return new PublishError('unexpected-answer', detail, { retryable: true });
}
