/**
 * The typed errors of the contract. Every procedure may answer with these; the interface tells each in plain words
 * (shared/i18n, keys `error.<CODE>`), so a message here is only for logs and the command line.
 */
import { z } from 'zod';

export const contractErrors = {
  NOT_FOUND: {
    status: 404,
    message: 'There is no such thing here (any more).',
    data: z.object({ kind: z.string(), id: z.string() }),
  },
  INVALID: {
    status: 422,
    message: 'That cannot be taken as it is.',
    data: z.object({ field: z.string().nullable(), reason: z.string() }),
  },
  DRAFT_CONFLICT: {
    status: 409,
    message: 'The article was saved elsewhere since.',
    data: z.object({ articleId: z.string(), currentBase: z.int() }),
  },
  /** Somebody changed the same slot, collection or (before a launch) draft of a front meanwhile; nothing was overwritten. */
  FRONT_CONFLICT: {
    status: 409,
    message: 'The slot, collection or draft was changed elsewhere since.',
    data: z.object({ frontId: z.string(), kind: z.enum(['slot', 'collection', 'front']), id: z.string() }),
  },
  TRANSITION_REFUSED: {
    status: 409,
    message: 'The article cannot go from this state to that one.',
    data: z.object({ from: z.string(), to: z.string() }),
  },
  /** Its story type requires more before it is ready; `missing` names the parts (RequiredPart). */
  NOT_READY: {
    status: 409,
    message: 'The article lacks what its story type requires.',
    data: z.object({ missing: z.array(z.string()), count: z.int() }),
  },
  NOT_PUBLISHABLE: {
    status: 409,
    message: 'The article may not be published.',
    data: z.object({ reasons: z.array(z.object({ code: z.string(), detail: z.string().nullable() })) }),
  },
  /** A target was asked something there and then, and did not answer as wanted; `code` is a PublishErrorCode. */
  TARGET_FAILED: {
    status: 502,
    message: 'The target did not answer as wanted.',
    data: z.object({ code: z.string(), detail: z.string() }),
  },
  NOT_PERMITTED: {
    status: 403,
    message: 'The person who sits here may not do that.',
    /** `whoMay`: the people of the house who may, in the order in which they came. */
    data: z.object({
      action: z.string(),
      whoMay: z.array(z.object({ name: z.string(), code: z.string() })),
    }),
  },
  STORY_TAKEN: {
    status: 409,
    message: 'Somebody else has taken the story.',
    data: z.object({ name: z.string(), code: z.string() }),
  },
  UNREADABLE: {
    status: 422,
    message: 'The file or text could not be read as wire copy.',
    data: z.object({ code: z.string(), detail: z.string() }),
  },
  STORAGE_FULL: { status: 507, message: 'The disk is full.', data: z.object({}) },
  STORAGE_FAILED: {
    status: 500,
    message: 'The data folder could not be written or read.',
    data: z.object({ detail: z.string() }),
  },
} as const;

export type ContractErrorCode = keyof typeof contractErrors;
