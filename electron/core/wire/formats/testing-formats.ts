/** For tests of formats: a delivery of each with one story in it, whose copy is what a test says. */

const HEADLINE = 'Presiden bertemu perdana menteri';
const escaped = (copy: string): string => copy.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** Formats that hold markup. `prolog` stands before the root element, where there is one. */
export const MARKUP_DELIVERIES: Readonly<Record<string, (copy: string, prolog?: string) => string>> = {
  rss: (copy, prolog = '') =>
    `${prolog}<rss version="2.0"><channel><item><title>${HEADLINE}</title><link>https://x.id/1</link><description>${escaped(copy)}</description></item></channel></rss>`,
  rdf: (copy, prolog = '') =>
    `${prolog}<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><channel rdf:about="https://x.id/"><title>K</title></channel><item rdf:about="https://x.id/1"><title>${HEADLINE}</title><link>https://x.id/1</link><description>${escaped(copy)}</description></item></rdf:RDF>`,
  atom: (copy, prolog = '') =>
    `${prolog}<feed xmlns="http://www.w3.org/2005/Atom"><entry><id>urn:kawat:1</id><title>${HEADLINE}</title><content type="html">${escaped(copy)}</content></entry></feed>`,
  wxr: (copy, prolog = '') =>
    `${prolog}<rss version="2.0" xmlns:wp="http://wordpress.org/export/1.2/" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><wp:wxr_version>1.2</wp:wxr_version><item><title>${HEADLINE}</title><guid>https://x.id/?p=1</guid><content:encoded>${escaped(copy)}</content:encoded><wp:post_type>post</wp:post_type><wp:status>publish</wp:status></item></channel></rss>`,
  'newsml-g2': (copy, prolog = '') =>
    `${prolog}<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:kawat:1" version="1" standard="NewsML-G2"><itemMeta><pubStatus qcode="stat:usable"/></itemMeta><contentMeta><headline>${HEADLINE}</headline></contentMeta><contentSet><inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><body>${copy}</body></html></inlineXML></contentSet></newsItem>`,
  'newsml-1': (copy, prolog = '') =>
    `${prolog}<NewsML Version="1.2"><NewsItem><Identification><NewsIdentifier><ProviderId>x.id</ProviderId><DateId>20181018</DateId><NewsItemId>1</NewsItemId><RevisionId PreviousRevision="0" Update="N">1</RevisionId><PublicIdentifier>urn:newsml:x.id:20181018:1:1</PublicIdentifier></NewsIdentifier></Identification><NewsManagement><Status FormalName="Usable"/></NewsManagement><NewsComponent><NewsLines><HeadLine>${HEADLINE}</HeadLine></NewsLines><ContentItem><DataContent>${copy}</DataContent></ContentItem></NewsComponent></NewsItem></NewsML>`,
  nitf: (copy, prolog = '') =>
    `${prolog}<nitf><head><docdata management-status="usable"><doc-id id-string="n-1"/></docdata></head><body><body.head><hedline><hl1>${HEADLINE}</hl1></hedline></body.head><body.content>${copy}</body.content></body></nitf>`,
  'json-feed': (copy) =>
    JSON.stringify({
      version: 'https://jsonfeed.org/version/1.1',
      items: [{ id: 'urn:kawat:1', title: HEADLINE, content_html: copy }],
    }),
  ninjs: (copy) =>
    JSON.stringify({
      uri: 'urn:kawat:1',
      type: 'text',
      pubstatus: 'usable',
      headline: HEADLINE,
      body_html: copy,
    }),
  html: (copy) =>
    `<!DOCTYPE html><html><head><title>${HEADLINE}</title></head><body><article><h1>${HEADLINE}</h1>${copy}</article></body></html>`,
  mail: (copy) =>
    `From: kawat@kantor.example\r\nSubject: ${HEADLINE}\r\nMessage-ID: <1@kantor.example>\r\nDate: Thu, 18 Oct 2018 15:12:33 +0700\r\nMIME-Version: 1.0\r\nContent-Type: text/html\r\n\r\n${copy}`,
};

/** Formats of plain lines. */
export const TEXT_DELIVERIES: Readonly<Record<string, (copy: string) => string>> = {
  'iptc-7901': (copy) => `\x01ANT0123 3 POL 0210\r\n\x02${HEADLINE} =\r\n   ${copy}\r\n\x03\r\n\x04`,
  'anpa-1312': (copy) =>
    `\x16\x16\x01a0123\x1fabx-idn\r\nr i\x11\x13 bc-Uji     10-18 0412\r\n\x02^${HEADLINE}<\r\n   ${copy}\r\n\x03\r\n\x04`,
  text: (copy) => `${HEADLINE}\n\n${copy}`,
};
