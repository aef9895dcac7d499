import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { wireStorySchema, type WireStory } from '../../../../shared/contract/wire-story.ts';
import { WireParseError } from './parse-error.ts';
import { parseWireBytes } from './parse.ts';
import { onlyStory, readChecked } from './testing-stories.ts';

/** Joins lines as mail does. */
function mail(...lines: string[]): string {
  return lines.join('\r\n');
}

function storyOf(message: string | Uint8Array): WireStory {
  const delivery = readChecked(message);
  expect(delivery.format).toBe('mail');
  return onlyStory(delivery);
}

const HEAD = [
  'Received: from mx.kantor.example by mail.redaksi.example; Thu, 18 Oct 2018 15:12:40 +0700',
  'From: "Kantor Berita Contoh" <kawat@kantor.example>',
  'To: meja@redaksi.example',
  'Subject: Gempa guncang Lombok Utara',
  'Date: Thu, 18 Oct 2018 15:12:33 +0700',
  'Message-ID: <20181018.0412@kantor.example>',
  'MIME-Version: 1.0',
];

describe('a message', () => {
  test('its fields become the fields of the story', () => {
    const story = storyOf(
      mail(
        ...HEAD,
        'Organization: Kantor Berita Contoh, Biro Mataram',
        'Keywords: gempa, Lombok',
        'Comments: Foto menyusul',
        'Content-Language: id',
        'Priority: urgent',
        'Expires: Fri, 19 Oct 2018 15:00:00 +0700',
        'Content-Type: text/plain; charset=utf-8',
        '',
        'Mataram (ANTARA) - Gempa bermagnitudo 5,5 mengguncang Lombok Utara.',
        '',
        'Warga keluar rumah.',
      ),
    );
    expect(story).toMatchObject({
      uri: 'mid:20181018.0412@kantor.example',
      version: '2018-10-18T15:12:33+07:00',
      versionCreated: '2018-10-18T15:12:33+07:00',
      firstCreated: '2018-10-18T15:12:33+07:00',
      expires: '2018-10-19T15:00:00+07:00',
      headline: 'Gempa guncang Lombok Utara',
      provider: 'Kantor Berita Contoh, Biro Mataram',
      byline: 'Kantor Berita Contoh',
      dateline: { text: 'Mataram (ANTARA)', city: 'Mataram' },
      keywords: ['gempa', 'Lombok'],
      edNote: 'Foto menyusul',
      language: 'id',
      urgency: 3,
      pubStatus: 'usable',
      bodyText: 'Mataram (ANTARA) - Gempa bermagnitudo 5,5 mengguncang Lombok Utara.\n\nWarga keluar rumah.',
      problems: [],
    });
  });

  test('encoded words, folded over lines, in any charset', () => {
    const story = storyOf(
      mail(
        'From: =?iso-8859-1?Q?Ag=EAncia_Exemplo?= <a@agencia.example>',
        'Subject: =?utf-8?B?UHJlc2lkZW4g4oCc?=',
        ' =?utf-8?Q?tiba=E2=80=9D_di?= Dili',
        'Message-ID: <1@agencia.example>',
        '',
        'Isi.',
      ),
    );
    expect(story).toMatchObject({ headline: 'Presiden “tiba” di Dili', provider: 'Agência Exemplo' });
  });

  test.each([
    ['quoted-printable', 'Harga naik =E2=80=93 kata men=\r\nteri.', 'utf-8', 'Harga naik – kata menteri.'],
    [
      'base64',
      Buffer.from('Harga naik – kata menteri.').toString('base64'),
      'utf-8',
      'Harga naik – kata menteri.',
    ],
    ['quoted-printable', 'Caf=E9 =96 Dili', 'iso-8859-1', 'Café – Dili'],
    ['base64', Buffer.from('Café').toString('base64'), 'us-ascii', 'Café'],
  ])('%s %# is undone and its charset read', (encoding, content, charset, words) => {
    const story = storyOf(
      mail(
        ...HEAD,
        `Content-Type: text/plain; charset="${charset}"`,
        `Content-Transfer-Encoding: ${encoding}`,
        '',
        content,
      ),
    );
    expect(story.bodyText).toBe(words);
  });

  test('flowed text is one paragraph again', () => {
    const story = storyOf(
      mail(
        ...HEAD,
        'Content-Type: text/plain; charset=utf-8; format=flowed',
        '',
        'Kalimat yang pertama ',
        'berlanjut di sini.',
        '',
        'Alinea kedua.',
        '',
        '-- ',
        'Meja Berita',
      ),
    );
    expect(story.bodyText).toBe('Kalimat yang pertama berlanjut di sini.\n\nAlinea kedua.');
  });

  test('of alternatives the HTML is taken, and nothing in it acts', () => {
    const story = storyOf(
      mail(
        ...HEAD,
        'Content-Type: multipart/alternative; boundary="b1"',
        '',
        'Mail ini berformat MIME.',
        '--b1',
        'Content-Type: text/plain',
        '',
        'Hanya teks.',
        '--b1',
        'Content-Type: text/html; charset=utf-8',
        '',
        '<html><head><title>x</title><style>p{}</style></head><body><p onclick="steal()">Alinea <b>satu</b>.</p>',
        '<script>alert(1)</script><p><a href="javascript:alert(2)">Alinea dua</a><img src="cid:1" onerror="alert(3)"></p></body></html>',
        '--b1--',
      ),
    );
    expect(story.bodyText).toBe('Alinea satu.\n\nAlinea dua');
    expect(JSON.stringify(story)).not.toMatch(/javascript:|alert|onclick|steal|cid:/);
  });

  test('pictures and files are media, with the size of a picture', () => {
    const pixel =
      'iVBORw0KGgoAAAANSUhEUgAAAAIAAAADCAYAAAC56t6BAAAAC0lEQVR4nGNgQAcAABIAAb2B7e8AAAAASUVORK5CYII=';
    const story = storyOf(
      mail(
        ...HEAD,
        'Content-Type: multipart/mixed; boundary=b1',
        '',
        '--b1',
        'Content-Type: text/plain',
        '',
        'Isi berita.',
        '--b1',
        'Content-Type: image/png',
        'Content-Transfer-Encoding: base64',
        'Content-Description: Warga di luar rumah',
        "Content-Disposition: attachment; filename*0*=utf-8''foto%20; filename*1=satu.png",
        '',
        pixel,
        '--b1',
        'Content-Type: application/pdf; name="=?utf-8?Q?siaran=20pers.pdf?="',
        'Content-Disposition: attachment',
        '',
        '%PDF-1.7',
        '--b1--',
      ),
    );
    expect(story.bodyText).toBe('Isi berita.');
    expect(story.media).toMatchObject([
      {
        type: 'picture',
        mimeType: 'image/png',
        caption: 'Warga di luar rumah',
        width: 2,
        height: 3,
        url: null,
      },
      { type: 'other', mimeType: 'application/pdf', caption: 'siaran pers.pdf', width: null },
    ]);
  });

  test('attached wire files are read as what they are', () => {
    const { stories } = readChecked(
      mail(
        ...HEAD,
        'Content-Type: multipart/mixed; boundary=b1',
        '',
        '--b1',
        'Content-Type: application/octet-stream; name=kawat.dat',
        'Content-Transfer-Encoding: base64',
        'Content-Disposition: attachment; filename=kawat.dat',
        '',
        Buffer.from(
          '<rss><channel><item><guid>a</guid><title>Satu</title><description>Isi satu</description></item></channel></rss>',
        ).toString('base64'),
        '--b1',
        'Content-Type: message/rfc822',
        '',
        mail(...HEAD.slice(0, 5), 'Message-ID: <dalam@kantor.example>', '', 'Isi dalam.'),
        '--b1--',
      ),
    );
    expect(stories.map(({ headline, bodyText }) => [headline, bodyText])).toEqual([
      ['Satu', 'Isi satu'],
      ['Gempa guncang Lombok Utara', 'Isi dalam.'],
    ]);
  });

  test('what a mail program put around forwarded copy leaves it', () => {
    const plain = storyOf(
      mail(
        ...HEAD.map((line) => line.replace('Subject: ', 'Subject: Fwd: ')),
        '',
        'Tolong segera dimuat.',
        '-- ',
        'Sekretariat',
        '',
        '---------- Forwarded message ---------',
        'Dari: Humas Contoh <humas@contoh.example>',
        'Date: Kam, 18 Okt 2018 09:00 WIB',
        'Subject: Gempa guncang Lombok Utara',
        'To: <kawat@kantor.example>',
        '',
        '',
        'Mataram (ANTARA) - Isi berita.',
        '',
        'Alinea kedua.',
      ),
    );
    expect(plain).toMatchObject({
      headline: 'Gempa guncang Lombok Utara',
      provider: 'Humas Contoh',
      versionCreated: '2018-10-18T09:00:00+07:00',
      edNote: 'Tolong segera dimuat.',
      bodyText: 'Mataram (ANTARA) - Isi berita.\n\nAlinea kedua.',
    });
    const html = storyOf(
      mail(
        ...HEAD,
        'Content-Type: text/html',
        '',
        '<div dir="ltr"><br><div class="gmail_quote"><div class="gmail_attr">---------- Forwarded message ---------<br>From: <b>Humas Contoh</b> &lt;humas@contoh.example&gt;<br>Date: Thu, Oct 18, 2018 at 9:00 AM<br>Subject: Judul<br>To: &lt;x@contoh.example&gt;<br></div><br><br><p>Isi berita.</p><p>Alinea kedua.</p></div></div>',
      ),
    );
    expect(html).toMatchObject({ provider: 'Humas Contoh', bodyText: 'Isi berita.\n\nAlinea kedua.' });
  });

  test('a long text below two dashes is no signature', () => {
    const long = 'kata '.repeat(200).trim();
    expect(storyOf(mail(...HEAD, '', 'Satu.', '', '-- ', '', long)).bodyText).toContain(long);
  });

  test('labels and notes to editors say what the desk must know', () => {
    const corrected = storyOf(
      mail(...HEAD.map((line) => line.replace('Subject: ', 'Subject: RALAT: ')), '', 'Isi.'),
    );
    expect(corrected).toMatchObject({ signals: ['sig:correction'], pubStatus: 'usable' });
    const killed = storyOf(
      mail(
        ...HEAD,
        '',
        'Perhatian redaksi: mohon berita ini dibatalkan, sumber mencabut keterangan.',
        '',
        'Isi.',
      ),
    );
    expect(killed).toMatchObject({ pubStatus: 'canceled', bodyText: 'Isi.' });
    expect(killed.edNote).toContain('dibatalkan');
    const held = storyOf(mail(...HEAD, '', 'EMBARGO hingga 19 Oktober 2018 10.00 WIB', '', 'Isi.'));
    expect(held.embargoed).toBe('2018-10-19T10:00:00+07:00');
    const doubtful = storyOf(mail(...HEAD, '', 'EMBARGO sampai acara selesai', '', 'Isi.'));
    expect(doubtful.problems).toContain('embargo-unreadable');
  });

  test('a message that broke off is partial', () => {
    const story = storyOf(
      mail(...HEAD, 'Content-Type: multipart/mixed; boundary=b1', '', '--b1', '', 'Isi yang terpo'),
    );
    expect(story).toMatchObject({ bodyText: 'Isi yang terpo', problems: ['partial'] });
  });

  test('no Message-ID, no date', () => {
    const story = storyOf(mail('From: a@kantor.example', 'Subject: Judul', 'MIME-Version: 1.0', '', 'Isi.'));
    expect(story.uri).toMatch(/^urn:sha256:/);
    expect(story).toMatchObject({ provider: 'kantor.example', versionCreated: null });
    expect(story.problems).toEqual(['date-unreadable', 'identity-made-up']);
  });

  test.each([
    [
      'set-aside',
      mail(...HEAD, 'Content-Type: multipart/report; boundary=b', '', '--b', '', 'Undelivered', '--b--'),
    ],
    ['no-stories', mail('From: a@kantor.example', 'MIME-Version: 1.0', '', '')],
  ])('%s', (code, message) => {
    expect(() => readChecked(message)).toThrow(expect.objectContaining({ name: 'WireParseError', code }));
  });
});

