/** What the newest stories of a list are, counted: to narrow it down with a click. */
import { z } from 'zod';

/** How many of the newest arrivals are counted: no count costs work that grows with the archive. */
export const FACET_HORIZON = 2_000;

const wireStateSchema = z.enum(['unread', 'claimed', 'flagged', 'embargoed', 'withdrawn']);
export type WireState = z.output<typeof wireStateSchema>;

const namesSchema = z.array(z.object({ value: z.string(), count: z.int() }));

/** At most eight values of a kind, those that most stories have; urgencies by their number. */
export const wireFacetsSchema = z.object({
  /** Of these arrivals. */
  horizon: z.int(),
  /** So many of them are in the list. */
  looked: z.int(),
  /** By name. */
  sources: namesSchema,
  subjects: namesSchema,
  urgencies: z.array(z.object({ value: z.int(), count: z.int() })),
  /** Primary subtags (BCP 47). */
  languages: namesSchema,
  states: z.array(z.object({ value: wireStateSchema, count: z.int() })),
});
export type WireFacets = z.output<typeof wireFacetsSchema>;
