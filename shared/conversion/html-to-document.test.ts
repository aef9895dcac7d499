import { describe, expect, test } from 'vitest';
import type { BlockNode, InlineNode, ListNode } from '../document/vocabulary.ts';
import { documentText } from '../document/walk.ts';
import { htmlToDocument } from './html-to-document.ts';

const MARKS = ['b', 'i', 's', 'u', 'c', 'sub', 'sup'];

/** A document as short lines, so that a test reads like the page. */
function inline(nodes: readonly (InlineNode | ListNode)[]): string {
  return nodes
    .map((node) => {
      if (node.type === 'linebreak') return '⏎';
      if (node.type === 'link') return `[${inline(node.children)}](${node.url})`;
      if (node.type === 'list') return `{${lines([node]).join(' ')}}`;
      const marks = MARKS.filter((_, index) => (node.format & (1 << index)) !== 0);
      return marks.length === 0 ? node.text : `<${marks.join('')}:${node.text}>`;
    })
    .join('');
}

function lines(blocks: readonly BlockNode[]): string[] {
  return blocks.flatMap((block) => {
    if (block.type === 'list') {
      return block.children.map(
        (item) => `${block.listType === 'number' ? `${item.value}.` : '-'} ${inline(item.children)}`,
      );
    }
    if (block.type === 'image')
      return [`image ${block.sourceUrl} "${block.alt}" "${block.caption}" ${block.width}x${block.height}`];
    if (block.type === 'horizontalrule') return ['---'];
    if (block.type === 'table') {
      const rows = block.children.map((row) => {
        const cells = row.children.map(
          (cell) =>
            `${'*'.repeat(cell.headerState)}${cell.children.map(({ children }) => inline(children)).join('¶')}`,
        );
        return `| ${cells.join(' | ')} |`;
      });
      const widths = block.colWidths === undefined ? [] : [`widths ${block.colWidths.join(' ')}`];
      const caption = block.$?.caption === undefined ? [] : [`caption: ${block.$.caption}`];
      return [...rows, ...widths, ...caption];
    }
    if (block.type === 'gallery') {
      const pictures = block.pictures.map(({ sourceUrl, caption }) => `${sourceUrl} "${caption}"`);
      return [`gallery "${block.caption}": ${pictures.join(', ')}`];
    }
    if (block.type === 'embed') return [`${block.provider} ${block.url} "${block.title}" "${block.caption}"`];
    if (block.type === 'factbox') return [`box "${block.title}": ${lines(block.children).join(' ')}`];
    if (block.type === 'relatedstory') return [`related ${block.url} "${block.headline}"`];
    if (block.type === 'pullquote') return [`pull: ${inline(block.children)} (${block.attribution})`];
    if (!('children' in block)) return [block.type];
    const name = block.type === 'heading' ? block.tag : block.type === 'paragraph' ? 'p' : block.type;
    return [`${name}: ${inline(block.children)}`];
  });
}

function read(html: string, baseUrl: string | null = null): string[] {
  return lines(htmlToDocument(html, { baseUrl }).root.children);
}

