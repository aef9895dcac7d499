/**
 * The edits of a front: small, addressed by ids, so that two people's edits of one front both hold. One pure function
 * (`applyFrontEdit`) carries them out in the renderer at once and in the core for good.
 */
import { z } from 'zod';
import { idSchema } from './common.ts';
import { collectionFieldsSchema, collectionSchema, slotFieldsSchema, slotSchema } from './front-content.ts';

/** Null: at the head. An id that is gone meanwhile: at the end. */
const afterSlot = idSchema.nullable();

export const simpleFrontEditSchema = z.discriminatedUnion('kind', [
  /**
   * Puts slots in. A story that stands on the front already, in a collection that takes no repeats, is moved here
   * instead, with its own words; so is a slot whose id is there already.
   */
  z.object({
    kind: z.literal('place'),
    collectionId: idSchema,
    after: afterSlot,
    slots: z.array(slotSchema).min(1).max(200),
  }),
  /** In the order named. Slots that are gone are passed over. */
  z.object({
    kind: z.literal('move'),
    slotIds: z.array(idSchema).min(1).max(200),
    collectionId: idSchema,
    after: afterSlot,
  }),
  z.object({ kind: z.literal('remove'), slotIds: z.array(idSchema).min(1).max(200) }),
  /** `stamp`: of the slot as the person saw it. */
  z.object({
    kind: z.literal('changeSlot'),
    slotId: idSchema,
    stamp: z.string(),
    change: slotFieldsSchema.partial(),
  }),
  z.object({
    kind: z.literal('changeCollection'),
    collectionId: idSchema,
    stamp: z.string(),
    change: collectionFieldsSchema.partial(),
  }),
  /**
   * Puts a collection in whole: a new one, or in place of the one with its id. `after` is a collection; left out: where
   * it stands, a new one at the end.
   */
  z.object({
    kind: z.literal('putCollection'),
    collection: collectionSchema,
    after: idSchema.nullable().optional(),
  }),
  z.object({ kind: z.literal('moveCollection'), collectionId: idSchema, after: idSchema.nullable() }),
  z.object({ kind: z.literal('removeCollection'), collectionId: idSchema }),
]);
export type SimpleFrontEdit = z.output<typeof simpleFrontEditSchema>;

/** `several`: all of them or none, one after the other. */
export const frontEditSchema = z.discriminatedUnion('kind', [
  simpleFrontEditSchema,
  z.object({ kind: z.literal('several'), edits: z.array(simpleFrontEditSchema).max(1000) }),
]);
export type FrontEdit = z.output<typeof frontEditSchema>;
