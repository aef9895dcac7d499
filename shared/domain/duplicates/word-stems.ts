/**
 * Words as they are compared between two copies of one story: without the words that carry nothing, and without the
 * affixes in which one desk's Indonesian differs from another's (`menambah`, `ditambah`, `tambahan`). The stems are for
 * comparing only: they need not be words, they need to be the same.
 */

const STOP_WORDS = new Set(
  `ada adalah adapun agar akan antara apabila atas atau bagi bahwa baik banyak beberapa bisa boleh cukup dalam dan dapat
dari demi demikian dengan di dia hal hanya harus hingga ia ialah ini itu jadi jika juga kalau karena kata kami ke kemudian
kepada ketika kini kita lagi lain lalu lebih maka mana masih melalui memang menjadi mereka merupakan namun nanti oleh orang
pada paling para pasalnya pun saat saja sampai sangat satu saya sebab sebagai sebagian sebanyak sebelum sebuah secara sedang
sedangkan sehingga sejak sekarang sekitar selama seluruh seorang seperti serta sesudah setelah setiap suatu sudah supaya
tapi telah tentang tersebut tetapi tetap tiap untuk usai yaitu yakni yang ujar ucap sebut jelas ungkap
a about after all also an and any are as at be been before but by can could did do for from had has have he her his how if in
into is it its more most new no of on one or other our out over said says she so some such than that the their them then there
these they this those to up was we were when which who will with would you your`.split(/\s+/),
);

const SHORTEST_STEM = 4;

function withoutEnd(word: string, ends: readonly string[]): string {
  const end = ends.find((ending) => word.endsWith(ending) && word.length - ending.length >= SHORTEST_STEM);
  return end === undefined ? word : word.slice(0, -end.length);
}

/** What `meN-` and `peN-` leave of a root: their nasal has swallowed its first consonant. */
const NASAL: readonly [RegExp, string][] = [
  [/^[mp]eny(?=[aeiou])/, 's'],
  [/^[mp]eng(?=[aeioughk])/, ''],
  [/^[mp]em(?=[aeiou])/, 'p'],
  [/^[mp]em(?=[bfpv])/, ''],
  [/^[mp]en(?=[aeiou])/, 't'],
  [/^[mp]en(?=[cdjstz])/, ''],
  [/^[mp]e(?=[lmnrwy])/, ''],
];

const PLAIN_PREFIXES = /^(?:di|ter|ber|per|ke|se)/;

function withoutPrefix(word: string): string {
  for (const [prefix, root] of NASAL) {
    if (prefix.test(word)) {
      const stem = word.replace(prefix, root);
      return stem.length >= SHORTEST_STEM ? stem : word;
    }
  }
  const stem = word.replace(PLAIN_PREFIXES, '');
  return stem.length >= SHORTEST_STEM ? stem : word;
}

/** The stem of an Indonesian word in small letters; a light one: at most two affixes on either side. */
export function stemIndonesian(word: string): string {
  if (word.length <= SHORTEST_STEM) return word;
  const bare = withoutEnd(withoutEnd(word, ['lah', 'kah', 'pun', 'tah']), ['nya']);
  const stem = withoutPrefix(withoutPrefix(bare));
  return withoutEnd(withoutEnd(stem, ['kan', 'an']), ['i']);
}

/** The stem of an English word in small letters: plurals and the ends of regular verbs. */
export function stemEnglish(word: string): string {
  if (word.length <= SHORTEST_STEM) return word;
  return withoutEnd(withoutEnd(word, ["'s", '’s', 'es', 's']), ['ing', 'ed', 'e']);
}

export function isStopWord(word: string): boolean {
  return STOP_WORDS.has(word);
}