test('a pasted head, an HTTP head and a feed stay what they were', () => {
  expect(readChecked('From: ANTARA <a@antara.example>\nTo: Meja\nSubject: Judul\n\nIsi.').format).toBe(
    'text',
  );
  expect(readChecked('Subject: harga naik\n\nMessage-ID: adalah bidang surat.').format).toBe('text');
  expect(
    readChecked('Content-Type: text/xml\n\n<rss><channel><item><title>A</title></item></channel></rss>')
      .format,
  ).toBe('rss');
});

describe('whatever comes', () => {
  const WHOLE = Buffer.from(
    mail(
      ...HEAD,
      'Content-Type: multipart/mixed; boundary="b1"',
      '',
      '--b1',
      'Content-Type: multipart/alternative; boundary="b1b"',
      '',
      '--b1b',
      'Content-Type: text/plain; charset=utf-16; format=flowed; delsp=yes',
      'Content-Transfer-Encoding: quoted-printable',
      '',
      'Isi =E2=80=93 berita =',
      '--b1b',
      'Content-Type: text/html; charset=shift_jis',
      'Content-Transfer-Encoding: base64',
      '',
      Buffer.from(
        '<p onload="x()">Isi</p><script>jahat()</script><iframe src="javascript:jahat()">',
      ).toString('base64'),
      '--b1b--',
      '--b1',
      'Content-Type: image/jpeg; name*0="=?x?q?=FF?="; name*1*=%',
      'Content-Disposition: attachment; filename="../../a.jpg',
      '',
      '\u0001\u0002',
      '--b1--',
    ),
  );
  const NOISE = [
    '\0',
    '\u0001',
    '\r',
    '\n',
    '--b1',
    '--b1--',
    '=',
    '=?utf-8?B?',
    '?=',
    '\xff\xfe',
    '<script>jahat()</script>',
    ' '.repeat(3000),
    'x'.repeat(20_000),
    'boundary=',
    ';',
    '"',
  ];

  test('valid stories or a typed error, and nothing hostile', () => {
    fc.assert(
      fc.property(
        fc.nat(WHOLE.length),
        fc.array(fc.tuple(fc.nat(WHOLE.length), fc.constantFrom(...NOISE)), { maxLength: 4 }),
        fc.boolean(),
        (end, noises, isCut) => {
          let bytes = WHOLE;
          for (const [at, noise] of noises)
            bytes = Buffer.concat([bytes.subarray(0, at), Buffer.from(noise, 'latin1'), bytes.subarray(at)]);
          if (isCut) bytes = bytes.subarray(0, end);
          try {
            const { stories } = parseWireBytes(bytes, { format: 'mail' });
            for (const story of stories) {
              expect(wireStorySchema.safeParse(story).success).toBe(true);
              expect(JSON.stringify(story.body)).not.toMatch(/"url":"(?!https?:)|"sourceUrl":"(?!https?:)/);
            }
          } catch (error) {
            if (!(error instanceof WireParseError)) throw error;
          }
        },
      ),
      { numRuns: 2000 },
    );
  });
});
