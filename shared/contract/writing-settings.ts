/** What the house gives its writers: part of the settings. */
import { z } from 'zod';
import { FIRST_STORY_TYPES, storyTypeIdSchema, storyTypeSchema } from './story-types.ts';

/** A few letters that become words; `{kota}`, `{tanggal}` and the like in them are filled in (shared/domain/autotext). */
export const autotextEntrySchema = z.object({
  abbreviation: z.string().regex(/^\S{1,30}$/),
  /** Lines become paragraphs. */
  text: z.string().min(1).max(5000),
});
export type AutotextEntry = z.output<typeof autotextEntrySchema>;

export const writingSettingsSchema = z.object({
  autotext: z.array(autotextEntrySchema).max(500).default([]),
  storyTypes: z
    .array(storyTypeSchema)
    .max(50)
    .prefault([...FIRST_STORY_TYPES]),
  /** The type of an article for which none was chosen; empty: of no type. */
  usualStoryType: storyTypeIdSchema.default(''),
});
export type WritingSettings = z.output<typeof writingSettingsSchema>;
