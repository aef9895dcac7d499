/** The steps of a delivery: each is one transaction, told after it, and kept among its attempts. */
import type { Database } from '../database/open.ts';
import type { EventBus } from '../events.ts';
import type { Clock } from '../providers.ts';
import type { PublishingQueries, StoredDelivery } from './queries.ts';
import type { Exchange } from './target.ts';

/** A site that is down for days is tried hundreds of times; the last attempts tell enough. */
const rememberedAttempts = 50;

/** Of these the whole exchange is kept. */
const rememberedExchanges = 5;

export interface DeliverySteps {
  /** The delivery is under way from here on; `alsoWrite` belongs to the same transaction. */
  begin(delivery: StoredDelivery, alsoWrite: () => void): StoredDelivery;
  /** Found under way although nobody is at it: the program ended in the middle. It is looked into at `retryAt`. */
  cutShort(delivery: StoredDelivery, retryAt: number): void;
  /** What came of the attempt; `alsoWrite` belongs to the same transaction. */
  settle(
    delivery: StoredDelivery,
    change: Partial<StoredDelivery> & Pick<StoredDelivery, 'state'>,
    exchanges?: readonly Exchange[],
    alsoWrite?: () => void,
  ): void;
  /** Settles it as `settle` does; schedules asked for before it have had their place taken. */
  arrive(
    delivery: StoredDelivery,
    change: Partial<StoredDelivery> & Pick<StoredDelivery, 'state'>,
    exchanges: readonly Exchange[],
    alsoWrite: () => void,
  ): void;
}

export function createDeliverySteps({
  database,
  queries,
  events,
  clock,
}: {
  database: Database;
  queries: PublishingQueries;
  events: EventBus;
  clock: Clock;
}): DeliverySteps {
  const atomically = <Result>(work: () => Result): Result => database.transaction(work)();

  function write(delivery: StoredDelivery, change: Partial<StoredDelivery>): StoredDelivery {
    const next = { ...delivery, ...change, updatedAt: clock.now() };
    queries.writeDelivery(next);
    return next;
  }

  function tell({ id, articleId }: Pick<StoredDelivery, 'id' | 'articleId'>): void {
    events.emit({ type: 'delivery.changed', deliveryId: id, articleId });
  }

  const settle: DeliverySteps['settle'] = (delivery, change, exchanges = [], alsoWrite = () => {}) => {
    const error = change.error ?? null;
    const settled = atomically(() => {
      alsoWrite();
      queries.addExchanges(delivery.id, delivery.attempts, exchanges);
      queries.forgetExchanges(delivery.id, delivery.attempts - rememberedExchanges);
      const history = delivery.history.map((attempt, index) =>
        index === delivery.history.length - 1 && attempt.endedAt === null
          ? { ...attempt, endedAt: clock.now(), result: change.state, error }
          : attempt,
      );
      return write(delivery, { differences: [], foundAtTarget: null, ...change, error, history });
    });
    tell(settled);
  };

  return {
    begin(delivery, alsoWrite) {
      const sending = atomically(() => {
        alsoWrite();
        return write(delivery, {
          state: 'sending',
          attempts: delivery.attempts + 1,
          retryAt: null,
          history: [
            ...delivery.history.slice(1 - rememberedAttempts),
            { startedAt: clock.now(), endedAt: null, result: 'sending', error: null },
          ],
        });
      });
      tell(sending);
      return sending;
    },

    cutShort(delivery, retryAt) {
      const error = { code: 'cut-short', detail: '' } as const;
      tell(atomically(() => write(delivery, { state: 'retry', retryAt, error })));
    },

    settle,

    arrive(delivery, change, exchanges, alsoWrite) {
      let replaced: string[] = [];
      settle(delivery, change, exchanges, () => {
        alsoWrite();
        replaced = queries.replaceSchedules(delivery, 'arrived', clock.now());
      });
      for (const id of replaced) tell({ id, articleId: delivery.articleId });
    },
  };
}
