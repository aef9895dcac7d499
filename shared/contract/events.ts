/** What the core tells everybody after a commit: ids, never rows. Whoever shows the thing fetches it again. */
import { z } from 'zod';
import { idSchema, rowIdSchema } from './common.ts';

export const coreEventSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('wire.changed'), sourceId: idSchema, added: z.int(), updated: z.int() }),
  /** Their sources withdrew these: whoever shows one strikes it through where it stands. */
  z.object({ type: z.literal('wire.withdrawn'), storyIds: z.array(rowIdSchema) }),
  /** Routing rules were changed, or fired. */
  z.object({ type: z.literal('rules.changed') }),
  z.object({ type: z.literal('searches.changed') }),
  z.object({ type: z.literal('wire.read'), storyIds: z.array(rowIdSchema) }),
  /** Stories were taken, set aside, flagged or noted, or no longer are. */
  z.object({ type: z.literal('wire.marked'), storyIds: z.array(rowIdSchema) }),
  /** Stories were folded into one entry by hand, or parted. */
  z.object({ type: z.literal('wire.folded'), storyIds: z.array(rowIdSchema) }),
  z.object({ type: z.literal('source.changed'), sourceId: idSchema }),
  /** All sources were paused, or go on. */
  z.object({ type: z.literal('intake.changed'), paused: z.boolean() }),
  /**
   * `only` tells of a save as somebody writes, after which state, sources and revisions are as they were. `words`: fields and
   * pictures are so too.
   */
  z.object({
    type: z.literal('article.changed'),
    articleId: idSchema,
    base: z.int(),
    only: z.enum(['copy', 'words']).optional(),
  }),
  /** An article was sent to somebody, or taken over. */
  z.object({ type: z.literal('article.sent'), articleId: idSchema }),
  z.object({ type: z.literal('delivery.changed'), deliveryId: idSchema, articleId: idSchema }),
  /** A correction, a withdrawal or a reply was filed about an article. */
  z.object({ type: z.literal('corrections.changed'), articleId: idSchema }),
  z.object({ type: z.literal('target.changed'), targetId: idSchema }),
  /** Files on their way to a target got further, or have all arrived. */
  z.object({ type: z.literal('transfer.changed'), targetId: idSchema }),
  /** Comments of a site came, went or changed. */
  z.object({ type: z.literal('comments.changed'), targetId: idSchema }),
  /** What the ledger says of a picture. */
  z.object({ type: z.literal('rights.changed') }),
  /** Findings of an article are ignored, or heeded again. */
  z.object({ type: z.literal('checks.changed'), articleId: idSchema }),
  /** The draft of a front, by an edit; `version` as the front's own. */
  z.object({ type: z.literal('front.edited'), frontId: idSchema, version: z.int() }),
  /** What is live of a front, its launches, its notices or its name; the list of fronts where it is new or gone. */
  z.object({ type: z.literal('front.changed'), frontId: idSchema }),
  /** How far a launch has got at a target. */
  z.object({ type: z.literal('front.delivered'), frontId: idSchema }),
  /** Entries of what changes of sources mean were opened, moved on or closed. */
  z.object({ type: z.literal('impact.changed') }),
  z.object({ type: z.literal('clipboard.changed') }),
  z.object({ type: z.literal('popularity.changed') }),
  z.object({ type: z.literal('settings.changed') }),
  /** The list of people, or who sits here. */
  z.object({ type: z.literal('people.changed') }),
  /** Notifications came (`added`: their ids), were read or went. */
  z.object({ type: z.literal('notifications.changed'), added: z.array(rowIdSchema) }),
  z.object({ type: z.literal('sample.changed') }),
  /** Backups, notices, or the choice after damage. */
  z.object({ type: z.literal('system.changed') }),
]);
export type CoreEvent = z.output<typeof coreEventSchema>;
