/** Targets and the outbox. */
import { oc } from '@orpc/contract';
import { z } from 'zod';
import { blockSchema } from '../document/vocabulary.ts';
import { idSchema, instantSchema } from './common.ts';
import { correctionKindSchema } from './corrections.ts';
import { contractErrors } from './errors.ts';
import { publishErrorSchema } from './publish-errors.ts';
import { targetConfigurationSchema, targetTermKindSchema, targetTermSchema } from './target-configuration.ts';
import { plainLossSchema, postListSchema, publishingConflictSchema } from './target-posts.ts';
import { transferSchema } from './transfers.ts';

/** What a kind of target can do; screens offer nothing else. */
export const targetCapabilitiesSchema = z.object({
  update: z.boolean(),
  unpublish: z.boolean(),
  /** A post can be given a time to come, which the target itself keeps. */
  schedule: z.boolean(),
  /** A post can be put into the target's trash. */
  remove: z.boolean(),
  /** A post can be read back whole, also what was changed in it there. */
  read: z.boolean(),
  /** Posts that stand there can be looked through and taken in as articles. */
  posts: z.boolean(),
  /** Sections, tags and bylines can be mapped to what the site has of its own. */
  mapping: z.boolean(),
  preview: z.boolean(),
  /** Launched fronts go there. */
  front: z.boolean(),
  pictures: z.boolean(),
  /** Readers' comments are moderated from here. */
  comments: z.boolean(),
  /** What we put there can be looked for, and what is gone is sent again. */
  inspect: z.boolean(),
  needsSecret: z.boolean(),
});
export type TargetCapabilities = z.output<typeof targetCapabilitiesSchema>;

/** What a site says of itself: for times shown in its zone beside the newsroom's. */
export const siteFactsSchema = z.object({
  name: z.string(),
  /** IANA name; null where the site is set to a bare offset. */
  timeZone: z.string().nullable(),
  /** Minutes east of UTC now. */
  offsetMinutes: z.number(),
  /** Milliseconds the site's clock is ahead of ours (behind: negative); null where it told no time. */
  clockAheadMs: z.number().nullable(),
});
export type SiteFacts = z.output<typeof siteFactsSchema>;

export const targetSchema = z.object({
  id: idSchema,
  name: z.string(),
  configuration: targetConfigurationSchema,
  capabilities: targetCapabilitiesSchema,
  hasSecret: z.boolean(),
  /** Why nothing goes there for now: one delivery at a time probes, the others wait. Null where all is well. */
  trouble: z
    .object({
      since: instantSchema,
      /** Probes that failed so far. */
      failures: z.int(),
      error: publishErrorSchema,
      /** When it is tried next by itself; null where a person has to put something right first. */
      nextTryAt: instantSchema.nullable(),
    })
    .nullable(),
});
export type Target = z.output<typeof targetSchema>;

export const verificationSchema = z.object({
  ok: z.boolean(),
  /** One line a check, in the order they were made; `code` is a key of the messages (`settings.check.<code>`). */
  checks: z.array(
    z.object({
      code: z.string(),
      ok: z.boolean(),
      detail: z.string(),
      /** With `host-key-changed`: the fingerprint the server is known by, and the one it shows now (`SHA256:…`). */
      hostKeys: z.object({ known: z.string(), shown: z.string() }).optional(),
    }),
  ),
});
export type Verification = z.output<typeof verificationSchema>;

export const deliveryStateSchema = z.enum([
  'queued',
  'sending',
  /** Everything is ready; it goes out at `publishAt`. */
  'scheduled',
  'live',
  'retry',
  'conflict',
  'failed',
  'cancelled',
]);
export type DeliveryState = z.output<typeof deliveryStateSchema>;

