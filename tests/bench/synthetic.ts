/**
 * Seeded stories that look like Indonesian wire copy to a search index: word lengths, a Zipf distribution over a large
 * vocabulary whose head is real words, short feed items beside full stories. The same seed gives the same stories.
 */
import { buildDocument, paragraph, text } from '../../shared/document/build.ts';
import type { WireStory } from '../../shared/contract/wire-story.ts';
import { parsedStoryOf, type ParsedStory } from '../../electron/core/wire/parsed-story.ts';

/** Heads of the vocabulary in order of frequency: what a person types is among them. */
const HEAD =
  `yang di dan ini untuk dengan dari pada itu dalam tidak akan oleh ke tersebut juga karena sebagai telah
bisa ada mengatakan kata para saat jakarta presiden menteri indonesia negara pemerintah warga tahun polisi kota daerah
masyarakat provinsi kabupaten anggaran ekonomi persen rupiah harga pasar beras bank saham investasi ekspor impor industri
energi listrik minyak gas nikel tambang bandara pelabuhan jalan tol kereta pesawat bencana gempa banjir longsor erupsi
gunung kebakaran hutan hujan cuaca badan nasional penanggulangan korban jiwa rumah sakit dokter vaksin kesehatan sekolah
siswa guru universitas mahasiswa peneliti timnas pelatih pemain pertandingan gol liga stadion piala dunia juara medali
pengadilan hakim jaksa korupsi terdakwa vonis penjara hukum undang pemilu partai calon gubernur bupati wali dewan rapat
kebijakan program digital teknologi internet data keamanan siber wisata budaya festival film musik bali surabaya bandung
medan makassar papua aceh yogyakarta semarang lombok kalimantan sulawesi sumatera jawa nusantara asean amerika rusia cina
jepang palestina israel ukraina perang damai diplomasi kedutaan utusan sidang umum`.split(/\s+/);

const SYLLABLES =
  `ba be bi bo bu ca da de di du ga gi gu ha hi ja ji ka ke ki ko ku la le li lo lu ma me mi mo mu na
ne ni no nu nga nge nya pa pe pi po pu ra re ri ro ru sa se si so su ta te ti to tu wa wi ya yu`.split(/\s+/);
const ENDINGS = ['', '', '', 'n', 'ng', 's', 'k', 'r', 't', 'h', 'kan', 'nya', 'an'];
const VOCABULARY = 80_000;
const SAMPLES = 1 << 19;

export type Random = () => number;

/** A small generator of numbers from 0 to 1 (mulberry32); good enough for copy, the same on every machine. */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function pick<Item>(random: Random, items: readonly Item[]): Item {
  const item = items[Math.floor(random() * items.length)];
  if (item === undefined) throw new RangeError('nothing to pick from');
  return item;
}

function makeWord(random: Random): string {
  let word = '';
  for (let count = 2 + Math.floor(random() * 3); count > 0; count -= 1) word += pick(random, SYLLABLES);
  return word + pick(random, ENDINGS);
}

export interface Writer {
  words(count: number): string;
  sentence(): string;
  /** Sentences of about this many words in all. */
  text(words: number): string;
  headline(): string;
}

/** Few enough that about one word in sixty is invented: copy as somebody writes it, not as an archive of many hands holds it. */
export const VOCABULARY_OF_A_WRITER = HEAD.length + 20;

