/**
 * The content of a NewsML 1.x item: its components with their roles, the copy in their content items (NITF, XHTML, plain
 * text, in any encoding the standard has) and the media they refer to (NewsML 1.2 "NewsComponent", "ContentItem").
 */
import type { WireMedia, WireStory } from '../../../../shared/contract/wire-story.ts';
import type { ArticleDocument } from '../../../../shared/document/vocabulary.ts';
import { documentText } from '../../../../shared/document/walk.ts';
import { resourceAddress } from '../../../../shared/conversion/links.ts';
import { attributeOf } from './feed-fields.ts';
import type { ParseContext } from './format.ts';
import { childAt, childrenNamed, copyOf, copyOfText, descendantsNamed, wordsOf } from './news-xml.ts';
import { storyOfNitf } from './nitf.ts';
import { readXml, type XmlElement, type XmlTree } from './xml.ts';

/** The value of an element out of a vocabulary of the standard. */
export function formalName(element: XmlElement | null | undefined): string | null {
  return element ? attributeOf(element, 'formalname') : null;
}

/** A component of the item with the roles of all components around it, outermost first ("NewsComponent", "Role"). */
export interface Component {
  element: XmlElement;
  roles: readonly string[];
  /** The outermost component whose parts are equivalent (`EquivalentsList`), where it stands in one. */
  equivalents: XmlElement | null;
}

const DEEPEST_ROLES = 16;

/** The components of an item in document order, those of items inside it left out. */
export function componentsOf(item: XmlElement): Component[] {
  const found: Component[] = [];
  const open: Component[] = childrenNamed(item, 'NewsComponent')
    .map((element) => ({ element, roles: [], equivalents: null }))
    .reverse();
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    const { element } = at;
    const role = formalName(childAt(element, 'Role'));
    const roles = role === null || at.roles.length >= DEEPEST_ROLES ? at.roles : [...at.roles, role];
    const areEquivalent = /^yes$/i.test(attributeOf(element, 'equivalentslist') ?? '');
    const equivalents = at.equivalents ?? (areEquivalent ? element : null);
    found.push({ element, roles, equivalents });
    for (const child of childrenNamed(element, 'NewsComponent').toReversed()) {
      open.push({ element: child, roles, equivalents });
    }
  }
  return found;
}

export interface Copy {
  document: ArticleDocument;
  text: string;
  /** The story that NITF tells of itself. */
  inner: WireStory | null;
}

function typeOf(content: XmlElement): string {
  return ['MimeType', 'Format', 'MediaType']
    .map((name) => formalName(childAt(content, name)) ?? '')
    .join(' ');
}

/** ContentItem/DataContent, also inside Encoding; null where the content is no copy (pictures, style sheets). */
function copyOfContent(tree: XmlTree, content: XmlElement, context: ParseContext): Copy | null {
  const type = typeOf(content);
  if (/css|image\/|video|audio|photo|graphic|jpe?g|png|gif/i.test(type)) return null;
  const [data] = descendantsNamed(content, 'DataContent');
  if (data === undefined) return null;
  const ofDocument = (document: ArticleDocument): Copy => ({
    document,
    text: documentText(document),
    inner: null,
  });
  const ofNitf = (its: XmlTree, nitf: XmlElement): Copy => {
    const inner = storyOfNitf(its, nitf, context);
    return { document: inner.body, text: inner.bodyText, inner };
  };
  const [nitf] = descendantsNamed(data, 'nitf');
  if (nitf !== undefined) return ofNitf(tree, nitf);
  // body.content without its nitf around it is read as that element's own copy.
  if (childAt(data, 'body.content') !== null) return ofNitf(tree, data);
  if (data.children.length > 0) return ofDocument(copyOf(tree, data, type, context.url));
  const notation = attributeOf(childAt(content, 'Encoding') ?? data, 'notation') ?? '';
  const text = /base64/i.test(notation) ? Buffer.from(data.text, 'base64').toString('utf8') : data.text;
  const escaped = /<(?:\w+:)?nitf[\s>]/i.test(text) ? readXml(text) : null;
  if (escaped?.root.name.toLowerCase() === 'nitf') return ofNitf(escaped, escaped.root);
  return ofDocument(copyOfText(text, type, context.url));
}