export const deliverySchema = z.object({
  deliveryId: idSchema,
  articleId: idSchema,
  headline: z.string(),
  revisionId: z.int(),
  targetId: idSchema,
  targetName: z.string(),
  /** `schedule`: a publication (or an update of what is live) at `publishAt`; `remove`: into the target's trash. */
  action: z.enum(['publish', 'update', 'schedule', 'unpublish', 'remove']),
  state: deliveryStateSchema,
  /** Id of the person who asked for it; null in deliveries older than the list of people. */
  askedBy: idSchema.nullable(),
  attempts: z.int(),
  createdAt: instantSchema,
  updatedAt: instantSchema,
  /** When the next attempt is due, in state `retry`. */
  retryAt: instantSchema.nullable(),
  /** When it is to go out; null: as soon as it can. */
  publishAt: instantSchema.nullable(),
  /** True where the target itself keeps that time by now: it goes out although this desk may be closed. */
  handedOver: z.boolean(),
  url: z.string().nullable(),
  error: publishErrorSchema.nullable(),
  /** Differences between what was meant and what the live post shows. */
  differences: z.array(z.object({ field: z.string(), meant: z.string(), found: z.string() })),
});
export type Delivery = z.output<typeof deliverySchema>;

export const listedDeliverySchema = deliverySchema.extend({
  /** What its revision tells readers of corrections, a withdrawal or replies, each kind once; empty where it takes a post away. */
  carries: z.array(correctionKindSchema),
});
export type ListedDelivery = z.output<typeof listedDeliverySchema>;

/** A launched front on its way to a target: the latest for each pair. */
export const frontDeliverySchema = z.object({
  deliveryId: idSchema,
  frontId: idSchema,
  frontName: z.string(),
  targetId: idSchema,
  targetName: z.string(),
  /** The launch it was made for; what is sent follows the clock and the stories after that. */
  launchId: idSchema,
  state: deliveryStateSchema.exclude(['scheduled', 'conflict']),
  attempts: z.int(),
  createdAt: instantSchema,
  updatedAt: instantSchema,
  retryAt: instantSchema.nullable(),
  url: z.string().nullable(),
  error: publishErrorSchema.nullable(),
  /** What did not go as meant, though the rest did: a widget that could not be set, a picture that is missing. */
  differences: z.array(z.object({ field: z.string(), meant: z.string(), found: z.string() })),
});
export type FrontDelivery = z.output<typeof frontDeliverySchema>;

/** One request of an attempt and what came back; long texts are cut, passwords are never part of it. */
export const exchangeSchema = z.object({
  at: instantSchema,
  milliseconds: z.number(),
  /** An HTTP method; `WRITE` and `REMOVE` for files. */
  method: z.string(),
  address: z.string(),
  /** Null where nothing was sent, or a picture's bytes. */
  sent: z.string().nullable(),
  /** HTTP status; null where no answer came or there is no such thing. */
  status: z.int().nullable(),
  answer: z.string().nullable(),
});

export const deliveryAttemptSchema = z.object({
  /** Counted from 1. */
  number: z.int(),
  startedAt: instantSchema,
  /** Null while it is under way, and where the program ended in the middle of it. */
  endedAt: instantSchema.nullable(),
  result: deliveryStateSchema,
  error: publishErrorSchema.nullable(),
  /** In the order they were made; kept for the last attempts only. */
  exchanges: z.array(exchangeSchema),
});
export type DeliveryAttempt = z.output<typeof deliveryAttemptSchema>;

/**
 * What a list of deliveries shows: `waiting` what is on its way, `stopped` what failed or met a conflict and nothing
 * later has made good, `done` what arrived. The first two are what `counts` counts.
 */
export const deliveryViewSchema = z.enum(['all', 'waiting', 'stopped', 'done']);
export type DeliveryView = z.output<typeof deliveryViewSchema>;

export const publishReasonSchema = z.object({
  code: z.string(),
  /** `ask`: it goes out only where somebody says yes to it (`despiteFindings`). */
  level: z.enum(['block', 'ask', 'warn']),
  detail: z.string().nullable(),
});
export type ToldPublishReason = z.output<typeof publishReasonSchema>;

const base = oc.errors(contractErrors);
/**
 * Somebody has said yes to what of the copy is not as its sources have it; without it such copy is NOT_PUBLISHABLE
 * `fidelity-open`, and `fidelity-failed` where that could not be told. The yes is kept with the revision: what it was about
 * is not asked again when that goes out later.
 */