/** Writes words drawn by Zipf's law (rank ^ -1.05): real ones first, then invented ones up to this many. */
export function createWriter(seed: number, size = VOCABULARY): Writer {
  const random = seededRandom(seed);
  const words = new Set(HEAD);
  // The vocabulary is the same for every seed: a search finds its words in any archive.
  const making = seededRandom(1);
  while (words.size < size) words.add(makeWord(making));
  const vocabulary = [...words];
  const table = new Uint32Array(SAMPLES);
  let total = 0;
  const weights = vocabulary.map((_word, rank) => (total += (rank + 1.5) ** -1.05));
  for (let sample = 0, rank = 0; sample < SAMPLES; sample += 1) {
    while (rank < size - 1 && (weights[rank] ?? 0) < ((sample + 0.5) / SAMPLES) * total) rank += 1;
    table[sample] = rank;
  }

  // The tail beyond the table's grain is drawn evenly now and then, so that rare words are rare but there.
  function word(): string {
    const rank = random() < 0.02 ? Math.floor(random() * size) : (table[Math.floor(random() * SAMPLES)] ?? 0);
    return vocabulary[rank] ?? '';
  }

  const capital = (value: string) => value.charAt(0).toUpperCase() + value.slice(1);
  const many = (count: number) => Array.from({ length: count }, word).join(' ');
  const sentence = () => `${capital(many(8 + Math.floor(random() * 14)))}.`;
  return {
    words: many,
    sentence,
    text(count) {
      let written = '';
      let length = 0;
      while (length < count) {
        const next = sentence();
        length += next.split(' ').length;
        written += written === '' ? next : ` ${next}`;
      }
      return written;
    },
    headline: () => capital(many(6 + Math.floor(random() * 6))),
  };
}

/** Story number `index`: seven in ten a feed's summary of about 35 words, the others about 200 words of copy. */
export function syntheticStory(writer: Writer, index: number, time: number): ParsedStory {
  const full = index % 10 >= 7;
  const paragraphs = Array.from({ length: full ? 5 : 1 }, () => writer.text(35));
  const instant = new Date(time).toISOString();
  const headline = writer.headline();
  const story: WireStory = {
    uri: `https://www.antaranews.com/berita/${index}/bench`,
    version: null,
    url: `https://www.antaranews.com/berita/${index}/bench`,
    headline,
    slugline: null,
    byline: null,
    dateline: { text: 'Jakarta (ANTARA) - ', city: 'Jakarta' },
    language: 'id',
    urgency: index % 97 === 0 ? 2 : 4,
    pubStatus: 'usable',
    signals: [],
    versionCreated: instant,
    firstCreated: instant,
    embargoed: null,
    expires: null,
    edNote: null,
    abstract: full ? null : (paragraphs[0] ?? null),
    subjects: [],
    keywords: [],
    rights: null,
    credit: 'ANTARA',
    provider: 'ANTARA',
    body: buildDocument(paragraphs.map((copy) => paragraph([text(copy)]))),
    bodyText: paragraphs.join('\n'),
    media: [],
    problems: [],
  };
  return parsedStoryOf(story);
}

/** The same story as another agency carries it, under its own address and headline. */
export function syntheticCopy(writer: Writer, original: ParsedStory, index: number): ParsedStory {
  const story = JSON.parse(original.content) as WireStory;
  const uri = `https://kantorwarta.example/${index}/bench`;
  return parsedStoryOf({ ...story, uri, url: uri, headline: writer.headline(), provider: 'Kantor Warta' });
}

function escapeXml(value: string): string {
  return value.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

/** An RSS 2.0 delivery of such stories, bytes as a server sends them. */
export function rssDelivery(writer: Writer, items: number, firstIndex: number): Uint8Array {
  const parts = Array.from({ length: items }, (_none, offset) => {
    const index = firstIndex + offset;
    const link = `https://www.antaranews.com/berita/${index}/bench`;
    const full = index % 10 >= 7;
    const paragraphs = Array.from({ length: full ? 5 : 1 }, () => `<p>${writer.text(35)}</p>`).join('');
    const picture = `<img src="https://img.antaranews.com/${index}.jpg" align="left" border="0">`;
    const date = new Date(1_795_000_000_000 + index * 1000).toUTCString();
    return `<item><title>${escapeXml(writer.headline())}</title><link>${link}</link><guid>${link}</guid>
<pubDate>${date}</pubDate><description>${escapeXml(`${picture}${paragraphs}`)}</description></item>`;
  });
  return new TextEncoder().encode(
    `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>Bench</title>
<link>https://www.antaranews.com</link><description>Bench</description>${parts.join('\n')}</channel></rss>`,
  );
}
