/**
 * NITF 3.x (IPTC News Industry Text Format, DTD and schema 3.0–3.6): as a document of its own and as the content of
 * NewsML-G2 and NewsML 1.x. Element names are those of the NITF 3.6 documentation.
 */
import type { PubStatus } from '../../../../shared/contract/common.ts';
import type { WireMedia, WireStory, WireSubject } from '../../../../shared/contract/wire-story.ts';
import { documentText } from '../../../../shared/document/walk.ts';
import { normalisePubStatus, normaliseUrgency } from '../../../../shared/domain/wire-status.ts';
import { htmlToDocument } from '../../../../shared/conversion/html-to-document.ts';
import { resourceAddress } from '../../../../shared/conversion/links.ts';
import { emptyStory } from '../../../../shared/domain/empty-story.ts';
import { attributeOf, innerMarkup } from './feed-fields.ts';
import { languageTag, withPicturesOf } from './feed-story.ts';
import type { ParseContext, WireFormat } from './format.ts';
import {
  allWords,
  childAt,
  childrenNamed,
  datelineOf,
  descendantsNamed,
  firstWords,
  joined,
  resultOf,
  saysSomething,
  StoryReader,
  wordsOf,
} from './news-xml.ts';
import { nitfToHtml } from './nitf-markup.ts';
import { WireParseError } from './parse-error.ts';
import { identityOfWords } from './identity-of-words.ts';
import type { XmlElement, XmlTree } from './xml.ts';

function attribute(element: XmlElement | null, name: string): string | null {
  return element === null ? null : attributeOf(element, name);
}

/** A time of docdata: `norm` in ISO 8601 (basic or extended), or the words inside. */
function timeOf(element: XmlElement | null): string | null {
  if (element === null) return null;
  return attributeOf(element, 'norm') ?? (element.complete ? element.text.trim() || null : null);
}

/** docdata/doc-id: the agency that registered it and its own string. */
function uriOf(regsrc: string | null, id: string): string {
  return /^(?:urn|tag|https?):/i.test(id) || regsrc === null ? id : `urn:nitf:${regsrc}:${id}`;
}

/** head/tobject (IPTC Subject Codes), docdata/identified-content, docdata/evloc, docdata/doc-scope. */
function subjectsOf(tree: XmlTree, head: XmlElement | null, docdata: XmlElement | null): WireSubject[] {
  const matters = descendantsNamed(childAt(head, 'tobject'), 'tobject.subject').map((subject) => ({
    scheme: attributeOf(subject, 'tobject.subject.ipr') ?? 'IPTC',
    code: attributeOf(subject, 'tobject.subject.refnum'),
    name:
      attributeOf(subject, 'tobject.subject.detail') ??
      attributeOf(subject, 'tobject.subject.matter') ??
      attributeOf(subject, 'tobject.subject.type'),
  }));
  const identified = childrenNamed(docdata, 'identified-content')
    .flatMap(({ children }) => children)
    .filter(({ name }) => !/^(?:keyword|keyword-list|key-list)$/i.test(name))
    .map((element) => ({
      scheme: attributeOf(element, 'idsrc') ?? attributeOf(element, 'type') ?? element.name,
      code: attributeOf(element, 'value'),
      name: wordsOf(tree, element),
    }));
  const places = childrenNamed(docdata, 'evloc').map((place) => ({
    scheme: 'evloc',
    code: attributeOf(place, 'iso-cc'),
    name:
      joined(
        ['city', 'county-dist', 'state-prov', 'country'].map((part) => attributeOf(place, part)),
        ', ',
      ) ?? wordsOf(tree, place),
  }));
  const scopes = childrenNamed(docdata, 'doc-scope').map((scope) => ({
    scheme: 'doc-scope',
    code: null,
    name: attributeOf(scope, 'scope'),
  }));
  return [...matters, ...identified, ...places, ...scopes].filter(
    ({ code, name }) => code !== null || name !== null,
  );
}

function keywordsOf(tree: XmlTree, docdata: XmlElement | null): string[] {
  const words = descendantsNamed(docdata, 'keyword').map(
    (keyword) => attributeOf(keyword, 'key') ?? wordsOf(tree, keyword),
  );
  return [...new Set(words.filter((word) => word !== null))];
}

