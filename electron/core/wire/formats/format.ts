/** The shape of a wire format: how it is recognised and how its bytes become stories. */
import type { WireProblem, WireStory } from '../../../../shared/contract/wire-story.ts';
import type { DecodedText } from '../../conversion/decode.ts';
import type { XmlTree } from './xml.ts';

/** What is known about a delivery besides its bytes. */
export interface ParseContext {
  fileName: string | null;
  contentType: string | null;
  /** Absolute address the delivery came from. */
  url: string | null;
  /** Minutes east of UTC for times that name no zone. */
  defaultOffsetMinutes: number;
  /** Language of the source where the copy names none. */
  sourceLanguage: string | null;
  /** Milliseconds since 1970. */
  now: number;
  /** Reads a file that came inside the delivery; null where it is of no wire format. `charset` as its label says. */
  readInside(bytes: Uint8Array, contentType: string, charset: string | null): FormatResult | null;
}

/** A delivery, read as far as a format asks for: each reading is done once, when the first format wants it. */
export interface Delivery {
  readonly bytes: Uint8Array;
  readonly decoded: DecodedText;
  /** The text without leading white space, and its first thousands of characters. */
  readonly text: string;
  readonly head: string;
  /** True where the bytes are no text at all. */
  readonly isBinary: boolean;
  /** The document as XML; null where it is none. */
  readonly xml: XmlTree | null;
  /** The document as JSON, mended where it broke off; null where it is none. */
  readonly json: { value: unknown; truncated: boolean } | null;
}

export interface FormatResult {
  stories: WireStory[];
  /** What is wrong with the delivery as a whole. */
  problems: WireProblem[];
  /** What was recognised and is no story (concepts, planning, pages), each by what the format calls it. */
  setAside?: readonly string[];
}

/** One entry of the table in parse.ts. */
export interface WireFormat {
  readonly name: string;
  /** Whether a delivery is in this format, by its content alone. */
  recognises(delivery: Delivery): boolean;
  /** Reads it. May throw WireParseError; throws nothing else on any content. */
  parse(delivery: Delivery, context: ParseContext): FormatResult;
}
