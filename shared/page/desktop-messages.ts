/** What Electron's main process and the utility process that runs the core say to each other. */
import { z } from 'zod';

const callId = z.int();

export const fromCoreSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('ready') }),
  /** The core cannot be opened; the sentences say why. The process ends after this. */
  z.object({ type: z.literal('failed'), sentences: z.object({ id: z.string(), en: z.string() }) }),
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
  z.object({ type: z.literal('stop') }),
]);
export type ToCore = z.output<typeof toCoreSchema>;
