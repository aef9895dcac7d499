/**
 * Reads RSS 0.9x/2.0, RSS 1.0 (RDF) and Atom 0.3/1.0 into feed items. One lenient tree serves sound and broken feeds
 * alike: whatever items arrived are read, and the one the source broke off in is marked.
 */
import type { WireSubject } from '../../../../shared/contract/wire-story.ts';
import { plainLine } from '../../../../shared/conversion/characters.ts';
import { resourceAddress } from '../../../../shared/conversion/links.ts';
import {
  attributeOf,
  baseAddress,
  customaryCopy,
  Fields,
  inheritedLanguage,
  innerMarkup,
  shortName,
  statesBase,
} from './feed-fields.ts';
import { nameOfAuthor, type Copy, type FeedItem } from './feed-item.ts';
import { mediaOfItem } from './feed-media.ts';
import type { XmlElement, XmlTree } from './xml.ts';

export type FeedFormat = 'rss' | 'rdf' | 'atom';

const ITEMS = new Set([':item', 'atom:entry', ':entry', 'at:deleted-entry']);
const FEED_CHILDREN = new Set([
  'entry',
  'title',
  'id',
  'updated',
  'modified',
  'link',
  'tagline',
  'subtitle',
  'author',
]);

/** Which feed format a document is in, by its root; null where it is none. */
export function feedFormatOf({ root }: XmlTree): FeedFormat | null {
  const name = root.name.toLowerCase();
  const short = shortName(root);
  if (short === ':rss' || (name === 'rss' && root.children.length > 0)) return 'rss';
  if (short === ':channel') return 'rss';
  if (name === 'rdf') {
    return root.children.some((child) => [':channel', ':item'].includes(shortName(child))) ? 'rdf' : null;
  }
  if (short === 'atom:feed' || short === 'atom:entry') return 'atom';
  if (short === ':feed') {
    const isFeed =
      root.children.length === 0 ||
      root.children.some((child) => FEED_CHILDREN.has(child.name.toLowerCase()));
    return isFeed ? 'atom' : null;
  }
  return null;
}

/** Items wherever they stand below the root (items nobody closed lie inside one another), in document order. */
export function itemsOf(root: XmlElement): XmlElement[] {
  const items: XmlElement[] = [];
  const open: XmlElement[] = [root];
  for (let element = open.pop(); element !== undefined; element = open.pop()) {
    const isItem = ITEMS.has(shortName(element)) || /^(?:item|entry)$/i.test(element.name);
    if (isItem) items.push(element);
    for (const child of element.children.toReversed()) {
      // Markup inside an item's copy is no place to look for items.
      if (ITEMS.has(shortName(child)) || (!isItem && child.children.length > 0)) open.push(child);
    }
  }
  return items;
}

/** The copy of an Atom text construct or content element (RFC 4287 §3.1, §4.1.3; Atom 0.3 `mode`). */
function atomCopy(tree: XmlTree, element: XmlElement): Copy | null {
  const type = attributeOf(element, 'type')?.toLowerCase().split(';')[0]?.trim() ?? null;
  const mode = attributeOf(element, 'mode')?.toLowerCase() ?? null;
  const isText =
    type === null || type === 'text' || type === 'html' || type === 'xhtml' || /text|html|xml/.test(type);
  if (element.children.length > 0) return { kind: 'xml', source: innerMarkup(tree, element) };
  if (element.text.trim() === '' || !isText) return null;
  if (mode === 'base64') {
    const source = Buffer.from(element.text, 'base64').toString('utf8');
    return { kind: type !== null && type.includes('html') ? 'html' : 'text', source };
  }
  if (type === 'html' || type === 'text/html' || type === 'xhtml' || type === 'application/xhtml+xml') {
    return { kind: 'html', source: element.text };
  }
  if (type === null) return customaryCopy(tree, element);
  return { kind: 'text', source: element.text };
}

function atomText(fields: Fields, ...names: string[]): string | null {
  for (const element of fields.all(...names)) {
    const copy = atomCopy(fields.tree, element);
    // In a construct of type text `<` is a character; elsewhere tags are markup.
    const line = copy?.kind === 'text' ? copy.source.replace(/\s+/g, ' ').trim() : plainLine(copy?.source);
    if (line) return line;
  }
  return null;
}

/** The address an Atom item or feed leads to: `alternate`, with HTML before other types. */
function alternateLink(links: readonly XmlElement[]): string | null {
  const alternates = links.filter((link) => [null, 'alternate'].includes(attributeOf(link, 'rel')));
  const html = alternates.find((link) => /html/.test(attributeOf(link, 'type') ?? 'html'));
  const chosen = html ?? alternates[0];
  return chosen === undefined ? null : (attributeOf(chosen, 'href') ?? (chosen.text.trim() || null));
}

