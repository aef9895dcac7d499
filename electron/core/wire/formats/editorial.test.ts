import { describe, expect, test } from 'vitest';
import type { WireStory } from '../../../../shared/contract/wire-story.ts';
import { documentSchema } from '../../../../shared/document/vocabulary.ts';
import { documentText } from '../../../../shared/document/walk.ts';
import { htmlToDocument } from '../../../../shared/conversion/html-to-document.ts';
import { emptyStory } from '../../../../shared/domain/empty-story.ts';
import { contentHashOf, withEditorialFields } from './editorial.ts';

const NOTICE =
  'Dilarang keras mengambil konten, melakukan crawling atau pengindeksan otomatis untuk AI di situs web ini tanpa ' +
  'izin tertulis dari Kantor Berita ANTARA.';

function story(html: string, fields: Partial<WireStory> = {}): WireStory {
  const body = htmlToDocument(html);
  const read = withEditorialFields({ ...emptyStory('urn:x'), body, bodyText: documentText(body), ...fields });
  expect(documentSchema.parse(read.body)).toEqual(read.body);
  expect(read.bodyText).toBe(documentText(read.body));
  return read;
}

describe('footer and dateline into fields', () => {
  test('a whole story of Antara', () => {
    const read = story(
      `<p>“Kami siap.”</p><p>Jember, Jawa Timur (ANTARA) - Presiden tiba, Jumat (27/4).</p><p>Ia disambut.</p>
       <p>Pewarta: Bayu Prasetyo<br>Editor: Ade P. Marboen<br>Copyright © ANTARA 2025</p><p>${NOTICE}</p>`,
      { rights: 'ANTARA' },
    );
    expect(read).toMatchObject({
      dateline: { text: 'Jember, Jawa Timur (ANTARA)', city: 'Jember' },
      byline: 'Bayu Prasetyo',
      credit: 'Editor: Ade P. Marboen',
      rights: `Copyright © ANTARA 2025\n${NOTICE}\nANTARA`,
      bodyText: '“Kami siap.”\n\nJember, Jawa Timur (ANTARA) - Presiden tiba, Jumat (27/4).\n\nIa disambut.',
    });
  });

  test('a footer at the end of the last paragraph, marks and links before it kept', () => {
    const read = story(
      '<p>Jakarta (ANTARA) - Ia <b>disambut</b> <a href="https://x.id/">hangat</a>. Pewarta: Mentari Dwi Editor: Ahmad W. COPYRIGHT © ANTARA 2020</p><img src="https://x.id/1.jpg">',
    );
    expect(read).toMatchObject({
      byline: 'Mentari Dwi',
      bodyText: 'Jakarta (ANTARA) - Ia disambut hangat.',
    });
    expect(read.body.root.children.map(({ type }) => type)).toEqual(['paragraph', 'image']);
    expect(JSON.stringify(read.body)).toContain('"url":"https://x.id/"');
  });

  test('a credit below the copy', () => {
    expect(story('<p>Ia disambut.</p><p>(Ant/SU02)</p>')).toMatchObject({
      credit: '(Ant/SU02)',
      bodyText: 'Ia disambut.',
    });
  });

  test('pictures below a footer stay', () => {
    const read = story('<p>Ia disambut.</p><p>Copyright © ANTARA 2025</p><img src="https://x.id/1.jpg">');
    expect(read.body.root.children.map(({ type }) => type)).toEqual(['paragraph', 'image']);
  });

  test('a story without either is left as it is', () => {
    expect(story('<p>Presiden tiba.</p>', { byline: 'Ani' })).toMatchObject({
      dateline: null,
      byline: 'Ani',
      credit: null,
      rights: null,
    });
  });

  test('a body that is nothing but a footer is not emptied', () => {
    expect(story('<p>Copyright © ANTARA 2025</p>').bodyText).toBe('Copyright © ANTARA 2025');
  });
});

describe('content hash', () => {
  const one = story('<p>Jakarta (ANTARA) - Isi.</p>', { headline: 'Judul' });

  test('the same words are the same version, whatever moved around them', () => {
    const again = { ...one, version: '2', versionCreated: '2018-04-27T22:10:00+07:00', url: 'https://x.id/' };
    expect(contentHashOf(again)).toBe(contentHashOf(one));
    expect(contentHashOf(one)).toMatch(/^[0-9a-f]{64}$/);
  });

  test.each<[string, Partial<WireStory>]>([
    ['headline', { headline: 'Judul baru' }],
    ['copy', { bodyText: 'Isi lain' }],
    ['status', { pubStatus: 'canceled' }],
    ['embargo', { embargoed: '2018-04-27T22:10:00+07:00' }],
    ['an embargo nobody can read', { problems: ['embargo-unreadable'] }],
    ['note', { edNote: 'Ralat' }],
  ])('a changed %s is a new version', (_, change) => {
    expect(contentHashOf({ ...one, ...change })).not.toBe(contentHashOf(one));
  });
});
