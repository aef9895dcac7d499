/** Why something did not reach a target. */
import { z } from 'zod';

/** Typed reasons why a delivery or a check did not go through. The interface has words for each. */
export const publishErrorCodeSchema = z.enum([
  'unreachable',
  'name-not-found',
  'timed-out',
  'certificate',
  'certificate-dates',
  'not-this-kind-of-site',
  'rest-blocked',
  'log-in-wall',
  'firewall',
  'basic-auth-blocked',
  'wrong-password',
  'wrong-key',
  'key-unknown',
  'version-too-old',
  'rights-missing',
  'rejected',
  'headline-too-long',
  'dek-too-long',
  'not-stored',
  'too-large',
  'rate-limited',
  'server-error',
  'unexpected-answer',
  'post-missing',
  'comment-missing',
  'changed-at-target',
  'already-there',
  'already-public',
  'held-at-target',
  'clock-wrong',
  'media-rejected',
  'folder-unwritable',
  'disk-full',
  'cut-short',
  'schedule-missed',
  'replaced',
  'still-scheduled',
  'not-publishable',
  'secret-missing',
  'picture-missing',
]);
export type PublishErrorCode = z.output<typeof publishErrorCodeSchema>;

export const publishErrorSchema = z.object({ code: publishErrorCodeSchema, detail: z.string() });
