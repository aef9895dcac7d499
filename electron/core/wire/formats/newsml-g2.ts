/**
 * NewsML-G2 2.x (IPTC News Architecture): newsItem, packageItem and newsMessage. Section names are those of the
 * NewsML-G2 Implementation Guide. Items that carry knowledge or plans and no news are recognised and set aside.
 */
import type { WireMedia, WireStory, WireSubject } from '../../../../shared/contract/wire-story.ts';
import type { ArticleDocument } from '../../../../shared/document/vocabulary.ts';
import { buildDocument } from '../../../../shared/document/build.ts';
import { documentText } from '../../../../shared/document/walk.ts';
import { normaliseUrgency } from '../../../../shared/domain/wire-status.ts';
import { textToDocument } from '../../../../shared/conversion/text-to-document.ts';
import { resourceAddress } from '../../../../shared/conversion/links.ts';
import { emptyStory } from '../../../../shared/domain/empty-story.ts';
import { attributeOf, inheritedLanguage } from './feed-fields.ts';
import { languageTag, withPicturesOf } from './feed-story.ts';
import type { ParseContext, WireFormat } from './format.ts';
import {
  allWords,
  childAt,
  childrenNamed,
  copyOf,
  copyOfText,
  datelineOf,
  descendantsNamed,
  firstWords,
  joined,
  resultOf,
  saysSomething,
  StoryReader,
  withInnerStory,
  wordsOf,
} from './news-xml.ts';
import { storyOfNitf } from './nitf.ts';
import { WireParseError } from './parse-error.ts';
import { identityOfWords } from './identity-of-words.ts';
import { readXml, type XmlElement, type XmlTree } from './xml.ts';

/** A contentSet by itself is a story cut out of its item: its words are kept, its status is not known. */
const STORIES = /^(?:newsitem|packageitem|contentset)$/i;
const SET_ASIDE = /^(?:conceptitem|knowledgeitem|planningitem|catalogitem)$/i;
const NAR = /^http:\/\/iptc\.org\/std\/nar\//;

/** Whether an element is in the namespace of the standard, or in none: many deliveries leave it out. */
function isOfG2({ namespace }: XmlElement): boolean {
  return namespace === '' || NAR.test(namespace);
}

