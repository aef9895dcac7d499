import { describe, expect, test } from 'vitest';
import {
  embed,
  heading,
  image,
  link,
  list,
  paragraph,
  pullQuote,
  quote,
  table,
  text,
} from '../../../../shared/document/build.ts';
import { documentText } from '../../../../shared/document/walk.ts';
import type { Manuscript } from './manuscript.ts';
import { readManuscript } from './read-manuscript.ts';
import { docxOf, item, linked, pictureParagraph, run, styled, zipOf } from './testing-docx.ts';

function read(content: string | Uint8Array, name: string): Promise<Manuscript> {
  return readManuscript(typeof content === 'string' ? Buffer.from(content) : content, name);
}

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

describe('a .docx of Word', () => {
  test('gives headline, dek, headings, formats, links, lists, quotes, tables and pictures with their captions', async () => {
    const cell = (words: string): string => `<w:tc><w:p>${run(words)}</w:p></w:tc>`;
    const body = [
      styled('Judul', run('Presiden Tiba di Singapura')),
      styled('Subjudul', run('KTT ke-32 ASEAN dibuka')),
      styled(
        '',
        run('Presiden '),
        run('tiba', '<w:b/>'),
        run(' dengan '),
        run('tenang', '<w:i/><w:u w:val="single"/>'),
        run(', kata '),
        linked('Antara'),
        run('.'),
      ),
      styled('Judul1', run('Agenda', '<w:b/>')),
      item(1, 0, 'Sidang'),
      item(1, 1, 'Pleno'),
      item(2, 0, 'Satu'),
      styled('Kutipan', run('Kami siap.')),
      styled('KutipanyangSering', run('Kami selalu siap.')),
      pictureParagraph,
      styled('Keterangan', run('Presiden tiba.')),
      `<w:tbl><w:tr>${cell('Negara')}${cell('Suara')}</w:tr><w:tr>${cell('Laos')}${cell('3')}</w:tr></w:tbl>`,
    ].join('');
    const { fields, document, pictures, leftOut } = await read(
      docxOf(body, { link: 'https://antaranews.com/b?id=1&utm_source=x', picture: PNG }),
      'KTT.docx',
    );
    expect(fields).toMatchObject({
      headline: 'Presiden Tiba di Singapura',
      dek: 'KTT ke-32 ASEAN dibuka',
      slug: 'presiden-tiba-di-singapura',
    });
    expect(document.root.children).toEqual([
      paragraph([
        text('Presiden '),
        text('tiba', 1),
        text(' dengan '),
        text('tenang', 10),
        text(', kata '),
        link('https://antaranews.com/b?id=1', [text('Antara')]),
        text('.'),
      ]),
      heading('h2', [text('Agenda')]),
      list('bullet', [
        [text('Sidang')],
        [{ ...list('bullet', [[text('Pleno')]]), children: expect.any(Array) }],
      ]),
      list('number', [[text('Satu')]]),
      quote([text('Kami siap.')]),
      pullQuote([text('Kami selalu siap.')]),
      image(pictures[0]?.id ?? '', { alt: 'Presiden turun dari pesawat', caption: 'Presiden tiba.' }),
      table([
        [[text('Negara')], [text('Suara')]],
        [[text('Laos')], [text('3')]],
      ]),
    ]);
    expect(Buffer.compare(pictures[0]?.bytes ?? new Uint8Array(), PNG)).toBe(0);
    expect(leftOut).toEqual([]);
  });

  test('takes tracked changes as accepted, and tells what it left out', async () => {
    const author = 'w:id="1" w:author="Sari" w:date="2018-04-27T10:00:00Z"';
    const body = [
      styled(
        '',
        run('Naskah ini '),
        `<w:ins ${author}>${run('baru')}</w:ins>`,
        `<w:del ${author}><w:r><w:delText>lama</w:delText></w:r></w:del>`,
        '<w:r><w:commentReference w:id="1"/></w:r>',
        run('.'),
      ),
      styled('', '<m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath>', run('Akhir naskah.')),
    ].join('');
    const margins = {
      name: 'word/header1.xml',
      content: '<w:hdr><w:p><w:r><w:t>RAHASIA</w:t></w:r></w:p></w:hdr>',
    };
    const { document, leftOut } = await read(docxOf(body, { more: [margins] }), 'a.docx');
    expect(documentText(document)).toBe('Naskah ini baru.\n\nAkhir naskah.');
    expect(leftOut).toEqual([
      { kind: 'comments', count: 1 },
      { kind: 'deletions', count: 1 },
      { kind: 'formulas', count: 1 },
      { kind: 'margins', count: 1 },
    ]);
  });

  test('without a title takes its first bold line as the headline, else the name of the file', async () => {
    const story = styled('', run('JAKARTA - Pemerintah menetapkan harga baru.'));
    const bold = await read(docxOf(styled('', run('Harga Baru Ditetapkan', '<w:b/>')) + story), 'a.docx');
    expect(bold.fields.headline).toBe('Harga Baru Ditetapkan');
    expect(bold.document.root.children).toHaveLength(1);
    const named = await read(docxOf(story), 'Harga_baru ditetapkan.docx');
    expect(named.fields.headline).toBe('Harga baru ditetapkan');
    expect((await read(docxOf(story), 'Document1.docx')).fields.headline).toBe('');
  });
});

