/** What is on its way to targets now: kept in memory only, told now and then while it takes long. */
import type { Transfer } from '../../../shared/contract/transfers.ts';
import type { EventBus } from '../events.ts';
import type { Clock } from '../providers.ts';
import { instant } from './delivery-contract.ts';
import type { TransferProgress } from './target.ts';

/** What is shorter is not told of. */
const LONG_MS = 1_000;

/** Between two events about one target. */
const TELL_EVERY_MS = 500;

interface UnderWay extends TransferProgress {
  startedAt: number;
  at: number;
  /** Null until it has been told of. */
  toldAt: number | null;
}

export interface Transfers {
  /** Null once nothing is under way at the target any more. */
  report(targetId: string, soFar: TransferProgress | null): void;
  /** `nameOf`: the target's, null where it is gone. */
  list(nameOf: (targetId: string) => string | null): Transfer[];
}

export function createTransfers({ events, clock }: { events: EventBus; clock: Clock }): Transfers {
  const underWay = new Map<string, UnderWay>();

  function tell(targetId: string): void {
    events.emit({ type: 'transfer.changed', targetId });
  }

  return {
    report(targetId, soFar) {
      const before = underWay.get(targetId);
      if (soFar === null) {
        underWay.delete(targetId);
        if (before !== undefined && before.toldAt !== null) tell(targetId);
        return;
      }
      const at = clock.now();
      const { startedAt, toldAt } = before ?? { startedAt: at, toldAt: null };
      const due = at - startedAt >= LONG_MS && at - (toldAt ?? 0) >= TELL_EVERY_MS;
      underWay.set(targetId, {
        files: { ...soFar.files },
        bytes: { ...soFar.bytes },
        startedAt,
        at,
        toldAt: due ? at : toldAt,
      });
      if (due) tell(targetId);
    },
    list: (nameOf) =>
      [...underWay].flatMap(([targetId, { startedAt, at, toldAt, files, bytes }]) => {
        const targetName = nameOf(targetId);
        if (toldAt === null || targetName === null) return [];
        return [{ targetId, targetName, startedAt: instant(startedAt), at: instant(at), files, bytes }];
      }),
  };
}
