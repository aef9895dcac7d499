/** What a refusal to publish says of an embargo. */
import { contractErrors } from '../shared/contract/errors.ts';
import { readDate } from '../shared/domain/read-date.ts';
import { typedCoreError } from './core-client/core-error.ts';

/**
 * When an embargo ends (milliseconds since 1970) that is the only reason why something may not be published; null where
 * something else stands in the way.
 */
export function embargoEndOf(error: unknown): number | null {
  const typed = typedCoreError(error);
  if (typed?.code !== 'NOT_PUBLISHABLE') return null;
  const { reasons } = contractErrors.NOT_PUBLISHABLE.data.parse(typed.data);
  const [reason] = reasons;
  if (reasons.length !== 1 || reason?.code !== 'embargo-active') return null;
  return readDate(reason.detail)?.epochMs ?? null;
}
