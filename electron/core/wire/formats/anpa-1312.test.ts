import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { wireStorySchema, type WireStory } from '../../../../shared/contract/wire-story.ts';
import { WireParseError } from './parse-error.ts';
import { parseWireBytes } from './parse.ts';
import { onlyStory, readChecked } from './testing-stories.ts';

const START = '\x16\x16\x01';
const TEXT = '\x13\x11';
const TABLE = '\x13\x12';
const NOW = Date.UTC(2018, 9, 19);

const read = (copy: string) => readChecked(copy, { now: NOW, sourceLanguage: 'en' });

function storyOf(copy: string): WireStory {
  const delivery = read(copy);
  expect(delivery.format).toBe('anpa-1312');
  return onlyStory(delivery);
}

/** Long runs that a backtracking expression would read again from every place in them; the test's own time limit fails it. */
test.each([
  ['a head line', `^${'<'.repeat(300_000)}‹${'<'.repeat(300_000)}x`],
  ['a line of copy', `${'<'.repeat(300_000)}x${'< '.repeat(300_000)}x`],
])('%s of typesetting signs is read in a moment', (_what, line) => {
  const story = storyOf(transmission('r i bc-uji 10-18 0012', `^BC-Uji,12<\n${line}\nKalimat terakhir.`));
  expect(story.bodyText).toContain('Kalimat terakhir.');
});

function transmission(description: string, text: string, number = '0123'): string {
  const body = text.replace(/\n/g, '\r\n');
  return `${START}a${number}\x1fabx-idn\r\n${description}\r\n\x02${body}\r\n\x03ap-ny-10-18-18 2210GMT\r\n\x04`;
}

const QUAKE = `r i${TEXT} bc-Indonesia-Quake     10-18 0412`;
const COPY = `^Strong quake shakes Lombok<
^By the Mataram Bureau=
^Example News Agency=
   MATARAM, Indonesia (ANTARA) _ A strong earthquake shook the island of Lombok on Thursday morning, the
agency said.
\t\`\`We ran out of the house,'' a resident\x1fsaid.`;