describe('blocks', () => {
  test.each<[string, string, string[]]>([
    ['paragraphs, white space collapsed', '<p>  Satu\n dua </p>\n<p>Tiga</p>', ['p: Satu dua', 'p: Tiga']],
    [
      'soup of divs',
      '<div><div>Satu<section>Dua</section></div>Tiga</div>',
      ['p: Satu', 'p: Dua', 'p: Tiga'],
    ],
    [
      'one break is a line, two part paragraphs',
      'Satu<br>dua<br/><br/>Tiga<br>&nbsp;<br>Empat<br>',
      ['p: Satu⏎dua', 'p: Tiga', 'p: Empat'],
    ],
    [
      'headings one step down',
      '<h1>A</h1><h2>B</h2><h3>C</h3><h6>D</h6>E',
      ['h2: A', 'h2: B', 'h3: C', 'h4: D', 'p: E'],
    ],
    ['a heading with a break', '<h2>A<br><br>B</h2>', ['h2: A⏎B']],
    [
      'quotes',
      '<blockquote><p>Satu</p><p>Dua</p></blockquote>Tiga',
      ['quote: Satu', 'quote: Dua', 'p: Tiga'],
    ],
    ['definition lists', '<dl><dt>A</dt><dd>B</dd></dl>', ['p: A', 'p: B']],
    ['preformatted text', '<pre>\nSatu\n  dua\n\nTiga</pre>', ['p: Satu⏎  dua', 'p: Tiga']],
    ['a rule', 'A<hr>B', ['p: A', '---', 'p: B']],
    ['plain text with empty lines', 'Satu\r\ndua\r\n\r\nTiga', ['p: Satu dua', 'p: Tiga']],
    ['the same escaped as feeds do', 'Satu&#13;\n&#13;\nTiga', ['p: Satu', 'p: Tiga']],
    ['empty lines mean nothing where tags part', '<p>Satu\n\ndua</p>', ['p: Satu dua']],
    ['runs of no-break spaces', '<p>&nbsp;&nbsp;Satu&nbsp;&nbsp; dua&#13;</p><p>&nbsp;</p>', ['p: Satu dua']],
    ['soft hyphens and invisible characters', 'pe&shy;me&#8203;rintah&#xfeff;', ['p: pemerintah']],
    ['nothing at all', ' <p> </p> ', ['p: ']],
    ['tags of other vocabularies', '<o:p>Satu</o:p> <my-tag>dua</my-tag>', ['p: Satu dua']],
    ['stray closing tags', '</b></ul></li></table></figure></figcaption></a>Satu</p>', ['p: Satu']],
    ['a less-than sign in the text', 'x < y dan 3<4', ['p: x < y dan 3<4']],
    ['CDATA inside HTML', '<p><![CDATA[Satu & dua]]></p>', ['p: Satu & dua']],
  ])('%s', (_, html, expected) => {
    expect(read(html)).toEqual(expected);
  });
});

describe('inline', () => {
  test.each<[string, string, string[]]>([
    [
      'marks',
      '<b>a</b><strong>b</strong> <em>c</em> <u>d</u> <s>e</s> <code>f</code> H<sub>2</sub>O<sup>3</sup>',
      ['p: <b:ab> <i:c> <u:d> <s:e> <c:f> H<sub:2>O<sup:3>'],
    ],
    ['nested and wrongly closed', '<b>a<i>b</b>c</i>d', ['p: <b:a><bi:b><i:c>d']],
    [
      'styles of pasted text',
      '<b style="font-weight:normal"><span style="font-weight:700;font-style:italic">a</span>b</b>',
      ['p: <bi:a>b'],
    ],
    ['a mark over two paragraphs', '<b><p>a</p><p>b</p></b>c', ['p: <b:a>', 'p: <b:b>', 'p: c']],
    [
      'spaces stay outside marks and links',
      'a <b>b</b> <a href="https://x.id/">c</a> d',
      ['p: a <b:b> [c](https://x.id/) d'],
    ],
    ['quotation element', '<q>a</q>', ['p: “a”']],
    [
      'words in a link over two blocks',
      '<a href="https://x.id/"><h3>A</h3><p>B</p></a>',
      ['h3: [A](https://x.id/)', 'p: [B](https://x.id/)'],
    ],
    [
      'two links side by side',
      '<a href="https://x.id/">a</a><a href="https://x.id/">b</a>',
      ['p: [a](https://x.id/)[b](https://x.id/)'],
    ],
    ['a link without words', 'a<a href="https://x.id/"> </a>b', ['p: a b']],
  ])('%s', (_, html, expected) => {
    expect(read(html)).toEqual(expected);
  });

  test.each([
    ['https://x.id/a?utm_source=rss&id=3&fbclid=1#c', 'https://x.id/a?id=3#c'],
    ['/berita/1', 'https://www.contoh.id/berita/1'],
    ['2', 'https://www.contoh.id/rss/2'],
    ['//x.id/a', 'https://x.id/a'],
    ['mailto:a@x.id', 'mailto:a@x.id'],
    ['tel:+62215', 'tel:+62215'],
    [' \n https://x.id/ ', 'https://x.id/'],
  ])('the link %s', (href, expected) => {
    expect(read(`<a href="${href}">a</a>`, 'https://www.contoh.id/rss/terkini.xml')).toEqual([
      `p: [a](${expected})`,
    ]);
  });

  test.each([
    'javascript:alert(1)',
    'java\nscript:alert(1)',
    ' JaVaScRiPt:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    'file:///etc/passwd',
    '#catatan',
    '',
    'blob:https://x.id/1',
    'https://',
  ])('words stay, the address %j goes', (href) => {
    expect(read(`<a href="${href}">a</a>`, 'https://www.contoh.id/')).toEqual(['p: a']);
  });
});

