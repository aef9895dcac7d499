/**
 * A reader of tag soup over htmlparser2's tokenizer: one pass, no tree, no recursion, so neither size nor depth of
 * the markup can hurt. Names come in lower case, entities decoded, text between two tags in one piece.
 */
import { QuoteType, Tokenizer } from 'htmlparser2';
import { SourceText } from './source-text.ts';

export type Attributes = Readonly<Record<string, string>>;

export interface HtmlEvents {
  /** `start` and `end` are positions in the source: of `<` and just behind `>`. */
  open(name: string, attributes: Attributes, start: number, end: number): void;
  close(name: string, start: number, end: number): void;
  text(value: string): void;
}

const NO_ATTRIBUTES: Attributes = Object.freeze({});

/** Elements whose content the tokenizer hands out as raw text though a browser would never show it. */
const RAW_HIDDEN = new Set(['script', 'style', 'iframe', 'noembed', 'noframes', 'title']);

/** Prefixes of office programs, whose `o:p` is no paragraph. */
const OFFICE = /^(?:o|v|w|m|st1)$/;

/** The name without the prefix that XHTML has inside other XML. */
function localName(name: string): string {
  const colon = name.indexOf(':');
  return colon === -1 || OFFICE.test(name.slice(0, colon)) ? name : name.slice(colon + 1);
}

/**
 * Reads HTML and tells what it meets. With `selfClosing` (markup cut out of XML, where `<script/>` is complete) a
 * trailing slash closes any element; without it slashes mean nothing, as in HTML.
 */
export function readHtml(html: string, events: HtmlEvents, { selfClosing = false } = {}): void {
  const pendingText = new SourceText(html);
  let tagName = '';
  let tagStart = 0;
  let attributes: Record<string, string> | null = null;
  let attributeName = '';
  const attributeValue = new SourceText(html);
  let hidden = '';
  let lastStart = 0;

  function flushText(): void {
    const value = pendingText.take();
    if (value !== '' && hidden === '') events.text(value);
  }

  function endOpenTag(end: number): void {
    if (RAW_HIDDEN.has(tagName)) hidden = tagName;
    events.open(tagName, attributes ?? NO_ATTRIBUTES, tagStart, end);
    attributes = null;
  }

  function close(name: string, start: number, end: number): void {
    // HTML takes `</br>` for one more break; in XML it is the end of the one that was opened.
    if (!selfClosing || name !== 'br') events.close(name, start, end);
  }

  const tokenizer = new Tokenizer(
    { xmlMode: false, decodeEntities: true, recognizeSelfClosing: selfClosing },
    {
      ontext(start, end) {
        pendingText.range(start, end);
      },
      ontextentity(codePoint) {
        pendingText.add(String.fromCodePoint(codePoint));
      },
      onopentagname(start, end) {
        flushText();
        lastStart = start - 1;
        tagStart = lastStart;
        tagName = localName(html.slice(start, end).toLowerCase());
      },
      onattribname(start, end) {
        attributeName = html.slice(start, end).toLowerCase();
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
      onopentagend(end) {
        endOpenTag(end + 1);
      },
      onselfclosingtag(end) {
        endOpenTag(end + 1);
        if (!selfClosing) return;
        hidden = '';
        close(tagName, tagStart, end + 1);
      },
      onclosetag(start, end) {
        flushText();
        const name = localName(html.slice(start, end).toLowerCase());
        if (name === hidden) hidden = '';
        close(name, start - 2, end + 1);
      },
      oncdata(start, end, offset) {
        pendingText.range(start, end - offset);
      },
      oncomment() {},
      ondeclaration() {},
      onprocessinginstruction() {},
      onend() {},
    },
  );
  tokenizer.write(html);
  tokenizer.end();
  flushText();
}
