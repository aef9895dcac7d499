import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  buildDocument,
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
} from '../document/build.ts';
import { documentSchema, type BlockNode, type ListItemNode } from '../document/vocabulary.ts';
import { documentText } from '../document/walk.ts';
import { literalTextToDocument, pastedHtmlToDocument, pastedTextToDocument } from './pasted.ts';
import { picturesOfRtf } from './rtf-pictures.ts';
import {
  EXCEL,
  GMAIL,
  GOOGLE_DOCS,
  LIBRE_OFFICE,
  rtfOfWord,
  SHEETS,
  WHATSAPP_SELECTION,
  WORD,
  WORD_REVIEWED,
} from './testing-clipboards.ts';

const STORED = 'a'.repeat(64);

/** Lists numbered as the makers of nodes number them: the writer counts what it nests. */
function renumbered<Node extends BlockNode | ListItemNode['children'][number]>(node: Node): Node {
  if (node.type !== 'list') return node;
  const items = node.children.map(({ children }) => children.map(renumbered));
  return list(node.listType, items, node.start) as Node;
}

function paste(html: string): BlockNode[] {
  const { root } = pastedHtmlToDocument(html, (address) => (address.startsWith('data:') ? STORED : null));
  expect(documentSchema.parse(buildDocument(root.children)).root.children).toEqual(root.children);
  return root.children.map(renumbered);
}

function pasteText(source: string): BlockNode[] {
  return pastedTextToDocument(source).root.children;
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
        paragraph([link('https://a.id/', [text('Empat')])]),
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
      paragraph([text('x'), text(' | '), text('y')]),
      image(STORED),
    ]);
  });
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
    embed({ provider: 'x', url: 'https://x.com/jokowi/status/98' }, 'Selamat pagi — Jokowi 27 April'),
    embed({ provider: 'youtube', url: 'https://www.youtube.com/watch?v=dQw4w9WgXcQ' }, 'Pidato'),
    image('', { sourceUrl: 'https://a.id/3.jpg' }),
    paragraph([text('Kata di samping gambar')]),
  ]);
});

it('reads Word: headings, links without their underline, lists of paragraphs, nothing hidden', () => {
  expect(paste(WORD)).toEqual([
    heading('h2', [text('Agenda KTT')]),
    paragraph([
      text('Presiden '),
      text('tiba', 1),
      text(' di '),
      text('Changi', 2),
      text(', kata '),
      link('https://www.antaranews.com/berita/1?id=7', [text('Antara')]),
      text('.'),
    ]),
    list('bullet', [[text('Sidang')], [list('bullet', [[text('Pleno')]])], [text('Jamuan')]]),
    list('number', [[text('Tiga')]], 3),
    paragraph([text('Akhirnya.')]),
  ]);
});

it('reads Word under review: comments stay out, tracked changes are as accepted, notes are a list at the end', () => {
  expect(paste(WORD_REVIEWED)).toEqual([
    paragraph([
      text('Bupati diduga menerima, kata jaksa pada hari Jumat, seperti '),
      text('biasa', 8),
      text(', bukan '),
      text('Senin', 4),
      text('.'),
    ]),
    paragraph([text('Akhir'), text('[1]', 64), text(' dan kaki'), text('[2]', 64), text('.')]),
    list('number', [
      [text('Catatan akhir.')],
      [text('Data '), text('BPS', 1), text('.'), lineBreak(), text('Per Maret.')],
    ]),
  ]);
});

