/**
 * NewsML 1.0–1.2 (IPTC NewsML 1.2 DTD and Functional Specification): NewsML, NewsItem, NewsManagement, NewsComponent,
 * NewsLines, metadata and ContentItem. Values of the standard's vocabularies stand in the attribute `FormalName`.
 */
import type { WireStory, WireSubject } from '../../../../shared/contract/wire-story.ts';
import type { ArticleDocument, BlockNode } from '../../../../shared/document/vocabulary.ts';
import { buildDocument } from '../../../../shared/document/build.ts';
import { documentText } from '../../../../shared/document/walk.ts';
import { normalisePubStatus, normaliseUrgency } from '../../../../shared/domain/wire-status.ts';
import { emptyStory } from '../../../../shared/domain/empty-story.ts';
import { attributeOf } from './feed-fields.ts';
import { languageTag, withPicturesOf } from './feed-story.ts';
import type { ParseContext, WireFormat } from './format.ts';
import {
  allWords,
  childAt,
  childrenNamed,
  datelineOf,
  firstWords,
  joined,
  resultOf,
  saysSomething,
  StoryReader,
  withInnerStory,
  wordsOf,
} from './news-xml.ts';
import {
  componentsOf,
  contentsOf,
  formalName,
  mediaOf,
  type Component,
  type Copy,
} from './newsml-1-content.ts';
import { WireParseError } from './parse-error.ts';
import { identityOfWords } from './identity-of-words.ts';
import type { XmlElement, XmlTree } from './xml.ts';

/** DescriptiveMetadata: SubjectCode (Subject, SubjectMatter, SubjectDetail), Genre, Location. */
function subjectsOf(metadata: readonly XmlElement[]): WireSubject[] {
  const subjects = new Map<string, WireSubject>();
  const add = (subject: WireSubject): void => {
    if (subject.code !== null || subject.name !== null) subjects.set(JSON.stringify(subject), subject);
  };
  for (const each of metadata) {
    const codes = childrenNamed(each, 'SubjectCode').flatMap((code) =>
      childrenNamed(code, 'Subject', 'SubjectMatter', 'SubjectDetail', 'SubjectQualifier'),
    );
    for (const code of codes) {
      const scheme = attributeOf(code, 'scheme') ?? attributeOf(code, 'vocabulary') ?? 'SubjectCode';
      add({ scheme, code: formalName(code), name: null });
    }
    for (const genre of childrenNamed(each, 'Genre'))
      add({ scheme: 'Genre', code: formalName(genre), name: null });
    for (const location of childrenNamed(each, 'Location')) {
      add({ scheme: 'Location', code: null, name: joined(placesOf(location), ', ') });
    }
  }
  return [...subjects.values()];
}

/** The parts of a Location, smallest first. */
function placesOf(location: XmlElement): (string | null)[] {
  return ['City', 'Sublocation', 'CountryArea', 'Country'].map((part) => placePart(location, part));
}

function placePart(location: XmlElement, part: string): string | null {
  const property = childrenNamed(location, 'Property').find(
    (each) => formalName(each)?.toLowerCase() === part.toLowerCase(),
  );
  return property === undefined ? null : attributeOf(property, 'value');
}

function originCity(metadata: readonly XmlElement[]): string | null {
  const locations = metadata.flatMap((each) => childrenNamed(each, 'Location'));
  const origin = locations.find((each) => /origin/i.test(attributeOf(each, 'howpresent') ?? ''));
  return origin === undefined ? null : placePart(origin, 'City');
}

/** KeywordLine, and properties that any metadata calls keywords. */
function keywordsOf(tree: XmlTree, lines: readonly XmlElement[], components: readonly Component[]): string[] {
  const ofLines = allWords(
    tree,
    lines.flatMap((each) => childrenNamed(each, 'KeywordLine')),
  ).flatMap((line) => line.split(/\s*[,;]\s*/));
  const ofProperties = components
    .flatMap(({ element }) => childrenNamed(element, 'DescriptiveMetadata', 'Metadata'))
    .flatMap((metadata) => childrenNamed(metadata, 'Property'))
    .filter((property) => /keyword/i.test(formalName(property) ?? ''))
    .map((property) => attributeOf(property, 'value') ?? '');
  return [...new Set([...ofLines, ...ofProperties])].filter((word) => word !== '');
}

