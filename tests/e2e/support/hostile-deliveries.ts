/** One delivery a format, with every attack on whoever shows it in the places where copy and words stand. */
import { XSS_VECTORS } from '../../../electron/core/wire/formats/testing-xss-vectors.ts';

interface HostileDelivery {
  fileName: string;
  headline: string;
  content: string;
}

const COPY = `<p>Pembuka serangan.</p>${XSS_VECTORS.join('\n')}<p>Penutup serangan.</p>`;
/** Without the one that opens a style element and never closes it: on a page of its own it hides all that follows. */
const PAGE_COPY = COPY.replace(/<math>.*/, '');
/** Attacks that can stand in a line. */
const LINE = XSS_VECTORS.slice(0, 6).join(' ').replaceAll(/\s/g, ' ');

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function data(text: string): string {
  return `<![CDATA[${text.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`;
}

/** The attacks that an XML parser lets through as markup of its own, as the formats with naked markup carry them. */
const NAKED = `<p onclick="alert(1)">Pembuka serangan.</p><script>alert(1)</script>
  <p><a href="javascript:alert(1)">klik</a> <a href="data:text/html,x">klik</a></p>
  <img src="x" onerror="alert(1)"/><iframe src="javascript:alert(1)"/><svg onload="alert(1)"><script>alert(2)</script></svg>
  <object data="https://jahat.example/o"/><style>@import "https://jahat.example/s.css";</style>
  <p style="background:url(https://jahat.example/b.png)">Penutup serangan.</p>`;

function titled(format: string): string {
  return `Serangan lewat ${format}`;
}

function delivery(format: string, extension: string, content: string): HostileDelivery {
  return { fileName: `serangan-${format.toLowerCase()}.${extension}`, headline: titled(format), content };
}

function lines(text: string): string {
  return text.replaceAll('\n', '\r\n');
}

const STAMP = '2026-04-27T09:00:00+07:00';

