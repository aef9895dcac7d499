/** What the parse worker does with one delivery: parse it and work out what storing it needs. */
import type { SetAside } from '../../../../shared/contract/wire-sources.ts';
import type { ParseErrorCode, WireProblem } from '../../../../shared/contract/wire-story.ts';
import { parsedStoryOf, type ParsedStory } from '../parsed-story.ts';
import { WireParseError } from './parse-error.ts';
import { parseWireBytes, type WireParseOptions } from './parse.ts';

export interface ReadDelivery {
  /** Name of the format it was read as. */
  format: string;
  stories: ParsedStory[];
  /** What is wrong with the delivery as a whole. */
  problems: WireProblem[];
  setAside: SetAside[];
  /** See `ParsedDelivery`. */
  nextPage: string | null;
}

export type DeliveryReading =
  { ok: true; result: ReadDelivery } | { ok: false; error: { code: ParseErrorCode; message: string } };

/** What is known about a delivery, and what storing its stories needs besides. */
export interface DeliveryOptions extends WireParseOptions {
  /** Urgency of stories that name none. */
  defaultUrgency?: number;
}

/** Reads one delivery; failures come as values, since errors lose their type on the way between threads. */
export function readDelivery(bytes: Uint8Array, options: DeliveryOptions): DeliveryReading {
  try {
    const { stories, ...delivery } = parseWireBytes(bytes, options);
    const parsed = stories.map((story) => parsedStoryOf(story, options.defaultUrgency ?? null));
    return { ok: true, result: { ...delivery, stories: parsed } };
  } catch (error) {
    if (error instanceof WireParseError)
      return { ok: false, error: { code: error.code, message: error.message } };
    const message = error instanceof Error ? error.message : String(error);
    return { ok: false, error: { code: 'not-well-formed', message } };
  }
}
