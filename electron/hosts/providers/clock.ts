import type { Clock } from '../../core/providers.ts';

/** The time of this machine. */
export const systemClock: Clock = { now: () => Date.now() };
