/**
 * Long intakes of sources: a folder, a server or a mailbox that holds many files. How far each is, and stopping it. An intake
 * goes over as many checks as it takes.
 */
import type { SourceIntake } from '../../../shared/contract/wire-sources.ts';
import type { Clock } from '../providers.ts';
import type { IngestWatch } from './ingest.ts';
import type { Lot } from './sources/way.ts';

export type SourceIntakes = ReturnType<typeof createSourceIntakes>;

interface Running {
  startedAt: number;
  name: string;
  files: number;
  filesDone: number;
  bytesOf: number;
  bytesDone: number;
  stories: number;
  /** The file that is being stored: how far it is. */
  current: { bytes: number; done: number; of: number };
  stop: AbortController;
}

const NOTHING = { bytes: 0, done: 0, of: 0 };

export function createSourceIntakes(clock: Clock) {
  const running = new Map<string, Running>();

  function begun(sourceId: string): Running {
    let intake = running.get(sourceId);
    if (intake === undefined) {
      intake = {
        startedAt: clock.now(),
        name: '',
        ...{ files: 0, filesDone: 0, bytesOf: 0, bytesDone: 0, stories: 0 },
        current: NOTHING,
        stop: new AbortController(),
      };
      running.set(sourceId, intake);
    }
    return intake;
  }

  return {
    /** One check of a source begins; an intake of the check before goes on. */
    begin(sourceId: string) {
      const intake = begun(sourceId);
      return {
        /** Aborted where somebody stops it. */
        signal: intake.stop.signal,
        /** So much lies ready, beside what was taken before. */
        expect({ files, bytes }: Lot): void {
          intake.files = intake.filesDone + files;
          intake.bytesOf = intake.bytesDone + bytes;
        },
        /** Takes one file; `store` tells how far it is. Throws where it was stopped: what was stored by then stays. */
        async take<Result>(
          name: string,
          bytes: number,
          store: (watch: IngestWatch) => Promise<Result>,
        ): Promise<Result> {
          const { signal } = intake.stop;
          signal.throwIfAborted();
          intake.name = name;
          intake.current = { bytes, done: 0, of: 0 };
          try {
            const result = await store({
              signal,
              onProgress: ({ done, of }) => (intake.current = { bytes, done, of }),
            });
            signal.throwIfAborted();
            return result;
          } finally {
            intake.stories += intake.current.done;
            intake.current = NOTHING;
            intake.filesDone += 1;
            intake.bytesDone += bytes;
          }
        },
        /** The check is over; `goesOn`: there is more, and the next one takes it. */
        end(goesOn: boolean): void {
          if (!goesOn && running.get(sourceId) === intake) running.delete(sourceId);
        },
      };
    },
    /** False where there is nothing to stop. */
    stop(sourceId: string): boolean {
      const intake = running.get(sourceId);
      intake?.stop.abort();
      return intake !== undefined;
    },
    /** Those that take files now. */
    list: (): SourceIntake[] =>
      [...running]
        .filter(([, { files }]) => files > 0)
        .map(([sourceId, { startedAt, name, files, filesDone, bytesOf, bytesDone, stories, current }]) => ({
          sourceId,
          startedAt: new Date(startedAt).toISOString(),
          now: new Date(clock.now()).toISOString(),
          name,
          files,
          filesDone,
          bytesOf: Math.max(bytesOf, bytesDone + current.bytes),
          bytesDone:
            bytesDone + (current.of === 0 ? 0 : Math.round((current.done / current.of) * current.bytes)),
          stories: stories + current.done,
        })),
  };
}
