/** What is amiss with a card of a front, and what to do about it. */
import { defineMessages } from '../define-messages.ts';

export const messages = defineMessages({
  id: {
    'fronts.warn.story-gone': 'naskahnya sudah tidak ada, tidak tampil',
    'fronts.warn.trashed': 'naskahnya di tempat sampah, tidak tampil',
    'fronts.warn.withdrawn': 'beritanya ditarik, tidak tampil',
    'fronts.warn.embargoed': 'masih embargo, tidak tampil',
    'fronts.warn.embargoed.time': 'embargo sampai {time}',
    'fronts.warn.scheduled': 'belum terbit, tampil begitu terbit',
    'fronts.warn.scheduled.time': 'tampil begitu terbit, {time}',
    'fronts.warn.ended': 'waktunya sudah lewat, tidak tampil lagi',
    'fronts.warn.ended.time': 'berakhir {time}, tidak tampil lagi',
    'fronts.warn.not-public': 'belum terbit, tidak tampil',
    'fronts.warn.repeated': 'sudah ada di atas, tidak tampil dua kali',
    'fronts.warn.over-cap': 'di luar batas koleksi, naik bila ada tempat',
    'fronts.warn.corrected': 'berubah sejak ditempatkan, periksa judulnya',
    'fronts.warn.source-corrected': 'sumbernya berubah, periksa naskahnya',
    'fronts.warn.older-than-day': 'lebih dari sehari',
    'fronts.warn.headline-too-long': 'judul {detail} karakter terlalu panjang',
    'fronts.warn.headline-missing': 'belum ada judul',
    'fronts.warn.picture-missing': 'belum ada gambar',
    'fronts.warn.picture-twice': 'gambar sama dengan “{detail}”',
    'fronts.warn.same-story': 'berita yang sama dengan “{detail}”',
    'fronts.warn.end-before-start': 'berakhir sebelum mulai',

    'fronts.advice.story-gone': 'Keluarkan kartunya atau tempatkan berita lain.',
    'fronts.advice.trashed': 'Kembalikan naskahnya dari tempat sampah, atau keluarkan kartunya.',
    'fronts.advice.withdrawn':
      'Pembaca tidak melihatnya lagi di halaman. Keluarkan kartunya atau tempatkan berita lain.',
    'fronts.advice.embargoed':
      'Tampil sendiri begitu embargonya berakhir. Sampai saat itu berita berikutnya naik, kecuali kartu ini dikunci.',
    'fronts.advice.scheduled':
      'Tampil sendiri begitu naskahnya terbit. Sampai saat itu berita berikutnya naik, kecuali kartu ini dikunci.',
    'fronts.advice.ended': 'Ubah waktu berakhirnya, atau keluarkan kartunya.',
    'fronts.advice.not-public': 'Terbitkan naskahnya, atau keluarkan kartunya.',
    'fronts.advice.repeated': 'Keluarkan salah satunya, atau izinkan berita berulang di pengaturan koleksi.',
    'fronts.advice.over-cap':
      'Naikkan kartunya, keluarkan yang lain, atau tambah jumlah tampil di pengaturan koleksi.',
    'fronts.advice.corrected':
      'Cocokkan judul dan ringkasan kartu dengan naskahnya, lalu simpan atau tandai sudah diperiksa.',
    'fronts.advice.source-corrected': 'Buka naskahnya: Dampak menunjukkan apa yang berubah pada sumbernya.',
    'fronts.advice.older-than-day':
      'Ganti dengan berita yang lebih baru, atau beri kartu ini waktu berakhir.',
    'fronts.advice.headline-too-long':
      'Beri kartu judul yang lebih pendek, atau isi judul pendek di naskahnya.',
    'fronts.advice.headline-missing': 'Tulis judul di kartu ini atau di naskahnya.',
    'fronts.advice.picture-missing':
      'Pilih gambar di kartu, tambahkan gambar di naskahnya, atau pilih ukuran yang lebih kecil.',
    'fronts.advice.picture-twice': 'Pilih gambar lain untuk salah satunya.',
    'fronts.advice.same-story': 'Keluarkan salah satunya.',
    'fronts.advice.end-before-start': 'Betulkan waktu mulai atau waktu berakhirnya.',

    'fronts.do.checked': 'Tandai sudah diperiksa',
    'fronts.did.checked': '“{headline}” diperiksa',
    'fronts.slot.warnings': 'Perlu diperhatikan',
  },
  en: {
    'fronts.warn.story-gone': 'the story is gone, not shown',
    'fronts.warn.trashed': 'the story is in the trash, not shown',
    'fronts.warn.withdrawn': 'the story was withdrawn, not shown',
    'fronts.warn.embargoed': 'still under embargo, not shown',
    'fronts.warn.embargoed.time': 'embargo until {time}',
    'fronts.warn.scheduled': 'not live yet, shown once it is',
    'fronts.warn.scheduled.time': 'shown once it is live, {time}',
    'fronts.warn.ended': 'its time is over, no longer shown',
    'fronts.warn.ended.time': 'ended {time}, no longer shown',
    'fronts.warn.not-public': 'not live, not shown',
    'fronts.warn.repeated': 'stands further up, not shown twice',
    'fronts.warn.over-cap': 'beyond the limit, moves up when there is room',
    'fronts.warn.corrected': 'changed since it was placed, check the headline',
    'fronts.warn.source-corrected': 'its source changed, check the article',
    'fronts.warn.older-than-day': 'older than a day',
    'fronts.warn.headline-too-long': 'headline {detail} characters too long',
    'fronts.warn.headline-missing': 'no headline yet',
    'fronts.warn.picture-missing': 'no picture yet',
    'fronts.warn.picture-twice': 'same picture as “{detail}”',
    'fronts.warn.same-story': 'same story as “{detail}”',
    'fronts.warn.end-before-start': 'ends before it starts',

    'fronts.advice.story-gone': 'Take the card off, or place another story.',
    'fronts.advice.trashed': 'Take the story out of the trash, or take the card off.',
    'fronts.advice.withdrawn':
      'Readers do not see it on the page any more. Take the card off, or place another story.',
    'fronts.advice.embargoed':
      'It shows by itself once the embargo ends. Until then the next story moves up, unless this card is locked.',
    'fronts.advice.scheduled':
      'It shows by itself once the story is live. Until then the next story moves up, unless this card is locked.',
    'fronts.advice.ended': 'Change when it ends, or take the card off.',
    'fronts.advice.not-public': 'Publish the story, or take the card off.',
    'fronts.advice.repeated': 'Take one of them off, or let stories repeat in the collection’s settings.',
    'fronts.advice.over-cap':
      'Move it up, take another one off, or have the collection show more in its settings.',
    'fronts.advice.corrected':
      'Hold the card’s headline and summary against the story, then save or mark it as checked.',
    'fronts.advice.source-corrected': 'Open the article: Impact shows what changed at its source.',
    'fronts.advice.older-than-day': 'Put a newer story in its place, or give this card an end.',
    'fronts.advice.headline-too-long':
      'Give the card a shorter headline, or write a short headline in the article.',
    'fronts.advice.headline-missing': 'Write a headline on this card or in the article.',
    'fronts.advice.picture-missing':
      'Choose a picture on the card, add one to the article, or choose a smaller size.',
    'fronts.advice.picture-twice': 'Choose another picture for one of them.',
    'fronts.advice.same-story': 'Take one of them off.',
    'fronts.advice.end-before-start': 'Put right when it starts or when it ends.',

    'fronts.do.checked': 'Mark as checked',
    'fronts.did.checked': '“{headline}” checked',
    'fronts.slot.warnings': 'Needs attention',
  },
});
