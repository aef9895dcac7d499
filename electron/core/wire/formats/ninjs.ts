/**
 * Reads ninjs, the IPTC's news in JSON, in all its versions: 1.0–1.6 (flat), 2.x (lists) and 3.x (lists, camel case),
 * https://iptc.org/std/ninjs/. Lenient in spelling and types; strict on the safe side for `pubStatus` (usable where
 * absent, as the schemas have it) and `embargoed`. Objects that are no stories (`type` event, planning) are set aside.
 */
import type { WireProblem, WireStory, WireSubject } from '../../../../shared/contract/wire-story.ts';
import { findDateline } from '../../../../shared/domain/datelines.ts';
import { formatIsoWithOffset } from '../../../../shared/domain/indonesian-dates.ts';
import { readDate } from '../../../../shared/domain/read-date.ts';
import { normalisePubStatus, normaliseUrgency } from '../../../../shared/domain/wire-status.ts';
import { plainLine } from '../../../../shared/conversion/characters.ts';
import { resourceAddress } from '../../../../shared/conversion/links.ts';
import { emptyStory } from '../../../../shared/domain/empty-story.ts';
import { languageTag, withPicturesOf } from './feed-story.ts';
import type { Delivery, ParseContext, WireFormat } from './format.ts';
import { salvageJson } from './json-salvage.ts';
import { fullestCopy, fullestLine } from './ninjs-copy.ts';
import {
  copiesOf,
  entriesOf,
  fieldsOf,
  lineOf,
  namedObjects,
  rawText,
  type NinjsFields,
} from './ninjs-fields.ts';
import { embargoOf, freeAssociations, mediaOfNinjs } from './ninjs-media.ts';
import { WireParseError } from './parse-error.ts';
import { identityOfWords } from './identity-of-words.ts';

/** Properties that only ninjs has in this spelling; `uri` beside one of them makes an item. */
const SIGNATURE = [
  ...[
    'pubstatus',
    'versioncreated',
    'embargoed',
    'embargoeduntil',
    'usageterms',
    'ednote',
    'copyrightholder',
    'copyrightnotice',
  ],
  ...[
    'headline',
    'headlines',
    'body',
    'bodies',
    'descriptions',
    'renditions',
    'associations',
    'representationtype',
  ],
];
const COPY_NAME = /^(?:body|headline|description)\w+$/;
const ITEM_TYPES =
  /^(?:text|audio|video|picture|photo|graphic|composite|component|event|planning|newscoverage|package)$/i;

const NO_FIELDS: NinjsFields = new Map();

function isItem(fields: NinjsFields): boolean {
  const signs =
    SIGNATURE.filter((name) => fields.has(name)).length +
    [...fields.keys()].filter((name) => COPY_NAME.test(name) && !SIGNATURE.includes(name)).length +
    (ITEM_TYPES.test(rawText(fields, 'type') ?? '') ? 1 : 0);
  const named = rawText(fieldsOf(fields.get('standard')) ?? NO_FIELDS, 'name');
  if (named?.toLowerCase() === 'ninjs') return true;
  return (
    signs >= (rawText(fields, 'uri') === null ? 2 : 1) && (fields.has('uri') || fields.has('versioncreated'))
  );
}

interface FoundItem {
  fields: NinjsFields;
  /** How many objects and arrays it lies in, itself counted. */
  depth: number;
}

/** Items lie at the top, in a list, or in a list inside an envelope (`items`, `data.items[].item`). */
const DEEPEST_ENVELOPE = 6;

function itemsIn(value: unknown, depth = 1): FoundItem[] {
  if (depth > DEEPEST_ENVELOPE) return [];
  if (Array.isArray(value)) return value.flatMap((entry: unknown) => itemsIn(entry, depth + 1));
  const fields = fieldsOf(value);
  if (fields === null) return [];
  if (isItem(fields)) return [{ fields, depth }];
  return [...fields.values()].flatMap((content) => itemsIn(content, depth + 1));
}

