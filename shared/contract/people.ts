/** The people of the house, and which of them sits at this workplace. No accounts and no passwords: see docs/people.md. */
import { oc } from '@orpc/contract';
import { z } from 'zod';
import { idSchema, instantSchema, roleSchema } from './common.ts';
import { contractErrors } from './errors.ts';
import { houseLineSchema } from './house-trail.ts';

export { roleSchema, type Role } from './common.ts';

export const personSchema = z.object({
  personId: idSchema,
  /** Empty only for the first person, until somebody says who that is. */
  name: z.string(),
  /** The person's own code in credits: `SU02`; empty where there is none. */
  code: z.string(),
  role: roleSchema,
  /** False for one who left the house: kept for what was done under that name, chosen for nothing new. */
  active: z.boolean(),
});
export type Person = z.output<typeof personSchema>;

/** Told apart by the service, which answers INVALID with a reason: `name-missing`, `code-signs`, `code-taken`. */
const personFactsSchema = z.object({
  name: z.string().max(200),
  code: z.string().max(20),
  role: roleSchema,
});
export type PersonFacts = z.output<typeof personFactsSchema>;

/** One person, or a desk: everybody of a role (administrators are at the publishers' desk too). */
export const recipientSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('person'), personId: idSchema }),
  z.object({ kind: z.literal('desk'), role: roleSchema }),
]);
export type Recipient = z.output<typeof recipientSchema>;

/** Whom an article lies with: it lies with one recipient at a time, or with nobody. */
export const assignmentSchema = z.object({
  assignmentId: idSchema,
  /** Id of the person who sent it. */
  from: idSchema,
  to: recipientSchema,
  note: z.string(),
  sentAt: instantSchema,
  /** As it is for who sits here: sent to them or their desk, and not opened by them yet. */
  forMe: z.boolean(),
  unread: z.boolean(),
});
export type Assignment = z.output<typeof assignmentSchema>;

const base = oc.errors(contractErrors);

export const peopleContract = {
  /** Everybody, in the order in which they came, those who left among them; there is always at least one. */
  list: base.output(z.object({ people: z.array(personSchema), currentPersonId: idSchema })),
  /** Says who sits here now. Anybody may; INVALID `person-left` for one who left. */
  sitDown: base.input(z.object({ personId: idSchema })).output(personSchema),
  /** For administrators, else NOT_PERMITTED. */
  add: base.input(personFactsSchema).output(personSchema),
  /**
   * For administrators, else NOT_PERMITTED. The house keeps one active administrator (INVALID `last-administrator`),
   * and who sits here cannot leave (INVALID `person-sits-here`).
   */
  change: base
    .input(personFactsSchema.extend({ personId: idSchema, active: z.boolean() }))
    .output(personSchema),
  /** The trail of the house, newest first. */
  trail: base
    .input(
      z
        .object({
          /** `cursor` of the page before. */
          cursor: z.string().nullable().default(null),
          limit: z.int().min(1).max(500).default(100),
        })
        .prefault({}),
    )
    .output(z.object({ lines: z.array(houseLineSchema), cursor: z.string().nullable() })),
};
