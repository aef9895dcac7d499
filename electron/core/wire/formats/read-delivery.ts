/** What the parse worker does with one delivery: parse it and work out what storing it needs. */
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
  /** How many items of the delivery were recognised and are no stories. */
  setAside: number;
}

export type DeliveryReading =
  { ok: true; result: ReadDelivery } | { ok: false; error: { code: ParseErrorCode; message: string } };

/** Reads one delivery; failures come as values, since errors lose their type on the way between threads. */
export function readDelivery(bytes: Uint8Array, options: WireParseOptions): DeliveryReading {
  try {
    const { format, stories, problems, setAside } = parseWireBytes(bytes, options);
    return { ok: true, result: { format, stories: stories.map(parsedStoryOf), problems, setAside } };
  } catch (error) {
    if (error instanceof WireParseError)
      return { ok: false, error: { code: error.code, message: error.message } };
    const message = error instanceof Error ? error.message : String(error);
    return { ok: false, error: { code: 'not-well-formed', message } };
  }
}