describe('lists', () => {
  test('nested as Lexical has them, numbers counted over them', () => {
    const html = '<ol start="3"><li>Satu<ul><li>a</li><li>b</li></ul></li><li>Dua</li></ol>';
    expect(read(html)).toEqual(['3. Satu', '4. {- a - b}', '4. Dua']);
    const [list] = htmlToDocument(html).root.children;
    expect(list).toMatchObject({
      type: 'list',
      tag: 'ol',
      start: 3,
      children: [
        { indent: 0 },
        { indent: 0, children: [{ children: [{ indent: 1 }, { indent: 1 }] }] },
        { indent: 0 },
      ],
    });
  });

  test.each<[string, string, string[]]>([
    ['items nobody closed', '<ul><li>a<li>b</ul>c', ['- a', '- b', 'p: c']],
    ['paragraphs in an item', '<ul><li><p>a</p><p>b</p></li></ul>', ['- a⏎b']],
    ['words outside items', '<ul>a<li>b</ul>', ['- a', '- b']],
    ['items outside lists', '<li>a</li><li>b</li>', ['p: a', 'p: b']],
    ['an empty list', 'a<ul><li> </li></ul>b', ['p: a', 'p: b']],
    [
      'a picture waits for the end of the list',
      '<ul><li>a<img src="https://x.id/1.jpg"></li><li>b</li></ul>',
      ['- a', '- b', 'image https://x.id/1.jpg "" "" 0x0'],
    ],
    ['a table in an item', '<ul><li><table><tr><td>a</td><td>b</td></tr></table></li></ul>', ['- a | b']],
  ])('%s', (_, html, expected) => {
    expect(read(html)).toEqual(expected);
  });
});

describe('pictures', () => {
  test.each<[string, string, string[]]>([
    [
      'before the copy it stands in front of',
      '<img src="https://x.id/1.jpg" alt=" A  b " width="80px" height="60">Jakarta',
      ['image https://x.id/1.jpg "A b" "" 80x60', 'p: Jakarta'],
    ],
    [
      'amid a sentence after its paragraph',
      '<p>Satu <img src="https://x.id/1.jpg"> dua</p>',
      ['p: Satu dua', 'image https://x.id/1.jpg "" "" 0x0'],
    ],
    [
      'figure and caption',
      '<figure><img src="https://x.id/1.jpg"><figcaption>Kata <b>dia</b>.</figcaption></figure>',
      ['image https://x.id/1.jpg "" "Kata dia." 0x0'],
    ],
    [
      'caption before the picture',
      '<figure><figcaption>Kata</figcaption><a href="x"><img src="https://x.id/1.jpg"></a></figure>',
      ['image https://x.id/1.jpg "" "Kata" 0x0'],
    ],
    [
      'caption without a picture',
      '<figure><figcaption>Kata <b>dia</b></figcaption></figure>',
      ['p: Kata <b:dia>'],
    ],
    [
      'a figure nobody closed',
      '<figure><img src="https://x.id/1.jpg"><figcaption>Kata',
      ['image https://x.id/1.jpg "" "Kata" 0x0'],
    ],
    [
      'loaded late',
      '<img src="data:image/gif;base64,R0" data-src="https://x.id/1.jpg"><noscript><img src="https://x.id/1.jpg"></noscript>',
      ['image https://x.id/1.jpg "" "" 0x0'],
    ],
    [
      'by its set of sizes',
      '<img srcset="https://x.id/s.jpg 300w, https://x.id/l.jpg 900w">',
      ['image https://x.id/l.jpg "" "" 0x0'],
    ],
    ['counting pixels', 'a<img src="https://x.id/t.gif" width="1" height="1">', ['p: a']],
    ['faces', 'a <img class="emoji" alt="🙂" src="https://s.w.org/1.png">', ['p: a 🙂']],
    ['addresses nobody may load', '<img src="javascript:x" alt="a"><img src="file:///x">b', ['p: b']],
  ])('%s', (_, html, expected) => {
    expect(read(html)).toEqual(expected);
  });
});

