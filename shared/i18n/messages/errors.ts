/** What went wrong, in words a person at the desk can act on. */
import { defineMessages } from '../define-messages.ts';

export const messages = defineMessages({
  id: {
    'error.NOT_FOUND': 'Ini sudah tidak ada di sini.',
    'error.INVALID': 'Isian ini tidak dapat diterima: {reason}',
    'error.DRAFT_CONFLICT': 'Naskah ini sudah disimpan dari jendela lain. Teks Anda tetap di layar.',
    'error.FRONT_CONFLICT':
      'Susunan ini baru saja diubah dari jendela lain. Tidak ada yang ditimpa; lihat isinya sekarang, lalu ulangi.',
    'error.TRANSITION_REFUSED': 'Naskah tidak dapat berpindah dari keadaan itu ke keadaan ini.',
    'error.NOT_PUBLISHABLE': 'Naskah belum boleh terbit.',
    'error.TARGET_FAILED': 'Situs tidak menjawab sebagaimana mestinya. {detail}',
    'error.NOT_PERMITTED': 'Yang duduk di sini tidak boleh melakukan itu.',
    'error.STORY_TAKEN': 'Sudah diambil {name}.',
    'error.UNREADABLE': 'Berkas atau teks ini tidak terbaca sebagai kiriman kawat.',
    'error.STORAGE_FULL': 'Diska penuh. Tidak ada yang hilang dari layar; kosongkan ruang lalu coba lagi.',
    'error.STORAGE_FAILED': 'Folder data tidak dapat dibaca atau ditulis. {detail}',
    'error.DISCONNECTED': 'Sambungan ke ruang kerja terputus. Redaksi sedang menyambung ulang.',
    'error.UNEXPECTED':
      'Ada yang tidak beres. Coba sekali lagi; bila terulang, catatannya ada di folder data.',
    'error.read.empty': 'Tidak ada isinya.',
    'error.read.too-large': 'Terlalu besar untuk dibaca. Bagi menjadi beberapa berkas, lalu coba lagi.',
    'error.read.not-recognised': 'Bentuknya bukan kiriman kawat yang dikenal.',
    'error.read.not-well-formed': 'Berkasnya rusak di tengah jalan.',
    'error.read.no-stories': 'Terbaca, tetapi tidak ada berita di dalamnya.',
    'error.read.set-aside': 'Disisihkan: ini bukan berita (misalnya uji coba atau pesan layanan).',
    'error.read.timed-out': 'Terlalu lama dibaca, jadi dihentikan.',
    'error.read.out-of-memory':
      'Terlalu berat dibaca, jadi dihentikan. Bagi menjadi beberapa berkas, lalu coba lagi.',
    'error.read.unreadable-file': 'Berkasnya tidak dapat dibuka.',
  },
  en: {
    'error.NOT_FOUND': 'This is no longer here.',
    'error.INVALID': 'This cannot be taken as it is: {reason}',
    'error.DRAFT_CONFLICT': 'This article was saved from another window. Your text stays on screen.',
    'error.FRONT_CONFLICT':
      'This front was just changed from another window. Nothing was overwritten; look at it as it is now, then try again.',
    'error.TRANSITION_REFUSED': 'The article cannot go from that state to this one.',
    'error.NOT_PUBLISHABLE': 'The article may not be published yet.',
    'error.TARGET_FAILED': 'The site did not answer as it should. {detail}',
    'error.NOT_PERMITTED': 'Who sits here may not do that.',
    'error.STORY_TAKEN': '{name} has taken it already.',
    'error.UNREADABLE': 'This file or text could not be read as wire copy.',
    'error.STORAGE_FULL': 'The disk is full. Nothing on screen is lost; free some space and try again.',
    'error.STORAGE_FAILED': 'The data folder could not be read or written. {detail}',
    'error.DISCONNECTED': 'The connection to the workstation broke. Redaksi is reconnecting.',
    'error.UNEXPECTED': 'Something went wrong. Try once more; if it repeats, the log is in the data folder.',
    'error.read.empty': 'There is nothing in it.',
    'error.read.too-large': 'It is too large to read. Split it into several files, then try again.',
    'error.read.not-recognised': 'It is no form of wire copy we know.',
    'error.read.not-well-formed': 'The file is broken half way through.',
    'error.read.no-stories': 'It was read, but there is no story in it.',
    'error.read.set-aside': 'Set aside: this is not a story (a test or a service message, say).',
    'error.read.timed-out': 'Reading took too long and was stopped.',
    'error.read.out-of-memory':
      'It is too heavy to read, and reading was stopped. Split it into several files, then try again.',
    'error.read.unreadable-file': 'The file could not be opened.',
  },
});