interface Contents {
  copies: Copy[];
  /** Headline and captions that stand as content of their own (roles HeadLine, Caption). */
  headline: string | null;
  captions: Map<XmlElement, string>;
}

function lettersOf(text: string): string {
  return text.replace(/[^\p{L}\p{N}]+/gu, '');
}

/**
 * The copy of an item: of components that are equivalents of one another the fullest, of the others all, what is
 * said twice only once.
 */
export function contentsOf(tree: XmlTree, components: readonly Component[], context: ParseContext): Contents {
  const fullest = new Map<XmlElement, Copy>();
  const order: (Copy | XmlElement)[] = [];
  // Whom to ask stands behind the story, wherever the item has it.
  const behind: Copy[] = [];
  const captions = new Map<XmlElement, string>();
  let headline: string | null = null;
  for (const { element, roles, equivalents } of components) {
    for (const content of childrenNamed(element, 'ContentItem')) {
      const copy = copyOfContent(tree, content, context);
      if (copy === null || copy.text === '') continue;
      const role = roles.at(-1) ?? '';
      if (/^head-?line$/i.test(role)) headline ??= copy.text.replace(/\s+/g, ' ');
      else if (/caption/i.test(role)) captions.set(element.parent ?? element, copy.text);
      else if (/^contact$/i.test(role)) behind.push(copy);
      else if (equivalents === null) order.push(copy);
      else {
        const known = fullest.get(equivalents);
        if (known === undefined) order.push(equivalents);
        if (known === undefined || copy.text.length > known.text.length) fullest.set(equivalents, copy);
      }
    }
  }
  const copies: Copy[] = [];
  let said = '';
  for (const each of [...order, ...behind]) {
    const copy = 'document' in each ? each : fullest.get(each);
    if (copy === undefined) continue;
    const letters = lettersOf(copy.text);
    if (said.includes(letters)) continue;
    if (letters.includes(said)) copies.length = 0;
    said = letters.includes(said) ? letters : said + letters;
    copies.push(copy);
  }
  return { copies, headline, captions };
}

function pixels(content: XmlElement, name: RegExp): number | null {
  const property = descendantsNamed(childAt(content, 'Characteristics'), 'Property').find((each) =>
    name.test(formalName(each) ?? ''),
  );
  const value = Number.parseInt(property === undefined ? '' : (attributeOf(property, 'value') ?? ''), 10);
  return value > 0 && value < 1_000_000 ? value : null;
}

const MEDIA_TYPES: readonly (readonly [RegExp, WireMedia['type']])[] = [
  [/graphic|svg/i, 'graphic'],
  [/photo|image|picture|jpe?g|png|gif/i, 'picture'],
  [/video|mpeg4|mp4/i, 'video'],
  [/audio|mp3|wav/i, 'audio'],
];

/** ContentItem/@Href: media elsewhere, with the caption of a neighbour and the credit line around it. */
export function mediaOf(
  tree: XmlTree,
  components: readonly Component[],
  captions: ReadonlyMap<XmlElement, string>,
  baseUrl: string | null,
): WireMedia[] {
  return components.flatMap(({ element }) =>
    childrenNamed(element, 'ContentItem')
      .filter((content) => attributeOf(content, 'href') !== null)
      .map((content): WireMedia => {
        const type = typeOf(content);
        const lines = childAt(element, 'NewsLines');
        const around = element.parent;
        return {
          url: resourceAddress(attributeOf(content, 'href'), baseUrl),
          mediaId: null,
          type: MEDIA_TYPES.find(([pattern]) => pattern.test(type))?.[1] ?? 'other',
          mimeType: formalName(childAt(content, 'MimeType')),
          width: pixels(content, /^(?:pixel)?width$/i),
          height: pixels(content, /^(?:pixel)?height$/i),
          caption:
            captions.get(element) ??
            (around && captions.get(around)) ??
            wordsOf(tree, childAt(lines, 'HeadLine')),
          credit: wordsOf(tree, childAt(lines, 'CreditLine')),
          alt: null,
        };
      }),
  );
}