function subjectsOf(fields: Fields): WireSubject[] {
  const rss = fields.all(':category').map((category) => ({
    scheme: attributeOf(category, 'domain'),
    code: null,
    name: plainLine(fields.textOf(category)),
  }));
  const atom = fields.all('atom:category').map((category) => ({
    scheme: attributeOf(category, 'scheme'),
    code: attributeOf(category, 'term'),
    name: plainLine(attributeOf(category, 'label') ?? attributeOf(category, 'term') ?? category.text),
  }));
  const dublinCore = fields
    .texts('dc:subject', 'dcterms:subject')
    .map((subject) => ({ scheme: null, code: null, name: plainLine(subject) }));
  const seen = new Set<string>();
  return [...rss, ...atom, ...dublinCore].filter(({ scheme, code, name }) => {
    const key = `${scheme} ${code} ${name}`;
    if ((name === null && code === null) || seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** Urgency has no element of its own in feeds; agencies send it as a category of a scheme named so. */
function withoutUrgency(subjects: readonly WireSubject[]): {
  subjects: WireSubject[];
  urgency: WireSubject | null;
} {
  const isUrgency = ({ scheme }: WireSubject): boolean => /(?:^|[/:.#-])urgency[/.]?$/i.test(scheme ?? '');
  return {
    subjects: subjects.filter((subject) => !isUrgency(subject)),
    urgency: subjects.find(isUrgency) ?? null,
  };
}

function authorsOf(fields: Fields): string[] {
  const people = fields.all('atom:author', ':author').map((author) => {
    const person = new Fields(fields.tree, author);
    return author.children.length === 0
      ? author.text
      : (person.text('atom:name', ':name', '?:name') ?? person.text('atom:email', ':email') ?? '');
  });
  const creators = fields.texts('dc:creator', 'dcterms:creator');
  const listed =
    creators.length > 0
      ? creators
      : people.some((name) => name.trim() !== '')
        ? people
        : fields.texts('itunes:author');
  const names = listed.map((name) => plainLine(nameOfAuthor(name))).filter((name) => name !== null);
  return [...new Set(names)];
}

function rightsOf(fields: Fields): string | null {
  return (
    plainLine(fields.text('dc:rights', 'dcterms:rights', ':copyright', 'prism:copyright')) ??
    atomText(fields, 'atom:rights', 'atom:copyright') ??
    plainLine(fields.text('media:copyright'))
  );
}

function providerOf(fields: Fields): string | null {
  const [source] = fields.all('atom:source');
  const atomTitle =
    source === undefined ? null : atomText(new Fields(fields.tree, source, 'atom'), 'atom:title');
  return (
    plainLine(fields.text(':source')) ??
    atomTitle ??
    plainLine(fields.text('dc:publisher', 'dcterms:publisher'))
  );
}

function keywordsOf(fields: Fields, subjects: readonly WireSubject[]): string[] {
  const listed = fields
    .texts(':keywords', 'media:keywords', 'itunes:keywords')
    .flatMap((list) => list.split(/[,;]/))
    .map((word) => plainLine(word));
  const names = [...subjects.map(({ name }) => name), ...listed];
  return [...new Set(names.filter((name) => name !== null))];
}

/** What items inherit from their feed. */
interface FeedFrame {
  authors: string[];
  rights: string | null;
  language: string | null;
  publisher: string | null;
  baseUrl: string | null;
}

function frameOf(tree: XmlTree, format: FeedFormat, url: string | null): FeedFrame {
  const channel =
    tree.root.children.find((child) => shortName(child) === ':channel') ??
    (tree.root.name.toLowerCase() === 'entry' ? null : tree.root);
  if (channel === null) return { authors: [], rights: null, language: null, publisher: null, baseUrl: url };
  const fields = new Fields(tree, channel, format === 'atom' ? 'atom' : '');
  const link = alternateLink(fields.all('atom:link')) ?? fields.text(':link');
  return {
    authors: format === 'atom' ? authorsOf(fields) : [],
    rights: rightsOf(fields),
    language: fields.text(':language', 'dc:language'),
    publisher: plainLine(fields.text('dc:publisher')),
    baseUrl: baseAddress(channel, resourceAddress(link, url) ?? url),
  };
}

function linkOfItem(fields: Fields, base: string | null): string | null {
  const stated =
    fields.text('feedburner:origlink') ??
    fields.text(':link') ??
    alternateLink([...fields.all('atom:link'), ...fields.all(':link')]) ??
    attributeOf(fields.element, 'href');
  const address = resourceAddress(stated, base);
  if (address !== null) return address;
  const about = fields.element.attributes['rdf:about'] ?? null;
  return resourceAddress(about, base);
}

function idOfItem(fields: Fields): FeedItem['id'] {
  const atomId = fields.text('atom:id');
  if (atomId !== null) return { value: atomId, kind: 'id' };
  const [guid] = fields.all(':guid').filter(({ complete, text }) => complete && text.trim() !== '');
  if (guid !== undefined) {
    const value = guid.text.trim();
    const isAddress =
      /^https?:\/\//i.test(value) && attributeOf(guid, 'ispermalink')?.toLowerCase() !== 'false';
    return { value, kind: isAddress ? 'link' : 'id' };
  }
  const identifier = fields.text('dc:identifier', 'dcterms:identifier');
  if (identifier === null) return null;
  return { value: identifier, kind: /^https?:\/\//i.test(identifier) ? 'link' : 'id' };
}

function withdrawnItem(tree: XmlTree, element: XmlElement, frame: FeedFrame): FeedItem {
  const ref = attributeOf(element, 'ref');
  return {
    ...emptyItem(frame),
    id: ref === null ? null : { value: ref, kind: 'id' },
    updated: attributeOf(element, 'when'),
    partial: !element.complete,
    withdrawn: true,
    note: plainLine(new Fields(tree, element).text('at:comment')),
  };
}

function emptyItem(frame: FeedFrame): FeedItem {
  return {
    id: null,
    link: null,
    title: null,
    bodies: [],
    summaries: [],
    published: null,
    updated: null,
    authors: [],
    subjects: [],
    keywords: [],
    rights: frame.rights,
    language: frame.language,
    provider: frame.publisher,
    media: [],
    baseUrl: frame.baseUrl,
    partial: false,
    withdrawn: false,
    embargoed: null,
    urgency: null,
    note: null,
  };
}

/** Copy out of a place that is for the whole story. */
function wholeCopies(copies: readonly Copy[]): Copy[] {
  return copies.map((copy) => ({ ...copy, whole: true }));
}

function readItem(tree: XmlTree, element: XmlElement, format: FeedFormat, frame: FeedFrame): FeedItem {
  if (shortName(element) === 'at:deleted-entry') return withdrawnItem(tree, element, frame);
  const fields = new Fields(tree, element, format === 'atom' ? 'atom' : '');
  const base = baseAddress(element, frame.baseUrl);
  const link = linkOfItem(fields, base);
  const id = idOfItem(fields);
  const { subjects, urgency } = withoutUrgency(subjectsOf(fields));
  const authors = authorsOf(fields);
  const atomCopies = (name: string): Copy[] =>
    fields.all(name).flatMap((construct) => atomCopy(tree, construct) ?? []);
  return {
    id,
    link: link ?? (id?.kind === 'link' ? resourceAddress(id.value) : null),
    title:
      plainLine(fields.text(':title')) ??
      atomText(fields, 'atom:title') ??
      plainLine(fields.text('dc:title', 'dcterms:title', 'media:title', 'itunes:title')) ??
      // Of a title the source broke off in, what came is better than nothing.
      plainLine(fields.texts(':title')[0]),
    bodies: [
      ...wholeCopies(fields.copies('content:encoded')),
      ...wholeCopies(atomCopies('atom:content')),
      ...wholeCopies(fields.copies('xhtml:body', 'xhtml:div', ':body', ':content', ':fulltext', ':fullitem')),
      // In RSS the description may be the story or a teaser of it; only its length tells.
      ...fields.copies(':description', ':summary'),
    ],
    summaries: [
      ...atomCopies('atom:summary'),
      ...fields.copies(':abstract', 'dc:description', 'dcterms:abstract', 'itunes:summary'),
      ...fields.copies('media:description', 'itunes:subtitle'),
      ...fields.all('media:group').flatMap((group) => new Fields(tree, group).copies('media:description')),
    ],
    published: fields.text(
      ...[':pubdate', 'atom:published', 'atom:issued', 'dcterms:issued', 'dc:date', 'dcterms:created'],
      ...['atom:created', 'prism:publicationdate', ':published', ':date', 'dcterms:date'],
    ),
    updated: fields.text(
      'atom:updated',
      'atom:modified',
      'dcterms:modified',
      ':updated',
      ':modified',
      ':lastupdate',
    ),
    authors: authors.length > 0 ? authors : frame.authors,
    subjects,
    keywords: keywordsOf(fields, subjects),
    rights: rightsOf(fields) ?? frame.rights,
    language:
      fields.text('dc:language', 'dcterms:language', ':language') ??
      inheritedLanguage(element) ??
      frame.language,
    provider: providerOf(fields) ?? frame.publisher,
    media: mediaOfItem(tree, fields, base),
    // XML Base, where stated, is nearer than the item's own address.
    baseUrl: statesBase(element) ? base : (link ?? base),
    partial: !element.complete,
    withdrawn: false,
    embargoed: fields.text('prism:embargodate'),
    urgency: urgency === null ? null : (urgency.code ?? urgency.name),
    note: null,
  };
}

/** Reads every item of a feed document that says anything. `url` is where it came from. */
export function readXmlFeed(tree: XmlTree, format: FeedFormat, url: string | null): FeedItem[] {
  const frame = frameOf(tree, format, url);
  return itemsOf(tree.root)
    .filter((element) => element.children.length > 0 || attributeOf(element, 'ref') !== null)
    .map((element) => readItem(tree, element, format, frame));
}
