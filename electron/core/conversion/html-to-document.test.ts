import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  documentSchema,
  type ArticleDocument,
  type BlockNode,
  type InlineNode,
  type ListNode,
} from '../../../shared/document/vocabulary.ts';
import { documentText } from '../../../shared/document/walk.ts';
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

describe('tables, players, scripts', () => {
  test.each<[string, string, string[]]>([
    [
      'rows',
      '<table><caption>Hasil</caption><thead><tr><th>Tim<th>Poin</thead><tr><td>A</td><td></td><td><b>3</b></td></tr></table>',
      ['p: Hasil', 'p: Tim | Poin', 'p: A | <b:3>'],
    ],
    [
      'a page laid out as a table',
      '<table><tr><td><p>Satu</p><p>Dua</p></td><td>Tiga</td></tr></table>',
      ['p: Satu', 'p: Dua', 'p: Tiga'],
    ],
    [
      'tables in tables',
      '<table><tr><td><table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table></td><td>d</td></tr></table>',
      ['p: a | b', 'p: c', 'p: d'],
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
});

describe('hostile input', () => {
  const VECTORS = [
    '<img src=x onerror=alert(1)>',
    '<a href="jav&#x09;ascript:alert(1)">a</a>',
    '<a href="&#106;avascript:alert(1)">a</a>',
    '<a href=javascript&colon;alert(1)>a</a>',
    '<svg/onload=alert(1)>',
    '<math><mi xlink:href="data:x,<script>alert(1)</script>">',
    '<iframe srcdoc="<script>alert(1)</script>" src="javascript:alert(1)">',
    '<object data="data:text/html;base64,PHNjcmlwdD4="></object>',
    '<embed src="javascript:alert(1)">',
    '<form action="javascript:alert(1)"><button formaction="javascript:x">a</button></form>',
    '<video poster="javascript:x" src="data:video/mp4,x"></video>',
    '<base href="javascript:alert(1)//"><a href="a">b</a>',
    '<<script>script>alert(1)</script>',
    '<scr<script>ipt>alert(1)</scr</script>ipt>',
    '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
    '<style>@import "javascript:alert(1)";</style>',
    '<meta http-equiv="refresh" content="0;url=javascript:alert(1)">',
    '<img src="https://x.id/a.jpg" alt="&quot;><script>alert(1)</script>">',
  ];

  function addresses(document: ArticleDocument): string[] {
    return [...JSON.stringify(document).matchAll(/"(?:url|sourceUrl)":"([^"]*)"/g)].map(
      (match) => match[1] ?? '',
    );
  }

  test.each(VECTORS)('%s', (html) => {
    const document = htmlToDocument(html, { baseUrl: 'https://www.contoh.id/' });
    expect(documentSchema.parse(document)).toEqual(document);
    for (const address of addresses(document)) expect(address).toMatch(/^(?:https?:\/\/|mailto:|tel:|$)/);
    expect(JSON.stringify(document)).not.toMatch(/"on[a-z]+":|srcdoc|"style":"[^"]/);
  });

  const soup = fc
    .array(
      fc.oneof(
        fc.constantFrom(
          ...[
            '<p>',
            '</p>',
            '<div>',
            '<b>',
            '</b>',
            '<i>',
            '</i>',
            '<a href="https://x.id/a">',
            '</a>',
            '<ul>',
            '<ol>',
            '</ul>',
            '</ol>',
            '<li>',
            '</li>',
          ],
          ...[
            '<table>',
            '<tr>',
            '<td>',
            '</td>',
            '</tr>',
            '</table>',
            '<figure>',
            '<figcaption>',
            '</figcaption>',
            '</figure>',
            '<img src="https://x.id/1.jpg">',
          ],
          ...[
            '<br>',
            '<hr>',
            '<h2>',
            '</h2>',
            '<blockquote>',
            '</blockquote>',
            '<pre>',
            '</pre>',
            '&nbsp;',
            '\n\n',
            ' ',
            '<video src="https://x.id/v">',
            '</video>',
          ],
          ...VECTORS,
        ),
        fc.stringMatching(/^[a-z]{1,6}$/),
      ),
      { maxLength: 40 },
    )
    .map((parts) => parts.join(''));

  test('any soup gives a valid document', () => {
    fc.assert(
      fc.property(soup, (html) => {
        const document = htmlToDocument(html, { baseUrl: 'https://www.contoh.id/' });
        expect(documentSchema.parse(document)).toEqual(document);
        for (const address of addresses(document)) expect(address).toMatch(/^(?:https?:\/\/|mailto:|tel:|$)/);
      }),
      { numRuns: 400 },
    );
  });

  test('no soup of harmless tags loses a word or their order in a block', () => {
    const words = fc.stringMatching(/^[a-z]{3,6}$/);
    const tags = fc.constantFrom(
      ...[
        '<p>',
        '</p>',
        '<div>',
        '</div>',
        '<b>',
        '</b>',
        '<a href="https://x.id/a">',
        '</a>',
        '<ul>',
        '</ul>',
        '<ol>',
        '</ol>',
        '<li>',
        '</li>',
      ],
      ...[
        '<table>',
        '<tr>',
        '<td>',
        '</td>',
        '</tr>',
        '</table>',
        '<figure>',
        '<figcaption>',
        '</figcaption>',
        '</figure>',
        '<img src="https://x.id/1.jpg">',
      ],
      ...[
        '<br>',
        '<h2>',
        '</h2>',
        '<blockquote>',
        '</blockquote>',
        '<pre>',
        '</pre>',
        '<caption>',
        '</caption>',
        '<dl>',
        '<dd>',
        '</dl>',
      ],
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(words, tags), { maxLength: 40 }), (parts) => {
        const document = htmlToDocument(parts.join(' '));
        const found = documentText(document).match(/[a-z]+/g) ?? [];
        const expected = parts.filter((part) => !part.startsWith('<'));
        expect([...found].sort()).toEqual([...expected].sort());
      }),
      { numRuns: 1000 },
    );
  });

  test('any text at all', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (html) => {
        const document = htmlToDocument(html);
        expect(documentSchema.parse(document)).toEqual(document);
      }),
    );
  });

  test.each([
    '<div>',
    '<b>',
    '<ul><li>',
    '<blockquote>',
    '<table><tr><td>',
    '<figure><figcaption>',
    '<a href="https://x.id/">',
    '<svg>',
    '<pre>',
    '<h2>',
  ])('20,000 deep: %s', (tag) => {
    const document = htmlToDocument(`awal ${tag.repeat(20_000)} akhir`);
    expect(documentSchema.parse(document)).toEqual(document);
    expect(documentText(document)).toContain('awal');
    // Inside a drawing nothing is copy.
    expect(documentText(document).includes('akhir')).toBe(tag !== '<svg>');
  });
});