describe('tables of data', () => {
  test.each<[string, string, string[]]>([
    [
      'as Google Sheets writes them',
      '<table><colgroup><col width="100"><col></colgroup><tbody><tr><td style="font-weight:bold">Tim</td><td>Poin</td></tr><tr><td>Persija</td><td>30</td></tr></tbody></table>',
      ['| Tim | Poin |', '| Persija | 30 |'],
    ],
    [
      'with a header row and a header column',
      '<table><tr><td></td><th>2017</th></tr><tr><th>Inflasi</th><td>3,61</td></tr><tr><th>PDB</th><td>5,07</td></tr></table>',
      ['|  | 2017 |', '| Inflasi | 3,61 |', '| PDB | 5,07 |'],
    ],
    [
      'merged cells apart',
      '<table><tr><th colspan="2">Medali</th><th rowspan="2">Jumlah</th></tr><tr><td>E</td><td>P</td></tr><tr><td>1</td><td>2</td><td>3</td></tr></table>',
      ['| *Medali | * | *Jumlah |', '| E | P |  |', '| 1 | 2 | 3 |'],
    ],
    [
      'empty rows go',
      '<table><tr><td>a</td><td>b</td></tr><tr><td>&nbsp;</td><td></td></tr><tr><td>c</td><td>d</td></tr></table>',
      ['| a | b |', '| c | d |'],
    ],
    [
      'of one row or one column it is none',
      '<table><tr><td>a</td><td>b</td></tr></table><table><tr><td>c</td></tr><tr><td>d</td></tr></table>',
      ['p: a | b', 'p: c', 'p: d'],
    ],
    [
      'a break in a cell',
      '<table><tr><td>a<br>b</td><td>c</td></tr><tr><td>d</td><td>e</td></tr></table>',
      ['| a⏎b | c |', '| d | e |'],
    ],
  ])('%s', (_, html, expected) => {
    expect(read(html)).toEqual(expected);
  });

  test('copy laid out in cells is no table, and no table grows out of hand', () => {
    const story = 'Presiden tiba. '.repeat(60);
    expect(
      read(`<table><tr><td>Menu</td><td>${story}</td></tr><tr><td>a</td><td>b</td></tr></table>`),
    ).toHaveLength(2);
    const wide = htmlToDocument(
      `<table>${'<tr><td colspan="60" rowspan="1000">a</td></tr>'.repeat(400)}</table>`,
    );
    expect(documentText(wide).match(/a/g)).toHaveLength(400);
    expect(JSON.stringify(wide).length).toBeLessThan(1_000_000);
  });
});