it('takes a note away with its place where both were deleted', () => {
  const deleted = WORD_REVIEWED.replaceAll(
    /(<a style='mso-footnote-id.*?<\/a>)( Data .*?<\/p>|)/gs,
    '<del>$1$2</del>',
  );
  expect(paste(deleted.replace('<p class=MsoFootnoteText>Per Maret.<o:p></o:p></p>', '')).slice(1)).toEqual([
    paragraph([text('Akhir'), text('[1]', 64), text(' dan kaki.')]),
    list('number', [[text('Catatan akhir.')]]),
  ]);
});

it('leaves comments of a page that Word saved out, and the space in front of their marks where it is', () => {
  const mark = (n: number): string =>
    `<span class=MsoCommentReference><span style='font-size:8.0pt'><a class=msocomanchor href="#_msocom_${n}" name="_msoanchor_${n}">[VK${n}]</a>&nbsp;</span></span>`;
  expect(
    paste(
      `<div class=WordSection1><p class=MsoNormal>Satu <a>dua </a>${mark(1)}tiga<a>.</a>${mark(2)}</p></div>
       <div><hr class=msocomoff align=left size=1 width="33%"><div><div id="_com_1" class=msocomtxt><p class=MsoCommentText>Rahasia</p></div></div></div>`,
    ),
  ).toEqual([paragraph([text('Satu dua tiga.')])]);
});

it('keeps what a page shows as struck out or put in, and a note that nothing refers to', () => {
  expect(paste('<p>Harga <del>10</del> <ins>12</ins>.</p>')).toEqual([
    paragraph([text('Harga '), text('10', 4), text(' '), text('12', 8), text('.')]),
  ]);
  expect(
    paste(
      `<p>Satu.</p><div style='mso-element:footnote-list'><hr><div style='mso-element:footnote' id=ftn4><p>Dua.</p><img src="https://a.id/f.jpg"></div></div><p>Tiga.</p>`,
    ),
  ).toEqual([
    paragraph([text('Satu.')]),
    image('', { sourceUrl: 'https://a.id/f.jpg' }),
    paragraph([text('Tiga.')]),
    list('number', [[text('Dua.')]]),
  ]);
});

it('reads Google Docs: its bold wrapper is not bold, its spans are, its gateway leads on', () => {
  expect(paste(GOOGLE_DOCS)).toEqual([
    heading('h2', [text('Agenda')]),
    paragraph([
      text('Presiden '),
      text('tiba', 3),
      text(', kata '),
      link('https://antaranews.com/b?id=1', [text('Antara')]),
      text('.'),
    ]),
    list('bullet', [[text('Sidang')], [list('bullet', [[text('Pleno')]])]]),
    paragraph([text('H'), text('2', 32), text('O')]),
  ]);
});

it('reads a checklist of Google Docs as a list, without the pictures of its boxes', () => {
  const item = (words: string): string =>
    `<li dir="ltr" role="checkbox" aria-checked="false" style="list-style-type:none;"><img src="data:image/png;base64,iVBORw0KGgo=" width="17.6px" height="17.6px" alt="unchecked" aria-roledescription="checkbox" style="margin-right:3px;" /><p dir="ltr" style="display:inline-block;" role="presentation"><span style="font-weight:400;">${words}</span></p></li>`;
  expect(
    paste(
      `<b style="font-weight:normal;" id="docs-internal-guid-1"><ul style="margin-top:0;">${item('Wawancara bupati')}${item('Foto tanggul')}</ul></b>`,
    ),
  ).toEqual([list('bullet', [[text('Wawancara bupati')], [text('Foto tanggul')]])]);
});

it('reads LibreOffice, and takes the picture that is spelled out in it', () => {
  expect(paste(LIBRE_OFFICE)).toEqual([
    heading('h2', [text('Agenda')]),
    paragraph([text('Presiden '), text('tiba', 1), text(' di '), text('Changi', 2), text('.')]),
    list('bullet', [[text('Sidang')], [list('bullet', [[text('Pleno')]])]]),
    image(STORED, { alt: 'Foto', width: 400, height: 300 }),
  ]);
});

it('reads Gmail: the mail that is answered is no quotation of the story', () => {
  expect(paste(GMAIL)).toEqual([
    paragraph([text('Mohon dimuat.')]),
    paragraph([text('Terima kasih.')]),
    paragraph([
      text('Pada tanggal Jum, 27 Apr 2018 pukul 10.00 Humas <'),
      link('mailto:humas@contoh.id', [text('humas@contoh.id')]),
      text('> menulis:'),
    ]),
    paragraph([text('Siaran pers: '), text('harga', 1), text(' beras turun.')]),
  ]);
});

it('reads a table of Google Sheets and one of Excel', () => {
  const cells = [
    table([
      [[text('Tim')], [text('Poin')]],
      [[text('Persija')], [text('30', 1)]],
    ]),
  ];
  expect(paste(SHEETS)).toEqual(cells);
  expect(paste(EXCEL)).toEqual(cells);
});

it('reads a selection in WhatsApp Web, its emoji as signs', () => {
  expect(paste(WHATSAPP_SELECTION)).toEqual([
    paragraph([text('SIARAN PERS', 1), text(' 📢Harga '), text('beras', 2), text(' turun.')]),
  ]);
});

it('finds the pictures of Word in the RTF beside its HTML', () => {
  const png = Uint8Array.from({ length: 200 }, (_, index) => (index * 7) % 256);
  expect(picturesOfRtf(rtfOfWord(png))).toEqual([{ mimeType: 'image/png', bytes: png }]);
  expect(picturesOfRtf('{\\rtf1 {\\pict\\wmetafile8 010009}}')).toEqual([]);
});

describe('plain text', () => {
  it('is a table where it is rows parted by tabs, an embed where it is its address', () => {
    expect(pasteText('Tim\tPoin\r\nPersija\t30\r\n')).toEqual([
      table([
        [[text('Tim')], [text('Poin')]],
        [[text('Persija')], [text('30')]],
      ]),
    ]);
    expect(pasteText('Satu\tdua\nTiga')).toHaveLength(2);
    expect(pasteText(' https://youtu.be/dQw4w9WgXcQ?si=x ')).toEqual([
      embed({ provider: 'youtube', url: 'https://www.youtube.com/watch?v=dQw4w9WgXcQ' }),
    ]);
    expect(pasteText('https://a.id/x')).toEqual([paragraph([text('https://a.id/x')])]);
  });

  it('is a paragraph a line where no empty line parts them', () => {
    expect(pasteText('Satu\r\nDua  dua\nTiga\n')).toEqual(
      ['Satu', 'Dua dua', 'Tiga'].map((line) => paragraph([text(line)])),
    );
    expect(pasteText('Satu\nsatu\n\nDua')).toEqual([
      paragraph([text('Satu'), lineBreak(), text('satu')]),
      paragraph([text('Dua')]),
    ]);
  });

  it('of a PDF has its lines joined and its broken words whole, doubled words and names as they were', () => {
    expect(
      documentText(
        pastedTextToDocument(
          [
            'Presiden Joko Widodo menyampaikan bahwa peme-',
            'rintah memastikan harga beras tidak naik anak-',
            'anak sekolah di wilayah timur, sedangkan KTP-',
            'el dibagikan oleh kementerian secara tolong-',
            'menolong sampai ke desa.',
            'Menteri Perdagangan menambahkan bahwa stok',
            'be\u00adras cukup sampai dengan akhir tahun ini, de\u00ad',
            'ngan catatan cuaca membaik.',
          ].join('\n'),
        ),
      ),
    ).toBe(
      [
        'Presiden Joko Widodo menyampaikan bahwa pemerintah memastikan harga beras tidak naik anak-anak sekolah di wilayah timur, sedangkan KTP-el dibagikan oleh kementerian secara tolong-menolong sampai ke desa.',
        'Menteri Perdagangan menambahkan bahwa stok beras cukup sampai dengan akhir tahun ini, dengan catatan cuaca membaik.',
      ].join('\n\n'),
    );
  });

  it('of a narrow column of a PDF is joined as well, where words parted by the margin prove that there was one', () => {
    const column = [
      'Banjir di Demak',
      'JAKARTA – Pemerintah menegaskan',
      'bahwa seluruh jajaran pemerintah',
      'daerah wajib menyalurkan bantuan ke-',
      'pada warga terdampak banjir di Kabu-',
      'paten Demak, Jawa Tengah.',
      'Bantuan tiba Jumat.',
    ];
    expect(pasteText(column.join('\n'))).toEqual([
      paragraph([text('Banjir di Demak')]),
      paragraph([
        text(
          'JAKARTA – Pemerintah menegaskan bahwa seluruh jajaran pemerintah daerah wajib menyalurkan bantuan kepada warga terdampak banjir di Kabupaten Demak, Jawa Tengah.',
        ),
      ]),
      paragraph([text('Bantuan tiba Jumat.')]),
    ]);
  });

  it.each([
    ['verse', ['Aku ini binatang jalang', 'dari kumpulannya terbuang', 'biar peluru menembus kulitku']],
    [
      'a word that breaks off',
      ['Tunggu, ke-', 'mana perginya kereta malam itu?', 'tanya ibu di peron stasiun'],
    ],
  ])('keeps the short lines of %s', (_, lines) => {
    expect(pasteText(lines.join('\n'))).toEqual(lines.map((line) => paragraph([text(line)])));
  });

  it.each([
    ['bullets', '• Satu\n• Dua', list('bullet', [[text('Satu')], [text('Dua')]])],
    ['bullets behind tabs', '•\tSatu\n•\tDua', list('bullet', [[text('Satu')], [text('Dua')]])],
    ['dashes', '- Satu\n- *Dua*\n', list('bullet', [[text('Satu')], [text('Dua', 1)]])],
    ['numbers', '3. Tiga\n4. Empat', list('number', [[text('Tiga')], [text('Empat')]], 3)],
    ['numbers parted by empty lines', '1) Satu\n\n2) Dua', list('number', [[text('Satu')], [text('Dua')]])],
    [
      'wrapped items',
      '– Presiden menyampaikan bahwa harga beras akan terus peme-\n  rintah pantau sampai lebaran\n– Bulog diminta menambah stok beras',
      list('bullet', [
        [text('Presiden menyampaikan bahwa harga beras akan terus pemerintah pantau sampai lebaran')],
        [text('Bulog diminta menambah stok beras')],
      ]),
    ],
  ])('has real lists for %s', (_, source, expected) => {
    expect(pasteText(source)).toEqual([expected]);
    expect(pasteText(`Agenda:\n${source}\nDemikian.`)).toEqual([
      paragraph([text('Agenda:')]),
      expected,
      paragraph([text('Demikian.')]),
    ]);
  });

  it('parts lists of different marks, and numbers that begin anew', () => {
    expect(pasteText('1. Satu\n2. Dua\n1. Satu lagi\n2. Dua lagi\n- a\n- b')).toEqual([
      list('number', [[text('Satu')], [text('Dua')]]),
      list('number', [[text('Satu lagi')], [text('Dua lagi')]]),
      list('bullet', [[text('a')], [text('b')]]),
    ]);
  });

  it.each([
    ['a lone bullet', ['- Satu', 'Dua']],
    ['numbers that do not count', ['1. Satu', '3. Tiga', '27. April']],
    ['questions, each with its answer', ['1. Apa?', 'Ini.', '2. Siapa?', 'Itu.']],
    ['signs of numbers', ['-5 derajat', '-7 derajat', '1.000 orang', '2.000 orang']],
  ])('leaves %s as the lines they are', (_, lines) => {
    expect(pasteText(lines.join('\n'))).toEqual(lines.map((line) => paragraph([text(line)])));
  });

  it.each([
    [
      'WhatsApp Web',
      '[12:30, 4/27/2018] Humas: *SIARAN PERS*\n_Jakarta_, 27 April\n\nHarga ~naik~ turun.\n[12:31, 4/27/2018] Humas: Terima kasih',
    ],
    [
      'an iPhone',
      '[27/04/18 12.30.05] Humas: *SIARAN PERS*\n_Jakarta_, 27 April\n\nHarga ~naik~ turun.\n[27/04/18 12.31.09] Humas: Terima kasih',
    ],
    [
      'Android',
      '27/04/18 12.30 - Humas: *SIARAN PERS*\n_Jakarta_, 27 April\n\nHarga ~naik~ turun.\n27/04/18 12.31 - Humas: Terima kasih',
    ],
  ])('out of %s loses the prefixes of its one sender', (_, source) => {
    expect(pasteText(source)).toEqual([
      paragraph([text('SIARAN PERS', 1), lineBreak(), text('Jakarta', 2), text(', 27 April')]),
      paragraph([text('Harga '), text('naik', 4), text(' turun.')]),
      paragraph([text('Terima kasih')]),
    ]);
  });

  it('of a conversation says who speaks', () => {
    expect(pasteText('[12:30, 4/27/2018] Sari: Jadi?\n[12:31, 4/27/2018] Budi: Jadi.')).toEqual([
      paragraph([text('Sari: ', 1), text('Jadi?')]),
      paragraph([text('Budi: ', 1), text('Jadi.')]),
    ]);
  });

  it('keeps signs that are no marks', () => {
    for (const line of [
      '5 * 3 * 2',
      'nama_berkas_ini',
      '(*) Pewarta: Budi',
      '* butir',
      'Rp1 ~ Rp2 ~ Rp3',
      '** **',
    ]) {
      expect(pasteText(line)).toEqual([paragraph([text(line)])]);
    }
  });

  it('passed on by mail loses its angle brackets', () => {
    expect(pasteText('> Satu.\n>\n> > Dua.')).toEqual([
      paragraph([text('Satu.')]),
      paragraph([text('Dua.')]),
    ]);
  });

  it('taken at its letters is a paragraph a line, whatever it looks like', () => {
    expect(literalTextToDocument('*Tim*\tPoin\n\nhttps://youtu.be/dQw4w9WgXcQ').root.children).toEqual([
      paragraph([text('*Tim* Poin')]),
      paragraph([text('https://youtu.be/dQw4w9WgXcQ')]),
    ]);
  });

  it('loses no word, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (source) => {
        const document = pastedTextToDocument(source);
        expect(documentSchema.parse(document)).toEqual(document);
        const words = /[\p{L}\p{N}]+/gu;
        expect(documentText(document).match(words)).toEqual(source.match(words));
      }),
    );
  });
});