const despiteSchema = z.boolean().default(false);

export const publishingContract = {
  targets: {
    list: base.output(z.array(targetSchema)),
    /** `secret`: an application password; kept in the vault, never given out again. */
    add: base
      .input(
        z.object({
          name: z.string().min(1),
          configuration: targetConfigurationSchema,
          secret: z.string().optional(),
        }),
      )
      .output(targetSchema),
    change: base
      .input(
        z.object({
          id: idSchema,
          name: z.string().min(1),
          configuration: targetConfigurationSchema,
          secret: z.string().optional(),
        }),
      )
      .output(targetSchema),
    /**
     * Lets go of a target: what stands there stays, what waits for it or is scheduled is cancelled. `goesOut`: posts that
     * the site has by now, could not be told to let go of, and makes public at their time all the same.
     */
    remove: base.input(z.object({ id: idSchema })).output(z.object({ goesOut: z.array(deliverySchema) })),
    /** Ends the waiting for a target in trouble: the next delivery probes it now. */
    tryNow: base.input(z.object({ id: idSchema })).output(targetSchema),
    /** Tries a target, saved or still being typed. `id` lends the stored secret. */
    verify: base
      .input(
        z.object({
          id: idSchema.optional(),
          configuration: targetConfigurationSchema,
          secret: z.string().optional(),
        }),
      )
      .output(verificationSchema),
    /**
     * Looks whether all that was put there is there (`capabilities.inspect`), and has what is gone sent again. The lines:
     * `site-complete` with the number of files, or `site-missing` and `site-changed` with their names. TARGET_FAILED,
     * INVALID `nothing-to-inspect`.
     */
    inspect: base.input(z.object({ id: idSchema })).output(verificationSchema),
    /** Categories, tags or authors of a target by part of their name, most used first. TARGET_FAILED, INVALID as `site`. */
    terms: base
      .input(z.object({ id: idSchema, kind: targetTermKindSchema, query: z.string().max(200).default('') }))
      .output(z.array(targetTermSchema)),
    /** Zone and clock of a target that can schedule, asked of the site itself. TARGET_FAILED where it does not answer. */
    site: base.input(z.object({ id: idSchema })).output(siteFactsSchema),
  },
  posts: {
    /** Posts of a target that match the words, the latest changed first; `page` counts from 1. TARGET_FAILED. */
    list: base
      .input(
        z.object({
          targetId: idSchema,
          query: z.string().max(200).default(''),
          page: z.int().min(1).max(1000).default(1),
        }),
      )
      .output(postListSchema),
    /** Takes a post in as an article that stays linked to it; one that is linked already is answered with. TARGET_FAILED. */
    take: base
      .input(z.object({ targetId: idSchema, remoteId: z.string().min(1).max(100) }))
      .output(z.object({ articleId: idSchema })),
    /**
     * A block kept verbatim (`foreign`, of this target) as the nearest of our own blocks, and what of it is lost. No
     * block where there is nothing to read or see in it. INVALID `no-posts-there`, NOT_FOUND.
     */
    makePlain: base
      .input(z.object({ targetId: idSchema, raw: z.string().max(1_000_000) }))
      .output(z.object({ blocks: z.array(blockSchema), lost: z.array(plainLossSchema) })),
  },
  /** May this article go out, and what stands in the way: everywhere, and at single targets besides. */
  publishability: base.input(z.object({ articleId: idSchema })).output(
    z.object({
      ok: z.boolean(),
      reasons: z.array(publishReasonSchema),
      targets: z.array(z.object({ targetId: idSchema, reasons: z.array(publishReasonSchema) })),
    }),
  ),
  /**
   * Queues a publication of the article's working copy (a revision is cut of it). A repeated `requestId` answers as
   * the first time. It is an update where the article is already live at the target.
   */
  publish: base
    .input(
      z.object({
        articleId: idSchema,
        targetId: idSchema,
        requestId: idSchema,
        despiteFindings: despiteSchema,
      }),
    )
    .output(deliverySchema),
  unpublish: base
    .input(z.object({ articleId: idSchema, targetId: idSchema, requestId: idSchema }))
    .output(deliverySchema),
  /** Puts the post into the target's trash, where it has one (`capabilities.remove`). */
  remove: base
    .input(z.object({ articleId: idSchema, targetId: idSchema, requestId: idSchema }))
    .output(deliverySchema),
  /**
   * Queues a publication of the working copy (a revision is cut of it) for a time to come. It takes the place of an
   * earlier schedule there. NOT_PUBLISHABLE where an embargo ends later; INVALID `time-past`.
   */
  schedule: base
    .input(
      z.object({
        articleId: idSchema,
        targetId: idSchema,
        requestId: idSchema,
        at: instantSchema,
        despiteFindings: despiteSchema,
      }),
    )
    .output(deliverySchema),
  /** The same revision at another time. Refused as `schedule` is, and INVALID `not-scheduled`. */
  reschedule: base
    .input(
      z.object({
        deliveryId: idSchema,
        requestId: idSchema,
        at: instantSchema,
        despiteFindings: despiteSchema,
      }),
    )
    .output(deliverySchema),
  /** Publishes now what is scheduled, or what its target missed. INVALID `not-scheduled`. */
  release: base
    .input(z.object({ deliveryId: idSchema, requestId: idSchema, despiteFindings: despiteSchema }))
    .output(deliverySchema),
  /** What goes out, went out or should have, from one instant up to another; the earliest first, 1,000 at most. */
  calendar: base.input(z.object({ from: instantSchema, to: instantSchema })).output(z.array(deliverySchema)),
  deliveries: base
    .input(
      z
        .object({
          articleId: idSchema.optional(),
          targetId: idSchema.optional(),
          view: deliveryViewSchema.default('all'),
          cursor: z.string().nullable().default(null),
          limit: z.int().min(1).max(200).default(100),
        })
        .prefault({}),
    )
    .output(z.object({ rows: z.array(listedDeliverySchema), cursor: z.string().nullable() })),
  /** The attempts of a delivery, newest first. */
  attempts: base.input(z.object({ deliveryId: idSchema })).output(z.array(deliveryAttemptSchema)),
  /**
   * What a delivery in state `conflict` is about, asked of the target now. TARGET_FAILED where it does not answer; INVALID
   * where its posts cannot be read back.
   */
  conflict: base.input(z.object({ deliveryId: idSchema })).output(publishingConflictSchema),
  /**
   * A person has looked at the post as it stands there (`seen`) and decided; the working copy holds the decision. With
   * `send` it goes out from that version of the post (the answer is the new delivery), of a withdrawn story the announcement;
   * without, what stands there is taken for known and the delivery is cancelled. INVALID `correction-waits` where that would
   * keep from readers what the house has said of the story. A repeated `requestId` answers as the first time.
   */
  settleConflict: base
    .input(
      z.object({
        deliveryId: idSchema,
        seen: z.string(),
        send: z.boolean(),
        requestId: idSchema,
        despiteFindings: despiteSchema,
      }),
    )
    .output(deliverySchema),
  /** What is on its way to targets and takes long. */
  transfers: base.output(z.array(transferSchema)),
  counts: base.output(z.object({ waiting: z.int(), failed: z.int(), scheduled: z.int() })),
  retry: base
    .input(z.object({ deliveryId: idSchema, despiteFindings: despiteSchema }))
    .output(deliverySchema),
  cancel: base.input(z.object({ deliveryId: idSchema })).output(deliverySchema),
  fronts: {
    /** The latest delivery of each front at each target, the last changed first. */
    deliveries: base
      .input(
        z
          .object({ frontId: idSchema.nullable().default(null), limit: z.int().min(1).max(200).default(50) })
          .prefault({}),
      )
      .output(z.array(frontDeliverySchema)),
    /** Only publishers. INVALID `not-stopped` where nothing went wrong. */
    retry: base.input(z.object({ deliveryId: idSchema })).output(frontDeliverySchema),
  },
};
