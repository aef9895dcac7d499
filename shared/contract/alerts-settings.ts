/** How flash copy is made known: for the house, and for people who want it otherwise. */
import { z } from 'zod';

const clockSchema = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

export const alertChoiceSchema = z.object({
  sound: z.boolean().default(true),
  /** A notification of the system, where the window may show one. */
  notify: z.boolean().default(true),
  /** Neither between these times of the newsroom's day. */
  quiet: z.boolean().default(false),
  quietFrom: clockSchema.default('22:00'),
  quietTo: clockSchema.default('05:00'),
});
export type AlertChoice = z.output<typeof alertChoiceSchema>;

export const alertsSettingsSchema = z.object({
  house: alertChoiceSchema.prefault({}),
  /** By the id of a person: in the place of the house's. */
  people: z.record(z.string(), alertChoiceSchema).default({}),
});
export type AlertsSettings = z.output<typeof alertsSettingsSchema>;