/** The items of a delivery; the last is marked where the source broke off inside it. */
function readItems({ json, text }: Delivery): {
  items: (FoundItem & { partial: boolean })[];
  truncated: boolean;
} {
  const whole = json !== null && !json.truncated;
  const arrived = whole ? { value: json.value, openAtEnd: 0 } : /^[[{]/.test(text) ? salvageJson(text) : null;
  if (arrived === null) return { items: [], truncated: false };
  // A JSON Feed may carry anything in its extensions.
  if (/jsonfeed\.org\//i.test(rawText(fieldsOf(arrived.value) ?? NO_FIELDS, 'version') ?? '')) {
    return { items: [], truncated: false };
  }
  const items = itemsIn(arrived.value);
  return {
    items: items.map((item, index) => ({
      ...item,
      partial: index === items.length - 1 && arrived.openAtEnd >= item.depth,
    })),
    truncated: !whole,
  };
}

/** Events, planning items and coverage of them (ninjs 3.x) tell of news to come. */
function isNoStory(fields: NinjsFields): boolean {
  if (/^(?:event|planning|newscoverage)/i.test(rawText(fields, 'type') ?? '')) return true;
  const hasCopy = copiesOf(fields, 'body', 'bodies').length > 0;
  return !hasCopy && ['eventdetails', 'planningdetails', 'newscoverages'].some((name) => fields.has(name));
}

/** Scheme and code of a concept: stated (1.x), as a qcode, or the two parts of its `uri` (2.x, 3.x). */
function schemeAndCode(fields: NinjsFields): { scheme: string | null; code: string | null } {
  const scheme = rawText(fields, 'scheme');
  const code = rawText(fields, 'code', 'literal');
  if (scheme !== null || (code !== null && !fields.has('uri'))) return { scheme, code };
  const qcode = /^([\w.-]+):(\S+)$/.exec(rawText(fields, 'qcode') ?? '');
  if (qcode !== null) return { scheme: qcode[1] ?? null, code: qcode[2] ?? null };
  const uri = /^(.*[/#:])([^/#:]+)[/#]?$/.exec(rawText(fields, 'uri') ?? '');
  return uri === null ? { scheme, code } : { scheme: uri[1] ?? null, code: uri[2] ?? null };
}

/** What a story is about, in the singular of 1.x and the plural of 2.x and 3.x. */
const CONCEPTS: readonly (readonly [kind: string | null, ...names: string[]])[] = [
  [null, 'subject', 'subjects'],
  ['place', 'place', 'places'],
  ['person', 'person', 'people'],
  ['organisation', 'organisation', 'organisations'],
  ['event', 'event', 'events'],
  ['object', 'object', 'objects'],
  ['genre', 'genre', 'genres'],
];

function subjectsOf(fields: NinjsFields): WireSubject[] {
  const seen = new Set<string>();
  return CONCEPTS.flatMap(([kind, ...names]) =>
    names.flatMap((name) =>
      entriesOf(fields.get(name)).flatMap((entry): WireSubject[] => {
        const concept = fieldsOf(entry);
        const { scheme, code } = concept === null ? { scheme: null, code: null } : schemeAndCode(concept);
        const label =
          concept === null
            ? plainLine(typeof entry === 'string' ? entry : null)
            : lineOf(concept, 'name', 'title');
        const subject = { scheme: scheme ?? kind, code, name: label };
        const key = JSON.stringify(subject);
        if ((code === null && label === null) || seen.has(key)) return [];
        seen.add(key);
        return [subject];
      }),
    ),
  );
}

/** The words of a list whose entries are words or objects with a code or a name. */
function namesIn(value: unknown, ...properties: string[]): string[] {
  const names = entriesOf(value).map((entry) => {
    const object = fieldsOf(entry);
    if (object !== null) return lineOf(object, ...properties);
    return typeof entry === 'string' ? plainLine(entry) : null;
  });
  return [...new Set(names.filter((name) => name !== null))];
}

function joined(parts: readonly (string | null)[], separator: string): string | null {
  return [...new Set(parts.filter((part) => part !== null))].join(separator) || null;
}

function rightsOf(fields: NinjsFields): string | null {
  const info = namedObjects(fields.get('rightsinfo')).map((one) => one.fields);
  const own = fieldsOf(fields.get('rightsinfo'));
  const statements = [fields, ...(own === null ? [] : [own]), ...info].flatMap((stated) => [
    lineOf(stated, 'copyrightnotice'),
    lineOf(stated, 'usageterms'),
    lineOf(stated, 'linkedrights'),
  ]);
  return joined(statements, '\n') ?? lineOf(fields, 'copyrightholder');
}

function headlineOf(fields: NinjsFields): string | null {
  const headlines = copiesOf(fields, 'headline', 'headlines');
  const main = headlines.find(({ role }) => role === 'main') ?? headlines.find(({ role }) => role === '');
  const line = ({ source }: { source: string }): string | null => plainLine(source);
  return (main && line(main)) ?? headlines.map(line).find((one) => one !== null) ?? lineOf(fields, 'title');
}

/** Its own copy; of a package without one the fullest text in it; of a picture or a brief its description. */
function copyOf(fields: NinjsFields, associations: readonly NinjsFields[]) {
  const own = fullestCopy(copiesOf(fields, 'body', 'bodies'));
  const abstract =
    fullestLine(copiesOf(fields, 'description', 'descriptions')) ??
    fullestLine(copiesOf(fields, 'abstract', 'abstracts'));
  if (own !== null) return { copy: own, abstract: abstract === own.text ? null : abstract };
  const packaged = fullestCopy(
    associations.flatMap((association) => copiesOf(association, 'body', 'bodies')),
  );
  if (packaged !== null) return { copy: packaged, abstract };
  const described =
    fullestCopy(copiesOf(fields, 'description', 'descriptions')) ??
    fullestCopy(copiesOf(fields, 'abstract', 'abstracts'));
  return { copy: described, abstract: null };
}

/** Of an item that broke off a status or an embargo may be what is missing: it is not usable. */
function statusOf(fields: NinjsFields, partial: boolean): WireStory['pubStatus'] {
  const status = fields.has('pubstatus') ? normalisePubStatus(rawText(fields, 'pubstatus')) : 'usable';
  return partial && status === 'usable' ? 'unknown' : status;
}

function storyOf(fields: NinjsFields, partial: boolean, context: ParseContext): WireStory {
  const { defaultOffsetMinutes } = context;
  const problems = new Set<WireProblem>(partial ? ['partial'] : []);
  const instant = (...names: string[]): string | null => {
    const stated = names.filter((name) => fields.has(name));
    for (const name of stated) {
      const date = readDate(rawText(fields, name), defaultOffsetMinutes);
      if (date !== null) return formatIsoWithOffset(date.epochMs, date.offsetMinutes);
    }
    if (stated.length > 0) problems.add('date-unreadable');
    return null;
  };
  const associations = freeAssociations(fields, context);
  const headline = headlineOf(fields);
  const { copy, abstract } = copyOf(fields, associations);
  const media = mediaOfNinjs(fields, associations);
  const uri = rawText(fields, 'uri', 'guid');
  if (uri === null) problems.add('identity-made-up');
  const story = emptyStory(uri ?? identityOfWords(headline, copy?.text ?? null, media[0]?.url ?? null));

  const embargo = embargoOf(fields, defaultOffsetMinutes);
  if (embargo.state === 'unreadable') problems.add('embargo-unreadable');
  const pubStatus = statusOf(fields, partial);
  if (pubStatus === 'unknown') problems.add('status-unknown');
  const versionCreated = instant('versioncreated');
  const firstCreated = instant('firstcreated', 'contentcreated');
  const expires = instant('expires');
  const located = lineOf(fields, 'located');
  const opensWithDateline = copy !== null && findDateline(copy.text.split('\n')) !== null;
  const body = copy?.document ?? story.body;

  return {
    ...story,
    version: rawText(fields, 'version') ?? versionCreated,
    url: resourceAddress(rawText(fields, 'url', 'link')),
    headline,
    slugline: lineOf(fields, 'slugline'),
    byline: lineOf(fields, 'byline', 'by') ?? joined(namesIn(fields.get('authors'), 'name', 'byline'), ', '),
    dateline: located === null || opensWithDateline ? null : { text: located, city: cityOf(located) },
    language: languageTag(rawText(fields, 'language') ?? context.sourceLanguage),
    urgency: normaliseUrgency(rawText(fields, 'urgency')),
    pubStatus,
    signals: [
      ...namesIn(fields.get('signal'), 'qcode', 'code', 'literal', 'name', 'uri'),
      ...namesIn(fields.get('signals'), 'qcode', 'code', 'literal', 'name', 'uri'),
    ],
    versionCreated,
    firstCreated,
    embargoed: embargo.state === 'until' ? embargo.at : null,
    expires,
    edNote: joined([lineOf(fields, 'ednote', 'editorialnote'), lineOf(fields, 'embargoedreason')], '\n'),
    abstract,
    subjects: subjectsOf(fields),
    keywords: namesIn(fields.get('keywords'), 'name', 'value'),
    rights: rightsOf(fields),
    credit: lineOf(fields, 'creditline', 'credit'),
    provider:
      joined(
        ['infosource', 'infosources', 'provider', 'source'].flatMap((name) =>
          namesIn(fields.get(name), 'name'),
        ),
        ', ',
      ) ?? lineOf(fields, 'copyrightholder'),
    body,
    bodyText: copy?.text ?? '',
    media: withPicturesOf(body, media),
    problems: [...problems],
  };
}

function cityOf(located: string): string | null {
  return located.split(',')[0]?.trim() || null;
}

export const NINJS_FORMAT: WireFormat = {
  name: 'ninjs',
  recognises: (delivery) => !delivery.isBinary && readItems(delivery).items.length > 0,
  parse(delivery, context) {
    const { items, truncated } = readItems(delivery);
    if (items.length === 0) throw new WireParseError('not-recognised', 'JSON without a ninjs item');
    const stories = items.filter(({ fields }) => !isNoStory(fields));
    if (stories.length === 0) {
      throw new WireParseError('set-aside', 'events and planning items, no story');
    }
    return {
      stories: stories.map(({ fields, partial }) => storyOf(fields, partial, context)),
      problems: truncated ? ['partial'] : [],
      setAside: items.filter(({ fields }) => isNoStory(fields)).map(() => 'planning'),
    };
  },
};
