import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { charsetOfContentType, decodeText } from './decode.ts';

const WORDS = 'Últimas notícias: São Paulo “naik” – café';

function xml(encoding: string, declared = encoding): Uint8Array {
  return iconv.encode(`<?xml version="1.0" encoding="${declared}"?><a>${WORDS}</a>`, encoding);
}

describe('labels that tell the truth', () => {
  test.each(['utf-8', 'windows-1252', 'iso-8859-1'])('XML declaration %s', (encoding) => {
    const words = encoding === 'iso-8859-1' ? 'Últimas notícias' : WORDS;
    const bytes = iconv.encode(`<?xml version="1.0" encoding="${encoding}"?><a>${words}</a>`, encoding);
    expect(decodeText(bytes)).toMatchObject({ text: expect.stringContaining(words), guessed: false });
  });

  test.each([
    ['windows-1251', 'Последние новости'],
    ['koi8-r', 'Последние новости'],
    ['shift_jis', '最新ニュースをお伝えします'],
    ['gb2312', '最新新闻报道'],
    ['big5', '最新新聞報導'],
    ['euc-kr', '최신 뉴스입니다'],
  ])('HTTP charset %s', (charset, words) => {
    expect(decodeText(iconv.encode(`<a>${words}</a>`, charset), charset)).toMatchObject({
      text: `<a>${words}</a>`,
      guessed: false,
    });
  });

  test.each(['utf-16le', 'utf-16be', 'utf-32le', 'utf-32be'])('%s, with and without mark', (encoding) => {
    const text = `<?xml version="1.0"?><rss><channel><title>${WORDS}</title></channel></rss>`;
    for (const addBOM of [true, false]) {
      expect(decodeText(iconv.encode(text, encoding, { addBOM }))).toEqual({
        text,
        encoding,
        guessed: false,
      });
    }
  });

  test('a mark beats every label', () => {
    const bytes = iconv.encode(`<?xml version="1.0" encoding="iso-8859-1"?>${WORDS}`, 'utf-8', {
      addBOM: true,
    });
    expect(decodeText(bytes, 'windows-1251').text).toContain(WORDS);
  });

  test('HTML meta', () => {
    const html =
      '<html><head><meta http-equiv="Content-Type" content="text/html; charset=windows-1251"></head>Новости';
    expect(decodeText(iconv.encode(html, 'windows-1251')).text).toBe(html);
  });

  test('the charset of a header', () => {
    expect(charsetOfContentType('text/xml; charset="ISO-8859-1"; qs=1')).toBe('ISO-8859-1');
    expect(charsetOfContentType('text/xml')).toBeNull();
    expect(charsetOfContentType(null)).toBeNull();
  });
});

describe('labels that lie', () => {
  test('says UTF-8, is windows-1252', () => {
    expect(decodeText(xml('windows-1252', 'utf-8'), 'utf-8')).toMatchObject({
      text: expect.stringContaining(WORDS),
      encoding: 'windows-1252',
      guessed: true,
    });
  });

  test('says ISO 8859-1, is UTF-8', () => {
    expect(decodeText(xml('utf-8', 'iso-8859-1'), 'iso-8859-1')).toMatchObject({
      text: expect.stringContaining(WORDS),
      encoding: 'utf-8',
      guessed: true,
    });
  });

  test('the server says UTF-8, the document knows better', () => {
    const bytes = iconv.encode('<?xml version="1.0" encoding="windows-1251"?><a>Новости</a>', 'windows-1251');
    expect(decodeText(bytes, 'utf-8')).toMatchObject({
      text: expect.stringContaining('Новости'),
      encoding: 'windows-1251',
    });
  });

  test('says UTF-16 in plain letters', () => {
    expect(decodeText(xml('utf-8', 'utf-16')).text).toContain(WORDS);
  });

  test('UTF-8 with stray bytes of windows-1252 keeps both', () => {
    const bytes = Buffer.concat([
      Buffer.from('São Paulo, notícias – '),
      Buffer.from([0x93]),
      Buffer.from('naik'),
      Buffer.from([0x94]),
    ]);
    expect(decodeText(bytes)).toEqual({
      text: 'São Paulo, notícias – “naik”',
      encoding: 'utf-8',
      guessed: true,
    });
  });

  test.each(['utf-7', 'x-unknown', '', '../etc', 'base64', 'hex'])(
    'the label %j means nothing',
    (charset) => {
      expect(decodeText(Buffer.from('+ADw-script+AD4- é'), charset).text).toBe('+ADw-script+AD4- é');
    },
  );
});

test.each(['hex', 'base64', 'binary', 'utf-7'])('the label %s over bytes that are no UTF-8', (charset) => {
  expect(decodeText(Buffer.from('Últimas notícias', 'latin1'), charset).text).toBe('Últimas notícias');
});

test('a character cut in two at the end is left out, the rest stays', () => {
  const bytes = Buffer.from('Kabar – terkini –');
  expect(decodeText(bytes.subarray(0, bytes.length - 1))).toEqual({
    text: 'Kabar – terkini ',
    encoding: 'utf-8',
    guessed: false,
  });
});

test('zeroes and controls that XML forbids are left out', () => {
  expect(decodeText(Buffer.from('a\u0000b\u0008c\u001b\td\r\ne\ufffe')).text).toBe('abc\td\r\ne');
});

test('any bytes with any label give text', () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ maxLength: 200 }),
      fc.option(fc.constantFrom('utf-8', 'gbk', 'utf-16', 'x', 'iso-2022-jp', 'hex')),
      (bytes, label) => {
        const { text } = decodeText(bytes, label);
        expect(text.isWellFormed()).toBe(true);
        // eslint-disable-next-line no-control-regex -- what must not be there
        expect(text).not.toMatch(/[\u0000-\u0008\u000b\u000e-\u001f]/);
      },
    ),
  );
});

test('sound UTF-8 always comes back as it was', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom(null, 'utf-8', 'iso-8859-1', 'us-ascii'),
      (text, label) => {
        const source = `<p>${text.replaceAll('\ufeff', '')}</p>`;
        expect(decodeText(Buffer.from(source), label).text).toBe(source);
      },
    ),
  );
});
