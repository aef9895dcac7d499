/** Work that waits for what was written to be on disk: a transaction inside another is committed only with that one. */
import type { Database } from './open.ts';

/**
 * From now on the returned function runs its work after the outermost transaction under way (of those made by
 * `database.transaction`) was committed, in the order it was handed over; at once where none is under way; never where the
 * transaction it was handed over in was rolled back. Call it once for a database, before transactions are made.
 */
export function runAfterCommit(database: Database): (work: () => void) => void {
  let waiting: (() => void)[] = [];

  function settled<Result>(run: () => Result): Result {
    const isOutermost = !database.inTransaction;
    const before = waiting.length;
    let result: Result;
    try {
      result = run();
    } catch (error) {
      waiting.length = before;
      throw error;
    }
    if (isOutermost) {
      const committed = waiting;
      waiting = [];
      for (const work of committed) work();
    }
    return result;
  }

  const settling =
    <Given extends unknown[], Result>(run: (...given: Given) => Result) =>
    (...given: Given): Result =>
      settled(() => run(...given));

  const transaction = database.transaction.bind(database);
  database.transaction = (work) => {
    const run = transaction(work);
    const { default: plain, deferred, immediate, exclusive } = run;
    return Object.assign(settling(run), {
      default: settling(plain),
      deferred: settling(deferred),
      immediate: settling(immediate),
      exclusive: settling(exclusive),
    });
  };

  return (work) => {
    if (database.inTransaction) waiting.push(work);
    else work();
  };
}
