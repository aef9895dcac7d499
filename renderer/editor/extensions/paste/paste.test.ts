import { withDOM } from '@lexical/headless/dom';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  embed,
  gallery,
  heading,
  horizontalRule,
  image,
  lineBreak,
  link,
  list,
  paragraph,
  picture,
  pullQuote,
  quote,
  table,
  text,
} from '../../../../shared/document/build.ts';
import { documentSchema, type BlockNode } from '../../../../shared/document/vocabulary.ts';
import { blocksFromHtml } from './html-to-blocks.ts';
import { blocksFromText } from './text-to-blocks.ts';

function paste(html: string): BlockNode[] {
  return withDOM((window) => {
    const page = new window.DOMParser().parseFromString(
      `<!doctype html><html><body>${html}</body></html>`,
      'text/html',
    );
    return blocksFromHtml(page.body as unknown as ParentNode);
  });
}

describe('pasted from a web page', () => {
  it('drops styles, classes, fonts and scripts and keeps the words', () => {
    expect(
      paste(
        '<style>p{color:red}</style><div class="x"><p style="font:12px Arial" onclick="x()">Presiden <font color=red>tiba</font>\n  di <b>Singapura</b>.</p><script>alert(1)</script></div>',
      ),
    ).toEqual([paragraph([text('Presiden tiba di '), text('Singapura', 1), text('.')])]);
  });

  it('fits headings into h2 to h4', () => {
    expect(paste('<h1>A</h1><h2><b>B</b></h2><h3>C</h3><h5>D</h5><h6>E</h6>')).toEqual([
      heading('h2', [text('A')]),
      heading('h2', [text('B')]),
      heading('h3', [text('C')]),
      heading('h4', [text('D')]),
      heading('h4', [text('E')]),
    ]);
  });

  it('keeps links that lead somewhere and unlinks the rest', () => {
    expect(
      paste(
        '<p><a href="https://antaranews.com/x">satu</a> <a href="javascript:alert(1)">dua</a> <a href="/lokal">tiga</a> <a href=" JaVaScRiPt:x">empat</a></p>',
      ),
    ).toEqual([paragraph([link('https://antaranews.com/x', [text('satu')]), text(' dua tiga empat')])]);
  });

  it('reads loose text, double line breaks and blocks inside links as paragraphs', () => {
    expect(paste('Satu<br><br>Dua<br>dua<div>Tiga</div><a href="https://a.id"><div>Empat</div></a>')).toEqual(
      [
        paragraph([text('Satu')]),
        paragraph([text('Dua'), lineBreak(), text('dua')]),
        paragraph([text('Tiga')]),
        paragraph([link('https://a.id', [text('Empat')])]),
      ],
    );
  });

  it('takes lists, quotes, pull quotes, pictures with captions, rules and tables', () => {
    expect(
      paste(
        `<ul><li>a<ul><li>b</li></ul></li><li><p>c</p></li></ul><ol start=3><li>d</li></ol>
         <blockquote><p>Kutip</p></blockquote>
         <figure class="wp-block-pullquote"><blockquote><p>Kami siap</p><cite>— Presiden</cite></blockquote></figure>
         <figure><img src="https://a.id/f.jpg" alt="Foto"><figcaption>Suasana</figcaption></figure><hr>
         <table><tr><th>x</th><td>y</td></tr></table><img src="data:image/png;base64,AA"><img src="https://a.id/p.gif" width=1>`,
      ),
    ).toEqual([
      list('bullet', [[text('a')], [list('bullet', [[text('b')]])], [text('c')]]),
      list('number', [[text('d')]], 3),
      quote([text('Kutip')]),
      pullQuote([text('Kami siap')], 'Presiden'),
      image('', { sourceUrl: 'https://a.id/f.jpg', alt: 'Foto', caption: 'Suasana' }),
      horizontalRule(),
      paragraph([text('x | y')]),
    ]);
  });
});

it('reads Google Docs: its bold wrapper is not bold, its spans are', () => {
  expect(
    paste(
      '<b style="font-weight:normal;" id="docs-internal-guid-1"><p dir="ltr"><span style="font-weight:400">Kata </span><span style="font-weight:700;font-style:italic">kunci</span></p><br><p><span>Dua</span></p></b>',
    ),
  ).toEqual([paragraph([text('Kata '), text('kunci', 3)]), paragraph([text('Dua')])]);
});

it('reads Word: list paragraphs become lists, hard spaces and empty lines go', () => {
  expect(
    paste(
      `<p class=MsoNormal>Awal&nbsp;kata<o:p></o:p></p><p class=MsoNormal><o:p>&nbsp;</o:p></p>
       <p class=MsoListParagraphCxSpFirst style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>1.<span>&nbsp;&nbsp;</span></span>Satu</p>
       <p class=MsoListParagraphCxSpLast style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>2.</span>Dua</p><p class=MsoNormal>Akhir</p>`,
    ),
  ).toEqual([
    paragraph([text('Awal kata')]),
    list('number', [[text('Satu')], [text('Dua')]]),
    paragraph([text('Akhir')]),
  ]);
});

