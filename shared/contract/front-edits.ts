/**
 * The edits of a front: small, addressed by ids, so that two people's edits of one front both hold. One pure function
 * (`applyFrontEdit`) carries them out in the renderer at once and in the core for good.
 */
import { z } from 'zod';
import { idSchema } from './common.ts';
import { collectionFieldsSchema, collectionSchema, slotFieldsSchema, slotSchema } from './front-content.ts';

/** Null: at the head. An id that is gone meanwhile: at the end. */
const afterSlot = idSchema.nullable();

/**
 * Stamps of what an edit takes away, by id, as the person saw it: where one is another by now the edit is refused, and
 * nothing somebody else did since goes with it. Left out: whatever it holds.
 */
const seen = z.record(idSchema, z.string().max(100)).optional();

export const simpleFrontEditSchema = z.discriminatedUnion('kind', [
  /**
   * Puts slots in. A story that stands on the front already, in a collection that takes no repeats, is moved here
   * instead, with its own words; so is a slot whose id is there already. `from`: by slot, the collection it is to be
   * taken from; refused where it is gone from there.
   */
  z.object({
    kind: z.literal('place'),
    collectionId: idSchema,
    after: afterSlot,
    slots: z.array(slotSchema).min(1).max(200),
    from: z.record(idSchema, idSchema).optional(),
  }),
  /** In the order named. Slots that are gone are passed over. */
  z.object({
    kind: z.literal('move'),
    slotIds: z.array(idSchema).min(1).max(200),
    collectionId: idSchema,
    after: afterSlot,
  }),
  z.object({ kind: z.literal('remove'), slotIds: z.array(idSchema).min(1).max(200), seen }),
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
   * Puts a new collection in; refused where one with its id stands. Slots of it that stand elsewhere stay there. `after`
   * is a collection; left out: at the end.
   */
  z.object({
    kind: z.literal('putCollection'),
    collection: collectionSchema,
    after: idSchema.nullable().optional(),
  }),
  z.object({ kind: z.literal('moveCollection'), collectionId: idSchema, after: idSchema.nullable() }),
  /** `seen`: of the collection and of every slot it holds. */
  z.object({ kind: z.literal('removeCollection'), collectionId: idSchema, seen }),
]);
export type SimpleFrontEdit = z.output<typeof simpleFrontEditSchema>;

/** `several`: all of them or none, one after the other. */
export const frontEditSchema = z.discriminatedUnion('kind', [
  simpleFrontEditSchema,
  z.object({ kind: z.literal('several'), edits: z.array(simpleFrontEditSchema).max(30_000) }),
]);
export type FrontEdit = z.output<typeof frontEditSchema>;
