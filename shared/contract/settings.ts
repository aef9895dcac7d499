/** Settings of this workplace: the house and the look. No secrets, ever. Who sits here is told by people.ts. */
import { oc } from '@orpc/contract';
import { z } from 'zod';
import { alertsSettingsSchema } from './alerts-settings.ts';
import { checksSettingsSchema } from './checks-settings.ts';
import { correctionsSettingsSchema } from './corrections.ts';
import { contractErrors } from './errors.ts';
import { writingSettingsSchema } from './writing-settings.ts';

export const commentFormSchema = z.object({
  /** Where the comment form posts to; empty: the page shows a note instead of a form. */
  endpoint: z.string().default(''),
  commentRequired: z.string().default('Silahkan isi komentar anda'),
  nameRequired: z.string().default('Silahkan masukan nama'),
});

export const houseSchema = z.object({
  /** Name of the newsroom as readers know it. */
  name: z.string().default('Redaksi'),
  /** What stands in the dateline: `SINGAPURA, SERUJI.CO.ID – `. */
  outlet: z.string().default('REDAKSI'),
  siteUrl: z.string().default(''),
  tagline: z.string().default(''),
  datelinePattern: z.string().default('{CITY}, {OUTLET} – '),
  creditPattern: z.string().default('({sources}/{editor})'),
  sections: z.array(z.object({ slug: z.string(), name: z.string() })).default([
    { slug: 'nasional', name: 'Nasional' },
    { slug: 'politik', name: 'Politik' },
    { slug: 'ekonomi', name: 'Ekonomi' },
    { slug: 'dunia', name: 'Dunia' },
    { slug: 'olahraga', name: 'Olahraga' },
    { slug: 'humaniora', name: 'Humaniora' },
    { slug: 'teknologi', name: 'Teknologi' },
  ]),
  /** Text of the site's footer page Redaksi (masthead): paragraphs parted by empty lines. */
  mastheadText: z.string().default(''),
  comments: commentFormSchema.prefault({}),
  /** IANA zone of the newsroom; times are shown in it. */
  timeZone: z.enum(['Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura']).default('Asia/Jakarta'),
});
export type House = z.output<typeof houseSchema>;

export const interfaceSchema = z.object({
  language: z.enum(['id', 'en']).default('id'),
  theme: z.enum(['system', 'light', 'dark']).default('system'),
  /** How much room lists and panes take. */
  density: z.enum(['comfortable', 'compact']).default('comfortable'),
  /** Copies of one story from several sources stand as one entry in the inbox; otherwise each by itself. */
  foldDuplicates: z.boolean().default(true),
  /** On Windows and Linux the desktop program goes on in the tray once its last window is closed. */
  keepInTray: z.boolean().default(true),
});

/** Whether the house was introduced: until then the workstation opens with the first-run screen. */
export const firstRunSchema = z.object({ done: z.boolean().default(false) });

export const settingsSchema = z.object({
  house: houseSchema.prefault({}),
  interface: interfaceSchema.prefault({}),
  firstRun: firstRunSchema.prefault({}),
  writing: writingSettingsSchema.prefault({}),
  checks: checksSettingsSchema.prefault({}),
  alerts: alertsSettingsSchema.prefault({}),
  corrections: correctionsSettingsSchema.prefault({}),
});
export type Settings = z.output<typeof settingsSchema>;

/** A change of settings: each group named is replaced as a whole. */
export const settingsChangeSchema = z.object({
  house: houseSchema.optional(),
  interface: interfaceSchema.optional(),
  firstRun: firstRunSchema.optional(),
  writing: writingSettingsSchema.optional(),
  checks: checksSettingsSchema.optional(),
  alerts: alertsSettingsSchema.optional(),
  corrections: correctionsSettingsSchema.optional(),
});

const base = oc.errors(contractErrors);

export const settingsContract = {
  get: base.output(settingsSchema),
  change: base.input(settingsChangeSchema).output(settingsSchema),
};
