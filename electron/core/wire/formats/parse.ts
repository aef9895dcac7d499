/**
 * Bytes → wire stories. The one table of formats: a format is recognised by its content, never by a file's ending or
 * a server's label, and a new one is one more entry.
 */
import type { SetAside, SourceConfiguration } from '../../../../shared/contract/wire-sources.ts';
import type { WireProblem, WireStory } from '../../../../shared/contract/wire-story.ts';
import { hasTooManyPieces } from '../../conversion/pieces.ts';
import { ANPA_1312_FORMAT } from './anpa-1312.ts';
import { deliveryOf } from './detect.ts';
import { withEditorialFields } from './editorial.ts';
import { FEED_FORMATS } from './feed.ts';
import type { Delivery, FormatResult, ParseContext, WireFormat } from './format.ts';
import { HTML_FORMAT } from './html-page.ts';
import { IPTC_7901_FORMAT } from './iptc-7901.ts';
import { LARGEST_DELIVERY_BYTES, MOST_PIECES } from './limits.ts';
import { MAIL_FORMAT } from './mail.ts';
import { NINJS_FORMAT } from './ninjs.ts';
import { NEWSML_1_FORMAT } from './newsml-1.ts';
import { NEWSML_G2_FORMAT } from './newsml-g2.ts';
import { NITF_FORMAT } from './nitf.ts';
import { nextPageOf } from './next-page.ts';
import { WireParseError } from './parse-error.ts';
import { TEXT_FORMAT } from './pasted-text.ts';
import { WXR_FORMAT } from './wxr.ts';

/**
 * Asked in this order: mail first, as it may carry any of the others; WXR before RSS, which it is too; plain text last,
 * as anything readable is that.
 */
const FORMATS: readonly WireFormat[] = [
  MAIL_FORMAT,
  NINJS_FORMAT,
  WXR_FORMAT,
  ...FEED_FORMATS,
  NEWSML_G2_FORMAT,
  NEWSML_1_FORMAT,
  NITF_FORMAT,
  ANPA_1312_FORMAT,
  IPTC_7901_FORMAT,
  HTML_FORMAT,
  TEXT_FORMAT,
];

/** What `--format` takes: `auto` or a format's name. */
export const FORMAT_NAMES: readonly string[] = ['auto', ...FORMATS.map(({ name }) => name)];

/** What is known about bytes besides the bytes; all of it optional. */
export interface WireParseOptions {
  fileName?: string;
  contentType?: string;
  url?: string;
  /** Minutes east of UTC for times that name no zone; WIB where not given. */
  defaultOffsetMinutes?: number;
  sourceLanguage?: string;
  /** Short name for credits, as whoever pasted the copy gave it. */
  creditName?: string;
  /** Milliseconds since 1970. */
  now?: number;
  /** A format's name, or `auto`. */
  format?: string;
  /**
   * Refuse what any server may answer with (web pages, plain text): a feed address that shows a log-in page or an
   * error page has no story to tell.
   */
  feedsOnly?: boolean;
  /** Whether the source's stories are whole, summaries only, or as each looks; see `summary-only` in wire-story.ts. */
  copy?: SourceConfiguration['copy'];
}

export interface ParsedDelivery {
  /** Name of the format they were read as. */
  format: string;
  stories: WireStory[];
  /** What is wrong with the delivery as a whole; single stories carry their own. */
  problems: WireProblem[];
  /** What of the delivery was recognised and is no story, and how many of each. */
  setAside: SetAside[];
  /** Absolute address of the page after this one, as far as the delivery names it. */
  nextPage: string | null;
}

const WIB_OFFSET_MINUTES = 420;

/** Deeper than this, mail inside mail is an attachment like any other. */
const DEEPEST_INSIDE = 3;

function contextOf(options: WireParseOptions, depth = 0): ParseContext {
  return {
    fileName: options.fileName ?? null,
    contentType: options.contentType ?? null,
    url: options.url ?? null,
    defaultOffsetMinutes: options.defaultOffsetMinutes ?? WIB_OFFSET_MINUTES,
    sourceLanguage: options.sourceLanguage ?? null,
    now: options.now ?? Date.now(),
    readInside: (bytes, contentType, charset) =>
      depth < DEEPEST_INSIDE
        ? readInside(
            deliveryOf(bytes, `${contentType}; charset=${charset ?? ''}`),
            contextOf(options, depth + 1),
          )
        : null,
  };
}

