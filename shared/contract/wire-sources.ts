/** The sources of the wire: how copy comes in, what the house has settled about it, how each source fares. */
import { oc } from '@orpc/contract';
import { z } from 'zod';
import { idSchema, instantSchema, rowIdSchema } from './common.ts';
import { contractErrors } from './errors.ts';
import { parseErrorCodeSchema } from './wire-story.ts';

/** What a source lets us do with its copy. `null`: not set, until the house says. */
export const allowedUsesSchema = z.object({
  publish: z.boolean().nullable().default(null),
  archive: z.boolean().nullable().default(null),
  artificialIntelligence: z.boolean().nullable().default(null),
});

/** A use of copy that the house settles with its source. */
export const wireUseSchema = allowedUsesSchema.keyof();
export type WireUse = z.output<typeof wireUseSchema>;

const clockTimeSchema = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/);

/** The token of an HTTP header name (RFC 9110 §5.1), and a value without line breaks. */
const headerSchema = z.object({
  name: z.string().regex(/^[!#$%&'*+.^_`|~0-9A-Za-z-]{1,100}$/),
  value: z.string().regex(/^[\t\x20-\x7e]{0,2000}$/),
});

export const sourceConfigurationSchema = z.object({
  name: z.string().min(1),
  /**
   * `feed`: an address that is polled; `folder`: a folder that is watched; `ftp` and `sftp`: a folder at a server;
   * `imap`: a mailbox; `manual`: pasted and imported copy.
   */
  kind: z.enum(['feed', 'folder', 'ftp', 'sftp', 'imap', 'manual']),
  /**
   * Feed address, absolute folder path, or `ftp://host:port/folder`, `sftp://…`, `imap://host:port/mailbox`; empty for
   * `manual`.
   */
  address: z.string(),
  /**
   * How one signs in at a feed: not at all, by name and password (RFC 7617), by token (RFC 6750), or by a key in a header
   * of its own. SFTP knows `key`, a private key; else servers take `user` and password. What is secret lies in the vault,
   * never here.
   */
  signIn: z.enum(['none', 'basic', 'bearer', 'header', 'key']).default('none'),
  user: z.string().default(''),
  /** Name of the header that carries the key, where `signIn` is `header`. */
  keyHeader: z.string().max(100).default(''),
  /** Sent with every request to a feed; nothing secret. */
  headers: z.array(headerSchema).max(20).default([]),
  /** How many pages of a feed are read at most, by its links to the next one. */
  pages: z.int().min(1).max(50).default(1),
  allowPrivateAddress: z.boolean().default(false),
  /** Of FTP and IMAP: from the greeting on by STARTTLS (FTP: `AUTH TLS`), from the first byte on, or not at all. */
  encryption: z.enum(['starttls', 'tls', 'none']).default('starttls'),
  /** What becomes of files and mail that were read: they stay, or are moved to `processed` and `failed` beside them. */
  afterReading: z.enum(['leave', 'move']).default('leave'),

  /** What stands in a credit: `Ant`. */
  creditName: z.string().default(''),
  /** The whole credit where the source asks for one of its own; empty: as the house writes credits. */
  creditText: z.string().max(300).default(''),
  language: z.string().default('id'),
  /** Offset in minutes for times that name no zone. */
  defaultOffsetMinutes: z.int().min(-720).max(840).default(420),
  /** Urgency of copy that names none (1 is the most urgent). */
  defaultUrgency: z.int().min(1).max(9).nullable().default(null),
  /** Whether stories are whole, only announce what stands elsewhere, or either, as each looks. */
  copy: z.enum(['as-it-looks', 'whole', 'summary']).default('as-it-looks'),

  allowedUses: allowedUsesSchema.prefault({}),
  /** Terms the house agreed on with the source, in words. */
  rightsText: z.string().max(2000).default(''),
  /** From this instant on its copy may not be published any more; null where the licence has no end. */
  licenceEnds: instantSchema.nullable().default(null),
  /** At most this much of a story may be taken over as it is or lightly edited, in percent of its words; null: no limit. */
  shareOfCopyPercent: z.int().min(1).max(100).nullable().default(null),

  intervalSeconds: z.int().min(60).max(86_400).default(300),
  /** When it is checked, in the house's time; `until` before `from` goes over midnight. Null: around the clock. */
  hours: z.object({ from: clockTimeSchema, until: clockTimeSchema }).nullable().default(null),
  /**
   * After how many minutes without a delivery one is told; 0: never. The default is that of a feed; for the other kinds see
   * `usualSilenceMinutes`.
   */
  silentAfterMinutes: z.int().min(0).max(43_200).default(120),
  paused: z.boolean().default(false),

  /** Stories leave after this many days, unless they are used or marked; null: never. */
  keepStoriesDays: z.int().min(1).max(3650).nullable().default(null),
  /** Deliveries are kept as they came for this many days; 0: not at all. */
  keepPayloadDays: z.int().min(0).max(365).default(14),
});
export type SourceConfiguration = z.output<typeof sourceConfigurationSchema>;

/** The built-in source that pasted and imported copy belongs to. */
export const MANUAL_SOURCE_ID = '00000000-0000-4000-8000-000000000001';

export const sourceErrorCodeSchema = z.enum([
  ...parseErrorCodeSchema.options,
  'unreachable',
  'name-not-found',
  'timed-out-network',
  'certificate',
  'http-status',
  'unauthorised',
  'secret-missing',
  'gone',
  'redirect-loop',
  'private-address',
  'bad-address',
  'host-key-changed',
  'no-encryption',
  'folder-missing',
  'folder-unreadable',
  'mailbox-missing',
  'not-moved',
  'storage',
]);
export type SourceErrorCode = z.output<typeof sourceErrorCodeSchema>;

export const sourceStateSchema = z.object({
  status: z.enum(['waiting', 'working', 'ok', 'failing', 'paused']),
  lastCheckedAt: instantSchema.nullable(),
  lastDeliveryAt: instantSchema.nullable(),
  failingSince: instantSchema.nullable(),
  error: z.object({ code: sourceErrorCodeSchema, detail: z.string() }).nullable(),
  nextCheckAt: instantSchema.nullable(),
});

export const sourceSchema = sourceConfigurationSchema.extend({
  id: idSchema,
  state: sourceStateSchema,
  unread: z.int(),
  /** Whether a password, token or key for it lies in the vault. */
  hasSecret: z.boolean(),
});
export type Source = z.output<typeof sourceSchema>;

/** Items that were recognised and are no stories, by what the format calls them (`conceptItem`, `page`). */
const setAsideSchema = z.object({ what: z.string(), count: z.int() });
export type SetAside = z.output<typeof setAsideSchema>;

/** Something a source brought, or failed to bring. */
export const sourceDeliverySchema = z.object({
  deliveryId: rowIdSchema,
  /** The last time, where the same failure came several times in a row. */
  at: instantSchema,
  firstAt: instantSchema,
  times: z.int(),
  /** File, message or address; empty where nothing came. */
  name: z.string(),
  /** Name of the format it was read as; null where it was not read. */
  format: z.string().nullable(),
  /** In bytes; null where nothing came. */
  size: z.int().nullable(),
  added: z.int(),
  updated: z.int(),
  unchanged: z.int(),
  setAside: z.array(setAsideSchema),
  error: z.object({ code: sourceErrorCodeSchema, detail: z.string() }).nullable(),
  /** The delivery as it came, while it is kept. */
  payloadId: rowIdSchema.nullable(),
});
export type SourceDelivery = z.output<typeof sourceDeliverySchema>;

const tallySchema = z.object({
  deliveries: z.int(),
  failures: z.int(),
  added: z.int(),
  updated: z.int(),
  setAside: z.array(setAsideSchema),
});
export type SourceTally = z.output<typeof tallySchema>;

/** A delivery as it came. */
export const payloadSchema = z.object({
  payloadId: rowIdSchema,
  sourceName: z.string(),
  name: z.string(),
  contentType: z.string().nullable(),
  receivedAt: instantSchema,
  /** In bytes, of the whole. */
  size: z.int(),
  /** The beginning of it as text, decoded as far as it can be. */
  text: z.string(),
  /** False where there is more than the text shows. */
  whole: z.boolean(),
});
export type Payload = z.output<typeof payloadSchema>;

/** A folder, server or mailbox of which many files are being taken. */
export const sourceIntakeSchema = z.object({
  sourceId: idSchema,
  startedAt: instantSchema,
  /** When this was so. */
  now: instantSchema,
  /** The file or message that is being read. */
  name: z.string(),
  files: z.int(),
  filesDone: z.int(),
  bytesOf: z.int(),
  bytesDone: z.int(),
  stories: z.int(),
});
export type SourceIntake = z.output<typeof sourceIntakeSchema>;

const base = oc.errors(contractErrors);
const secretSchema = z.string().max(20_000).optional();

export const sourcesContract = {
  list: base.output(z.array(sourceSchema)),
  /** `secret`: password, token or key; kept in the vault, never given out again. */
  add: base.input(sourceConfigurationSchema.extend({ secret: secretSchema })).output(sourceSchema),
  /** Without `secret` the one in the vault stays, unless the address leads to another server. */
  change: base
    .input(z.object({ id: idSchema, configuration: sourceConfigurationSchema, secret: secretSchema }))
    .output(sourceSchema),
  /** The source goes, its stories stay. */
  remove: base.input(z.object({ id: idSchema })),
  checkNow: base.input(z.object({ id: idSchema })),
  /**
   * Takes the key that an SFTP server showed, or the certificate of an FTP or mail server (`SHA256:…`, as `host-key-changed` or
   * `certificate` told it at the end of its detail), for the right one from now on, and checks the source. INVALID
   * `fingerprint` with the reason `not-shown` where the server has shown another certificate last.
   */
  trustServer: base.input(z.object({ id: idSchema, fingerprint: z.string().startsWith('SHA256:') })),
  /** What is being taken now. */
  intakes: base.output(z.array(sourceIntakeSchema)),
  /**
   * Stops what is being taken of a source and pauses the source, which would begin anew. What was stored stays; the file that
   * was cut off is read again once the source goes on.
   */
  stopIntake: base.input(z.object({ id: idSchema })),
  /**
   * Pauses every source, or lets them go on, until the workstation stops: a pause is never found at the next start.
   * A source asked for by `checkNow` is checked all the same.
   */
  pauseAll: base.input(z.object({ paused: z.boolean() })),
  /** Public channels one can add with a click. */
  presets: base.output(
    z.array(
      z.object({
        id: z.string(),
        group: z.string(),
        name: z.string(),
        configuration: sourceConfigurationSchema,
      }),
    ),
  ),
  /** What a source brought, newest first (the last 500 are kept), and what that comes to over seven days. */
  deliveries: base
    .input(
      z.object({
        id: idSchema,
        before: rowIdSchema.nullable().default(null),
        limit: z.int().min(1).max(100).default(50),
      }),
    )
    .output(z.object({ rows: z.array(sourceDeliverySchema), more: z.boolean(), lastWeek: tallySchema })),
  /** A delivery as it came. NOT_FOUND where it is not kept (any more). */
  payload: base.input(z.object({ payloadId: rowIdSchema })).output(payloadSchema),
};