export const HOSTILE_DELIVERIES: readonly HostileDelivery[] = [
  delivery(
    'RSS',
    'xml',
    `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:media="http://search.yahoo.com/mrss/">
    <channel><title>Uji</title><link>https://contoh.id</link><item><title>${escaped(`${titled('RSS')} ${LINE}`)}</title>
    <link>https://contoh.id/serangan-rss</link><guid>https://contoh.id/serangan-rss</guid><pubDate>Mon, 27 Apr 2026 09:00:00 +0700</pubDate>
    <media:content url="javascript:alert(1)" medium="image"><media:description>${data(COPY)}</media:description></media:content>
    <description>${data(COPY)}</description><content:encoded>${data(COPY)}</content:encoded></item></channel></rss>`,
  ),
  delivery(
    'RDF',
    'rdf',
    `<?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
    <channel rdf:about="https://contoh.id"><title>Uji</title><link>https://contoh.id</link></channel>
    <item rdf:about="https://contoh.id/serangan-rdf"><title>${titled('RDF')}</title><link>https://contoh.id/serangan-rdf</link>
    <dc:date>${STAMP}</dc:date><dc:creator>${data(LINE)}</dc:creator><description>${data(COPY)}</description></item></rdf:RDF>`,
  ),
  delivery(
    'Atom',
    'atom',
    `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Uji</title><id>urn:uji</id><updated>${STAMP}</updated>
    <entry><id>urn:serangan:atom</id><title type="html">${escaped(`${titled('Atom')} ${LINE}`)}</title><updated>${STAMP}</updated>
    <link href="javascript:alert(1)"/><author><name>${escaped(LINE)}</name></author>
    <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">${NAKED}</div></content></entry></feed>`,
  ),
  delivery(
    'JSONFeed',
    'json',
    JSON.stringify({
      version: 'https://jsonfeed.org/version/1.1',
      title: 'Uji',
      items: [
        {
          id: 'https://contoh.id/serangan-jsonfeed',
          url: 'javascript:alert(1)',
          title: titled('JSONFeed'),
          image: 'data:text/html,<script>alert(1)</script>',
          content_html: COPY,
          date_published: STAMP,
        },
      ],
    }),
  ),
  delivery(
    'ninjs',
    'json',
    JSON.stringify({
      uri: 'urn:serangan:ninjs',
      type: 'text',
      pubstatus: 'usable',
      versioncreated: STAMP,
      headline: titled('ninjs'),
      byline: LINE,
      body_xhtml: COPY,
      associations: {
        utama: { uri: 'urn:x', type: 'picture', renditions: { asli: { href: 'javascript:alert(1)' } } },
      },
    }),
  ),
  delivery(
    'NewsML-G2',
    'xml',
    `<?xml version="1.0"?><newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:serangan:g2" version="1" standard="NewsML-G2" standardversion="2.35" xml:lang="id">
    <itemMeta><itemClass qcode="ninat:text"/><provider literal="Uji"/><versionCreated>${STAMP}</versionCreated><pubStatus qcode="stat:usable"/><edNote>${escaped(LINE)}</edNote></itemMeta>
    <contentMeta><headline>${titled('NewsML-G2')} ${escaped(LINE)}</headline><by>${escaped(LINE)}</by></contentMeta>
    <contentSet><inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><head><script>alert(1)</script></head><body>${NAKED}</body></html></inlineXML></contentSet></newsItem>`,
  ),
  delivery(
    'NewsML-1',
    'xml',
    `<?xml version="1.0"?><NewsML Version="1.2"><NewsItem><Identification><NewsIdentifier><ProviderId>uji</ProviderId><DateId>20260427</DateId>
    <NewsItemId>serangan</NewsItemId><RevisionId PreviousRevision="0" Update="N">1</RevisionId><PublicIdentifier>urn:newsml:uji:20260427:serangan:1N</PublicIdentifier></NewsIdentifier></Identification>
    <NewsManagement><NewsItemType FormalName="News"/><FirstCreated>20260427T090000+0700</FirstCreated><ThisRevisionCreated>20260427T090000+0700</ThisRevisionCreated><Status FormalName="Usable"/></NewsManagement>
    <NewsComponent><NewsLines><HeadLine>${titled('NewsML-1')}</HeadLine><ByLine>${escaped(LINE)}</ByLine></NewsLines>
    <ContentItem><MediaType FormalName="Text"/><Format FormalName="XHTML"/><DataContent>${NAKED}</DataContent></ContentItem></NewsComponent></NewsItem></NewsML>`,
  ),
  delivery(
    'NITF',
    'xml',
    `<?xml version="1.0"?><nitf><head><title>${titled('NITF')}</title><docdata management-status="usable"><doc-id id-string="serangan-nitf"/><date.issue norm="20260427T090000+0700"/><ed-msg info="${escaped(LINE).replaceAll('"', '&quot;')}"/></docdata></head>
    <body><body.head><hedline><hl1>${titled('NITF')}</hl1></hedline><byline>${escaped(LINE)}</byline></body.head><body.content>${NAKED}
    <media media-type="image"><media-reference source="javascript:alert(1)"/><media-caption><p onclick="alert(1)">Foto</p></media-caption></media></body.content></body></nitf>`,
  ),
  delivery(
    'IPTC-7901',
    'iptc',
    lines(
      `\x01ANT0123 3 POL 0210 nasional 12\n\x02Uji-serangan\n${titled('IPTC-7901')} =\nOleh Biro Uji =\n   Pembuka serangan. ${LINE}\n   Penutup serangan.\n270900Z APR 26\n\x03\n\x04`,
    ),
  ),
  delivery(
    'ANPA-1312',
    'anpa',
    lines(
      `\x16\x16\x01a0123\x1fabx-idn\nr i\x13\x11 bc-Uji-Serangan     04-27 0412\n\x02^BC-Uji,0412<\n^${titled('ANPA-1312')}<\n^By the Test Bureau=\n   Pembuka serangan. ${LINE}\n   Penutup serangan.\n\x03ap-ny-04-27-26 0900GMT\n\x04`,
    ),
  ),
  delivery(
    'Mail',
    'eml',
    lines(
      `From: "${'<script>alert(1)</script>'}" <kawat@contoh.id>\nTo: meja@contoh.id\nSubject: ${titled('Mail')}\nMessage-ID: <serangan@contoh.id>\nDate: Mon, 27 Apr 2026 09:00:00 +0700\nMIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\n\n<html><body>${COPY}</body></html>\n`,
    ),
  ),
  delivery(
    'WXR',
    'xml',
    `<?xml version="1.0"?><rss version="2.0" xmlns:wp="http://wordpress.org/export/1.2/" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
    <channel><title>Uji</title><link>https://contoh.id</link><wp:wxr_version>1.2</wp:wxr_version><item><title>${titled('WXR')}</title><link>https://contoh.id/serangan-wxr</link>
    <guid>https://contoh.id/?p=7</guid><dc:creator>${data(LINE)}</dc:creator><wp:post_id>7</wp:post_id><wp:post_type>post</wp:post_type><wp:status>publish</wp:status>
    <wp:post_date_gmt>2026-04-27 02:00:00</wp:post_date_gmt><excerpt:encoded>${data(COPY)}</excerpt:encoded><content:encoded>${data(COPY)}</content:encoded></item></channel></rss>`,
  ),
  delivery(
    'HTML',
    'html',
    `<!doctype html><html><head><title>${titled('HTML')}</title><script>alert(1)</script><meta property="og:title" content="${titled('HTML')}"></head><body><article><h1>${titled('HTML')}</h1>${PAGE_COPY}</article></body></html>`,
  ),
  delivery('Teks', 'txt', `${titled('Teks')}\n\nPembuka serangan. ${COPY}\n\nPenutup serangan.\n`),
];