/** CopyrightLine, RightsLine, RightsMetadata (Copyright, UsageRights). */
function rightsOf(
  tree: XmlTree,
  lines: readonly XmlElement[],
  components: readonly Component[],
): string | null {
  const metadata = components.flatMap(({ element }) => childrenNamed(element, 'RightsMetadata'));
  const copyrights = metadata
    .flatMap((each) => childrenNamed(each, 'Copyright'))
    .map((one) => joined(allWords(tree, childrenNamed(one, 'CopyrightDate', 'CopyrightHolder')), ' '));
  const usage = metadata
    .flatMap((each) => childrenNamed(each, 'UsageRights'))
    .flatMap(({ children }) => children);
  return joined(
    [
      ...allWords(
        tree,
        lines.flatMap((each) => childrenNamed(each, 'CopyrightLine', 'RightsLine')),
      ),
      ...copyrights.map((said) => said && `© ${said}`),
      ...allWords(tree, usage),
    ],
    '\n',
  );
}

/** Party of AdministrativeMetadata (Provider, Source, Creator). */
function partyOf(components: readonly Component[], kind: string): string | null {
  const parties = components
    .flatMap(({ element }) => childrenNamed(element, 'AdministrativeMetadata'))
    .flatMap((metadata) => childrenNamed(metadata, kind))
    .flatMap((each) => childrenNamed(each, 'Party'));
  return joined(
    parties.map((party) => formalName(party)?.trim() ?? null),
    ', ',
  );
}

/** Identification/NewsIdentifier: what names the item through all its revisions. */
function identityOf(identifier: XmlElement | null): string | null {
  const part = (name: string): string => childAt(identifier, name)?.text.trim() ?? '';
  const [provider, date, id] = [part('ProviderId'), part('DateId'), part('NewsItemId')];
  if (provider !== '' && id !== '') return `urn:newsml:${provider}:${date}:${id}`;
  // The last part of a public identifier is the revision.
  return part('PublicIdentifier').replace(/:\d+[UAN]?$/, '') || null;
}

/** Status with StatusWillChange: usable from a time on is an embargo, canceled or withheld from a time on an expiry. */
function releaseOf(
  management: XmlElement | null,
  reader: StoryReader,
): Pick<WireStory, 'pubStatus' | 'embargoed' | 'expires'> {
  const change = childAt(management, 'StatusWillChange');
  const future = formalName(childAt(change, 'FutureStatus'));
  const when = childAt(change, 'DateAndTime');
  const raw = when?.complete === true ? when.text : null;
  const status = formalName(childAt(management, 'Status'));
  const isEmbargo = /^\s*embargo/i.test(status ?? '');
  const becomesUsable = normalisePubStatus(future) === 'usable';
  const embargoed = isEmbargo && (becomesUsable || future === null) ? reader.embargo(raw) : null;
  return {
    pubStatus: reader.status(status, embargoed, 'unknown'),
    embargoed,
    expires: future !== null && !becomesUsable ? reader.instant(raw) : null,
  };
}

function joinDocuments(copies: readonly Copy[]): ArticleDocument {
  return buildDocument(
    copies
      .filter(({ text }) => text !== '')
      .flatMap(({ document }): readonly BlockNode[] => document.root.children),
  );
}

