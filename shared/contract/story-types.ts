/** Story types: the templates an article is begun from, made by the house; part of the settings. */
import { z } from 'zod';

/** Fields of an article, and blocks of its copy, that a story type can require. Headline and copy always are. */
export const REQUIRABLE_FIELDS = [
  'dek',
  'section',
  'tags',
  'byline',
  'dateline',
  'credit',
  'kicker',
  'shortHeadline',
  'seoTitle',
  'seoDescription',
  'socialTitle',
] as const;
export const REQUIRABLE_BLOCKS = [
  'image',
  'gallery',
  'heading',
  'quote',
  'pullquote',
  'factbox',
  'table',
  'embed',
  'relatedstory',
  'sourcenote',
] as const;
export const REQUIRABLE = [...REQUIRABLE_FIELDS, ...REQUIRABLE_BLOCKS] as const;

export const requiredPartSchema = z.enum(REQUIRABLE);
export type RequiredPart = z.output<typeof requiredPartSchema>;
export type RequirableBlock = (typeof REQUIRABLE_BLOCKS)[number];

export const storyTypeIdSchema = z.string().max(60);

export const storyTypeSchema = z.object({
  /** Stays when the type is renamed: articles name it. */
  id: storyTypeIdSchema.min(1),
  name: z.string().max(60),
  required: z.array(requiredPartSchema).default([]),
  /** What a new article of it has for a kicker. */
  kicker: z.string().max(200).default(''),
  /** What its copy begins with, in Markdown; wire copy stands as it came. */
  skeleton: z.string().max(5000).default(''),
});
export type StoryType = z.output<typeof storyTypeSchema>;

/** What a newsroom begins with; names and words are its own to change. */
export const FIRST_STORY_TYPES: readonly z.input<typeof storyTypeSchema>[] = [
  { id: 'berita', name: 'Berita', required: ['dek', 'section', 'dateline', 'credit', 'image'] },
  { id: 'kilat', name: 'Kilat', required: ['section', 'dateline'], kicker: 'Kilat' },
  { id: 'feature', name: 'Feature', required: ['dek', 'section', 'byline', 'image', 'heading'] },
  {
    id: 'opini',
    name: 'Opini',
    required: ['dek', 'section', 'byline'],
    kicker: 'Opini',
    skeleton: 'TK isi opini.\n\n*TK nama penulis dan jabatannya.*',
  },
  {
    id: 'langsung',
    name: 'Laporan langsung',
    required: ['dek', 'section', 'heading'],
    kicker: 'Langsung',
    skeleton: '## TK pukul WIB\n\nTK perkembangan terbaru.',
  },
  { id: 'cerita-foto', name: 'Cerita foto', required: ['dek', 'section', 'gallery'], kicker: 'Foto' },
];
