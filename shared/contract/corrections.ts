/**
 * What a house says in public of what it has published: a correction (Ralat), a withdrawal (Cabut berita), a right of
 * reply (Hak jawab). Pedoman Pemberitaan Media Siber §4 and §5. Entries are kept for good and never changed.
 */
import { oc } from '@orpc/contract';
import { z } from 'zod';
import { idSchema, instantSchema, rowIdSchema } from './common.ts';
import { contractErrors } from './errors.ts';

/** Where a correction stands: above the copy, below it, or in a post of its own that both stories link to. */
export const CORRECTION_PLACEMENTS = ['top', 'bottom', 'own'] as const;
export type CorrectionPlacement = (typeof CORRECTION_PLACEMENTS)[number];

/** The grounds of Pedoman §5, and that the source itself took the story back. Pressure from outside is none. */
export const WITHDRAWAL_GROUNDS = ['sara', 'decency', 'child', 'trauma', 'press-council', 'source'] as const;
export type WithdrawalGround = (typeof WITHDRAWAL_GROUNDS)[number];

/** What a template has to tell readers: when, and what is right or why. */
const TEMPLATE_NEEDS = {
  correctionText: ['waktu', 'benar'],
  withdrawalText: ['waktu', 'alasan'],
} as const;

/** The first placeholder that a template lacks; null where it has all it needs. */
export function missingIn(template: string, field: keyof typeof TEMPLATE_NEEDS): string | null {
  return TEMPLATE_NEEDS[field].find((name) => !template.includes(`{${name}}`)) ?? null;
}

/** How the house words what it says of its stories; `{…}` are filled in (shared/domain/correction-text.ts). */
export const correctionsSettingsSchema = z.object({
  placement: z.enum(CORRECTION_PLACEMENTS).default('bottom'),
  /** `{waktu}`, `{salah}`, `{benar}`, `{maaf}`. */
  correctionText: z
    .string()
    .max(1000)
    .refine((template) => missingIn(template, 'correctionText') === null)
    .default('{waktu}. Sebelumnya tertulis: “{salah}”. Yang benar: “{benar}”. {maaf}'),
  /** What stands for `{maaf}` where the substance was wrong. */
  apologyText: z.string().max(500).default('Redaksi memohon maaf atas kekeliruan ini.'),
  /** `{waktu}`, `{alasan}`. */
  withdrawalText: z
    .string()
    .max(1000)
    .refine((template) => missingIn(template, 'withdrawalText') === null)
    .default('Berita ini dicabut redaksi pada {waktu}. Alasan pencabutan: {alasan}.'),
});
export type CorrectionsSettings = z.output<typeof correctionsSettingsSchema>;

const words = z.string().trim().max(2000);

export const correctionMatterSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('correction'),
    /** What stood there; empty where something was missing. */
    wrong: z.string(),
    right: z.string(),
    /** The substance was wrong, so the house apologises. */
    apology: z.boolean(),
    placement: z.enum(CORRECTION_PLACEMENTS),
    /** The post of its own, with `own`. */
    otherArticleId: idSchema.nullable(),
    otherHeadline: z.string(),
  }),
  z.object({
    kind: z.literal('withdrawal'),
    ground: z.enum(WITHDRAWAL_GROUNDS),
    /** What readers still see as its headline. */
    headline: z.string(),
  }),
  /** The story was answered by another one (`reply`), or is itself the answer (`reply-to`). */
  z.object({
    kind: z.enum(['reply', 'reply-to']),
    otherArticleId: idSchema,
    otherHeadline: z.string(),
  }),
]);
export type CorrectionMatter = z.output<typeof correctionMatterSchema>;

/** What the house says of a story, by kind. */
export const correctionKindSchema = z.enum(['correction', 'withdrawal', 'reply', 'reply-to']);

export const correctionEntrySchema = z.object({
  correctionId: idSchema,
  articleId: idSchema,
  /** The revision it was filed with: this one and all later ones carry it. */
  revisionId: rowIdSchema,
  at: instantSchema,
  personId: idSchema,
  /** As readers get it. */
  text: z.string(),
  matter: correctionMatterSchema,
});
export type CorrectionEntry = z.output<typeof correctionEntrySchema>;

const filing = {
  articleId: idSchema,
  /** The same click asked twice is filed once. */
  requestId: idSchema,
  /** How many entries the person saw: another one filed meanwhile is INVALID `corrected-meanwhile`. */
  known: z.int().min(0),
};

/** The yes to what nobody has answered in the copy that goes out with it, as in publishing: NOT_PUBLISHABLE without it. */
const despiteFindings = z.boolean().default(false);

/**
 * What lists show of a story the house has said something of, the gravest first; `answered` by a reply, or itself the `reply`.
 */
export const CORRECTION_MARKS = ['withdrawn', 'corrected', 'answered', 'reply'] as const;
export type CorrectionMark = (typeof CORRECTION_MARKS)[number];

const base = oc.errors(contractErrors);

/**
 * Filing needs the right to publish. INVALID `not-live` where readers see the story nowhere, `withdrawn` where it was
 * withdrawn before. Every place where the story stands gets its update through the outbox.
 */
export const correctionsContract = {
  /** Everything filed about a story, the earliest first, and what the form of the next one begins with. */
  of: base.input(z.object({ articleId: idSchema })).output(
    z.object({
      entries: z.array(correctionEntrySchema),
      /** Number of the working copy. */
      workingBase: z.int(),
      /** Names of the targets where readers see it. */
      liveAt: z.array(z.string()),
      /** Where readers see it without some of the entries yet: the outbox has what is on its way there, or why it stopped. */
      waiting: z.array(z.object({ targetId: idSchema, targetName: z.string() })),
      /** Sentences of the copy that readers have and the working copy has not, and the other way round. */
      changed: z.array(z.object({ before: z.string(), after: z.string() })),
    }),
  ),
  /** By article, of the 5,000 about which something was filed last. */
  marks: base.output(z.record(idSchema, z.enum(CORRECTION_MARKS))),
  /**
   * Files a correction and sends the working copy numbered `workingBase`; DRAFT_CONFLICT where it was saved elsewhere since,
   * NOT_PUBLISHABLE where it may not go out.
   */
  correct: base
    .input(
      z.object({
        ...filing,
        despiteFindings,
        workingBase: z.int(),
        wrong: words,
        right: words.min(1),
        apology: z.boolean(),
        placement: z.enum(CORRECTION_PLACEMENTS),
      }),
    )
    .output(correctionEntrySchema),
  /**
   * Takes a story back for good and announces it where it stood, with its ground. Partners get a cancel; corrections of it in
   * posts of their own are taken down.
   */
  withdraw: base
    .input(z.object({ ...filing, ground: z.enum(WITHDRAWAL_GROUNDS), headline: words.min(1) }))
    .output(correctionEntrySchema),
  /** Links a story and the reply to it, both ways. INVALID `reply-not-live`, `reply-to-itself`, `linked-already`. */
  linkReply: base
    .input(z.object({ ...filing, despiteFindings, replyArticleId: idSchema }))
    .output(correctionEntrySchema),
};
