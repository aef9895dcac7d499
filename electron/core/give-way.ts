import { constants, setPriority } from 'node:os';

/**
 * Called in a worker thread: its bulk work stands back behind the core's own thread, which people wait for. Only Linux
 * gives a thread a priority of its own; elsewhere it would be the whole process's, and is left alone.
 */
export function giveWay(): void {
  if (process.platform !== 'linux') return;
  try {
    setPriority(0, constants.priority.PRIORITY_BELOW_NORMAL);
  } catch {
    // A system that forbids it shares the time out as it likes.
  }
}
