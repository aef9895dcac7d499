/** Checks of copy: findings, house-style rules, words, dictionaries. Findings are never part of a document. */
import { oc } from '@orpc/contract';
import { z } from 'zod';
import { idSchema, instantSchema } from './common.ts';
import { contractErrors } from './errors.ts';
import { bilingualSchema, ruleSourceSchema, ruleTrialSchema } from './house-rules.ts';

/** What a finding is about, in the order in which findings are shown. */
export const CHECKS = [
  'placeholder',
  'fidelity',
  'date',
  'spelling',
  'style',
  'foreign',
  'typing',
  'picture',
  'length',
  'link',
] as const;
export type Check = (typeof CHECKS)[number];

const stretchSchema = z.tuple([z.int().min(0), z.int().min(0)]);

/**
 * One run of text that is checked by itself. Offsets everywhere are UTF-16 units of its text. Texts and their number are not
 * bounded: whatever an article may hold is checked; messages have the bound of their transport.
 */
export const segmentSchema = z.object({
  /** What the text is (`quote`: a block quote); some checks are for some kinds only. */
  kind: z.enum(['headline', 'text', 'quote', 'heading', 'item', 'cell', 'caption', 'alt', 'credit', 'label']),
  text: z.string(),
  /** Stretches in italics. */
  italics: z.array(stretchSchema),
  links: z.array(z.object({ at: stretchSchema, url: z.string() })),
  /** Where it stands in its block: positions of children from the block down. */
  path: z.array(z.int().min(0)).max(20),
  /** The property it is, where it is no text of its own node: `caption`, `pictures.0.alt`; of a field its name. */
  property: z.string().nullable(),
  /** The picture it describes; empty where it describes none. */
  about: z.string(),
});
export type Segment = z.output<typeof segmentSchema>;

export const fixSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('replace'), text: z.string() }),
  z.object({ kind: z.literal('italic') }),
]);
export type Fix = z.output<typeof fixSchema>;

/** What a finding of fidelity is about. */
export const FIDELITY_KINDS = [
  'quote',
  'speaker',
  'figure',
  'date',
  'name',
  'negation',
  'withdrawn',
] as const;
export type FidelityKind = (typeof FIDELITY_KINDS)[number];

/** What a source has where ours says something else. */
export const evidenceSchema = z.object({
  kind: z.enum(FIDELITY_KINDS),
  /** Null where no source has anything like it. */
  source: z
    .object({
      sourceId: z.string(),
      name: z.string(),
      /** The sentence of the source, and in it the words that stand for ours (empty where there are none). */
      sentence: z.string(),
      words: z.string(),
    })
    .nullable(),
  /** A mark only: the copy can go out as it is. */
  advisory: z.boolean(),
});
export type Evidence = z.output<typeof evidenceSchema>;

export const findingSchema = z.object({
  check: z.enum(CHECKS),
  /** What is wrong: `checks.reason.<code>` has the words, or the house-style rule of that id. */
  code: z.string(),
  /** Position of the segment among those that were sent together. */
  segment: z.int().min(0),
  start: z.int().min(0),
  end: z.int().min(0),
  /** The words it is about, as they stand. */
  text: z.string(),
  /** A rule's own words; null for checks whose words are the interface's. */
  advice: bilingualSchema.nullable(),
  parameters: z.record(z.string(), z.string()),
  /** Best first; empty where only a person can mend it. */
  fixes: z.array(fixSchema),
  /** What ignoring it for an article remembers. */
  key: z.string(),
  /** Of the check `fidelity` alone. */
  evidence: evidenceSchema.nullable(),
});
export type Finding = z.output<typeof findingSchema>;

/** Block ids are the caller's own. */
export const checkedBlockSchema = z.object({
  id: z.string(),
  segments: z.array(segmentSchema),
  /** The paragraphs before, the nearest last, one a line: of a block quote, and where its own words leave open who speaks. */
  before: z.string().optional(),
  /** The paragraph below that signs a block quote (`— Kepala balai`); empty where none does. */
  signature: z.string().optional(),
});
export type CheckedBlock = z.output<typeof checkedBlockSchema>;

export const LANGUAGES_CHECKED = ['id', 'en'] as const;
export type CheckedLanguage = (typeof LANGUAGES_CHECKED)[number];

export const dictionaryConditionSchema = z.object({
  language: z.enum(LANGUAGES_CHECKED),
  /** Whose dictionary is in use; null: there is none, spelling of this language is not checked. */
  from: z.enum(['shipped', 'own']).nullable(),
  /** What is wrong with the house's own one, or with the only one there is. */
  problem: z.enum(['missing', 'unreadable', 'half']).nullable(),
});
export type DictionaryCondition = z.output<typeof dictionaryConditionSchema>;

const base = oc.errors(contractErrors);

export const checksContract = {
  /**
   * Checks blocks of one article. `at` is the article's own time: bare days are read from it. Spelling that cannot be
   * checked is left out; `condition` says why. INVALID `checks-failed` where the worker gave up on it.
   */
  run: base.input(z.object({ at: instantSchema, blocks: z.array(checkedBlockSchema).max(400) })).output(
    z.object({
      blocks: z.array(z.object({ id: z.string(), findings: z.array(findingSchema) })),
    }),
  ),
  /** Words like this one that the dictionaries know, best first, at most six. */
  suggest: base.input(z.object({ word: z.string().min(1).max(100) })).output(z.array(z.string())),
  /**
   * Of these addresses the ones that lead nowhere; those that cannot be told now are left out, those of the own network
   * are never tried. `offline`: no address answered, so none can be told.
   */
  brokenLinks: base.input(z.object({ urls: z.array(z.string()).max(200) })).output(
    z.object({
      broken: z.array(z.object({ url: z.string(), reason: z.enum(['gone', 'no-such-site']) })),
      offline: z.boolean(),
    }),
  ),
  /** The house-style rules as they ship, whatever the house made of them; which dictionaries are in use. */
  condition: base.output(
    z.object({ rules: z.array(ruleSourceSchema), dictionaries: z.array(dictionaryConditionSchema) }),
  ),
  /** Tries a rule that is being written on its own examples; nothing is kept. */
  tryRule: base.input(z.object({ rule: ruleSourceSchema })).output(ruleTrialSchema),
  dictionary: {
    /** Puts the house's own dictionary in the place of the one that ships. INVALID `not-a-dictionary`. */
    keep: base.input(z.object({ language: z.enum(LANGUAGES_CHECKED), aff: z.file(), dic: z.file() })),
    /** Back to the one that ships. */
    forget: base.input(z.object({ language: z.enum(LANGUAGES_CHECKED) })),
  },
  ignored: {
    /** Keys of findings that are ignored in an article. */
    list: base.input(z.object({ articleId: idSchema })).output(z.array(z.string())),
    add: base.input(z.object({ articleId: idSchema, key: z.string().min(1).max(500) })),
    remove: base.input(z.object({ articleId: idSchema, key: z.string().min(1).max(500) })),
  },
};
