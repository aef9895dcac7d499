/** One delivery, read lazily in the ways formats ask for, so that recognising and parsing share each reading. */
import { looksBinary } from '../../conversion/binary.ts';
import { charsetOfContentType, decodeText, type DecodedText } from '../../conversion/decode.ts';
import { readJson } from './feed-json.ts';
import type { Delivery } from './format.ts';
import { readXml, type XmlTree } from './xml.ts';

const HEAD = 4096;

/** What comes before the document of a server that also prints its warnings: everything up to the XML. */
const XML_BEGINS =
  /<(?:\?xml\s|!DOCTYPE\s+(?:nitf|newsml)\b|(?:[\w-]+:)?(?:rss|feed|rdf|nitf|newsml|newsmessage|(?:news|package)item|contentset)[\s>])/i;

class LazyDelivery implements Delivery {
  readonly bytes: Uint8Array;
  readonly #charset: string | null;
  #decoded: DecodedText | null = null;
  #text: string | null = null;
  #xml: XmlTree | null | undefined;
  #json: ReturnType<typeof readJson> | undefined;
  #isBinary: boolean | null = null;

  constructor(bytes: Uint8Array, contentType: string | null) {
    this.bytes = bytes;
    this.#charset = charsetOfContentType(contentType);
  }

  get decoded(): DecodedText {
    this.#decoded ??= decodeText(this.bytes, this.#charset);
    return this.#decoded;
  }

  get text(): string {
    this.#text ??= this.decoded.text.trimStart();
    return this.#text;
  }

  get head(): string {
    return this.text.slice(0, HEAD);
  }

  get isBinary(): boolean {
    this.#isBinary ??= looksBinary(this.bytes, this.decoded.encoding);
    return this.#isBinary;
  }

  get xml(): XmlTree | null {
    if (this.#xml === undefined) {
      const begin = this.text.startsWith('<?xml') ? 0 : this.text.slice(0, 65_536).search(XML_BEGINS);
      const isMarkup = this.text.startsWith('<') || begin > 0;
      this.#xml = isMarkup ? readXml(begin > 0 ? this.text.slice(begin) : this.text) : null;
    }
    return this.#xml;
  }

  get json(): ReturnType<typeof readJson> {
    if (this.#json === undefined) this.#json = /^[[{]/.test(this.text) ? readJson(this.text) : null;
    return this.#json;
  }
}

/** Wraps the bytes of a delivery; `contentType` is what the transport said of them. */
export function deliveryOf(bytes: Uint8Array, contentType: string | null): Delivery {
  return new LazyDelivery(bytes, contentType);
}