/** docdata/doc.copyright, docdata/doc.rights, body.head/rights and notes of the class copyright. */
function rightsOf(tree: XmlTree, docdata: XmlElement | null, head: XmlElement | null): string | null {
  const copyrights = childrenNamed(docdata, 'doc.copyright').map((copyright) => {
    const said = joined([attributeOf(copyright, 'year'), attributeOf(copyright, 'holder')], ' ');
    return said === null ? null : `© ${said}`;
  });
  const rights = childrenNamed(docdata, 'doc.rights').map((element) =>
    joined(
      ['owner', 'agent', 'type', 'geography', 'limitations', 'startdate', 'enddate'].map((part) =>
        attributeOf(element, part),
      ),
      ', ',
    ),
  );
  const notes = childrenNamed(head, 'note').filter(isCopyrightNote);
  return joined(
    [...copyrights, ...rights, ...allWords(tree, [...childrenNamed(head, 'rights'), ...notes])],
    '\n',
  );
}

function isCopyrightNote(note: XmlElement): boolean {
  return /copyright|cpyrt/i.test(attributeOf(note, 'noteclass') ?? '');
}

/** docdata/ed-msg, docdata/correction and the notes above the copy. */
function editorsNote(tree: XmlTree, docdata: XmlElement | null, head: XmlElement | null): string | null {
  const messages = childrenNamed(docdata, 'ed-msg').map((message) =>
    joined([attributeOf(message, 'info'), wordsOf(tree, message)], ' '),
  );
  const corrections = childrenNamed(docdata, 'correction').map((one) => attributeOf(one, 'info'));
  const notes = childrenNamed(head, 'note').filter((note) => !isCopyrightNote(note));
  return joined([...messages, ...corrections, ...allWords(tree, notes)], '\n');
}

function signalsOf(docdata: XmlElement | null): string[] {
  const kinds = childrenNamed(docdata, 'ed-msg').map((message) => attributeOf(message, 'msg-type'));
  const isCorrection = childrenNamed(docdata, 'correction').length > 0;
  return [
    ...new Set([...(isCorrection ? ['sig:correction'] : []), ...kinds.filter((kind) => kind !== null)]),
  ];
}

const MEDIA_TYPES: readonly (readonly [RegExp, WireMedia['type']])[] = [
  [/graphic/i, 'graphic'],
  [/image|photo|picture/i, 'picture'],
  [/video/i, 'video'],
  [/audio/i, 'audio'],
];

/** The media elements of the body; of one object's references the first that leads somewhere. */
function mediaOf(tree: XmlTree, body: XmlElement | null, baseUrl: string | null): WireMedia[] {
  return descendantsNamed(body, 'media').map((media) => {
    const references = childrenNamed(media, 'media-reference');
    const addressOf = (one: XmlElement): string | null =>
      resourceAddress(attributeOf(one, 'source'), baseUrl);
    const reference = references.find((one) => addressOf(one) !== null) ?? references[0] ?? null;
    const mimeType = attribute(reference, 'mime-type');
    const kind = `${attributeOf(media, 'media-type') ?? ''} ${mimeType ?? ''}`;
    return {
      url: reference === null ? null : addressOf(reference),
      mediaId: null,
      type: MEDIA_TYPES.find(([pattern]) => pattern.test(kind))?.[1] ?? 'other',
      mimeType,
      width: pixels(attribute(reference, 'width')),
      height: pixels(attribute(reference, 'height')),
      caption: joined(allWords(tree, childrenNamed(media, 'media-caption')), ' '),
      credit: joined(allWords(tree, childrenNamed(media, 'media-producer')), ', '),
      alt: attribute(reference, 'alternate-text'),
    };
  });
}

function pixels(raw: string | null): number | null {
  const value = Number.parseInt(raw ?? '', 10);
  return value > 0 && value < 1_000_000 ? value : null;
}

/** body.content, or what stands in a body without one; then tagline and bibliography of body.end. */
function markupOf(tree: XmlTree, nitf: XmlElement, body: XmlElement | null, baseUrl: string | null): string {
  const contents = childrenNamed(body ?? nitf, 'body.content');
  const copy = contents.map((content) => innerMarkup(tree, content));
  if (contents.length === 0 && childAt(body, 'body.head') === null && body !== null) {
    copy.push(innerMarkup(tree, body));
  }
  const end = childAt(body, 'body.end');
  if (end !== null && contents.length > 0) copy.push(`<div>${innerMarkup(tree, end)}</div>`);
  return copy.map((source) => nitfToHtml(source, baseUrl)).join('\n');
}

