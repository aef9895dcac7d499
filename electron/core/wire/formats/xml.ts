/**
 * A lenient, namespace-aware reading of XML into a small tree. It takes what feeds and agencies really send: bare
 * ampersands, undeclared prefixes and entities, tags that nobody closed, files that break off. It expands no entity of
 * a DTD and fetches nothing. No recursion: depth costs memory, never the stack.
 */
import { QuoteType, Tokenizer } from 'htmlparser2';
import { SourceText } from '../../../../shared/conversion/source-text.ts';

export interface XmlElement {
  /** Local name as written. */
  readonly name: string;
  /** As written; empty where there is none. */
  readonly prefix: string;
  /** Namespace name, without a closing slash or hash, in lower case; empty where there is none. */
  readonly namespace: string;
  /** Attributes by their name as written, prefix included. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: XmlElement[];
  /** The text directly inside, entities of XML decoded; entities it does not know stay as they are. */
  text: string;
  readonly parent: XmlElement | null;
  /** Positions in the source of what is between the tags. */
  readonly innerStart: number;
  innerEnd: number;
  /** False where the source broke off inside it. */
  complete: boolean;
}

export interface XmlTree {
  source: string;
  root: XmlElement;
  /** True where elements were still open at the end. */
  truncated: boolean;
}

/** Prefixes that feeds use without declaring them. */
const USUAL_PREFIXES: Readonly<Record<string, string>> = {
  atom: 'http://www.w3.org/2005/atom',
  content: 'http://purl.org/rss/1.0/modules/content',
  dc: 'http://purl.org/dc/elements/1.1',
  dcterms: 'http://purl.org/dc/terms',
  excerpt: 'http://wordpress.org/export/1.2/excerpt',
  feedburner: 'http://rssnamespace.org/feedburner/ext/1.0',
  itunes: 'http://www.itunes.com/dtds/podcast-1.0.dtd',
  media: 'http://search.yahoo.com/mrss',
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns',
  wp: 'http://wordpress.org/export/1.2',
  xhtml: 'http://www.w3.org/1999/xhtml',
  xml: 'http://www.w3.org/xml/1998/namespace',
};

type Scope = Readonly<Record<string, string>>;

const NO_ATTRIBUTES: Readonly<Record<string, string>> = Object.freeze({});

function namespaceName(uri: string): string {
  return uri
    .trim()
    .toLowerCase()
    .replace(/[/#]+$/, '');
}

/** The scope inside an element: a new one only where it declares something. */
function scopeOf(outer: Scope, attributes: Readonly<Record<string, string>>): Scope {
  let scope: Record<string, string> | null = null;
  for (const name in attributes) {
    if (!name.startsWith('xmlns')) continue;
    const prefix = name === 'xmlns' ? '' : name.startsWith('xmlns:') ? name.slice(6) : null;
    if (prefix === null) continue;
    scope ??= Object.create(outer) as Record<string, string>;
    scope[prefix] = namespaceName(attributes[name] ?? '');
  }
  return scope ?? outer;
}

const OUTERMOST: Scope = Object.assign(Object.create(null) as Record<string, string>, USUAL_PREFIXES);

/** Reads XML text; null where it holds no element at all. Never throws on content. */
export function readXml(source: string): XmlTree | null {
  const top: XmlElement[] = [];
  const stack: { element: XmlElement; tag: string; scope: Scope }[] = [];
  const openTags = new Map<string, number>();
  let tag = '';
  let attributes: Record<string, string> | null = null;
  let attributeName = '';
  const attributeValue = new SourceText(source);
  const words = new SourceText(source);

  /** Gives the words since the last tag to the element in which they stand. */
  function endText(): void {
    const value = words.take();
    const open = stack.at(-1);
    if (open !== undefined) open.element.text += value;
  }

  function openElement(end: number): void {
    const outer = stack.at(-1);
    const given = attributes ?? NO_ATTRIBUTES;
    const scope =
      attributes === null ? (outer?.scope ?? OUTERMOST) : scopeOf(outer?.scope ?? OUTERMOST, given);
    const colon = tag.indexOf(':');
    const prefix = colon === -1 ? '' : tag.slice(0, colon);
    const element: XmlElement = {
      name: colon === -1 ? tag : tag.slice(colon + 1),
      prefix,
      namespace: scope[prefix] ?? '',
      attributes: given,
      children: [],
      text: '',
      parent: outer?.element ?? null,
      innerStart: end,
      innerEnd: source.length,
      complete: false,
    };
    attributes = null;
    if (outer === undefined) top.push(element);
    else outer.element.children.push(element);
    stack.push({ element, tag, scope });
    openTags.set(tag, (openTags.get(tag) ?? 0) + 1);
  }

  function closeElement(name: string, start: number): void {
    if (!openTags.get(name)) return;
    for (let closed = stack.pop(); closed !== undefined; closed = stack.pop()) {
      openTags.set(closed.tag, (openTags.get(closed.tag) ?? 1) - 1);
      closed.element.innerEnd = start;
      closed.element.complete = true;
      if (closed.tag === name) return;
    }
  }

  const tokenizer = new Tokenizer(
    { xmlMode: true, decodeEntities: true },
    {
      ontext: (start, end) => words.range(start, end),
      ontextentity: (codePoint) => words.add(String.fromCodePoint(codePoint)),
      oncdata: (start, end, offset) => words.range(start, end - offset),
      onopentagname(start, end) {
        endText();
        tag = source.slice(start, end);
      },
      onattribname(start, end) {
        attributeName = source.slice(start, end);
      },
      onattribdata(start, end) {
        attributeValue.range(start, end);
      },
      onattribentity(codePoint) {
        attributeValue.add(String.fromCodePoint(codePoint));
      },
      onattribend(quote) {
        const value = attributeValue.take();
        attributes ??= Object.create(null) as Record<string, string>;
        if (!(attributeName in attributes)) {
          attributes[attributeName] = quote === QuoteType.NoValue ? '' : value;
        }
      },
      onopentagend: (end) => openElement(end + 1),
      onselfclosingtag(end) {
        openElement(end + 1);
        closeElement(tag, end + 1);
      },
      onclosetag(start, end) {
        endText();
        closeElement(source.slice(start, end), start - 2);
      },
      oncomment() {},
      ondeclaration() {},
      onprocessinginstruction() {},
      onend() {},
    },
  );
  tokenizer.write(source);
  tokenizer.end();
  endText();
  const root =
    top.find(({ name }) => /^(?:rss|feed|rdf)$/i.test(name)) ??
    top.find((element) => element.children.length > 0) ??
    top[0];
  return root === undefined ? null : { source, root, truncated: stack.length > 0 };
}

/** The source between the tags of an element, as written: for markup that stands in the XML itself. */
export function innerSource(tree: XmlTree, element: XmlElement): string {
  return tree.source.slice(element.innerStart, element.innerEnd);
}