it('takes large clipboards in time that grows with them, not faster', () => {
  const row = '<p class=MsoNormal style="margin:0">*a _b ~c <b>d</b>&nbsp;e</p>';
  expect(pastedHtmlToDocument(row.repeat(20_000), () => null).root.children).toHaveLength(20_000);
  expect(pastedTextToDocument('*a _b ~c '.repeat(200_000)).root.children).toHaveLength(1);
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
      fc
        .tuple(
          fc.constantFrom('footnote-list', 'endnote-list', 'footnote', 'endnote'),
          fc.nat(3),
          tie('nodes'),
        )
        .map(([part, id, inside]) => `<div style="mso-element:${part}" id=ftn${id}>${inside}</div>`),
      fc.tuple(tag, tie('nodes')).map(([name, inside]) => `<${name} href="https://a.id">${inside}</${name}>`),
    ),
    nodes: fc.array(tie('node'), { maxLength: 4 }).map((nodes) => nodes.join(' ')),
  }));
  fc.assert(
    fc.property(soup.nodes, (html) => {
      const blocks = paste(html);
      const letters = html.replaceAll(/<[^>]*>|[^a-z]/g, '');
      const found = [...JSON.stringify(blocks).matchAll(/"text":"([^"]*)"/g)]
        .map(([, value]) => value)
        .join('')
        .replaceAll(/[^a-z]/g, '');
      expect(found.length).toBe(letters.length);
    }),
    { numRuns: 120 },
  );
});
