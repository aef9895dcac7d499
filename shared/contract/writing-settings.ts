/** What the house gives its writers: part of the settings. */
import { z } from 'zod';

/** A few letters that become words; `{kota}`, `{tanggal}` and the like in them are filled in (shared/domain/autotext). */
export const autotextEntrySchema = z.object({
  abbreviation: z.string().regex(/^\S{1,30}$/),
  /** Lines become paragraphs. */
  text: z.string().min(1).max(5000),
});
export type AutotextEntry = z.output<typeof autotextEntrySchema>;

export const writingSettingsSchema = z.object({
  autotext: z.array(autotextEntrySchema).max(500).default([]),
});
