/** What the hosts say to whoever started them: on the command line, and where no window can be opened. */
import { defineMessages } from '../define-messages.ts';

export const messages = defineMessages({
  id: {
    'cli.data-folder.in-use':
      'Folder data {folder} sedang dipakai Redaksi yang lain. Tutup dulu yang itu, atau pilih folder lain.',
    'cli.data-folder.not-writable': 'Folder data {folder} tidak dapat ditulisi.',
    'cli.data-folder.not-a-folder': 'Folder data {folder} bukan sebuah folder.',
    'cli.future': '{file} dibuat oleh Redaksi yang lebih baru. Perbarui program ini untuk membukanya.',
    'cli.port-taken': 'Port {port} sedang dipakai program lain.',
    'cli.unexpected': 'Ada yang tidak beres: {problem}',
  },
  en: {
    'cli.data-folder.in-use':
      'The data folder {folder} is in use by another Redaksi. Close that one first, or choose another folder.',
    'cli.data-folder.not-writable': 'The data folder {folder} cannot be written to.',
    'cli.data-folder.not-a-folder': 'The data folder {folder} is not a folder.',
    'cli.future': '{file} was made by a newer Redaksi. Update this program to open it.',
    'cli.port-taken': 'Port {port} is in use by another program.',
    'cli.unexpected': 'Something went wrong: {problem}',
  },
});