it('reads a table of Google Sheets and one of Excel', () => {
  const cells = [
    [[text('Tim')], [text('Poin')]],
    [[text('Persija')], [text('30', 1)]],
  ];
  expect(
    paste(
      `<meta charset="utf-8"><google-sheets-html-origin><style type="text/css"><!--td {border: 1px solid #cccccc;}--></style>
       <table xmlns="http://www.w3.org/1999/xhtml" cellspacing="0" dir="ltr" border="1" data-sheets-root="1"><colgroup><col width="100"/><col width="100"/></colgroup>
       <tbody><tr style="height:21px;"><td style="overflow:hidden;">Tim</td><td>Poin</td></tr><tr><td>Persija</td><td style="font-weight:bold;">30</td></tr></tbody></table></google-sheets-html-origin>`,
    ),
  ).toEqual([table(cells)]);
  expect(
    paste(
      `<table border=0 cellpadding=0 width=128><col width=64 span=2><tr height=20><td height=20 class=xl65>Tim</td><td class=xl65>Poin</td></tr>
       <tr height=20><td>Persija</td><td><b>30</b></td></tr></table>`,
    ),
  ).toEqual([table(cells)]);
});

it('reads galleries, embedded posts and films', () => {
  expect(
    paste(
      `<figure class="wp-block-gallery"><figure><img src="https://a.id/1.jpg"><figcaption>Satu</figcaption></figure><figure><img src="https://a.id/2.jpg"></figure><figcaption>Semua</figcaption></figure>
       <blockquote class="twitter-tweet"><p>Selamat pagi</p>&mdash; Jokowi <a href="https://twitter.com/jokowi/status/98?x=1">27 April</a></blockquote>
       <iframe src="https://www.youtube.com/embed/dQw4w9WgXcQ" title="Pidato"></iframe><iframe src="https://iklan.example/"></iframe>
       <figure><img src="https://a.id/3.jpg"><p>Kata di samping gambar</p></figure>`,
    ),
  ).toEqual([
    gallery(
      [
        picture('', { sourceUrl: 'https://a.id/1.jpg', caption: 'Satu' }),
        picture('', { sourceUrl: 'https://a.id/2.jpg' }),
      ],
      'Semua',
    ),
    embed({ provider: 'x', url: 'https://x.com/jokowi/status/98' }, 'Selamat pagi— Jokowi 27 April'),
    embed({ provider: 'youtube', url: 'https://www.youtube.com/watch?v=dQw4w9WgXcQ' }, 'Pidato'),
    image('', { sourceUrl: 'https://a.id/3.jpg' }),
    paragraph([text('Kata di samping gambar')]),
  ]);
});

it('reads rows parted by tabs as a table, a lone address as what it shows', () => {
  expect(blocksFromText('Tim\tPoin\r\nPersija\t30\r\n')).toEqual([
    table([
      [[text('Tim')], [text('Poin')]],
      [[text('Persija')], [text('30')]],
    ]),
  ]);
  expect(blocksFromText('Satu\tdua\nTiga')).toHaveLength(2);
  expect(blocksFromText(' https://youtu.be/dQw4w9WgXcQ?si=x ')).toEqual([
    embed({ provider: 'youtube', url: 'https://www.youtube.com/watch?v=dQw4w9WgXcQ' }),
  ]);
  expect(blocksFromText('https://a.id/x')).toEqual([paragraph([text('https://a.id/x')])]);
});

it('reads plain text line by line', () => {
  expect(blocksFromText('Satu\r\n\r\nDua  dua\nTiga\n')).toEqual(
    ['Satu', 'Dua dua', 'Tiga'].map((line) => paragraph([text(line)])),
  );
});

it('makes of any tag soup a valid document that has every word of it', () => {
  const tag = fc.constantFrom(
    'p',
    'div',
    'h1',
    'h5',
    'ul',
    'li',
    'ol',
    'blockquote',
    'b',
    'i',
    'span',
    'a',
    'table',
    'tr',
    'td',
    'section',
    'pre',
    'figure',
    'center',
    'foo',
  );
  const soup = fc.letrec<{ node: string; nodes: string }>((tie) => ({
    node: fc.oneof(
      { depthSize: 'small' },
      fc.stringMatching(/^[a-z]{1,8}$/),
      fc.constantFrom('<br>', '<hr>', ' '),
      fc.tuple(tag, tie('nodes')).map(([name, inside]) => `<${name} href="https://a.id">${inside}</${name}>`),
    ),
    nodes: fc.array(tie('node'), { maxLength: 4 }).map((nodes) => nodes.join(' ')),
  }));
  fc.assert(
    fc.property(soup.nodes, (html) => {
      const blocks = paste(html);
      const document = documentSchema.parse({ root: { type: 'root', children: blocks } });
      expect(document.root.children).toEqual(blocks);
      const letters = withDOM((window) => {
        const page = new window.DOMParser().parseFromString(`<body>${html}</body>`, 'text/html');
        return (page.body.textContent ?? '').replaceAll(/[^a-z]/g, '');
      });
      const found = [...JSON.stringify(blocks).matchAll(/"text":"([^"]*)"/g)]
        .map(([, value]) => value)
        .join('')
        .replaceAll(/[^a-z]/g, '');
      expect(found.length).toBe(letters.length);
    }),
    { numRuns: 120 },
  );
});
