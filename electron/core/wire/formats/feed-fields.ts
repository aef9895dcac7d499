/** Access to the fields of RSS, RDF and Atom elements by short names (`dc:creator`, `:pubdate`, `atom:updated`). */
import { innerSource, type XmlElement, type XmlTree } from './xml.ts';
import type { Copy } from './feed-item.ts';
import { resourceAddress } from '../../../../shared/conversion/links.ts';

const SHORT_NAMES: Readonly<Record<string, string>> = {
  '': '',
  'http://purl.org/rss/1.0': '',
  'http://my.netscape.com/rdf/simple/0.9': '',
  'http://channel.netscape.com/rdf/simple/0.9': '',
  'http://backend.userland.com/rss': '',
  'http://backend.userland.com/rss2': '',
  'http://backend.userland.com/rss091': '',
  'http://blogs.law.harvard.edu/tech/rss': '',
  'http://my.netscape.com/publish/formats/rss-0.91.dtd': '',
  'http://www.w3.org/2005/atom': 'atom',
  'http://purl.org/atom/ns': 'atom',
  'http://purl.org/atompub/tombstones/1.0': 'at',
  'http://purl.org/dc/elements/1.1': 'dc',
  'http://purl.org/dc/elements/1.0': 'dc',
  'http://purl.org/dc/terms': 'dcterms',
  'http://purl.org/rss/1.0/modules/content': 'content',
  'http://search.yahoo.com/mrss': 'media',
  'http://www.rssboard.org/media-rss': 'media',
  'http://www.itunes.com/dtds/podcast-1.0.dtd': 'itunes',
  'http://rssnamespace.org/feedburner/ext/1.0': 'feedburner',
  'http://www.w3.org/1999/xhtml': 'xhtml',
  'http://www.w3.org/1999/02/22-rdf-syntax-ns': 'rdf',
  'http://wordpress.org/export/1.0': 'wp',
  'http://wordpress.org/export/1.1': 'wp',
  'http://wordpress.org/export/1.2': 'wp',
  'http://wordpress.org/export/1.0/excerpt': 'excerpt',
  'http://wordpress.org/export/1.1/excerpt': 'excerpt',
  'http://wordpress.org/export/1.2/excerpt': 'excerpt',
  'http://prismstandard.org/namespaces/basic/2.0': 'prism',
  'http://prismstandard.org/namespaces/1.2/basic': 'prism',
  'http://prismstandard.org/namespaces/basic/2.1': 'prism',
  'http://prismstandard.org/namespaces/prismusagerights/2.1': 'prism',
};

/**
 * Short name of an element: the usual prefix of its namespace and its name in lower case. Old feeds put all of
 * themselves into namespaces of their own making: without a prefix those count as none.
 */
export function shortName({ name, prefix, namespace }: XmlElement): string {
  return `${SHORT_NAMES[namespace] ?? (prefix === '' ? '' : '?')}:${name.toLowerCase()}`;
}

/** The value of an attribute, whatever case its name is in; null where it is missing or empty. */
export function attributeOf(element: XmlElement, name: string): string | null {
  const exact = element.attributes[name];
  if (exact !== undefined) return exact.trim() || null;
  for (const other in element.attributes) {
    if (other.toLowerCase() === name) return element.attributes[other]?.trim() || null;
  }
  return null;
}

/** Items that nobody closed lie inside one another; looking further up than this would cost quadratic time. */
const FARTHEST_ANCESTOR = 64;

/** An element and those around it, nearest first. */
function lineage(element: XmlElement): XmlElement[] {
  const line: XmlElement[] = [];
  for (let at: XmlElement | null = element; at !== null && line.length < FARTHEST_ANCESTOR; at = at.parent) {
    line.push(at);
  }
  return line;
}

/** The nearest `xml:lang` of an element and those around it. */
export function inheritedLanguage(element: XmlElement): string | null {
  for (const { attributes } of lineage(element)) {
    const language = attributes['xml:lang']?.trim();
    if (language) return language;
  }
  return null;
}

/** Whether `xml:base` is stated at an element or around it. */
export function statesBase(element: XmlElement): boolean {
  return lineage(element).some(({ attributes }) => attributes['xml:base'] !== undefined);
}

/** The base address in force at an element (XML Base), starting from `outermost`; null where there is none. */
export function baseAddress(element: XmlElement, outermost: string | null): string | null {
  const bases: string[] = [];
  for (const { attributes } of lineage(element)) {
    const base = attributes['xml:base'];
    if (base !== undefined) bases.push(base);
  }
  let address = outermost;
  for (const base of bases.reverse()) address = resourceAddress(base, address) ?? address;
  return address;
}

const XHTML_OR_CDATA = /<!\[CDATA\[([^]*?)(?:\]\]>|$)/g;

/** The markup inside an element that holds elements, CDATA sections opened. */
export function innerMarkup(tree: XmlTree, element: XmlElement): string {
  const source = innerSource(tree, element);
  return source.includes('<![CDATA[') ? source.replace(XHTML_OR_CDATA, '$1') : source;
}

/** Copy of an element whose text is HTML by custom (RSS): escaped, in CDATA, or naked in the XML. */
export function customaryCopy(tree: XmlTree, element: XmlElement): Copy | null {
  if (element.children.length > 0) return { kind: 'xml', source: innerMarkup(tree, element) };
  return element.text.trim() === '' ? null : { kind: 'html', source: element.text };
}

/** The children of an element by short name. */
export class Fields {
  readonly tree: XmlTree;
  readonly element: XmlElement;
  readonly #byName = new Map<string, XmlElement[]>();

  /** In an Atom document without its namespace, bare names are Atom's. */
  constructor(tree: XmlTree, element: XmlElement, bareNamesAre: '' | 'atom' = '') {
    this.tree = tree;
    this.element = element;
    for (const child of element.children) {
      const short = shortName(child);
      const name = bareNamesAre !== '' && short.startsWith(':') ? `${bareNamesAre}${short}` : short;
      const known = this.#byName.get(name);
      if (known === undefined) this.#byName.set(name, [child]);
      else known.push(child);
    }
  }

  all(...names: string[]): XmlElement[] {
    return names.flatMap((name) => this.#byName.get(name) ?? []);
  }

  /** The text of the first of these that has any, or null; elements the source broke off in are left out. */
  text(...names: string[]): string | null {
    for (const name of names) {
      for (const element of this.#byName.get(name) ?? []) {
        if (!element.complete) continue;
        const text = this.textOf(element).trim();
        if (text !== '') return text;
      }
    }
    return null;
  }

  texts(...names: string[]): string[] {
    return this.all(...names)
      .map((element) => this.textOf(element).trim())
      .filter((text) => text !== '');
  }

  textOf(element: XmlElement): string {
    return element.children.length === 0 ? element.text : innerMarkup(this.tree, element);
  }

  copies(...names: string[]): Copy[] {
    return this.all(...names)
      .map((element) => customaryCopy(this.tree, element))
      .filter((copy) => copy !== null);
  }
}
