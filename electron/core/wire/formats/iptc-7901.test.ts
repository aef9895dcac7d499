import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { wireStorySchema, type WireStory } from '../../../../shared/contract/wire-story.ts';
import { WireParseError } from './parse-error.ts';
import { parseWireBytes } from './parse.ts';
import { onlyStory, readChecked } from './testing-stories.ts';

const SOH = '\x01';
const STX = '\x02';
const ETX = '\x03';
const EOT = '\x04';
const NOW = Date.UTC(2018, 9, 18, 12);

const read = (copy: string) => readChecked(copy, { now: NOW, sourceLanguage: 'id' });

function storyOf(copy: string): WireStory {
  const delivery = read(copy);
  expect(delivery.format).toBe('iptc-7901');
  return onlyStory(delivery);
}

function message(header: string, text: string, after = ''): string {
  return `${SOH}${header}\r\n${STX}${text.replace(/\n/g, '\r\n')}\r\n${ETX}${after}\r\n${EOT}`;
}

const COPY = `Gempa guncang
Lombok Utara =
Oleh Biro Mataram =
   Mataram, 18/10 (Antara) - Gempa bermagnitudo 5,5 mengguncang Kabupaten Lombok Utara pada
Kamis pagi, kata kantor meteorologi.
   Warga keluar rumah.
181512Z OKT 18`;

describe('a message between control bytes', () => {
  test('header, text, day and time line', () => {
    const story = storyOf(message('ANT0123 3 POL 0210 nasional 12', `Indonesia-gempa\n${COPY}`));
    expect(story).toMatchObject({
      uri: 'iptc-7901:ANT:2018-10-18:indonesia-gempa',
      version: '2018-10-18T15:12:00+00:00',
      versionCreated: '2018-10-18T15:12:00+00:00',
      urgency: 3,
      subjects: [{ scheme: 'iptc-7901', code: 'pol', name: null }],
      provider: 'ANT',
      slugline: 'Indonesia-gempa',
      headline: 'Gempa guncang Lombok Utara',
      byline: 'Biro Mataram',
      language: 'id',
      dateline: { city: 'Mataram' },
      pubStatus: 'usable',
      problems: ['identity-made-up'],
      bodyText:
        'Mataram, 18/10 (Antara) - Gempa bermagnitudo 5,5 mengguncang Kabupaten Lombok Utara pada Kamis pagi, kata kantor meteorologi.\n\nWarga keluar rumah.',
    });
  });

  test.each([1, 2, 3, 4, 5, 6])('priority %i is the urgency', (priority) => {
    expect(storyOf(message(`ANT0001 ${priority} i 10`, 'Satu kalimat.')).urgency).toBe(priority);
  });

  test.each([
    ['181512 OKT 18', '2018-10-18T15:12:00+07:00'],
    ['181512Z OCT 2018', '2018-10-18T15:12:00+00:00'],
    ['181512 OKT 18 WITA', '2018-10-18T15:12:00+08:00'],
    ['311512 DES', '2017-12-31T15:12:00+07:00'],
  ])('day and time %s, before or behind ETX', (line, iso) => {
    expect(storyOf(message('ANT0001 4 i 10', `Satu kalimat.\n${line}`))).toMatchObject({
      versionCreated: iso,
      bodyText: 'Satu kalimat.',
    });
    expect(storyOf(message('ANT0001 4 i 10', 'Satu kalimat.', `\r\nant a1 ${line}`)).versionCreated).toBe(
      iso,
    );
  });

  test('keywords between strokes: the number tells messages apart', () => {
    const { stories } = read(
      message('ant0001 4 pl 40', 'Politik/Pemilu/\nJudul satu\n\nIsi satu.\n181512 OKT 18') +
        message('ant0002 4 pl 40', 'Politik/Pemilu/\nJudul dua\n\nIsi dua.\n181513 OKT 18'),
    );
    expect(stories.map(({ uri, keywords, headline }) => [uri, keywords, headline])).toEqual([
      ['iptc-7901:ANT:2018-10-18:0001', ['Politik', 'Pemilu'], 'Judul satu'],
      ['iptc-7901:ANT:2018-10-18:0002', ['Politik', 'Pemilu'], 'Judul dua'],
    ]);
  });

  test('a kill, a correction and a further take: what they are, and of which story', () => {
    const { stories } = read(
      [
        `Indonesia-gempa\n${COPY}`,
        `Indonesia-gempa, Ralat\n${COPY}`,
        `Indonesia-gempa, Lanjutan 1\n   Isi lanjutan.\n(bersambung)\n181530Z OKT 18`,
        `Indonesia-gempa, KILL\nPerhatian redaksi: berita ini dibatalkan.\n181600Z OKT 18`,
        `URGENT KILL Indonesia-gempa\nMohon tidak dimuat.\n181600Z OKT 18`,
      ]
        .map((text, index) => message(`ANT000${index} 3 POL 10`, text))
        .join(''),
    );
    const uri = 'iptc-7901:ANT:2018-10-18:indonesia-gempa';
    expect(stories.map((story) => [story.uri, story.version, story.signals, story.pubStatus])).toEqual([
      [uri, '2018-10-18T15:12:00+00:00', [], 'usable'],
      [uri, 'Ralat', ['sig:correction'], 'usable'],
      [`${uri}:take-2`, 'Lanjutan 1', ['take:continues', 'take:2'], 'usable'],
      [uri, 'KILL', [], 'canceled'],
      [uri, 'URGENT KILL', [], 'canceled'],
    ]);
    expect(stories[3]?.edNote).toContain('dibatalkan');
  });

  test('a slug that ends in the verb may be a kill: never usable', () => {
    expect(storyOf(message('ANT0001 4 i 10 Police-kill', 'Satu kalimat.'))).toMatchObject({
      pubStatus: 'unknown',
      problems: ['status-unknown', 'identity-made-up'],
    });
    expect(storyOf(message('ANT0001 4 i 10', 'Bombs kill 20 =\n   Satu kalimat.'))).toMatchObject({
      headline: 'Bombs kill 20',
      pubStatus: 'usable',
    });
  });

  test('an embargo is kept, one that cannot be read too', () => {
    expect(
      storyOf(message('ANT0001 4 i 10', 'EMBARGO hingga 19 Oktober 2018 10.00 WIB\nJudul =\n   Isi.')),
    ).toMatchObject({ embargoed: '2018-10-19T10:00:00+07:00', headline: 'Judul', bodyText: 'Isi.' });
    expect(storyOf(message('ANT0001 4 i 10', 'EMBARGO: usai sidang\nJudul =\n   Isi.')).problems).toContain(
      'embargo-unreadable',
    );
  });

  test('a message that broke off is partial', () => {
    const whole = message('ANT0123 3 POL 0210', `Indonesia-gempa\n${COPY}`);
    const cut = storyOf(whole.slice(0, whole.indexOf('Warga') + 5));
    expect(cut.problems).toContain('partial');
    expect(cut.bodyText).toMatch(/Warga$/);
  });
});

