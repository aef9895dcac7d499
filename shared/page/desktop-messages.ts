/**
 * What Electron's processes say to each other: the main process and the utility process that runs the core, and the
 * main process and a page (through the preload, which only carries the words).
 */
import { z } from 'zod';

const callId = z.int();

const systemNotificationSchema = z.object({
  title: z.string(),
  body: z.string(),
  /** A `redaksi://` address to open when the notification is clicked. */
  link: z.string(),
});
/** A notification of the core as the system shows it. */
export type SystemNotification = z.output<typeof systemNotificationSchema>;

const lookSchema = z.object({
  language: z.enum(['id', 'en']),
  theme: z.enum(['system', 'light', 'dark']),
  /** Go on in the tray once the last window is closed. */
  keepInTray: z.boolean(),
});
export type Look = z.output<typeof lookSchema>;

export const fromCoreSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('ready') }),
  /** The core cannot be opened; the sentences say why. It does nothing more after this. */
  z.object({ type: z.literal('failed'), sentences: z.object({ id: z.string(), en: z.string() }) }),
  /** How the interface is set, at the start and whenever they change. */
  z.object({ type: z.literal('look'), look: lookSchema }),
  z.object({ type: z.literal('intake'), paused: z.boolean() }),
  z.object({ type: z.literal('news'), news: systemNotificationSchema }),
  /** How many things wait for a person: urgent unread stories and failed deliveries. */
  z.object({ type: z.literal('badge'), count: z.int().min(0) }),
  /** Answer to `serve`; null where there is no such file. */
  z.object({
    type: z.literal('served'),
    call: callId,
    file: z
      .object({
        mimeType: z.string(),
        headers: z.record(z.string(), z.string()),
        content: z.union([z.object({ bytes: z.instanceof(Uint8Array) }), z.object({ path: z.string() })]),
      })
      .nullable(),
  }),
  /** A secret to be sealed, or a sealed one (base64) to be opened, by the system's keychain. */
  z.object({
    type: z.literal('keychain'),
    call: callId,
    action: z.enum(['seal', 'open']),
    value: z.string(),
  }),
]);
export type FromCore = z.output<typeof fromCoreSchema>;
export type ServedToPage = Extract<FromCore, { type: 'served' }>['file'];

export const toCoreSchema = z.discriminatedUnion('type', [
  /** Comes with one MessagePort: a window's way to the core. */
  z.object({ type: z.literal('window-port') }),
  z.object({ type: z.literal('serve'), call: callId, path: z.string() }),
  /** Answer to `keychain`; null where the keychain refused. */
  z.object({ type: z.literal('keychain-answer'), call: callId, value: z.string().nullable() }),
  z.object({ type: z.literal('pause-intake'), paused: z.boolean() }),
  z.object({ type: z.literal('stop') }),
]);
export type ToCore = z.output<typeof toCoreSchema>;

/** The page of an article; or what the window shows, as it prints itself. */
const pdfPageSchema = z.union([z.object({ articleId: z.uuid() }), z.literal('shown')]);
export type PdfPage = z.output<typeof pdfPageSchema>;

const pdfOutcomeSchema = z.enum(['saved', 'cancelled', 'failed']);
export type PdfOutcome = z.output<typeof pdfOutcomeSchema>;

export const fromPageSchema = z.discriminatedUnion('type', [
  /** The page listens from now on. */
  z.object({ type: z.literal('listening') }),
  /** The listed commands (shared/page/commands.ts) that can be done in this window now. */
  z.object({ type: z.literal('commands'), available: z.array(z.string().max(100)).max(500) }),
  /** Answer to `save`: whether something could not be stored. */
  z.object({ type: z.literal('saved'), call: callId, unsaved: z.boolean() }),
  /** A page is wanted as a PDF file, answered by `pdf`; the person is asked where to. */
  z.object({
    type: z.literal('save-pdf'),
    call: callId,
    page: pdfPageSchema,
    name: z.string().regex(/^[a-z0-9-]{1,200}\.pdf$/),
  }),
]);
export type FromPage = z.output<typeof fromPageSchema>;

export const toPageSchema = z.discriminatedUnion('type', [
  /** A listed command was chosen in the menu. */
  z.object({ type: z.literal('run'), command: z.string() }),
  /** A `redaksi://` address was opened. */
  z.object({ type: z.literal('open-link'), address: z.string() }),
  /** Files the person opened with Redaksi. */
  z.object({
    type: z.literal('import'),
    files: z.array(z.object({ name: z.string(), bytes: z.instanceof(Uint8Array) })),
  }),
  /** The window is about to close: store everything, then answer `saved`. */
  z.object({ type: z.literal('save'), call: callId }),
  /** Answer to `save-pdf`. */
  z.object({ type: z.literal('pdf'), call: callId, outcome: pdfOutcomeSchema }),
]);
export type ToPage = z.output<typeof toPageSchema>;
