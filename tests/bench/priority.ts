/** Other work on the machine should not decide what is measured. */
import { existsSync, writeFileSync } from 'node:fs';
import { constants, setPriority } from 'node:os';

/**
 * Puts a process (by default this one), and what it starts, before other work. False where that is not allowed: only an
 * administrator may.
 */
export function raisePriority(pid = process.pid): boolean {
  try {
    setPriority(pid, constants.priority.PRIORITY_HIGH);
    // Linux shares out time between sessions first (sched(7), "the autogroup feature"), and by priority within them.
    const autogroup = `/proc/${pid}/autogroup`;
    if (existsSync(autogroup)) writeFileSync(autogroup, String(constants.priority.PRIORITY_HIGH));
    return true;
  } catch {
    return false;
  }
}