/** A concept as an element names it ("Controlled values"): by QCode, by URI, or by a literal of the provider's own. */
function conceptOf(element: XmlElement): { scheme: string | null; code: string | null } {
  const qcode = attributeOf(element, 'qcode');
  if (qcode !== null) {
    const colon = qcode.indexOf(':');
    return { scheme: qcode.slice(0, Math.max(0, colon)) || null, code: qcode.slice(colon + 1) };
  }
  const uri = attributeOf(element, 'uri');
  if (uri !== null) {
    const end = /[^/#]+[/#]*$/.exec(uri)?.index ?? 0;
    return { scheme: uri.slice(0, end) || null, code: uri.slice(end) };
  }
  return { scheme: null, code: attributeOf(element, 'literal') };
}

/** A value in one word as desks write it: `sig:update`, an URI, or the literal. */
function valueOf(element: XmlElement): string | null {
  return attributeOf(element, 'qcode') ?? attributeOf(element, 'uri') ?? attributeOf(element, 'literal');
}

/** Words in the story's language where they come in several, or the first. */
function wordsInLanguage(
  tree: XmlTree,
  elements: readonly XmlElement[],
  language: string | null,
): string | null {
  const primary = (tag: string | null | undefined): string | undefined => tag?.toLowerCase().split('-')[0];
  const mine = elements.filter(({ attributes }) => primary(attributes['xml:lang']) === primary(language));
  return firstWords(tree, [...mine, ...elements]);
}

/** Name of a party or concept: its own, the one an `assert` of the item gives it, its literal or code. */
class Names {
  readonly #tree: XmlTree;
  readonly #language: string | null;
  readonly #asserted = new Map<string, XmlElement>();

  constructor(tree: XmlTree, item: XmlElement, language: string | null) {
    this.#tree = tree;
    this.#language = language;
    for (const element of childrenNamed(item, 'assert')) {
      const value = valueOf(element);
      if (value !== null && !this.#asserted.has(value)) this.#asserted.set(value, element);
    }
  }

  of(element: XmlElement): string | null {
    const own = wordsInLanguage(this.#tree, childrenNamed(element, 'name'), this.#language);
    const asserted = this.#asserted.get(valueOf(element) ?? '');
    return own ?? wordsInLanguage(this.#tree, childrenNamed(asserted, 'name'), this.#language);
  }

  orCode(element: XmlElement | null): string | null {
    if (element === null) return null;
    const uri = attributeOf(element, 'uri');
    return this.of(element) ?? attributeOf(element, 'literal') ?? uri ?? conceptOf(element).code;
  }
}

/** contentMeta subject, genre and located ("Descriptive metadata"). */
function subjectsOf(contentMeta: readonly XmlElement[], names: Names): WireSubject[] {
  return contentMeta
    .flatMap((meta) => childrenNamed(meta, 'subject', 'genre', 'located'))
    .map((element) => ({ ...conceptOf(element), name: names.of(element) }))
    .filter(({ code, name }) => code !== null || name !== null);
}

function rightsOf(tree: XmlTree, item: XmlElement, names: Names): string | null {
  return joined(
    childrenNamed(item, 'rightsInfo').flatMap((info) => {
      const notices = allWords(tree, childrenNamed(info, 'copyrightNotice'));
      const holders =
        notices.length > 0 ? [] : childrenNamed(info, 'copyrightHolder').map((one) => names.orCode(one));
      return [
        ...notices,
        ...holders.map((holder) => holder && `© ${holder}`),
        ...allWords(tree, childrenNamed(info, 'usageTerms')),
      ];
    }),
    '\n',
  );
}

interface Copy {
  document: ArticleDocument;
  text: string;
  /** The story that NITF tells of itself. */
  inner: WireStory | null;
}

function copyOfDocument(document: ArticleDocument): Copy {
  return { document, text: documentText(document), inner: null };
}

function copyOfNitf(tree: XmlTree, nitf: XmlElement, context: ParseContext): Copy {
  const inner = storyOfNitf(tree, nitf, context);
  return { document: inner.body, text: inner.bodyText, inner };
}

/** contentSet inlineXML (NITF, XHTML, or either of them escaped) and inlineData (text/plain, text/html, base64). */
function inlineCopy(tree: XmlTree, element: XmlElement, context: ParseContext): Copy {
  const type = attributeOf(element, 'contenttype');
  const [nitf] = descendantsNamed(element, 'nitf');
  if (nitf !== undefined) return copyOfNitf(tree, nitf, context);
  if (element.children.length > 0) return copyOfDocument(copyOf(tree, element, type, context.url));
  const isBase64 = /b(?:ase)?64$/i.test(attributeOf(element, 'encoding') ?? '');
  if (isBase64 && !/^text\/|xml/i.test(type ?? '')) return copyOfDocument(buildDocument([]));
  const text = isBase64 ? Buffer.from(element.text, 'base64').toString('utf8') : element.text;
  const escaped = /<(?:\w+:)?nitf[\s>]/i.test(text) ? readXml(text) : null;
  if (escaped?.root.name.toLowerCase() === 'nitf') return copyOfNitf(escaped, escaped.root, context);
  return copyOfDocument(copyOfText(text, type, context.url));
}

function contentSetsOf(item: XmlElement): XmlElement[] {
  return /^contentset$/i.test(item.name) ? [item] : childrenNamed(item, 'contentSet');
}

/** The renditions of a contentSet are the same copy in several forms ("Content set"): the fullest one is the story. */
function contentOf(tree: XmlTree, item: XmlElement, context: ParseContext): Copy | null {
  const copies = contentSetsOf(item)
    .flatMap((set) => childrenNamed(set, 'inlineXML', 'inlineData'))
    .map((element) => inlineCopy(tree, element, context));
  return copies.reduce<Copy | null>(
    (best, copy) => (best === null || copy.text.length > best.text.length ? copy : best),
    null,
  );
}

/** What a package shows of its items ("Packages"): the title of each and its description. */
function packageMarkup(tree: XmlTree, item: XmlElement): ArticleDocument | null {
  const lines = childrenNamed(item, 'groupSet')
    .flatMap((set) => descendantsNamed(set, 'itemRef'))
    .flatMap((reference) => allWords(tree, childrenNamed(reference, 'title', 'headline', 'description')));
  return lines.length === 0 ? null : textToDocument(lines.join('\n\n'));
}

function kindOf(contentType: string | null, itemClass: string | null): WireMedia['type'] {
  const told = `${contentType ?? ''} ${/:?([^:/]+)$/.exec(itemClass ?? '')?.[1] ?? ''}`;
  if (/graphic|svg/i.test(told)) return 'graphic';
  if (/image\/|picture|photo/i.test(contentType ?? told)) return 'picture';
  if (/video/i.test(told)) return 'video';
  if (/audio/i.test(told)) return 'audio';
  return 'other';
}

function pixels(raw: string | null): number | null {
  const value = Number.parseInt(raw ?? '', 10);
  return value > 0 && value < 1_000_000 ? value : null;
}

/** remoteContent: renditions of one object; of each kind the widest that leads somewhere. */
function remoteMedia(
  item: XmlElement,
  {
    caption,
    credit,
    itemClass,
    baseUrl,
  }: Pick<WireMedia, 'caption' | 'credit'> & { itemClass: string | null; baseUrl: string | null },
): WireMedia[] {
  const best = new Map<string, WireMedia>();
  const remote = contentSetsOf(item).flatMap((set) => childrenNamed(set, 'remoteContent'));
  for (const element of remote) {
    const mimeType = attributeOf(element, 'contenttype');
    if (/html/i.test(mimeType ?? '')) continue;
    const media: WireMedia = {
      url: resourceAddress(attributeOf(element, 'href'), baseUrl),
      mediaId: null,
      type: kindOf(mimeType, itemClass),
      mimeType,
      width: pixels(attributeOf(element, 'width')),
      height: pixels(attributeOf(element, 'height')),
      ...{ caption, credit, alt: null },
    };
    const known = best.get(media.type);
    const gains = known === undefined || (known.url === null && media.url !== null);
    const isWider = (media.width ?? 0) > (known?.width ?? 0) && (media.url !== null || known?.url === null);
    if (gains || isWider) best.set(media.type, media);
  }
  return [...best.values()];
}

/** The page of the story: content that is a web page elsewhere, or a link of itemMeta that says it is the same. */
function pageOf(item: XmlElement, itemMeta: XmlElement | null, baseUrl: string | null): string | null {
  const pages = contentSetsOf(item)
    .flatMap((set) => childrenNamed(set, 'remoteContent'))
    .filter((element) => /html/i.test(attributeOf(element, 'contenttype') ?? ''));
  const links = childrenNamed(itemMeta, 'link').filter((link) =>
    /(?:^|:)(?:alternate|permalink|canonical|sameAs|web)$/i.test(attributeOf(link, 'rel') ?? ''),
  );
  for (const element of [...links, ...pages]) {
    const address = resourceAddress(attributeOf(element, 'href'), baseUrl);
    if (address !== null) return address;
  }
  return null;
}

/** When it expires: what holds for every use first, else the earliest of what holds for some (`pubconstraint`). */
function expiryOf(itemMeta: XmlElement | null, reader: StoryReader): string | null {
  const all = childrenNamed(itemMeta, 'expires');
  const general = all.filter((element) => attributeOf(element, 'pubconstraint') === null);
  const times = (general.length > 0 ? general : all)
    .map((element) => reader.instantIn(element))
    .filter((time) => time !== null);
  return times.sort((one, other) => Date.parse(one) - Date.parse(other))[0] ?? null;
}

/** `embargoed` ("Embargo"): empty means until further notice; one that broke off is none that can be read. */
function embargoOf(itemMeta: XmlElement | null, reader: StoryReader): string | null {
  const times = childrenNamed(itemMeta, 'embargoed').map((element) =>
    reader.embargo(element.complete ? element.text : '', 'unreadable'),
  );
  return (
    times.filter((time) => time !== null).sort((one, other) => Date.parse(other) - Date.parse(one))[0] ?? null
  );
}

/** One newsItem or packageItem; `sender` is who sent the message around it. */
function storyOf(tree: XmlTree, item: XmlElement, sender: string | null, context: ParseContext): WireStory {
  const reader = new StoryReader(context);
  const itemMeta = childAt(item, 'itemMeta');
  const contentMetas = childrenNamed(item, 'contentMeta');
  const all = (...names: string[]): XmlElement[] =>
    contentMetas.flatMap((meta) => childrenNamed(meta, ...names));
  const [languageElement] = all('language');
  const stated = languageElement === undefined ? null : attributeOf(languageElement, 'tag');
  const language = languageTag(stated ?? inheritedLanguage(item));
  const names = new Names(tree, item, language);
  const content = contentOf(tree, item, context);
  const descriptions = allWords(tree, all('description'));
  const itemClass = childAt(itemMeta, 'itemClass');

  const isBare = content === null || content.text === '';
  const packaged = isBare ? packageMarkup(tree, item) : null;
  const body =
    packaged ??
    (isBare && descriptions.length > 0 ? textToDocument(descriptions.join('\n\n')) : content?.document) ??
    buildDocument([]);
  const bodyText = documentText(body);
  const headline =
    wordsInLanguage(tree, all('headline'), language) ??
    wordsInLanguage(tree, childrenNamed(itemMeta, 'title'), language);
  const guid = attributeOf(item, 'guid');
  if (guid === null) reader.doubt('identity-made-up');
  const embargoed = embargoOf(itemMeta, reader);
  const credit = joined(allWords(tree, all('creditline')), ', ');
  const [located] = all('located');
  const status = childAt(itemMeta, 'pubStatus');
  // The standard's default is usable. Without its itemMeta, or with half of one, an item has said nothing of its status.
  const whenAbsent = itemMeta?.complete === true ? 'usable' : 'unknown';
  const by = allWords(tree, all('by'));
  const creators = all('creator').map((creator) => names.orCode(creator));

  const story: WireStory = {
    ...emptyStory(guid ?? identityOfWords(headline, bodyText)),
    version: attributeOf(item, 'version'),
    url: pageOf(item, itemMeta, context.url),
    headline,
    slugline: joined(allWords(tree, all('slugline')), ' / '),
    byline: joined(by.length > 0 ? by : creators, ', '),
    dateline: datelineOf(firstWords(tree, all('dateline')), located === undefined ? null : names.of(located)),
    language,
    urgency: normaliseUrgency(firstWords(tree, all('urgency'))),
    pubStatus: reader.status(
      status === null ? null : (valueOf(status) ?? status.text),
      embargoed,
      whenAbsent,
    ),
    signals: [
      ...new Set(
        childrenNamed(itemMeta, 'signal')
          .map(valueOf)
          .filter((value) => value !== null),
      ),
    ],
    versionCreated:
      reader.instantIn(childAt(itemMeta, 'versionCreated')) ?? reader.instantIn(all('contentModified')[0]),
    firstCreated:
      reader.instantIn(childAt(itemMeta, 'firstCreated')) ?? reader.instantIn(all('contentCreated')[0]),
    embargoed,
    expires: expiryOf(itemMeta, reader),
    edNote: joined(allWords(tree, childrenNamed(itemMeta, 'edNote')), '\n'),
    abstract: isBare && packaged === null ? null : joined(descriptions, '\n'),
    subjects: subjectsOf(contentMetas, names),
    keywords: allWords(tree, all('keyword')),
    rights: rightsOf(tree, item, names),
    credit:
      credit ??
      joined(
        all('infoSource').map((source) => names.of(source) ?? attributeOf(source, 'literal')),
        ', ',
      ),
    provider: names.orCode(childAt(itemMeta, 'provider')) ?? sender,
    body,
    bodyText,
    media: withPicturesOf(body, [
      ...remoteMedia(item, {
        caption: joined(descriptions, ' '),
        credit,
        itemClass: itemClass === null ? null : valueOf(itemClass),
        baseUrl: context.url,
      }),
      ...(content?.inner?.media ?? []),
    ]),
    problems: item.complete ? reader.problems : [...reader.problems, 'partial'],
  };
  const whole = content?.inner ? withInnerStory(story, content.inner) : story;
  return { ...whole, language: whole.language ?? languageTag(context.sourceLanguage) };
}

/** The items of a delivery, in document order: the root itself, or all in a newsMessage's itemSet ("News messages"). */
function itemsOf(root: XmlElement): XmlElement[] {
  if (STORIES.test(root.name) || SET_ASIDE.test(root.name)) return [root];
  const sets = childrenNamed(root, 'itemSet');
  return (sets.length > 0 ? sets : [root])
    .flatMap(({ children }) => children)
    .filter(({ name }) => STORIES.test(name) || SET_ASIDE.test(name));
}

export const NEWSML_G2_FORMAT: WireFormat = {
  name: 'newsml-g2',
  recognises: ({ xml }) =>
    xml !== null &&
    isOfG2(xml.root) &&
    (/^newsmessage$/i.test(xml.root.name) || STORIES.test(xml.root.name) || SET_ASIDE.test(xml.root.name)) &&
    // The NewsItem of NewsML 1.x, cut out of its envelope.
    childAt(xml.root, 'Identification') === null,
  parse({ xml }, context) {
    if (xml === null) throw new WireParseError('not-well-formed', 'no XML element in it');
    const items = itemsOf(xml.root);
    const sender = wordsOf(xml, childAt(xml.root, 'header', 'sender'));
    const stories = items
      .filter(({ name }) => STORIES.test(name))
      .map((item) => ({ item, story: storyOf(xml, item, sender, context) }))
      // A shell without metadata and words (the references of a message's package) tells a desk nothing.
      .filter(({ item, story }) => saysSomething(story) || childAt(item, 'itemMeta') !== null);
    const setAside = items.filter(({ name }) => SET_ASIDE.test(name)).map(({ name }) => name);
    return resultOf(
      xml,
      stories.map(({ story }) => story),
      setAside,
    );
  },
};
