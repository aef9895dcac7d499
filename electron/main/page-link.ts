/** The words between the main process and the pages; the preload carries them. */
import { ipcMain, type WebContents } from 'electron';
import {
  fromPageSchema,
  type PdfOutcome,
  type PdfPage,
  type ToPage,
} from '../../shared/page/desktop-messages.ts';
import { isAppFrame } from './policy.ts';

/** How long a page may take to store what was typed. */
const SAVE_WAIT_MS = 6_000;

export type Saved = 'saved' | 'unsaved' | 'no-answer';

export interface PageLink {
  /** Says something to a page, once it listens. */
  tell(page: WebContents, message: ToPage): void;
  /** Asks a page to store everything, and waits six seconds at most. */
  askToSave(page: WebContents): Promise<Saved>;
  /** The core is gone: pages give up what they asked of it. */
  tellCoreGone(pages: readonly WebContents[]): void;
}

interface PageLinkOptions {
  /** A page wants a port to the core. */
  onPortWanted(page: WebContents): void;
  /** The listed commands a page can do have changed. */
  onCommands(page: WebContents, available: readonly string[]): void;
  /** A page wants a PDF file. */
  onPdf(asker: WebContents, wanted: { page: PdfPage; name: string }): Promise<PdfOutcome>;
}

/** Listens to pages from now on. Whatever does not come from the app's own main frame is not heard. */
export function openPageLink({ onPortWanted, onCommands, onPdf }: PageLinkOptions): PageLink {
  const listening = new Set<WebContents>();
  const watched = new WeakSet<WebContents>();
  const waiting = new Map<WebContents, ToPage[]>();
  const saves = new Map<number, (saved: Saved) => void>();
  let lastCall = 0;

  /** A page that loads anew does not listen yet. */
  function watch(page: WebContents): void {
    if (watched.has(page)) return;
    watched.add(page);
    page.on('did-navigate', () => listening.delete(page));
    page.on('render-process-gone', () => listening.delete(page));
    page.once('destroyed', () => {
      listening.delete(page);
      waiting.delete(page);
    });
  }

  function send(page: WebContents, message: ToPage): void {
    if (!page.isDestroyed()) page.send('to-page', message);
  }

  ipcMain.on('core-port-wanted', ({ sender, senderFrame }) => {
    if (isAppFrame(senderFrame, sender)) onPortWanted(sender);
  });

  ipcMain.on('from-page', ({ sender, senderFrame }, said: unknown) => {
    if (!isAppFrame(senderFrame, sender)) return;
    const message = fromPageSchema.safeParse(said).data;
    if (message?.type === 'listening') {
      watch(sender);
      listening.add(sender);
      for (const each of waiting.get(sender) ?? []) send(sender, each);
      waiting.delete(sender);
    }
    if (message?.type === 'commands') onCommands(sender, message.available);
    if (message?.type === 'save-pdf') {
      const { call } = message;
      void onPdf(sender, message).then((outcome) => send(sender, { type: 'pdf', call, outcome }));
    }
    if (message?.type === 'saved') saves.get(message.call)?.(message.unsaved ? 'unsaved' : 'saved');
  });

  return {
    tell(page, message) {
      if (listening.has(page)) send(page, message);
      else waiting.set(page, [...(waiting.get(page) ?? []), message]);
    },
    async askToSave(page) {
      // A page that has not begun, or is gone, has nothing that could be stored.
      if (page.isDestroyed() || page.isCrashed() || !listening.has(page)) return 'saved';
      lastCall += 1;
      const call = lastCall;
      const answered = new Promise<Saved>((resolve) => {
        saves.set(call, resolve);
        setTimeout(() => resolve('no-answer'), SAVE_WAIT_MS).unref();
      });
      send(page, { type: 'save', call });
      const saved = await answered;
      saves.delete(call);
      return saved;
    },
    tellCoreGone(pages) {
      for (const page of pages) if (!page.isDestroyed()) page.send('core-gone');
    },
  };
}