describe('messages between ZCZC and NNNN', () => {
  test('with a header by the standard, without one, with nothing between', () => {
    const { format, stories } = read(
      `\r\nZCZC ANT0123 u EKO 0100\r\nIndonesia-rupiah\r\n${COPY}\r\nNNNN\r\n\r\n` +
        'ZCZC\r\nANT0124 4 EKO 0040\r\nJudul kedua\r\n\r\nIsi kedua.\r\nNNNN\r\nZCZC\r\nNNNN\r\n' +
        'ZCZC EKO7\r\nJudul ketiga\r\n\r\nIsi ketiga yang terpotong',
    );
    expect(format).toBe('iptc-7901');
    expect(stories.map(({ headline, urgency, provider }) => [headline, urgency, provider])).toEqual([
      ['Gempa guncang Lombok Utara', 3, 'ANT'],
      ['Judul kedua', 4, 'ANT'],
      ['Judul ketiga', null, null],
    ]);
    expect(stories.map(({ problems }) => problems.includes('partial'))).toEqual([false, false, true]);
  });
});

test('prose about messages stays plain text', () => {
  expect(read('Kata ZCZC\n\nZCZC membuka pesan teleprinter, NNNN menutupnya.').format).toBe('text');
  expect(read('ANT0123 3 POL 0210\n\nIsi tanpa tanda kendali.').format).toBe('text');
});

test('asked for and not there', () => {
  expect(() => parseWireBytes(Buffer.from('Isi'), { format: 'iptc-7901' })).toThrow(
    expect.objectContaining({ name: 'WireParseError', code: 'not-recognised' }),
  );
  expect(() => read(message('ANT0123 3 POL 0210', '\n'))).toThrow(
    expect.objectContaining({ code: 'no-stories' }),
  );
});

test('whatever comes: valid stories or a typed error, and nothing hostile', () => {
  const whole = Buffer.from(
    `${message('ANT0123 3 POL 0210 URGENT', `Indonesia-gempa, Add 1\n${COPY}`)}\r\nZCZC ANT1 2\r\n<script>jahat()</script>\r\nNNNN\r\n`,
  );
  const noise = [
    SOH,
    STX,
    ETX,
    EOT,
    '\0',
    '\x1b',
    '=\r\n',
    'ZCZC ',
    '\r\nNNNN',
    '999999Z XYZ 99\r\n',
    '/',
    '-',
    'KILL',
    'EMBARGO ',
    '\xff',
    '<a href="javascript:jahat()">',
    ' '.repeat(3000),
    'x'.repeat(20_000),
  ];
  fc.assert(
    fc.property(
      fc.nat(whole.length),
      fc.array(fc.tuple(fc.nat(whole.length), fc.constantFrom(...noise)), { maxLength: 4 }),
      fc.constantFrom(undefined, 'text/plain; charset=utf-16', 'text/plain; charset=shift_jis'),
      (end, noises, contentType) => {
        let bytes = whole;
        for (const [at, one] of noises)
          bytes = Buffer.concat([bytes.subarray(0, at), Buffer.from(one, 'latin1'), bytes.subarray(at)]);
        bytes = noises.length % 2 === 0 ? bytes.subarray(0, end) : bytes;
        try {
          const options = {
            format: 'iptc-7901',
            now: NOW,
            ...(contentType === undefined ? {} : { contentType }),
          };
          for (const story of parseWireBytes(bytes, options).stories) {
            expect(wireStorySchema.safeParse(story).success).toBe(true);
            expect(JSON.stringify(story.body)).not.toMatch(/"type":"link"|[\u0000-\u0008]/); // eslint-disable-line no-control-regex -- none may be left
          }
        } catch (error) {
          if (!(error instanceof WireParseError)) throw error;
        }
      },
    ),
    { numRuns: 2000 },
  );
});
