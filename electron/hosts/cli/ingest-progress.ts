/** How far `redaksi ingest` is, said on standard error now and then: which file, how fast, and when all is done. */
import { estimateImport } from '../../../shared/domain/import-progress.ts';
import { translate, type Language } from '../../../shared/i18n/translate.ts';
import { complain } from './command.ts';

const TELL_EVERY_MS = 2_000;

export interface IngestTeller {
  /** A delivery begins; `bytes` is its size. */
  begin(name: string, bytes: number): void;
  /** So many of its stories are stored. */
  tell(done: number, of: number): void;
  /** It has ended. */
  end(): void;
}

/** What is short says nothing. `bytesOf` is the size of all deliveries, as far as it is known. */
export function createIngestTeller(count: number, bytesOf: number, language: Language): IngestTeller {
  const startedAt = Date.now();
  let toldAt = startedAt;
  let number = 0;
  let current = { name: '', bytes: 0, done: 0 };
  let bytesBefore = 0;
  let storiesBefore = 0;

  return {
    begin(name, bytes) {
      number += 1;
      current = { name: count === 1 ? name : `[${number}/${count}] ${name}`, bytes, done: 0 };
    },
    tell(done, of) {
      current.done = done;
      const now = Date.now();
      if (now - toldAt < TELL_EVERY_MS || of === 0) return;
      toldAt = now;
      const { storiesPerSecond, endsAt } = estimateImport({
        startedAt,
        now,
        bytesDone: bytesBefore + (done / of) * current.bytes,
        bytesOf: Math.max(bytesOf, bytesBefore + current.bytes),
        stories: storiesBefore + done,
      });
      const { name } = current;
      if (storiesPerSecond === null || endsAt === null) {
        complain(translate(language, 'importProgress.lineStart', { name, done, of }));
        return;
      }
      const time = new Date(endsAt).toTimeString().slice(0, 8);
      const rate = Math.round(storiesPerSecond);
      complain(translate(language, 'importProgress.line', { name, done, of, rate, time }));
    },
    end() {
      bytesBefore += current.bytes;
      storiesBefore += current.done;
    },
  };
}
