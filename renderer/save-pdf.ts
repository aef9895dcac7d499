/** A page as a PDF file, written by the desktop program where the person says. */
import type { PdfOutcome, PdfPage } from '../shared/page/desktop-messages.ts';
import { tellDesktop } from './tell-desktop.ts';

const waiting = new Map<number, (outcome: PdfOutcome) => void>();
let lastCall = 0;

/** Asks the desktop; `name` is the file's name to begin with. Only in Electron. */
export function savePdf(page: PdfPage, name: string): Promise<PdfOutcome> {
  lastCall += 1;
  const call = lastCall;
  return new Promise((resolve) => {
    waiting.set(call, resolve);
    tellDesktop({ type: 'save-pdf', call, page, name });
  });
}

/** What became of a file that was asked for. */
export function hearPdf(call: number, outcome: PdfOutcome): void {
  waiting.get(call)?.(outcome);
  waiting.delete(call);
}