describe('a transmission', () => {
  test('header, text, date line', () => {
    expect(storyOf(transmission(QUAKE, `^BC-AS--Indonesia-Quake,0412<\n${COPY}`))).toMatchObject({
      uri: 'anpa-1312:2018-10-18:indonesia-quake',
      version: '2018-10-18T22:10:00+00:00',
      versionCreated: '2018-10-18T22:10:00+00:00',
      firstCreated: '2018-10-18T22:10:00+00:00',
      urgency: 5,
      slugline: 'Indonesia-Quake,0412',
      headline: 'Strong quake shakes Lombok',
      byline: 'the Mataram Bureau',
      credit: 'Example News Agency',
      language: 'en',
      pubStatus: 'usable',
      signals: [],
      subjects: [
        { scheme: 'anpa-1312', code: 'i', name: null },
        { scheme: 'anpa-1312:selector', code: 'abx', name: null },
        { scheme: 'anpa-1312:selector', code: 'idn', name: null },
      ],
      problems: ['identity-made-up'],
      bodyText:
        'MATARAM, Indonesia (ANTARA) _ A strong earthquake shook the island of Lombok on Thursday morning, the agency said.\n\n“We ran out of the house,” a resident said.',
    });
  });

  test.each([
    ['f', 1],
    ['b', 2],
    ['u', 3],
    ['r', 5],
    ['d', 6],
    ['z', null],
  ])('priority %s is urgency %s', (letter, urgency) => {
    expect(storyOf(transmission(QUAKE.replace(/^r/, letter), COPY)).urgency).toBe(urgency);
  });

  test.each([
    ['1st Ld-Writethru', ['sig:update'], 'usable', '', 5],
    ['2nd Ld', ['sig:update'], 'usable', '', 5],
    ['Add 1', ['take:2'], 'usable', ':take-2', 5],
    ['Take 3', ['take:3'], 'usable', ':take-3', 5],
    ['Correction', ['sig:correction'], 'usable', '', 5],
    ['URGENT', [], 'usable', '', 3],
    ['BULLETIN', [], 'usable', '', 2],
    ['KILL', [], 'canceled', '', 5],
    ['BULLETIN KILL', [], 'canceled', '', 2],
    ['Withhold', [], 'withheld', '', 5],
  ])('%s is told apart, and of the same story', (words, signals, pubStatus, take, urgency) => {
    const description = QUAKE.replace('Quake ', `Quake, ${words} `);
    expect(storyOf(transmission(description, COPY))).toMatchObject({
      uri: `anpa-1312:2018-10-18:indonesia-quake${take}`,
      slugline: 'Indonesia-Quake',
      version: words,
      signals,
      pubStatus,
      urgency,
    });
  });

  test('a slug that may mean a kill is never usable; a headline with the verb is', () => {
    expect(storyOf(transmission(QUAKE.replace('Quake', 'Police Kill'), COPY)).pubStatus).toBe('unknown');
    expect(storyOf(transmission(QUAKE, COPY.replace('quake shakes', 'quakes kill 20 in'))).pubStatus).toBe(
      'usable',
    );
  });

  test('notes to editors: kept, acted upon, not in the copy', () => {
    const killed = storyOf(
      transmission(QUAKE, `^EDITORS: Kill the story slugged Indonesia-Quake. It is wrong.<\n${COPY}`),
    );
    expect(killed).toMatchObject({ pubStatus: 'canceled', headline: 'Strong quake shakes Lombok' });
    expect(killed.edNote).toBe('EDITORS: Kill the story slugged Indonesia-Quake. It is wrong.');
    expect(killed.bodyText).not.toContain('slugged');
  });

  test('tables keep their lines', () => {
    const story = storyOf(
      transmission(
        QUAKE.replace(TEXT, TABLE),
        `^Standings<\n\x08Team   W  L\n\x08Persib   10  2\n\x08Persija  9  <3>`,
      ),
    );
    expect(story.headline).toBe('Standings');
    expect(story.bodyText.split('\n').map((line) => line.trim().split(/\s+/))).toEqual([
      ['Team', 'W', 'L'],
      ['Persib', '10', '2'],
      ['Persija', '9', '<3>'],
    ]);
  });

  test('several in one file; one that broke off is partial', () => {
    const { stories, problems } = read(
      transmission(QUAKE, COPY) +
        transmission(`u f${TEXT} am-Rupiah 10-18 0040`, '^Rupiah gains<\n   JAKARTA _ It rose.', '0124') +
        transmission(`r s${TEXT} bc-Football 12-31 0040`, '^Football<\n   JAKARTA _ They pl', '0125').slice(
          0,
          -29,
        ),
    );
    expect(stories.map(({ headline, urgency }) => [headline, urgency])).toEqual([
      ['Strong quake shakes Lombok', 5],
      ['Rupiah gains', 3],
      ['Football', 5],
    ]);
    expect(stories[2]).toMatchObject({
      uri: 'anpa-1312:2017-12-31:football',
      versionCreated: null,
      problems: ['identity-made-up', 'partial'],
    });
    expect(problems).toEqual(['partial']);
  });
});

test('whatever comes: valid stories or a typed error, and nothing hostile', () => {
  const whole = Buffer.from(
    transmission(QUAKE.replace('Quake ', 'Quake, Add 1 '), COPY) +
      transmission(QUAKE.replace(TEXT, TABLE), COPY),
  );
  const noise = [
    ...['\x01', '\x02', '\x03', '\x04', '\x08', '\x12', '\x16\x16\x01a0001\x1f', '^', '<', '\0', '\xff'],
    ...[
      '99-99 ',
      ' KILL ',
      '<script>jahat()</script>',
      '<a href="javascript:jahat()">',
      '</pre><iframe src=x>',
    ],
    ...[' '.repeat(3000), 'x'.repeat(20_000)],
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
            format: 'anpa-1312',
            now: NOW,
            ...(contentType === undefined ? {} : { contentType }),
          };
          for (const story of parseWireBytes(bytes, options).stories) {
            expect(wireStorySchema.safeParse(story).success).toBe(true);
            expect(JSON.stringify(story.body)).not.toMatch(/"type":"(?:link|embed|image)"|\\u00[01]/);
          }
        } catch (error) {
          if (!(error instanceof WireParseError)) throw error;
        }
      },
    ),
    { numRuns: 2000 },
  );
});