function readInside(delivery: Delivery, context: ParseContext): FormatResult | null {
  if (delivery.text === '' || delivery.isBinary || hasTooManyPieces(delivery.bytes, MOST_PIECES)) return null;
  const format = FORMATS.find((one) => one.recognises(delivery));
  if (format === undefined || ANYTHING.has(format)) return null;
  try {
    return format.parse(delivery, context);
  } catch (error) {
    if (error instanceof WireParseError) return null;
    throw error;
  }
}

/** What anything readable can be taken for. */
const ANYTHING: ReadonlySet<WireFormat> = new Set([HTML_FORMAT, TEXT_FORMAT]);

function chooseFormat(delivery: Delivery, wanted: string, feedsOnly: boolean): WireFormat {
  if (wanted !== 'auto') {
    const named = FORMATS.find(({ name }) => name === wanted);
    if (named === undefined) throw new WireParseError('not-recognised', `there is no format "${wanted}"`);
    return named;
  }
  const recognised = FORMATS.find((format) => format.recognises(delivery));
  if (recognised !== undefined && feedsOnly && ANYTHING.has(recognised)) {
    const what = recognised === HTML_FORMAT ? 'a web page' : 'plain text';
    throw new WireParseError('not-recognised', `${what}, not a feed`);
  }
  if (recognised !== undefined) return recognised;
  throw refusal(delivery);
}

/** Says what the bytes are instead, as far as that can be told. */
function refusal(delivery: Delivery): WireParseError {
  const { head, xml, json, isBinary } = delivery;
  if (isBinary) return new WireParseError('not-recognised', 'these bytes are no text');
  if (json !== null) return new WireParseError('not-recognised', 'JSON, but of no known wire format');
  if (/^[{[]\s*["{[]/.test(head)) return new WireParseError('not-well-formed', 'JSON that cannot be read');
  if (xml === null) return new WireParseError('not-recognised', 'no known wire format');
  const { name, namespace } = xml.root;
  const where = namespace === '' ? '' : ` (${namespace})`;
  return new WireParseError('not-recognised', `XML with the root element ${name.slice(0, 60)}${where}`);
}

function problemsOf(
  found: readonly WireProblem[],
  guessed: boolean,
  copy: SourceConfiguration['copy'],
): WireProblem[] {
  const summary = copy === 'as-it-looks' ? found.includes('summary-only') : copy === 'summary';
  return [
    ...found.filter((problem) => problem !== 'summary-only'),
    ...(summary ? (['summary-only'] as const) : []),
    ...(guessed ? (['encoding-guessed'] as const) : []),
  ];
}

function counted(names: readonly string[]): SetAside[] {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].map(([what, count]) => ({ what, count }));
}

/**
 * Reads one delivery. Pure: nothing is fetched or stored. Throws WireParseError and nothing else: `empty`, `too-large`,
 * `out-of-memory`, `not-recognised`, `not-well-formed`, `set-aside` or `no-stories`. A sound feed without items gives an empty
 * list.
 */
export function parseWireBytes(bytes: Uint8Array, options: WireParseOptions = {}): ParsedDelivery {
  if (bytes.length > LARGEST_DELIVERY_BYTES) {
    throw new WireParseError('too-large', `${bytes.length} bytes; the limit is ${LARGEST_DELIVERY_BYTES}`);
  }
  if (hasTooManyPieces(bytes, MOST_PIECES)) {
    throw new WireParseError('out-of-memory', `more than ${MOST_PIECES.most} lines or members of JSON`);
  }
  const delivery = deliveryOf(bytes, options.contentType ?? null);
  if (delivery.text === '') throw new WireParseError('empty', 'there is nothing in it');
  const format = chooseFormat(delivery, options.format ?? 'auto', options.feedsOnly ?? false);
  const { stories, problems, setAside = [] } = format.parse(delivery, contextOf(options));
  const guessed = delivery.decoded.guessed;
  return {
    format: format.name,
    stories: stories.map((story) => {
      const { creditName } = options;
      const read = { ...withEditorialFields(story), ...(creditName ? { creditName } : {}) };
      return { ...read, problems: problemsOf(read.problems, guessed, options.copy ?? 'as-it-looks') };
    }),
    problems: guessed ? [...problems, 'encoding-guessed'] : problems,
    setAside: counted(setAside),
    nextPage: nextPageOf(delivery, options.url ?? null),
  };
}