/** One NITF document. `whenAbsent` is the status of one that states none. */
export function storyOfNitf(
  tree: XmlTree,
  nitf: XmlElement,
  context: ParseContext,
  whenAbsent: PubStatus = 'usable',
): WireStory {
  const reader = new StoryReader(context);
  const head = childAt(nitf, 'head');
  const docdata = childAt(head, 'docdata');
  const body = childAt(nitf, 'body');
  const top = childAt(body, 'body.head');
  const hedlines = childrenNamed(top, 'hedline');
  const titles = hedlines.flatMap((hedline) => childrenNamed(hedline, 'hl1'));
  const decks = hedlines.flatMap((hedline) => childrenNamed(hedline, 'hl2'));
  const dateline = childAt(top, 'dateline');
  const document = htmlToDocument(markupOf(tree, nitf, body, context.url), { baseUrl: context.url });
  const bodyText = documentText(document);
  const headline =
    joined(allWords(tree, titles), ' ') ??
    firstWords(tree, hedlines) ??
    wordsOf(tree, childAt(head, 'title'));

  const id = childAt(docdata, 'doc-id');
  const idString = attribute(id, 'id-string');
  if (idString === null) reader.doubt('identity-made-up');
  const embargoed = reader.embargo(timeOf(childAt(docdata, 'date.release')));
  const distributor = childAt(top, 'distributor');
  return {
    ...emptyStory(
      idString === null ? identityOfWords(headline, bodyText) : uriOf(attribute(id, 'regsrc'), idString),
    ),
    version: attribute(childAt(docdata, 'du-key'), 'version'),
    headline,
    slugline: attribute(childAt(docdata, 'du-key'), 'key'),
    byline: joined(allWords(tree, childrenNamed(top, 'byline')), ', '),
    dateline: datelineOf(
      wordsOf(tree, dateline),
      firstWords(tree, [...descendantsNamed(dateline, 'city'), ...descendantsNamed(dateline, 'location')]),
    ),
    language: languageTag(
      attributeOf(nitf, 'baselang') ?? attributeOf(nitf, 'xml:lang') ?? context.sourceLanguage,
    ),
    urgency: normaliseUrgency(attribute(childAt(docdata, 'urgency'), 'ed-urg')),
    pubStatus: reader.status(attribute(docdata, 'management-status'), embargoed, whenAbsent),
    signals: signalsOf(docdata),
    versionCreated:
      reader.instant(timeOf(childAt(docdata, 'date.issue'))) ??
      reader.instant(attribute(childAt(head, 'pubdata'), 'date.publication')) ??
      reader.instant(timeOf(descendantsNamed(dateline, 'story.date')[0] ?? null)),
    embargoed,
    expires: reader.instant(timeOf(childAt(docdata, 'date.expire'))),
    edNote: editorsNote(tree, docdata, top),
    abstract: joined([...allWords(tree, decks), wordsOf(tree, childAt(top, 'abstract'))], '\n'),
    subjects: subjectsOf(tree, head, docdata),
    keywords: keywordsOf(tree, docdata),
    rights: rightsOf(tree, docdata, top),
    provider:
      wordsOf(tree, distributor) ??
      attribute(id, 'regsrc') ??
      attribute(childAt(docdata, 'doc.copyright'), 'holder'),
    body: document,
    bodyText,
    media: withPicturesOf(document, mediaOf(tree, body, context.url)),
    problems: nitf.complete ? reader.problems : [...reader.problems, 'partial'],
  };
}

/**
 * The version a document gives another one by `management-doc-idref`: the status that `management-idref-status` states
 * for it, or the cancel that this document is. Null where it manages no other.
 */
function managedStory(nitf: XmlElement, story: WireStory): WireStory | null {
  const docdata = childAt(nitf, 'head', 'docdata');
  const other = attribute(docdata, 'management-doc-idref');
  const stated = attribute(docdata, 'management-idref-status');
  const status = stated === null ? story.pubStatus : normalisePubStatus(stated);
  if (other === null || (stated === null && status !== 'canceled')) return null;
  const uri = uriOf(attribute(childAt(docdata, 'doc-id'), 'regsrc'), other);
  if (uri === story.uri || status === 'usable') return null;
  const problems = story.problems.filter((problem) => problem !== 'status-unknown');
  return {
    ...story,
    uri,
    pubStatus: status,
    problems: status === 'unknown' ? [...problems, 'status-unknown'] : problems,
  };
}

export const NITF_FORMAT: WireFormat = {
  name: 'nitf',
  recognises: ({ xml }) => xml?.root.name.toLowerCase() === 'nitf',
  parse({ xml }, context) {
    if (xml === null) throw new WireParseError('not-well-formed', 'no XML element in it');
    // Where it broke off before the body, its status may be what is missing.
    const isHeadWhole = childAt(xml.root, 'head')?.complete === true || childAt(xml.root, 'body') !== null;
    const story = storyOfNitf(xml, xml.root, context, isHeadWhole || !xml.truncated ? 'usable' : 'unknown');
    const managed = managedStory(xml.root, story);
    const stories = managed === null ? [story] : [story, managed];
    return resultOf(xml, saysSomething(story) || managed !== null ? stories : []);
  },
};
