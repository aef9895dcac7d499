/** Titles of people as copy writes them: the words that open one, and what closes it. */
import { splitSentences } from './sentences.ts';

const DEPUTIES = 'wakil|mantan|pelaksana tugas|plt|calon';
export const TITLE_HEADS =
  'kepala|ketua|direktur utama|direktur|manajer|sekretaris jenderal|sekretaris|bendahara|koordinator|komandan|juru bicara|menteri|gubernur|bupati|wali kota|camat|lurah|presiden|rektor|dekan|kapolres|kapolda|kapolri|panglima|pelatih|kurator|komisaris|deputi|anggota|humas|manager';

/** Words before which a title is over: prepositions, and verbs by their prefixes. */
const CLOSES =
  /^(?:yang|di|dari|dalam|pada|kepada|dengan|untuk|seusai|usai|saat|ketika|setelah|sesudah|sebelum|itu|ini|tersebut|dan|atau|juga|akan|sudah|telah|belum|tidak|masih|kata|ujar|ucap|tutur|tegas|jelas|ungkap|lewat|melalui|terhadap|sambil|seperti|sejak|sebagai|menurut|karena|lalu)(?:nya)?$/u;
const NO_VERB =
  /^(?:menteri|media|medis|medan|meteorologi|menengah|menara|merah|metro|mekanik|mesin|meter|melati|melayu|mebel|dinas|direktur|direktorat|digital|distrik|diplomat|divisi|diplomasi|difabel|diaspora|berita|beras|berlian)$/u;
const VERB =
  /^(?:me(?:m|n|l|r|w|y)\p{L}{3,}|di\p{L}{4,}|ber(?:harap|kata|pendapat|janji|cerita|tanya|sama)\p{L}*|minta)$/u;

/** True for a word no name of a person or an office goes on behind. */
export function closesTitle(plain: string): boolean {
  return CLOSES.test(plain) || (VERB.test(plain) && !NO_VERB.test(plain));
}

export interface Title {
  start: number;
  end: number;
  text: string;
  /** In small letters; the first is the head, with `wakil` and its kin before it. */
  words: string[];
}

const HEAD = new RegExp(String.raw`(?<![\p{L}-])(?:(?:${DEPUTIES})\s)?(?:${TITLE_HEADS})(?![\p{L}-])`, 'giu');
const MOST_WORDS = 5;

/** Where the sentences of a text end, without what closes with them: the full stop there is no part of a name. */
function sentenceEnds(text: string): Set<number> {
  return new Set(
    splitSentences(text).map(
      (sentence) => sentence.start + sentence.text.replace(/["'”’»)\]\s]+$/u, '').length,
    ),
  );
}

/** Every title in a text with what it is the title of: `kepala balai wilayah sungai`. */
export function titlesIn(text: string): Title[] {
  const ends = sentenceEnds(text);
  return [...text.matchAll(HEAD)].flatMap((match) => {
    const words = [match[0].toLowerCase()];
    let end = match.index + match[0].length;
    for (const next of text.slice(end).matchAll(/(\s)(\p{L}[\p{L}'’.-]*)/gu)) {
      const endsSentence = ends.has(end + next[0].length) && /^[^.]+\.$/u.test(next[2] ?? '');
      const word = endsSentence ? (next[2] ?? '').slice(0, -1) : (next[2] ?? '');
      const plain = word.toLowerCase();
      const isNeighbour = match.index + match[0].length + next.index === end;
      if (!isNeighbour || closesTitle(plain) || words.length === MOST_WORDS) break;
      words.push(plain);
      end += (next[1] ?? '').length + word.length;
      if (endsSentence) break;
    }
    return words.length === 1 ? [] : [{ start: match.index, end, text: text.slice(match.index, end), words }];
  });
}