describe('galleries, embeds and blocks told by their class', () => {
  const tweet =
    '<blockquote class="twitter-tweet" data-lang="id"><p lang="in">Selamat pagi <a href="https://twitter.com/hashtag/ASEAN">#ASEAN</a></p>&mdash; Joko Widodo (@jokowi) <a href="https://twitter.com/jokowi/status/989771?ref_src=twsrc">April 27, 2018</a></blockquote>\n<script async src="https://platform.twitter.com/widgets.js"></script>';

  test.each<[string, string, string[]]>([
    [
      'a gallery of WordPress',
      '<figure class="wp-block-gallery has-nested-images"><figure class="wp-block-image"><img src="https://x.id/1.jpg"><figcaption>Satu</figcaption></figure><figure class="wp-block-image"><img src="https://x.id/2.jpg"></figure><figcaption>Semua</figcaption></figure>',
      ['gallery "Semua": https://x.id/1.jpg "Satu", https://x.id/2.jpg ""'],
    ],
    [
      'two pictures in a figure',
      '<figure><img src="https://x.id/1.jpg"><img src="https://x.id/2.jpg"><figcaption>Dua</figcaption></figure>',
      ['gallery "Dua": https://x.id/1.jpg "", https://x.id/2.jpg ""'],
    ],
    [
      'figures with copy between them stay apart',
      '<figure><figure><img src="https://x.id/1.jpg"></figure><p>Kata</p><figure><img src="https://x.id/2.jpg"></figure></figure>',
      ['image https://x.id/1.jpg "" "" 0x0', 'p: Kata', 'image https://x.id/2.jpg "" "" 0x0'],
    ],
    [
      'a post of X',
      `<p>a</p>${tweet}<p>b</p>`,
      [
        'p: a',
        'x https://x.com/jokowi/status/989771 "Selamat pagi #ASEAN — Joko Widodo (@jokowi) April 27, 2018" ""',
        'p: b',
      ],
    ],
    [
      'a post of Instagram',
      '<blockquote class="instagram-media" data-instgrm-permalink="https://www.instagram.com/p/Bh4mK2/?utm_source=ig"><div><svg><g></g></svg><a href="https://www.instagram.com/p/Bh4mK2/">Lihat postingan ini di Instagram</a></div></blockquote>',
      ['instagram https://www.instagram.com/p/Bh4mK2/ "Lihat postingan ini di Instagram" ""'],
    ],
    [
      'a film of TikTok and a post of Facebook',
      '<blockquote class="tiktok-embed" cite="https://www.tiktok.com/@a/video/123"><section></section></blockquote><div class="fb-post" data-href="https://www.facebook.com/a/posts/1"><div>x</div></div>',
      [
        'tiktok https://www.tiktok.com/@a/video/123 "" ""',
        'facebook https://www.facebook.com/a/posts/1 "x" ""',
      ],
    ],
    [
      'an embed block of WordPress, by its address or by its frame',
      '<figure class="wp-block-embed is-provider-youtube"><div class="wp-block-embed__wrapper">\nhttps://youtu.be/dQw4w9WgXcQ\n</div><figcaption>Pidato</figcaption></figure>' +
        '<figure class="wp-block-embed"><div><iframe src="https://www.youtube.com/embed/abcdefghijk?feature=oembed" title="Lagu"></iframe></div></figure>',
      [
        'youtube https://www.youtube.com/watch?v=dQw4w9WgXcQ "" "Pidato"',
        'youtube https://www.youtube.com/watch?v=abcdefghijk "" ""',
      ],
    ],
    [
      'a frame of a known provider, with its title',
      'a<iframe src="https://www.youtube.com/embed/dQw4w9WgXcQ" title=" Pidato  presiden"></iframe>b',
      ['p: a', 'youtube https://www.youtube.com/watch?v=dQw4w9WgXcQ "Pidato presiden" ""', 'p: b'],
    ],
    [
      'a quotation that only looks like a post',
      '<blockquote class="twitter-tweet"><p>Kata</p></blockquote>',
      ['quote: Kata'],
    ],
    [
      'a pull quote of WordPress',
      '<figure class="wp-block-pullquote"><blockquote><p>Kita <b>sepakat</b></p><cite>— Presiden</cite></blockquote></figure>',
      ['pull: Kita <b:sepakat> (Presiden)'],
    ],
    [
      'a fact box with a heading, what it cannot hold behind it',
      '<div class="wp-block-group fact-box"><h3>Angka</h3><p>Satu</p><ul><li>a</li></ul><img src="https://x.id/1.jpg"></div>b',
      ['box "Angka": p: Satu - a', 'image https://x.id/1.jpg "" "" 0x0', 'p: b'],
    ],
    [
      'a paragraph with a class that nobody closed',
      '<p class="source-note">Sumber: BPS<p>Kata',
      ['sourcenote: Sumber: BPS', 'p: Kata'],
    ],
    ['a box nobody closed', '<aside class="fact-box"><p>Satu<table><tr><td>a', ['p: Satu', 'p: a']],
    [
      'a related story with and without an address',
      '<p class="related-story">Cabai <a href="https://x.id/a">turun</a></p><p class="related-story">Tanpa</p>',
      ['related https://x.id/a "Cabai turun"', 'p: Tanpa'],
    ],
  ])('%s', (_, html, expected) => {
    expect(read(html)).toEqual(expected);
  });
});

