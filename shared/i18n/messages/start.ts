/** The first start of a house, and the sample newsroom. */
import { defineMessages } from '../define-messages.ts';

export const messages = defineMessages({
  id: {
    'firstRun.title': 'Selamat datang di Redaksi',
    'firstRun.text':
      'Perkenalkan dulu redaksi Anda. Semuanya tersimpan selagi diketik dan dapat diubah kapan saja di Pengaturan.',
    'firstRun.language': 'Bahasa',
    'firstRun.skip': 'Lewati, atur nanti',
    'firstRun.house': 'Redaksi Anda',
    'firstRun.dateline': 'Titimangsa',
    'firstRun.credit': 'Kredit di akhir berita',
    'firstRun.ownPattern': 'Pola sendiri',
    'firstRun.person': 'Yang duduk di sini',
    'firstRun.begin': 'Mulai dengan',
    'firstRun.sample.text':
      'Puluhan berita rekaan dari tiga kantor berita, tanpa internet. Hilang tanpa bekas dengan sekali klik.',
    'firstRun.sources': 'Sumber sungguhan',
    'firstRun.sources.text':
      'Umpan, saluran ANTARA, atau folder kiriman. Kawat terisi begitu sumber pertama dibaca.',
    'sample.name': 'Newsroom contoh',
    'sample.site': 'Situs contoh',
    'sample.try': 'Coba dengan newsroom contoh',
    'sample.text':
      'Berita rekaan dari tiga kantor berita yang tidak ada, lengkap dengan pembaruan, koreksi, penarikan, dan embargo, untuk mencoba setiap layar tanpa internet. Jangan diterbitkan ke situs sungguhan.',
    'sample.loaded': '{count} berita contoh ada di Kawat.',
    'sample.load': 'Muat newsroom contoh',
    'sample.remove': 'Hapus newsroom contoh',
    'sample.removeShort': 'Hapus',
    'sample.strip': '{count} berita rekaan',
    'sample.removed': 'Newsroom contoh dihapus: {stories} berita dan {articles} naskah yang belum Anda ubah.',
    'sample.removed.kept': 'Naskah yang Anda tulis dari contoh tetap ada: {count}.',
    'sample.removed.binned': 'Naskah yang Anda tulis dari contoh dipindahkan ke sampah: {count}.',
    'sample.again': 'Muat lagi',
    'sample.dialog.title': 'Hapus newsroom contoh',
    'sample.dialog.text':
      'Tiga sumber contoh, {stories} berita, dan {articles} naskah yang belum Anda ubah hilang dari folder data. Yang Anda tulis sendiri dari berita contoh:',
    'sample.dialog.keep': 'Tetap simpan naskah saya',
    'sample.dialog.keepHint': 'Naskah tetap utuh; berita kawat di belakangnya tidak lagi dapat dibuka.',
    'sample.dialog.bin': 'Pindahkan juga ke sampah',
    'sample.dialog.binHint': 'Masih dapat dikembalikan dari Naskah › Sampah.',
    'sample.dialog.more': 'dan {count} lagi',
  },
  en: {
    'firstRun.title': 'Welcome to Redaksi',
    'firstRun.text':
      'Introduce your newsroom. Everything is saved as you type and can be changed at any time in the settings.',
    'firstRun.language': 'Language',
    'firstRun.skip': 'Skip, set up later',
    'firstRun.house': 'Your newsroom',
    'firstRun.dateline': 'Dateline',
    'firstRun.credit': 'Credit at the end of a story',
    'firstRun.ownPattern': 'A pattern of our own',
    'firstRun.person': 'Who sits here',
    'firstRun.begin': 'Begin with',
    'firstRun.sample.text':
      'Dozens of made-up stories of three agencies, without the internet. Gone without a trace with one click.',
    'firstRun.sources': 'Real sources',
    'firstRun.sources.text':
      'Feeds, ANTARA’s channels, or a folder of deliveries. The wire fills as soon as the first source is read.',
    'sample.name': 'Sample newsroom',
    'sample.site': 'Sample site',
    'sample.try': 'Try the sample newsroom',
    'sample.text':
      'Made-up stories of three agencies that do not exist, with updates, a correction, a withdrawal and an embargo among them, to try every screen with, offline. Do not publish them to a real site.',
    'sample.loaded': '{count} sample {count|story is|stories are} in the wire.',
    'sample.load': 'Load the sample newsroom',
    'sample.remove': 'Remove the sample newsroom',
    'sample.removeShort': 'Remove',
    'sample.strip': '{count} made-up stories',
    'sample.removed':
      'The sample newsroom is gone: {stories} stories and {articles} {articles|draft|drafts} you had not changed.',
    'sample.removed.kept': 'What you wrote from the sample stays: {count} {count|article|articles}.',
    'sample.removed.binned':
      'What you wrote from the sample is in the bin: {count} {count|article|articles}.',
    'sample.again': 'Load again',
    'sample.dialog.title': 'Remove the sample newsroom',
    'sample.dialog.text':
      'Three sample sources, {stories} stories and {articles} {articles|draft|drafts} you have not changed leave the data folder. What you wrote yourself from sample stories:',
    'sample.dialog.keep': 'Keep my articles',
    'sample.dialog.keepHint': 'They stay whole; the wire stories behind them can no longer be opened.',
    'sample.dialog.bin': 'Put them in the bin too',
    'sample.dialog.binHint': 'They can still be taken back from Articles › Bin.',
    'sample.dialog.more': 'and {count} more',
  },
});
