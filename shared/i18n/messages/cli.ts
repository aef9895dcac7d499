/** What the hosts say to whoever started them: on the command line, and where no window can be opened. */
import { defineMessages } from '../define-messages.ts';

export const messages = defineMessages({
  id: {
    'cli.data-folder.in-use':
      'Folder data {folder} sedang dipakai Redaksi yang lain. Tutup dulu yang itu, atau pilih folder lain.',
    'cli.data-folder.not-writable':
      'Folder data {folder} tidak dapat ditulisi. Beri izin menulis di sana, atau pilih folder lain dengan --data-dir. Isinya tidak diubah.',
    'cli.data-folder.no-locks':
      'Folder data {folder} ada di tempat yang tidak dapat dikunci, biasanya drive jaringan. Pindahkan folder itu ke diska komputer ini, atau pilih folder lain dengan --data-dir. Isinya tidak diubah.',
    'cli.data-folder.full':
      'Diska tempat folder data {folder} penuh. Kosongkan ruang lalu jalankan lagi; yang tersimpan tetap aman.',
    'cli.full': 'Diska penuh. Kosongkan ruang lalu jalankan lagi; yang tersimpan tetap aman.',
    'cli.data-folder.not-a-folder': 'Folder data {folder} bukan sebuah folder.',
    'cli.recovery':
      'Basis data naskah ditemukan rusak; yang rusak disimpan sebagai {file}. Yang terbuka sekarang: {opened}; yang terselamatkan: {salvaged}. Sumber dan terbitan menunggu: pilih dengan redaksi restore NAMA, atau lanjutkan dengan redaksi restore --keep.',
    'cli.future':
      '{file} dibuat oleh Redaksi yang lebih baru. Perbarui program ini untuk membukanya; isinya tidak diubah.',
    'cli.port-taken': 'Port {port} sedang dipakai program lain.',
    'cli.unexpected': 'Ada yang tidak beres: {problem}',
  },
  en: {
    'cli.data-folder.in-use':
      'The data folder {folder} is in use by another Redaksi. Close that one first, or choose another folder.',
    'cli.data-folder.not-writable':
      'The data folder {folder} cannot be written to. Allow writing there, or choose another folder with --data-dir. Nothing in it was changed.',
    'cli.data-folder.no-locks':
      'The data folder {folder} is in a place that cannot be locked, a network drive mostly. Move the folder to a disk of this computer, or choose another with --data-dir. Nothing in it was changed.',
    'cli.data-folder.full':
      'The disk of the data folder {folder} is full. Free some space and start again; what was saved is safe.',
    'cli.full': 'The disk is full. Free some space and start again; what was saved is safe.',
    'cli.data-folder.not-a-folder': 'The data folder {folder} is not a folder.',
    'cli.recovery':
      'The database of articles was found damaged; the damaged file is kept as {file}. Open now: {opened}; salvaged: {salvaged}. Sources and deliveries wait: choose with redaksi restore NAME, or go on with redaksi restore --keep.',
    'cli.future':
      '{file} was made by a newer Redaksi. Update this program to open it; nothing in it was changed.',
    'cli.port-taken': 'Port {port} is in use by another program.',
    'cli.unexpected': 'Something went wrong: {problem}',
  },
});
