/** The rights of a picture as XMP (ISO 16684-1) in the properties of the IPTC Photo Metadata Standard. */
import { escapeHtml } from '../../../shared/document/inline-html.ts';

/** Each is empty where nobody said it. */
export interface RightsOfFile {
  creator: string;
  creditLine: string;
  source: string;
  copyright: string;
  terms: string;
  /** Where the licence is told. */
  statement: string;
}

function attribute(name: string, value: string): string {
  return value === '' ? '' : ` ${name}="${escapeHtml(value)}"`;
}

function list(name: string, kind: 'Seq' | 'Alt', value: string): string {
  if (value === '') return '';
  const language = kind === 'Alt' ? ' xml:lang="x-default"' : '';
  const item = `<rdf:li${language}>${escapeHtml(value)}</rdf:li>`;
  return `<${name}><rdf:${kind}>${item}</rdf:${kind}></${name}>`;
}

/** The packet; empty where nothing is said. */
export function rightsPacket(rights: RightsOfFile): string {
  if (Object.values(rights).every((value) => value === '')) return '';
  const { creator, creditLine, source, copyright, terms, statement } = rights;
  return [
    '<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>',
    '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">',
    '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"',
    ' xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" xmlns:xmpRights="http://ns.adobe.com/xap/1.0/rights/"',
    attribute('photoshop:Credit', creditLine),
    attribute('photoshop:Source', source),
    attribute('xmpRights:WebStatement', statement),
    '>',
    list('dc:creator', 'Seq', creator),
    list('dc:rights', 'Alt', copyright),
    list('xmpRights:UsageTerms', 'Alt', terms),
    '</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="r"?>',
  ].join('');
}