/** One NewsItem; `sender` is who sent the envelope around it. */
function storyOf(tree: XmlTree, item: XmlElement, sender: string | null, context: ParseContext): WireStory {
  const reader = new StoryReader(context);
  const components = componentsOf(item);
  const lines = components.flatMap(({ element }) => childrenNamed(element, 'NewsLines'));
  const line = (...names: string[]): string | null =>
    firstWords(
      tree,
      lines.flatMap((each) => childrenNamed(each, ...names)),
    );
  const descriptive = components.flatMap(({ element }) => childrenNamed(element, 'DescriptiveMetadata'));
  const { copies, headline: headlineCopy, captions } = contentsOf(tree, components, context);
  const body = joinDocuments(copies);
  const bodyText = documentText(body);
  const headline = line('HeadLine') ?? headlineCopy;

  const identifier = childAt(item, 'Identification', 'NewsIdentifier');
  const identity = identityOf(identifier);
  if (identity === null) reader.doubt('identity-made-up');
  const management = childAt(item, 'NewsManagement');
  const notes = lines
    .flatMap((each) => childrenNamed(each, 'NewsLine'))
    .flatMap((each) => childrenNamed(each, 'NewsLineText'));
  const story: WireStory = {
    ...emptyStory(identity ?? identityOfWords(headline, bodyText)),
    version: wordsOf(tree, childAt(identifier, 'RevisionId')),
    headline,
    slugline: line('SlugLine') ?? wordsOf(tree, childAt(item, 'Identification', 'NameLabel')),
    byline: line('ByLine') ?? partyOf(components, 'Creator'),
    dateline: datelineOf(line('DateLine'), originCity(descriptive)),
    language: languageTag(
      descriptive.map((each) => formalName(childAt(each, 'Language'))).find((tag) => tag !== null) ??
        attributeOf(item, 'xml:lang'),
    ),
    urgency: normaliseUrgency(formalName(childAt(management, 'Urgency'))),
    ...releaseOf(management, reader),
    signals: childrenNamed(management, 'Instruction', 'NewsItemType')
      .map(formalName)
      .filter((name) => name !== null && !/^news$/i.test(name))
      .filter((name) => name !== null),
    versionCreated: reader.instantIn(childAt(management, 'ThisRevisionCreated')),
    firstCreated: reader.instantIn(childAt(management, 'FirstCreated')),
    edNote: joined(
      allWords(tree, notes).filter((note) => !/^https?:\S+$/.test(note)),
      '\n',
    ),
    abstract: line('SubHeadLine'),
    subjects: subjectsOf(descriptive),
    keywords: keywordsOf(tree, lines, components),
    rights: rightsOf(tree, lines, components),
    credit: line('CreditLine'),
    provider: partyOf(components, 'Provider') ?? partyOf(components, 'Source') ?? sender,
    body,
    bodyText,
    media: withPicturesOf(body, [
      ...mediaOf(tree, components, captions, context.url),
      ...copies.flatMap(({ inner }) => inner?.media ?? []),
    ]),
    problems: item.complete ? reader.problems : [...reader.problems, 'partial'],
  };
  const whole = copies.reduce(
    (outer, { inner }) => (inner === null ? outer : withInnerStory(outer, inner)),
    story,
  );
  return { ...whole, language: whole.language ?? languageTag(context.sourceLanguage) };
}

/** Items that describe topics or catalogues hold no news ("TopicSet", "Catalog"). */
function isNoStory(item: XmlElement): boolean {
  return childAt(item, 'NewsComponent') === null && childrenNamed(item, 'TopicSet', 'Catalog').length > 0;
}

/** NewsItems wherever they stand, also inside the components of another one. */
function itemsOf(root: XmlElement): XmlElement[] {
  const items: XmlElement[] = [];
  const open: XmlElement[] = [root];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (at.name.toLowerCase() === 'newsitem') items.push(at);
    if (at.name.toLowerCase() !== 'datacontent')
      for (const child of at.children.toReversed()) open.push(child);
  }
  return items;
}

export const NEWSML_1_FORMAT: WireFormat = {
  name: 'newsml-1',
  recognises: ({ xml }) =>
    xml !== null &&
    (/^newsml$/i.test(xml.root.name) ||
      (/^newsitem$/i.test(xml.root.name) && childAt(xml.root, 'Identification') !== null)),
  parse({ xml }, context) {
    if (xml === null) throw new WireParseError('not-well-formed', 'no XML element in it');
    const sender = formalName(childAt(xml.root, 'NewsEnvelope', 'SentFrom', 'Party'));
    const items = itemsOf(xml.root);
    const setAside = [
      ...items.filter(isNoStory),
      ...(items.length === 0 ? childrenNamed(xml.root, 'TopicSet') : []),
    ];
    const stories = items
      .filter((item) => !isNoStory(item))
      .map((item) => storyOf(xml, item, sender, context))
      .filter(saysSomething);
    return resultOf(
      xml,
      stories,
      setAside.map(({ name }) => `${name} without news`),
    );
  },
};