describe('Markdown', () => {
  test('is read with its front matter, tables, captions and embeds', async () => {
    const { fields, document, pictures } = await read(
      [
        '---',
        'title: "Presiden: tiba"',
        'tags: [asean, "ktt, singapura"]',
        'penulis: Sari',
        '---',
        '',
        '## Agenda **padat**',
        '',
        'Kata _dia_ di [Antara](https://antaranews.com "judul").',
        '',
        '> Kami siap.',
        '',
        `![Foto](data:image/png;base64,${PNG.toString('base64')} "Presiden tiba")`,
        '',
        'https://youtu.be/dQw4w9WgXcQ',
        '',
        '| Tim | Poin |',
        '| --- | --- |',
        '| A | 3 |',
      ].join('\n'),
      'naskah.md',
    );
    expect(fields).toMatchObject({
      headline: 'Presiden: tiba',
      tags: ['asean', 'ktt, singapura'],
      byline: 'Sari',
    });
    expect(document.root.children).toEqual([
      heading('h2', [text('Agenda '), text('padat', 1)]),
      paragraph([
        text('Kata '),
        text('dia', 2),
        text(' di '),
        link('https://antaranews.com/', [text('Antara')]),
        text('.'),
      ]),
      quote([text('Kami siap.')]),
      image(pictures[0]?.id ?? '', { alt: 'Foto', caption: 'Presiden tiba' }),
      embed({ provider: 'youtube', url: 'https://www.youtube.com/watch?v=dQw4w9WgXcQ' }),
      table(
        [
          [[text('Tim')], [text('Poin')]],
          [[text('A')], [text('3')]],
        ],
        { headerRow: true },
      ),
    ]);
  });

  test('lets no script or foreign scheme in', async () => {
    const { document } = await read(
      'Awal <script>alert(1)</script> [x](javascript:alert(1)) <img src=x onerror=alert(1)> akhir.\n\n<svg><script>alert(1)</script></svg>',
      'a.md',
    );
    expect(JSON.stringify(document)).not.toMatch(/javascript|alert|onerror/);
    expect(documentText(document)).toBe('Awal x akhir.');
  });
});

test('HTML: the copy of a page, without its furniture', async () => {
  const { fields, document } = await read(
    '<!doctype html><html><head><title>Situs</title></head><body><nav><a href="/">Beranda</a></nav><article><h1>Presiden Tiba</h1><p>Presiden tiba.</p></article><footer>Hak cipta</footer></body></html>',
    'halaman.htm',
  );
  expect(fields.headline).toBe('Presiden Tiba');
  expect(document.root.children).toEqual([paragraph([text('Presiden tiba.')])]);
});

test.each([
  ['UTF-16', Buffer.from('\ufeffHarga naik “tajam”\n\nIsi naskah é.', 'utf16le')],
  ['windows-1252', Buffer.from('Harga naik \x93tajam\x94\n\nIsi naskah \xe9.', 'latin1')],
])('plain text in %s keeps its letters', async (_, bytes) => {
  const { fields, document } = await read(bytes, '1.txt');
  expect(fields.headline).toBe('');
  expect(documentText(document)).toBe('Harga naik “tajam”\n\nIsi naskah é.');
});

describe('what cannot be read', () => {
  const encryptedOffice = Buffer.concat([
    Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
    Buffer.from('EncryptedPackage', 'utf16le'),
  ]);
  const oldWord = Buffer.concat([
    Buffer.from([0xd0, 0xcf, 0x11, 0xe0]),
    Buffer.from('WordDocument', 'utf16le'),
  ]);
  const zeroes = new Uint8Array(70 * 1024 * 1024);
  test.each([
    ['empty', '', 'a.docx'],
    ['empty', ' \n ', 'a.txt'],
    ['empty', docxOf(styled('')), 'kosong.docx'],
    ['zip-bomb', docxOf('', { more: [{ name: 'word/bom.xml', content: zeroes }] }), 'bom.docx'],
    [
      'zip-bomb',
      docxOf('', { more: [{ name: 'word/bom.xml', content: zeroes, declares: 20 }] }),
      'bohong.docx',
    ],
    [
      'zip-bomb',
      docxOf('', { more: [{ name: 'media/x.png', content: '', declares: 0xffffffff }] }),
      'besar.docx',
    ],
    ['encrypted', docxOf('', { more: [{ name: 'x', content: 'x', encrypted: true }] }), 'sandi.docx'],
    ['encrypted', encryptedOffice, 'sandi.docx'],
    ['broken', docxOf('<w:p>').subarray(0, 300), 'putus.docx'],
    ['broken', docxOf('<w:p>'), 'rusak.docx'],
    ['other-word-processor', oldWord, 'lama.doc'],
    ['other-word-processor', zipOf([{ name: 'content.xml', content: '<x/>' }]), 'a.odt'],
    ['other-word-processor', zipOf([{ name: 'xl/workbook.xml', content: '<x/>' }]), 'tabel.docx'],
    ['other-word-processor', '{\\rtf1\\ansi Halo}', 'a.docx'],
    ['not-a-manuscript', zipOf([{ name: 'a.exe', content: 'x' }]), 'a.docx'],
    ['not-a-manuscript', new Uint8Array(4000).fill(1), 'a.md'],
    ['pdf', '%PDF-1.7 …', 'a.docx'],
    ['picture', PNG, 'foto.docx'],
    ['wire-copy', '<?xml version="1.0"?><nitf><body/></nitf>', 'a.txt'],
  ])('is told: %s', async (code, bytes, name) => {
    await expect(read(bytes, name)).rejects.toMatchObject({ code });
  });
});