describe('tables, players, scripts', () => {
  test.each<[string, string, string[]]>([
    [
      'rows',
      '<table><caption>Hasil</caption><thead><tr><th>Tim<th>Poin</thead><tr><td>A</td><td></td><td><b>3</b></td></tr></table>',
      ['| *Tim | *Poin | * |', '| A |  | <b:3> |', 'caption: Hasil'],
    ],
    [
      'widths in per cent, and the caption of the figure around it',
      '<p>Satu</p><figure><table><colgroup><col style="color:red;width:62%"><col width="38%"></colgroup><tr><td>A<td>B<tr><td>C<td>D</table><figcaption>Hasil <b>akhir</b></figcaption></figure>',
      ['p: Satu', '| A | B |', '| C | D |', 'widths 60 40', 'caption: Hasil akhir'],
    ],
    [
      'a caption over what is no data, and widths that are none',
      '<table><caption>Hasil</caption><col width="120"><tr><td><p>Satu</p><p>Dua</p></td></tr></table>',
      ['p: Hasil', 'p: Satu', 'p: Dua'],
    ],
    [
      'a page laid out as a table',
      '<table><tr><td><p>Satu</p><p>Dua</p></td><td>Tiga</td></tr></table>',
      ['p: Satu', 'p: Dua', 'p: Tiga'],
    ],
    [
      'tables in tables',
      '<table><tr><td><table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table></td><td>d</td></tr></table>',
      ['| a | b |', '| c |  |', 'p: d'],
    ],
    [
      'a list in a cell',
      '<table><tr><td>a</td><td><ul><li>b</td><td>c</td></tr></table>',
      ['p: a', '- b', 'p: c'],
    ],
    [
      'frames and films leave a link',
      'a<iframe src="https://www.youtube.com/embed/x" onload="x()">tidak</iframe><video><source src="https://x.id/1.mp4"><source src="https://x.id/1.webm"></video>b',
      [
        'p: a',
        'p: [https://www.youtube.com/embed/x](https://www.youtube.com/embed/x)',
        'p: [https://x.id/1.mp4](https://x.id/1.mp4)',
        'p: b',
      ],
    ],
    [
      'scripts, styles, drawings',
      '<style>p{}</style>a<script>alert("<p>x</p>")</script><svg><text>x</text><script>y</script></svg><template>x</template><title>x</title>b',
      ['p: ab'],
    ],
    [
      'a figure in a cell, all wrongly closed',
      '<table><tr><td>a<figure><figcaption>b<table><tr><td>c</figcaption></figure>d</table></table>e',
      ['p: a', 'p: b', 'p: c', 'p: d', 'p: e'],
    ],
  ])('%s', (_, html, expected) => {
    expect(read(html)).toEqual(expected);
  });

  test('what is left out of pages', () => {
    const document = htmlToDocument('<nav>a<nav>b</nav></nav>c<aside>d</aside>', {
      leaveOut: new Set(['nav', 'aside']),
    });
    expect(documentText(document)).toBe('c');
  });

  test('in markup cut out of XML a slash closes', () => {
    expect(
      documentText(htmlToDocument('a<script src="x"/>b<xhtml:div>c</xhtml:div>', { selfClosing: true })),
    ).toBe('ab\n\nc');
  });

  test('a break of XML is one break, however it is written', () => {
    for (const markup of ['<p>satu<br/>dua</p>', '<p>satu<br></br>dua</p>']) {
      expect(documentText(htmlToDocument(markup, { selfClosing: true }))).toBe('satu\ndua');
    }
  });
});
